// The refusal that names the office which may act instead.
#include "api/desk/commands/wrong_office.hpp"

#include "api/desk/commands/case.hpp"
#include "engine/decide/wrong_office.hpp"

namespace vinhdanh {

RefusalReason wrong_office(const Deps& deps, const OfficeId& right, std::optional<Source> source) {
  return wrong_office(deps.rulebook.organisation(), right, today(deps), std::move(source));
}

}  // namespace vinhdanh
