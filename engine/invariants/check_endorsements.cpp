// INV-1: mandatory endorsements on the content that was decided.
#include <algorithm>
#include <variant>

#include "engine/invariants/checks.hpp"
#include "engine/invariants/walk_fold.hpp"

namespace vinhdanh::detail {
namespace {

struct EndorsementCheck {
  const Walked& before;
  const SealedEvent& sealed;
  const CheckContext& context;
  Violations& found;

  void report(std::string text) const { found.push_back({"INV-1", sealed.n, std::move(text)}); }

  void expect_current(const std::string& hash) const {
    if (hash != before.content_hash) report("it speaks of another content than the one that was sent last");
  }
  /// Every mandatory stage before `end` stands on the current content.
  void expect_endorsed(int end) const {
    for (int place = 0; place < end; ++place) {
      const Stage& stage = context.route.at(place);
      if (!stage.mandatory) continue;
      const auto spoke = before.endorsements.find(stage.id);
      if (spoke == before.endorsements.end() || !spoke->second.valid) {
        report("mandatory stage " + stage.id + " has no standing endorsement");
      } else if (spoke->second.hash != before.content_hash) {
        report("mandatory stage " + stage.id + " endorsed another content than the one decided");
      }
    }
  }

  void operator()(const DossierForwarded& body) const { expect_current(body.content_hash); }
  void operator()(const AwardApproved& body) const {
    expect_current(body.content_hash);
    expect_endorsed(context.route.place_of(body.stage));
  }
  /// A lower form is decided on the way: what comes after its stage fell away.
  void operator()(const DossierAwarded&) const {
    const int decided_at = context.route.place_of(before.stage);
    expect_endorsed(decided_at < 0 ? context.route.size() : decided_at + 1);
  }
  void operator()(const ResultRecorded& body) const {
    if (!body.approved) return;
    expect_current(body.content_hash);
    if (!body.to_stage) expect_endorsed(context.route.place_of(body.stage));
  }
  void operator()(const DossierResubmitted& body) const {
    if (within_points(body.changed, before.points)) return;
    for (const auto& [stage, endorsement] : before.endorsements) {
      if (endorsement.valid && std::ranges::find(body.voided, stage) == body.voided.end()) {
        report("the content changed outside the returned points, but the endorsement of " + stage + " was not voided");
      }
    }
  }
  void operator()(const EndorsementCarried& body) const {
    const auto spoke = before.endorsements.find(body.stage);
    if (spoke == before.endorsements.end() || !spoke->second.valid || spoke->second.hash != body.from_hash) {
      report("no standing endorsement of " + body.stage + " could be carried from that content");
    }
    expect_current(body.to_hash);
  }
  void operator()(const DossierRecalled& body) const {
    for (const StageId& stage : body.restored) {
      if (before.stage != stage) report("the recall restored the endorsement of " + stage + ", which was not returned to");
    }
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

void check_endorsements(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found) {
  std::visit(EndorsementCheck{before, event, context, found}, event.event.body);
}

}  // namespace vinhdanh::detail
