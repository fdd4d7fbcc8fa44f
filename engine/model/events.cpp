// What is compiled once for all kinds of events.
#include "engine/model/events.hpp"

namespace vinhdanh {

template class OneOf<EventTypes>;
static_assert(std::is_nothrow_move_assignable_v<EventTypes::Variant>);

}  // namespace vinhdanh
