/// Offices, their names and parents over time, and which office holds which office role on a date.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/definition/source.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh {

/// Half-open in spirit, inclusive in text: `to` is the last day; null bounds are open.
struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;
  [[nodiscard]] bool covers(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

struct DatedName {
  std::string name;
  Validity validity;
};

struct DatedParent {
  OfficeId office;
  Validity validity;
};

struct Dissolution {
  Date date;  ///< first day on which the office no longer exists
  std::vector<OfficeId> successors;
  Source source;
};

struct Office {
  OfficeId id;
  std::string level;  ///< central, province, department, district, commune, village, division, body
  std::vector<DatedName> names;
  std::vector<DatedParent> parents;
  std::optional<Dissolution> dissolution;
  Numbering numbering = Numbering::entered;
  Source source;

  /// The name on that day; for a dissolved office the last one it had.
  [[nodiscard]] const std::string& name_on(Date day) const;
  [[nodiscard]] std::optional<OfficeId> parent_on(Date day) const;
};

/// "For `territory` (an office and all under it), `role` is held by `office` from … to …".
struct Holding {
  std::string role;
  OfficeId territory;
  OfficeId office;
  Validity validity;
  Source source;
};

/// A subtree that one installation or plan uses; files in `workflows/organisations/` are merged into one.
struct Organisation {
  std::map<OfficeId, Office, std::less<>> offices;
  std::vector<Holding> holdings;

  [[nodiscard]] const Office* office(std::string_view id) const;
  /// The office and its ancestors on that day, nearest first. After a dissolution the line continues with the first successor.
  [[nodiscard]] std::vector<OfficeId> line_on(std::string_view office, Date day) const;
  /// Which office acts in `role` for a unit on that day: the holding for the nearest office of the unit's line. The role
  /// `own_unit` is the unit itself (its first living successor). Nothing when nobody holds it.
  [[nodiscard]] std::optional<OfficeId> holder(std::string_view role, std::string_view unit, Date day) const;
  /// True when `office` is `root` or below it on that day.
  [[nodiscard]] bool is_within(std::string_view office, std::string_view root, Date day) const;
};

}  // namespace vinhdanh
