/// One plan as the journeys use it: its occasions, submissions and decisions, and the rows they leave.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/cli/journeys/report.hpp"
#include "api/cli/journeys/session.hpp"

namespace vinhdanh::journeys {

/// A review opened by a numbered document.
struct Review {
  std::string ref;     ///< external reference
  std::string office;  ///< whose board officer opens it
  std::string milestone;
  std::string name;
  std::string document;  ///< number of the document that opens it, dated today
  std::vector<std::string> forms;
  std::string deadline;         ///< last day of receipt
  Json places = Json::array();  ///< [{form, subject_kind, limit}]
  std::string territory = {};   ///< of a unit's own review; empty: the plan's
};

/// A submission as its unit opened it.
struct Letter {
  std::string id;
  std::string unit;
};

/// A decision that dossiers join.
struct Award {
  std::string id;
  std::string office;  ///< the authority
};

class Movement {
 public:
  /// Reads the plan from the server; `overseer` sees every dossier of the plan and `number` is its short number.
  Movement(Session& session, Report& report, const std::string& plan, std::string number, Hand overseer);

  /// True when an earlier run finished all of these dossiers: their rows are added. Throws Unexpected when it finished
  /// some.
  bool known(const std::vector<std::string>& refs);
  /// True when a dossier has this reference, finished or not.
  bool has(const std::string& ref);

  std::string open_occasion(const Review& review);
  /// Also lapses its drafts.
  void close_occasion(const std::string& occasion, const std::string& office);
  /// Opens a submission of the unit and puts its letter into it.
  Letter open_submission(const std::string& occasion, const std::string& unit, const std::string& ref);
  /// All dossiers of the submission at once, with one letter.
  void submit_all(const Letter& letter);

  Award open_decision(const std::string& occasion, const std::string& form, const std::string& office);
  void sign(const Award& award, bool deputy = false);
  void number(const Award& award, const std::string& number);

  /// A file in the slot of a submission, by a hand of the unit or of the stage where it is.
  void put_paper(const std::string& submission, const std::string& slot, const Hand& hand);

  /// `{number, date}` of a letter sent today.
  Json letter(const std::string& symbol);

  /// Verifies the dossier's history and adds its row; the dossier must have ended in `phase`.
  void conclude(const std::string& dossier, const std::string& phase, std::vector<Step> steps,
                bool from_before = false);
  /// The rows of results that make no dossier under this plan.
  void add_recorded_results();

  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] const Json& stage(const std::string& form, const std::string& id) const;
  [[nodiscard]] const Json& route(const std::string& form) const;
  [[nodiscard]] const Json& form(const std::string& code) const;
  [[nodiscard]] const Json& category(const std::string& id) const;
  /// "IV.1.b": where the plan says it.
  [[nodiscard]] std::string clause_of(const std::string& category, const std::string& criterion) const;
  [[nodiscard]] const Hand& overseer() const { return overseer_; }

 private:
  Json dossiers(const std::string& ref);

  Session& session_;
  Report& report_;
  std::string id_;
  std::string number_;
  Hand overseer_;
  Json plan_;
  int letters_ = 0;
};

/// Bytes of the smallest PDF that viewers open.
const std::string& small_pdf();

}  // namespace vinhdanh::journeys
