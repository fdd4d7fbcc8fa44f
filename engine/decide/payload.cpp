// Which command a payload belongs to.
#include "engine/decide/payload.hpp"

namespace vinhdanh {

template class OneOf<CommandTypes>;
static_assert(std::is_nothrow_move_assignable_v<CommandTypes::Variant>);

Command command_of(const Payload& payload) {
  return std::visit([](const auto& held) { return held.command; }, payload);
}

}  // namespace vinhdanh
