/// What must hold between the parts of a definition once its structure is right.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/definition/plan.hpp"
#include "workflows/loader/reader.hpp"

namespace vinhdanh {

/// References, order of dates and ranges, the shape of routes.
void check_plan_rules(const Place& root, const Plan& plan);

namespace detail {

void report_unknown_reference(const Place& place, std::string_view name, std::string_view among);
void report_wrong_order(const Place& place);
void report_duplicate(const Place& place, std::string_view id);

/// Reports each item whose code appeared before.
template <class Item>
void check_unique(const Place& place, const std::vector<Item>& items, std::string Item::* code, const char* member) {
  std::vector<std::string_view> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string_view id = items[i].*code;
    if (std::ranges::find(seen, id) != seen.end()) report_duplicate(place.at(i).at(member), id);
    seen.push_back(id);
  }
}

}  // namespace detail
}  // namespace vinhdanh
