// INV-5: pinned rules. INV-7: the deciding authority. INV-9: places held, used or freed once.
#include <algorithm>
#include <tuple>
#include <variant>

#include "engine/invariants/checks.hpp"

namespace vinhdanh::detail {
namespace {

auto tied(const DefinitionRef& ref) { return std::tie(ref.id, ref.version, ref.sha256); }

struct RankCheck {
  const Walked& before;
  const SealedEvent& sealed;
  const CheckContext& context;
  Violations& found;

  void report(std::string text) const { found.push_back({"INV-7", sealed.n, std::move(text)}); }

  void expect_given(const AwardForm& nominated, const FormCode& given) const {
    if (given == nominated.code) return;
    const AwardForm* lower = context.plan.award_form(given);
    if (!lower || std::ranges::find(nominated.lower_forms, given) == nominated.lower_forms.end() ||
        lower->rank > nominated.rank) {
      report("the form " + given + " may not be given for " + nominated.code);
    }
  }
  void expect_authority(const AwardForm& given, const Stage* stage) const {
    if (stage && stage->office_role != given.authority) {
      report(stage->office_role + " decided " + given.code + ", which only " + given.authority + " decides");
    }
  }
  void expect_result(const AwardForm& given, const AwardResult& result) const {
    if (result.authority != given.authority) {
      report("the result is given as of " + result.authority + ", but only " + given.authority + " decides");
    }
  }
  /// What was given, which may be lower and then of another authority; the nominated form when the plan knows no such.
  const AwardForm& given_or(const AwardForm& nominated, const FormCode& code) const {
    const AwardForm* given = context.plan.award_form(code);
    return given ? *given : nominated;
  }

  void operator()(const AwardApproved& body) const {
    const AwardForm* nominated = context.plan.award_form(before.form);
    if (!nominated) return;
    const AwardForm& given = given_or(*nominated, body.form);
    expect_given(*nominated, body.form);
    expect_authority(given, context.route.stage(body.stage));
    const auto decision = context.around.decision ? context.around.decision(body.decision) : std::nullopt;
    if (decision && (decision->authority_role != given.authority || decision->authority != body.office)) {
      report("the decision belongs to " + decision->authority_role + " of " + decision->authority);
    }
    if (decision && decision->form != body.form) report("the decision is about the form " + decision->form);
  }
  void operator()(const DossierAwarded& body) const {
    const AwardForm* nominated = context.plan.award_form(before.form);
    if (!nominated) return;
    if (body.result.form != before.granted_form) report("the award is another form than was approved");
    expect_result(given_or(*nominated, body.result.form), body.result);
  }
  void operator()(const ResultRecorded& body) const {
    const AwardForm* nominated = context.plan.award_form(before.form);
    if (!nominated || !body.approved || body.to_stage) return;
    expect_given(*nominated, body.result.form);
    expect_authority(*nominated, context.route.stage(body.stage));
    expect_result(*nominated, body.result);
  }
  template <class Other>
  void operator()(const Other&) const {}
};

struct PlaceCheck {
  const Walked& before;
  const SealedEvent& sealed;
  Violations& found;

  void report(std::string text) const { found.push_back({"INV-9", sealed.n, std::move(text)}); }
  void expect_reserved(const std::string& key, const DossierId& dossier, const char* what) const {
    if (!before.hold || before.hold->state != HoldState::reserved || before.hold->key != key) {
      report(std::string("a place was ") + what + " that the dossier did not hold: " + key);
    }
    expect_own(dossier);
  }
  void expect_own(const DossierId& dossier) const {
    if (dossier != sealed.event.stream_id) report("the place is of another dossier");
  }

  void operator()(const PlaceReserved& body) const {
    if (before.hold && before.hold->state != HoldState::released) report("a second place was taken: " + body.key);
    expect_own(body.dossier);
  }
  void operator()(const PlaceConsumed& body) const { expect_reserved(body.key, body.dossier, "used"); }
  void operator()(const PlaceReleased& body) const {
    const bool used = before.hold && before.hold->state == HoldState::consumed && before.hold->key == body.key;
    if (used && before.left_decision) return expect_own(body.dossier);
    expect_reserved(body.key, body.dossier, "freed");
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

void check_pins(const Walked& before, const SealedEvent& sealed, const CheckContext&, Violations& found) {
  const auto& definition = sealed.event.definition;
  if (!before.phase) {
    if (!definition) found.push_back({"INV-5", sealed.n, "the first event pins no definition"});
    return;
  }
  if (definition && tied(*definition) != tied(before.plan)) {
    found.push_back({"INV-5", sealed.n, "the event was judged by another definition than the pinned " + before.plan.id});
  }
  const auto* received = std::get_if<DossierReceived>(&sealed.event.body);
  if (!received) return;
  if (received->era && before.era) found.push_back({"INV-5", sealed.n, "the era was pinned a second time"});
  if (!received->era && !before.era) found.push_back({"INV-5", sealed.n, "the first receipt pins no era"});
}

void check_deciding_rank(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found) {
  std::visit(RankCheck{before, event, context, found}, event.event.body);
}

void check_places(const Walked& before, const SealedEvent& event, const CheckContext&, Violations& found) {
  std::visit(PlaceCheck{before, event, found}, event.event.body);
}

void check_places_at_end(const Walked& end, Violations& found) {
  if (!end.hold || !end.phase || !is_final(*end.phase)) return;
  const bool right = end.phase == Phase::awarded ? end.hold->state == HoldState::consumed
                                                 : end.hold->state == HoldState::released;
  if (right) return;
  found.push_back({"INV-9", end.last_n, "the dossier ended as " + std::string(name_of(*end.phase)) + ", but its place is " +
                                            std::string(name_of(end.hold->state))});
}

}  // namespace vinhdanh::detail
