/// A scenario being played: people are made from offices and roles as its lines name them, and act on the real engine.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "examples/support/desk.hpp"
#include "tests/scenarios/script.hpp"

namespace vinhdanh::scenarios {

/// What a row came to: where the dossier stands, or why not.
struct Came {
  std::optional<Refusal> refusal;
  std::string answer;       ///< of a check; empty for acts
  std::int64_t before = 0;  ///< the dossier's version before the act
};

class Play {
 public:
  /// Sets the stage: plan, offices, occasions, dossiers. Throws std::runtime_error naming the line.
  explicit Play(const Script& script);

  /// Plays the rows, comparing what each comes to with what it says; then verifies every stream.
  void run();

 private:
  // play.cpp
  void run_together(std::span<const Row> rows);
  Came act(const Row& row);
  void compare(const Row& row, const Came& came);
  void verify();

  // givens.cpp
  void give(const Given& given);
  void give_variant(const Given& given);
  void give_occasion(const Given& given);
  void give_dossier(const Given& given);
  Content content_of(const std::vector<Detail>& details, Content content, int line) const;

  // people.cpp
  OfficeId office(const std::string& word, int line) const;
  Actor actor(const std::string& who, int line);
  static PersonId person(const std::string& name) { return name; }

  // acts.cpp
  std::optional<Payload> payload(const Row& row);
  /// Acts that are no command on one dossier; nothing when the row is none of them.
  std::optional<Came> other_act(const Row& row);
  Came attach(const Row& row, const std::string& slot);
  Came edit(const Row& row, const std::vector<std::string>& parts);
  Came open_decision(const Row& row, const std::string& name, const std::string& form);

  // checks.cpp: questions that change nothing, and their answers in words
  std::string check(const Row& row, const std::string& question);
  std::string check_category(const Row& row, const std::string& id, const std::vector<std::string>& parts);
  std::string check_deadline(const Row& row, const std::vector<std::string>& parts);
  std::string check_recorded_result(const Row& row, const std::string& id);
  std::string check_as_of(const Row& row, Date day);
  std::string check_content(const Row& row, int version);
  std::string check_law(const Row& row, const std::string& words);

  // observed.cpp
  std::string standing(const Dossier& dossier) const;
  std::string fact(const Row& row, const Came& came, const std::string& key) const;
  std::string opinions(const Dossier& dossier) const;
  std::string right_office(const Dossier& dossier) const;
  std::string office_in_charge(const Dossier& dossier) const;

  const DossierId& dossier_id(const Row& row) const;
  Dossier dossier(const Row& row) const;
  const Plan& plan() const { return *desk_.definitions.plan(plan_, 1); }
  std::string name_of_dossier(const std::string& code) const;
  std::string name_of_office(const OfficeId& id) const;

  const Script& script_;
  example::Desk desk_;
  std::string plan_;
  std::map<std::string, OfficeId> offices_;
  std::map<std::string, Actor> actors_;
  std::map<std::string, OccasionId> occasions_;
  std::map<std::string, DossierId> dossiers_;
  std::map<std::string, DecisionId> decisions_;
};

}  // namespace vinhdanh::scenarios
