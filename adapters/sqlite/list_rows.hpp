/// Writes list entries and the index of their search, for a change and for the lists themselves.
#pragma once

#include <optional>
#include <string>

#include "engine/model/list_entry.hpp"

namespace vinhdanh::detail {

class Connection;

/// What the search knows of an entry, as it is stored.
struct StoredEntry {
  std::int64_t entry = 0;
  std::int64_t version = 0;
  std::string marks;
  std::string words;
  std::string passes;
};
std::optional<StoredEntry> stored_entry(Connection& session, const DossierId& id);

/// Unless what is stored was computed from a newer version of the dossier. Both inside the writer's transaction.
void put_entry(Connection& writer, const ListEntry& entry);
void put_words(Connection& writer, const DossierId& id, const std::string& words);

}  // namespace vinhdanh::detail
