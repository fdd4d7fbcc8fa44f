// Names, lines and office roles of an organisation on a day.
#include "engine/definition/organisation.hpp"

#include <algorithm>
#include <set>

namespace vinhdanh {
namespace {

bool is_dissolved(const Office& office, Date day) { return office.dissolution && office.dissolution->date <= day; }

/// The office itself while it lives, otherwise the first living one among its successors and theirs. Offices seen before
/// are passed over: a definition whose successors run in a circle has no living one.
std::optional<OfficeId> living(const Organisation& organisation, const OfficeId& id, Date day, std::set<OfficeId>& seen) {
  const Office* office = organisation.office(id);
  if (!office || !seen.insert(id).second) return std::nullopt;
  if (!is_dissolved(*office, day)) return id;
  for (const OfficeId& successor : office->dissolution->successors) {
    if (auto heir = living(organisation, successor, day, seen)) return heir;
  }
  return std::nullopt;
}

std::optional<OfficeId> living(const Organisation& organisation, std::string_view id, Date day) {
  if (const Office* office = organisation.office(id); office && !is_dissolved(*office, day)) return office->id;
  std::set<OfficeId> seen;
  return living(organisation, OfficeId(id), day, seen);
}

std::optional<OfficeId> next_above(const Office& office, Date day) {
  const bool inherited = is_dissolved(office, day) && !office.dissolution->successors.empty();
  return inherited ? office.dissolution->successors.front() : office.parent_on(day);
}

/// The office and those above it, nearest first; a definition that runs in a circle ends where it began.
std::vector<const Office*> offices_above(const Organisation& organisation, std::string_view id, Date day) {
  std::vector<const Office*> line;
  for (const Office* at = organisation.office(id); at && std::ranges::find(line, at) == line.end();) {
    line.push_back(at);
    const auto above = next_above(*at, day);
    at = above ? organisation.office(*above) : nullptr;
  }
  return line;
}

}  // namespace

const std::string& Office::name_on(Date day) const {
  if (names.empty()) return id;
  const DatedName* last = &names.front();
  for (const DatedName& dated : names) {
    if (dated.validity.covers(day)) return dated.name;
    if (!dated.validity.from || *dated.validity.from <= day) last = &dated;
  }
  return last->name;
}

std::optional<OfficeId> Office::parent_on(Date day) const {
  const auto covers = [day](const DatedParent& parent) { return parent.validity.covers(day); };
  const auto found = std::ranges::find_if(parents, covers);
  if (found == parents.end()) return std::nullopt;
  return found->office;
}

const Office* Organisation::office(std::string_view id) const {
  const auto found = offices.find(id);
  return found == offices.end() ? nullptr : &found->second;
}

std::vector<OfficeId> Organisation::line_on(std::string_view office_id, Date day) const {
  std::vector<OfficeId> line;
  for (const Office* at : offices_above(*this, office_id, day)) line.push_back(at->id);
  return line;
}

std::optional<OfficeId> Organisation::holder(std::string_view role, std::string_view unit, Date day) const {
  if (role == "own_unit") return living(*this, unit, day);
  for (const Office* territory : offices_above(*this, unit, day)) {
    for (const Holding& holding : holdings) {
      if (holding.role != role || holding.territory != territory->id || !holding.validity.covers(day)) continue;
      if (auto office_id = living(*this, holding.office, day)) return office_id;
    }
  }
  return std::nullopt;
}

bool Organisation::is_within(std::string_view office_id, std::string_view root, Date day) const {
  return std::ranges::any_of(offices_above(*this, office_id, day), [&](const Office* at) { return at->id == root; });
}

}  // namespace vinhdanh
