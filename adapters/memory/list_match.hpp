/// Whether a list entry is in scope and passes a filter, said member by member.
#pragma once

#include "engine/model/due_bucket.hpp"
#include "engine/ports/lists.hpp"

namespace vinhdanh::detail {

bool is_in_scope(const ListEntry& entry, const ListScope& scope);
bool passes(const ListEntry& entry, const ListFilter& filter);
/// What the entry counts for in a facet; nothing where it has no value there.
std::optional<std::string> facet_value(const ListEntry& entry, Facet facet, Date today);

}  // namespace vinhdanh::detail
