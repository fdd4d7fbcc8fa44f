/// Who may be told of an event: whoever could read now what it happened to.
#pragma once

#include <map>
#include <optional>
#include <utility>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// Of one event, for one thread. What it happened to is read once; each office and role is judged once.
class SeenBy {
 public:
  SeenBy(const Deps& deps, const Event& event) : deps_(deps), event_(event) {}
  /// Events of dossiers, submissions, occasions, decisions and duties; nobody is told of others. Throws StorageUnavailable.
  bool operator()(const Actor& actor);

 private:
  [[nodiscard]] bool judge(const Actor& actor);
  void load();

  const Deps& deps_;
  const Event& event_;
  bool loaded_ = false;
  std::optional<Dossier> dossier_;
  std::optional<Submission> submission_;
  std::optional<Occasion> occasion_;
  std::optional<Decision> decision_;
  std::optional<DutyTask> task_;
  std::map<std::pair<OfficeId, Role>, bool> judged_;
};

}  // namespace vinhdanh
