// What is compiled once for all aggregates.
#include "engine/decide/change.hpp"

namespace vinhdanh {

template class OneOf<AggregateTypes>;
static_assert(std::is_nothrow_move_assignable_v<AggregateTypes::Variant>);

}  // namespace vinhdanh
