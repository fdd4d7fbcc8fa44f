/// A desk in memory: it does with the engine what the HTTP API does, without the web. The examples act through it.
#pragma once

#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/committer.hpp"
#include "adapters/memory/memory_store.hpp"
#include "engine/decide/decide.hpp"
#include "workflows/loader/definitions.hpp"

namespace vinhdanh::example {

/// Ids and salts that count up, so that a run repeats itself byte for byte. A real program draws them at random.
class CountingFresh final : public Fresh {
 public:
  std::string id() override;
  std::string salt() override;

 private:
  int count_ = 0;
};

/// One nominee × award form, as a unit opens it.
struct Nomination {
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::string category;
  Content content;
};

using Verdict = std::variant<Change, Refusal>;

/// One thread of acts. Times are 09:00 in Viet Nam on `today`, which the caller moves forward.
class Desk {
 public:
  explicit Desk(Definitions of);

  Definitions definitions;
  MemoryStore store;
  CountingFresh fresh;
  Date today;

  /// Grants an appointment that is in force from 2016 on.
  Actor appoint(const PersonId& person, const OfficeId& office, Role role);
  /// A deputy signs KT. for `holder`.
  Actor appoint_deputy(const PersonId& person, const Actor& holder, const DocumentRef& document);

  /// `occasion.plan` needs id and version; the rest of the plan's reference, the id and the office are filled in.
  OccasionId open_occasion(const Actor& officer, Occasion occasion);
  SubmissionId open_submission(const Actor& clerk, const OccasionId& occasion);
  DossierId open_dossier(const Actor& clerk, const SubmissionId& submission, const Nomination& nomination);
  DecisionId open_decision(const Actor& actor, const OccasionId& occasion, const FormCode& form);
  void attach_to_submission(const Actor& actor, const SubmissionId& submission, const std::string& slot);
  /// A paper to attach to a dossier, as `AttachPaper` carries it.
  PaperEntry paper(const std::string& slot);
  /// Autosave: no event.
  void edit(const DossierId& dossier, const Content& content);

  /// What the engine must know of a dossier, loaded from the store. `payload` null: for `permitted`.
  [[nodiscard]] Facts facts(const Dossier& dossier, const Actor& actor, const Payload* payload) const;
  [[nodiscard]] Rules rules(const Dossier& dossier) const;
  [[nodiscard]] Content content(const DossierId& dossier) const;

  /// Decides and keeps nothing.
  Verdict judge(const Actor& actor, const DossierId& dossier, const Payload& payload);
  /// Decides an act on all dossiers of a decision: `Sign`, `Number`.
  Verdict judge_decision(const Actor& actor, const DecisionId& decision, const Payload& payload);
  /// Decides the closing of an occasion: its drafts lapse.
  Verdict judge_closing(const Actor& actor, const OccasionId& occasion);

  /// Hands a change to the committer, as a server does; several may be on their way at once.
  std::future<Fate> send(Change change);

  /// Decides and commits, and decides again when another change came first. A refusal or nothing.
  std::optional<Refusal> act(const Actor& actor, const DossierId& dossier, const Payload& payload);
  std::optional<Refusal> act_on_decision(const Actor& actor, const DecisionId& decision, const Payload& payload);
  std::optional<Refusal> close(const Actor& actor, const OccasionId& occasion);

 private:
  [[nodiscard]] Instant now() const;
  Event event(const Actor& actor, StreamKind stream, const std::string& id, EventBody body);
  void must(Change change);
  void record_sending(Change& change, const Actor& actor, const Dossier& dossier, const DocumentRef& letter);
  Verdict judge_all(const Actor& actor, const std::vector<Dossier>& dossiers, const Payload& payload);

  Committer committer_;
};

/// All dossiers that a query finds.
std::vector<Dossier> all_dossiers(const Store& store, const DossierQuery& query);

}  // namespace vinhdanh::example
