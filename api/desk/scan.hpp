/// Walks pages of the store and keeps what the caller sees, until a page is full or enough was looked at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/ports/store.hpp"

namespace vinhdanh {

inline constexpr std::size_t kMostScanned = 2000;

template <class T>
struct Scanned {
  std::vector<T> found;
  std::optional<std::string> last;  ///< where to go on; nothing when all was seen
};

/// `fetch` gives one page of a query, `keep` says whether an item belongs to the answer. The page of `query` is the
/// caller's: its limit is that of the answer.
template <class T, class Query, class Fetch, class Keep>
Scanned<T> scan(Query query, Fetch&& fetch, Keep&& keep) {
  Scanned<T> scanned;
  const auto wanted = static_cast<std::size_t>(query.page.limit);
  query.page.limit = 200;
  for (std::size_t looked = 0; looked < kMostScanned;) {
    auto page = fetch(query);
    for (auto& item : page) {
      if (scanned.found.size() == wanted) return scanned;
      scanned.last = item.id;
      if (keep(item)) scanned.found.push_back(std::move(item));
    }
    if (page.size() < 200) return {std::move(scanned.found), std::nullopt};
    looked += page.size();
    query.page.after = *scanned.last;
  }
  return scanned;
}

}  // namespace vinhdanh
