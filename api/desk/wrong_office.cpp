// The refusal that names the office which may act instead.
#include "api/desk/wrong_office.hpp"

#include "api/desk/case.hpp"

namespace vinhdanh {

RefusalReason wrong_office(const Deps& deps, const OfficeId& right, std::optional<Source> source) {
  RefusalReason reason{Reason::not_responsible_office, {{"office", right}}, {}, std::move(source)};
  if (const Office* office = deps.rulebook.organisation().office(right)) {
    reason.details["office_vi"] = reason.details["office_en"] = office->name_on(today(deps));
  }
  return reason;
}

}  // namespace vinhdanh
