/// The sort keys of lists, and the texts by which a page says where the next one begins.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "engine/ports/lists.hpp"

namespace vinhdanh {

/// Stands for "no due date": after every day.
inline constexpr std::int64_t kNeverDue = std::numeric_limits<std::int32_t>::max();

/// `opened` sorts by id alone: its number is 0.
struct ListKey {
  std::int64_t number = 0;
  std::string id;
  auto operator<=>(const ListKey&) const = default;
};

inline std::int64_t due_number(const std::optional<Date>& due) { return due ? due->days() : kNeverDue; }

ListKey list_key(const ListEntry& entry, ListOrder order);
/// Earliest due first; of the others the newest.
constexpr bool is_ascending(ListOrder order) { return order == ListOrder::due; }

std::string cursor_of(const ListKey& key, ListOrder order);
/// Throws std::invalid_argument for a text that no page gave.
ListKey key_of(const std::string& cursor, ListOrder order);

/// 1..200.
int list_limit(int wanted);

}  // namespace vinhdanh
