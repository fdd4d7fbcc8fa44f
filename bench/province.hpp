/// A province at work in memory: nominations under a shipped plan, brought as far as wanted by `decide` itself.
#pragma once

#include <random>
#include <vector>

#include "bench/people.hpp"
#include "engine/decide/decide.hpp"
#include "workflows/loader/definitions.hpp"

namespace vinhdanh::bench {

/// Who does what next with a dossier.
struct Act {
  const Person* who = nullptr;
  Payload payload;
};

/// The Bằng khen of the Chairman of Lạng Sơn's plan for 2021–2025, reviewed in August 2024. One thread.
class Province {
 public:
  explicit Province(Fresh& fresh);

  /// The business time at which everything happens from here on.
  static Instant start();

  [[nodiscard]] const Definitions& definitions() const { return definitions_; }
  [[nodiscard]] const Occasion& occasion() const { return occasion_; }
  [[nodiscard]] Rules rules() const;

  /// People, occasion and decision: to be committed first. Further people appear in later calls.
  std::vector<Change> founding();
  /// One submission of dossiers, the i-th of them `acts[i]` acts beyond its sending (-1: still a draft), as one change.
  Change submission(const std::vector<int>& acts);
  /// The dossiers of the last submission as that change leaves them.
  [[nodiscard]] const std::vector<Dossier>& dossiers() const { return dossiers_; }
  [[nodiscard]] const Submission& last_submission() const { return submission_; }
  [[nodiscard]] const Content& content() const { return content_; }

  const Person& person(const OfficeId& office, Role role) { return people_.in(office, role); }
  /// The next step on the way to the award; nobody once it is decided.
  Act next_act(const Dossier& dossier);
  /// What is known of a dossier of the last submission, as a store would tell it.
  Facts facts(const Dossier& dossier, const Actor& actor) const;
  /// Acts in an order that leaves most dossiers under way, as in an office in the middle of a review.
  int some_acts();

 private:
  const Person& hand(const Stage& stage, const std::vector<Role>& roles);
  Event event(const Actor& actor, StreamKind stream, const std::string& id, EventBody body);
  void choose_units();
  void open_occasion();
  void open_decision();
  void open_submission(Change& change, std::size_t dossiers);
  void send(Change& change, Dossier& dossier);
  void act(Change& change, Dossier& dossier, const Actor& actor, const Payload& payload);
  PaperEntry paper(const std::string& slot);

  Fresh& fresh_;
  std::mt19937_64 dice_{20240801};
  Definitions definitions_;
  const Plan* plan_ = nullptr;
  const Route* route_ = nullptr;
  DefinitionRef plan_ref_;
  Instant now_;
  People people_;
  std::vector<OfficeId> units_;
  std::vector<Change> founding_;
  Occasion occasion_;
  Decision decision_;
  Submission submission_;
  std::vector<Dossier> dossiers_;
  Content content_;
  int codes_ = 0;
};

}  // namespace vinhdanh::bench
