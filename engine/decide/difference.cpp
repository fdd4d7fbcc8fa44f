// Compares two contents member by member.
#include "engine/decide/difference.hpp"

#include <algorithm>
#include <set>

#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::detail {
namespace {

using Json = nlohmann::json;

std::string escaped(const std::string& member) {
  std::string text;
  for (const char c : member) text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return text;
}

/// Goes down to the leaves, also of members that only one side has, so that a point on a leaf and one above it both
/// match.
void compare(const Json& before, const Json& after, const std::string& pointer, std::vector<std::string>& changed) {
  if (before == after) return;
  static const Json empty = Json::object();
  const bool objects = (before.is_object() || before.is_null()) && (after.is_object() || after.is_null());
  const Json& old_side = before.is_object() ? before : empty;
  const Json& new_side = after.is_object() ? after : empty;
  if (!objects || (old_side.empty() && new_side.empty())) {
    changed.push_back(pointer);
    return;
  }
  std::set<std::string> members;
  for (const auto& [member, value] : old_side.items()) members.insert(member);
  for (const auto& [member, value] : new_side.items()) members.insert(member);
  for (const std::string& member : members) {
    compare(old_side.value(member, Json()), new_side.value(member, Json()), pointer + "/" + escaped(member), changed);
  }
}

/// An empty pointer names no member: a point "on the whole" must not let endorsements stand on a rewritten content.
bool is_at_or_under(const std::string& path, const std::string& pointer) {
  return !pointer.empty() && path.starts_with(pointer) &&
         (path.size() == pointer.size() || path[pointer.size()] == '/');
}

}  // namespace

std::vector<std::string> changed_since(const Content& frozen, const Content& now, const Dossier& dossier) {
  std::vector<std::string> changed;
  compare(Json::parse(encode(frozen)), Json::parse(encode(now)), "", changed);
  std::set<std::string> slots;
  for (const PaperEntry& paper : dossier.papers) {
    if (!paper.stage && dossier.content && paper.frozen_before >= dossier.content->version) slots.insert(paper.slot);
  }
  for (const std::string& slot : slots) changed.push_back("/papers/" + slot);
  return changed;
}

bool keeps_to_points(const std::vector<std::string>& changed, const std::vector<ReturnPoint>& points) {
  return std::ranges::all_of(changed, [&](const std::string& path) {
    return std::ranges::any_of(points, [&](const ReturnPoint& point) { return is_at_or_under(path, point.pointer); });
  });
}

}  // namespace vinhdanh::detail
