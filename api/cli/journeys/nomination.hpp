/// One dossier on its way: every act is done by the hand that the plan's stage names, and noted for the table.
#pragma once

#include <string>
#include <vector>

#include "api/cli/journeys/movement.hpp"

namespace vinhdanh::journeys {

/// Who is put forward and for what.
struct Nominee {
  std::string ref;  ///< external reference of the dossier
  std::string form;
  std::string kind;  ///< subject kind
  std::string category;
  std::string name;
  std::string title;  ///< of a person
  std::string achievement;
  std::string from;
  std::string to;
  Json figures = Json::object();  ///< {"single": …, "yearly": …}
};

struct Point {
  std::string code;
  std::string pointer;
  std::string text;
};

class Nomination {
 public:
  /// Opens the dossier in the submission, writes its content and puts in the papers that are due before sending.
  Nomination(Movement& movement, const Letter& letter, Nominee nominee);

  // The unit.
  void submit();
  void edit(const std::string& pointer, const Json& value);
  /// Answers every point of the return.
  void resubmit(const std::string& answer);
  void recall_by_unit();
  void withdraw(const std::string& reason);
  void confirm_correction();

  // The stage where it is.
  void receive();
  void attest_all();
  void attest_not_applicable(const std::string& criterion, const std::string& reason);
  void give_opinion(const std::string& office, bool agrees, const std::string& text);
  void rank(int rank);
  void propose(const std::string& kind, const std::string& text);
  void forward(bool deputy = false);
  void forward_disagreeing(const std::string& opinion);
  void return_to_unit(const std::vector<Point>& points);
  void return_to_stage(const std::string& stage, const std::vector<Point>& points);
  void conclude_ineligible(const std::string& criterion, const std::string& text);
  void decline(const std::string& reason);
  /// Until a competent body has said how it ended; both cite that body's document.
  void hold(const std::string& document, const std::string& review, const std::string& reason);
  void lift_hold(const std::string& document, const std::string& reason);
  void record_correction(const std::string& pointer, const std::string& value);
  void record_result(bool approved, const std::string& number, const std::string& sent);
  void approve(const Award& award, bool deputy = false);
  /// Gives this lower form instead of the one put forward, in a decision of that form.
  void approve_lower(const Award& award, const std::string& form);

  /// Receives, attests where the stage does, proposes where somebody does, and sends on; the council adds its minutes.
  void pass(bool deputy = false);
  /// Passes stage after stage until it waits at this one.
  void pass_to(const std::string& stage);

  /// An office tells of the refusal in writing.
  void notify(const std::string& office, const std::string& role, const std::string& reason);
  /// The forward of the present stage must be refused for this reason and name that dossier as the holder.
  void forward_refused(const std::string& reason, const Nomination& holder);
  void approve_refused(const Award& award, const std::string& reason, const Nomination& holder);

  /// It must stand there now.
  void stands(const std::string& phase, const std::string& stage = {});
  /// How many endorsements are valid now.
  [[nodiscard]] int valid_endorsements();
  /// Checks the end and adds the row.
  void ends(const std::string& phase);

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& code() const { return code_; }
  void note(const std::string& what, const Hand& hand);

 private:
  Json view(const Hand& hand);
  void act(const Hand& hand, const std::string& command, const Json& payload);
  /// The same, noted under the stage where it is; an act with an outcome gets a line of its own.
  void act_at_stage(const Hand& hand, const std::string& command, const Json& payload, const std::string& outcome = {});
  void refused(const Hand& hand, const std::string& command, const Json& payload, const std::string& reason,
               const Nomination& holder);
  void pass_on(const std::string& command, bool deputy, const std::string& opinion);
  [[nodiscard]] Hand stage_hand(const std::string& what, bool deputy = false);
  [[nodiscard]] const Json& stage();
  [[nodiscard]] std::string stage_office();
  void look();
  void attach(const std::string& slot, const Hand& hand);
  [[nodiscard]] Hand clerk() const;
  [[nodiscard]] Hand sender() const;

  Movement& movement_;
  Letter letter_;
  Nominee nominee_;
  std::string id_;
  std::string code_;
  Json seen_;  ///< the dossier as the plan's overseer saw it last
  std::vector<Step> steps_;
};

}  // namespace vinhdanh::journeys
