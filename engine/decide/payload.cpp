// Which command a payload belongs to.
#include "engine/decide/payload.hpp"

namespace vinhdanh {

Command command_of(const Payload& payload) {
  return std::visit([](const auto& held) { return held.command; }, payload);
}

}  // namespace vinhdanh
