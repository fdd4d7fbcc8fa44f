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

/// The answer has at most `asked.limit` items and begins after `asked.after`. `fetch` gives one page of the store, `keep` says
/// whether an item belongs to the answer, `place` where to go on after an item.
template <class T, class Fetch, class Keep, class Place>
Scanned<T> scan(const PageRequest& asked, Fetch&& fetch, Keep&& keep, Place&& place) {
  Scanned<T> scanned;
  const auto wanted = static_cast<std::size_t>(asked.limit);
  PageRequest next{asked.after, 200};
  for (std::size_t looked = 0; looked < kMostScanned;) {
    auto page = fetch(next);
    for (auto& item : page) {
      if (scanned.found.size() == wanted) return scanned;
      scanned.last = place(item);
      if (keep(item)) scanned.found.push_back(std::move(item));
    }
    if (page.size() < 200) return {std::move(scanned.found), std::nullopt};
    looked += page.size();
    next.after = *scanned.last;
  }
  return scanned;
}

}  // namespace vinhdanh
