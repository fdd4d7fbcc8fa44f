// A sorted list of patterns: the house has some sixty routes, so a scan costs less than the parsing before it.
#include "api/http/router.hpp"

#include <algorithm>
#include <stdexcept>

namespace vinhdanh {
namespace {

bool is_parameter(const std::string& segment) { return segment.starts_with('{'); }

std::vector<std::string> segments_of(const std::string& pattern) {
  if (!pattern.starts_with('/')) throw std::invalid_argument("a pattern starts with /: " + pattern);
  std::vector<std::string> segments;
  std::size_t at = 1;
  while (true) {
    const auto end = pattern.find('/', at);
    segments.push_back(pattern.substr(at, end == std::string::npos ? end : end - at));
    const auto& last = segments.back();
    if (last.empty() || (is_parameter(last) && (last.size() < 3 || !last.ends_with('}')))) {
      throw std::invalid_argument("malformed pattern: " + pattern);
    }
    if (end == std::string::npos) return segments;
    at = end + 1;
  }
}

// Compares by kind of segment first: at the first difference the literal comes before the parameter.
int compare(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (is_parameter(a[i]) && is_parameter(b[i])) continue;
    if (is_parameter(a[i]) != is_parameter(b[i])) return is_parameter(a[i]) ? 1 : -1;
    if (const int order = a[i].compare(b[i])) return order;
  }
  return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

const std::vector<std::string> anything_else{"{*}"};

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  return pattern.size() == segments.size() &&
         std::equal(pattern.begin(), pattern.end(), segments.begin(), [](const auto& wanted, const auto& segment) {
           return is_parameter(wanted) ? !segment.empty() : wanted == segment;
         });
}

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

Router::Router(std::vector<HttpRoute> routes) {
  for (auto& route : routes) {
    auto segments = segments_of(route.pattern);
    entries_.push_back({std::move(route), std::move(segments)});
  }
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return compare(a.segments, b.segments) < 0; });
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    for (std::size_t j = i + 1; j < entries_.size() && compare(entries_[i].segments, entries_[j].segments) == 0; ++j) {
      if (entries_[i].route.method == entries_[j].route.method) {
        throw std::invalid_argument("two routes for " + entries_[i].route.method + " " + entries_[i].route.pattern);
      }
    }
  }
}

bool Router::begins_none(const std::vector<std::string>& segments) const {
  return segments.empty() ||
         std::ranges::none_of(entries_, [&](const Entry& entry) { return entry.segments.front() == segments.front(); });
}

Router::Match Router::find(const std::string& method, const std::vector<std::string>& segments) const {
  Match match;
  const std::string wanted = method == "HEAD" ? "GET" : method;
  for (const auto& entry : entries_) {
    const bool takes_rest = entry.segments == anything_else;
    if (!(takes_rest ? begins_none(segments) : matches(entry.segments, segments))) continue;
    add_once(match.allowed, entry.route.method);
    if (entry.route.method == "GET") add_once(match.allowed, "HEAD");
    if (match.route || entry.route.method != wanted) continue;
    match.route = &entry.route;
    if (takes_rest) continue;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const auto& name = entry.segments[i];
      if (is_parameter(name)) match.parameters.emplace(name.substr(1, name.size() - 2), segments[i]);
    }
  }
  return match;
}

}  // namespace vinhdanh
