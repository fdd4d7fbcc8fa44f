// The sort keys of lists, and the texts by which a page says where the next one begins.
#include "adapters/list_keys.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace vinhdanh {

ListKey list_key(const ListEntry& entry, ListOrder order) {
  switch (order) {
    case ListOrder::due: return {due_number(entry.due), entry.id};
    case ListOrder::changed: return {entry.changed.milliseconds, entry.id};
    case ListOrder::opened: break;
  }
  return {0, entry.id};
}

std::string cursor_of(const ListKey& key, ListOrder order) {
  return order == ListOrder::opened ? key.id : std::to_string(key.number) + "/" + key.id;
}

ListKey key_of(const std::string& cursor, ListOrder order) {
  if (order == ListOrder::opened) return {0, cursor};
  ListKey key;
  const char* const end = cursor.data() + cursor.size();
  const auto [at, fault] = std::from_chars(cursor.data(), end, key.number);
  if (fault != std::errc{} || at == end || *at != '/') throw std::invalid_argument("not the cursor of a list");
  key.id.assign(at + 1, end);
  return key;
}

int list_limit(int wanted) { return std::clamp(wanted, 1, 200); }

}  // namespace vinhdanh
