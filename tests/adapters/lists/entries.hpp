/// List entries for the stores' tests, and stores with their lists.
#pragma once

#include <functional>
#include <string>

#include "adapters/memory/memory_lists.hpp"
#include "adapters/sql/sql_lists.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"

namespace vinhdanh::test {

struct ListsInMemory : InMemory {
  MemoryLists lists{store};
};
struct ListsInSqlite : InSqlite {
  SqlLists lists{store};
};
struct ListsInPostgres : InPostgres {
  SqlLists lists{store};
};

inline ListEntry entry(const std::string& id) {
  ListEntry it;
  it.id = id;
  it.code = "HS-2025-" + id;
  it.submission = "submission-1";
  it.occasion = "occasion-1";
  it.plan = "plan-a";
  it.unit = "unit-1";
  it.territory = "bac_kan";
  it.form = "bang_khen";
  it.category = "category-1";
  it.phase = Phase::under_review;
  it.stage = "appraisal";
  it.office = "office-1";
  it.hand = "propose";
  it.roles = {"specialist", "appraiser"};
  it.marks = {"unit:unit-1", "unit:bac_kan", "stage:office-1"};
  it.words = "hs 2025 truong binh gia";
  return it;
}

inline ListFilter filtered(const std::function<void(ListFilter&)>& set) {
  ListFilter filter;
  set(filter);
  return filter;
}

inline ListScope marked(std::vector<std::string> marks) { return {std::vector<OfficeId>{}, std::move(marks)}; }
inline ListScope anything() { return {}; }

/// All entries of a request, page after page.
inline std::vector<ListEntry> walk(const Lists& lists, ListRequest request) {
  std::vector<ListEntry> all;
  for (;;) {
    auto page = lists.find(request);
    all.insert(all.end(), page.entries.begin(), page.entries.end());
    if (!page.next) return all;
    request.after = *page.next;
  }
}

inline std::string ids_of(const std::vector<ListEntry>& entries) {
  std::string text;
  for (const auto& it : entries) text += (text.empty() ? "" : " ") + it.id;
  return text;
}

}  // namespace vinhdanh::test
