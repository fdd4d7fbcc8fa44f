/// What a caller sees: by his office's subtree, by the office roles it holds, and by the territory of overseeing roles.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// For one caller on one day; not shared between threads.
class Scope {
 public:
  Scope(const Deps& deps, const Actor& actor, Date today);

  [[nodiscard]] bool sees(const Dossier& dossier) const;
  [[nodiscard]] bool sees(const Submission& submission) const;
  [[nodiscard]] bool sees(const Occasion& occasion) const;
  [[nodiscard]] bool sees(const Decision& decision) const;
  [[nodiscard]] bool sees(const DutyTask& task) const;

  /// All of that office's submissions and decisions are in scope, whatever dossiers they hold.
  [[nodiscard]] bool sees_all_of(const OfficeId& office) const;
  /// The dossier is in the caller's own unit or below it.
  [[nodiscard]] bool is_own(const OfficeId& unit) const;
  /// Units whose dossiers may be in scope, to narrow a query; nothing when that would be all of them.
  [[nodiscard]] std::optional<std::vector<OfficeId>> units() const;
  /// The same as `sees` of a dossier, for the lists.
  [[nodiscard]] ListScope in_lists() const;
  /// Administrators and definition managers have no business reads.
  [[nodiscard]] bool has_business() const;

 private:
  [[nodiscard]] bool oversees(const OfficeId& place) const;
  [[nodiscard]] bool holds_stage(const Dossier& dossier) const;
  [[nodiscard]] bool holds_stage_of(const Plan& plan, const AwardForm& form, const OfficeId& unit) const;
  [[nodiscard]] bool holds(const std::string& role, const OfficeId& unit) const;
  [[nodiscard]] bool receives(const DutyTask& task) const;
  [[nodiscard]] bool has_acted(const Dossier& dossier) const;
  [[nodiscard]] bool sees_any(DossierQuery query) const;
  [[nodiscard]] bool under_roots(const OfficeId& place) const;

  const Deps& deps_;
  const Organisation& organisation_;
  Actor actor_;
  Date today_;
  bool overseer_ = false;
  bool unit_role_ = false;
  std::set<OfficeId> roots_;  ///< the office and the territories it acts for, today or before
  mutable std::map<std::string, bool> known_;
};

}  // namespace vinhdanh
