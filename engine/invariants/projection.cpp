// Compares stored state with folded state.
#include "engine/invariants/projection.hpp"

#include <functional>
#include <tuple>

namespace vinhdanh {
namespace {

using Spoken = std::tuple<StageId, PersonId, OfficeId, std::string, bool>;

std::set<Spoken> standing(const Walked& walked) {
  std::set<Spoken> all;
  for (const auto& [stage, one] : walked.endorsements) {
    if (one.valid) all.emplace(stage, one.person, one.office, one.hash, one.agrees);
  }
  return all;
}
std::set<Spoken> standing(const Dossier& dossier) {
  std::set<Spoken> all;
  for (const Endorsement& one : dossier.endorsements) {
    if (one.valid) all.emplace(one.stage, one.person, one.office, one.content_hash, one.agrees);
  }
  return all;
}

template <class T, class Member>
auto member_of(const std::optional<T>& value, Member member) {
  using Result = std::decay_t<decltype(std::invoke(member, *value))>;
  return value ? std::optional<Result>(std::invoke(member, *value)) : std::nullopt;
}

class FieldComparison {
 public:
  explicit FieldComparison(std::int64_t n) : n_(n) {}
  template <class T>
  void same(const char* member, const T& walked, const T& stored) {
    if (walked != stored) found.push_back({"INV-15", n_, std::string("the stored ") + member + " is not what the events say"});
  }
  Violations found;

 private:
  std::int64_t n_;
};

void compare_case(FieldComparison& compare, const Walked& walked, const Dossier& dossier) {
  compare.same("phase", walked.phase, std::optional(dossier.phase));
  compare.same("stage", walked.stage, dossier.stage);
  compare.same("version", walked.last_n, dossier.version);
  compare.same("time", std::optional(walked.last_at), dossier.last_event);
  compare.same("plan", walked.plan.sha256, dossier.plan.sha256);
  compare.same("unit", walked.unit, dossier.unit);
  compare.same("occasion", walked.occasion, dossier.occasion);
  compare.same("form", walked.form, dossier.form);
  compare.same("subject kind", walked.subject_kind, dossier.subject_kind);
  compare.same("era", walked.era, dossier.era);
  compare.same("drafter", walked.drafter, dossier.drafter);
  compare.same("nominee", std::tie(walked.nominee_person, walked.nominee_office),
               std::tie(dossier.nominee_person, dossier.nominee_office));
  std::vector<PaperId> papers;
  for (const PaperEntry& paper : dossier.papers) papers.push_back(paper.id);
  compare.same("list of papers", walked.papers, papers);
  compare.same("content version", walked.content_version, dossier.content ? dossier.content->version : 0);
  compare.same("content hash", walked.content_hash, dossier.content ? dossier.content->hash : std::string());
}

void compare_hands(FieldComparison& compare, const Walked& walked, const Dossier& dossier) {
  compare.same("submitters", walked.submitters, std::set<PersonId>(dossier.submitters.begin(), dossier.submitters.end()));
  compare.same("sender", member_of(walked.sender, &WalkedSender::stage), member_of(dossier.sender, &Sender::stage));
  compare.same("sending office", member_of(walked.sender, &WalkedSender::office), member_of(dossier.sender, &Sender::office));
  compare.same("resent mark", member_of(walked.sender, &WalkedSender::resent), member_of(dossier.sender, &Sender::resent));
  compare.same("endorsements", standing(walked), standing(dossier));
  std::map<std::string, Attestation> attestations;
  for (const auto& one : dossier.attestations) attestations[one.criterion] = one.value;
  compare.same("attestations", walked.attestations, attestations);
  compare.same("proposal", walked.proposal, member_of(dossier.proposal, &Proposal::kind));
  compare.same("proposer", walked.proposer, member_of(dossier.proposal, &Proposal::person));
  compare.same("rank", walked.rank, dossier.rank);
}

void compare_outcome(FieldComparison& compare, const Walked& walked, const Dossier& dossier) {
  std::set<std::string> open;
  for (const ReturnPoint& point : dossier.points) {
    if (point.open) open.insert(point.id);
  }
  compare.same("open points", walked.open_points, open);
  compare.same("returning stage", walked.returned_from, dossier.returned_from);
  compare.same("correction", walked.correction, member_of(dossier.correction, &PendingCorrection::pointer));
  compare.same("quota key", member_of(walked.hold, &QuotaHold::key), member_of(dossier.quota, &QuotaHold::key));
  compare.same("place", member_of(walked.hold, &QuotaHold::state), member_of(dossier.quota, &QuotaHold::state));
  compare.same("decision", walked.decision, dossier.decision);
  compare.same("granted form", walked.granted_form, dossier.granted_form);
  compare.same("result", member_of(walked.result, &AwardResult::number), member_of(dossier.result, &AwardResult::number));
  compare.same("notice", walked.notified, dossier.notice.has_value());
}

}  // namespace

Violations check_projection(const Walked& walked, const Dossier& snapshot) {
  FieldComparison compare(walked.last_n);
  compare_case(compare, walked, snapshot);
  compare_hands(compare, walked, snapshot);
  compare_outcome(compare, walked, snapshot);
  return std::move(compare.found);
}

Violations check_same_text(const std::string& snapshot, const std::string& folded, std::int64_t n) {
  if (snapshot == folded) return {};
  return {{"INV-15", n, "the stored state differs from the fold of its events"}};
}

}  // namespace vinhdanh
