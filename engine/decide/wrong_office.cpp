// Names an office in a refusal as it is called on the day.
#include "engine/decide/wrong_office.hpp"

namespace vinhdanh {

RefusalReason wrong_office(const Organisation& organisation, const OfficeId& right, Date today,
                           std::optional<Source> source) {
  RefusalReason reason{Reason::not_responsible_office, {{"office", right}}, {}, std::move(source)};
  if (const Office* office = organisation.office(right)) {
    reason.details["office_vi"] = reason.details["office_en"] = office->name_on(today);
  }
  return reason;
}

}  // namespace vinhdanh
