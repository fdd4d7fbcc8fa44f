// Who finds what in lists is who sees it: for many people and states, in the list exactly if GET answers 200.
#include <random>
#include <set>

#include "api/desk/caller/scope.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Dossiers of any unit in any state, not only those that commands lead to.
class Scattered : public Rig {
 public:
  explicit Scattered(unsigned seed) : Rig(day(2024, 6, 3)), random_(seed) {
    for (const auto& [id, office] : deps->rulebook.organisation().offices) offices_.push_back(id);
    plans_ = deps->rulebook.plans();
    Occasion occasion;
    occasion.id = "occasion-1";
    Submission submission;
    submission.id = "submission-1";
    submission.occasion = occasion.id;
    submission.unit = offices_[0];
    Change change;
    change.next = {occasion, submission};
    REQUIRE(inner.commit({&change, 1}).front().status == CommitStatus::done);
  }

  Dossier add(int number) {
    const auto& plan = *pick(plans_);
    const auto& form = pick(plan.award_forms);
    Dossier it;
    it.id = "d" + std::to_string(1000 + number);
    it.code = "HS-2024-" + std::to_string(number);
    it.submission = "submission-1";
    it.occasion = "occasion-1";
    it.plan = deps->rulebook.text_of(plan).ref;
    it.unit = pick(offices_);
    it.territory = one_in(4) ? pick(offices_) : plan.territory;
    it.form = form.code;
    it.phase = static_cast<Phase>(random_() % Names<Phase>::all.size());
    if (const auto* route = plan.route(form.route)) it.stage = pick(route->stages).id;
    if (!one_in(3)) it.submitters = {"person-1"};
    if (one_in(3)) it.endorsements.push_back({*it.stage, "person-2", pick(offices_), true, "", {}, {}, true});
    if (one_in(3)) it.sender = Sender{"person-3", pick(offices_), it.stage};
    if (one_in(4)) it.opinions.push_back({*it.stage, "role", pick(offices_), "person-4", true, {}});
    DossierOpened opened;
    opened.code = it.code;
    opened.unit = it.unit;
    Change change;
    Event event;
    event.stream = StreamKind::dossier;
    event.stream_id = it.id;
    event.body = opened;
    change.events = {event};
    change.next = {it};
    add_entries(*deps, change);
    REQUIRE(inner.commit({&change, 1}).front().status == CommitStatus::done);
    return it;
  }

  Actor somebody() {
    Actor actor;
    actor.office = pick(offices_);
    actor.role = static_cast<Role>(random_() % Names<Role>::all.size());
    return actor;
  }

  std::set<DossierId> listed(const Scope& scope) {
    std::set<DossierId> ids;
    ListRequest request{scope.in_lists(), {}, ListOrder::opened, "", 200};
    for (;;) {
      const auto page = lists.find(request);
      for (const auto& entry : page.entries) ids.insert(entry.id);
      if (!page.next) return ids;
      request.after = *page.next;
    }
  }

 private:
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }
  bool one_in(unsigned n) { return random_() % n == 0; }

  std::mt19937 random_;
  std::vector<OfficeId> offices_;
  std::vector<const Plan*> plans_;
};

}  // namespace

TEST_CASE("a dossier is in somebody's lists exactly if he may see it", "[desk]") {
  Scattered p(GENERATE(1u, 2u, 3u));
  std::vector<Dossier> dossiers;
  for (int i = 0; i < 150; ++i) dossiers.push_back(p.add(i));
  std::size_t seen = 0;
  for (int i = 0; i < 200; ++i) {
    const auto actor = p.somebody();
    INFO(actor.office << ' ' << name_of(actor.role));
    const Scope scope(*p.deps, actor, p.clock.business_now().legal_date());
    std::set<DossierId> visible;
    for (const auto& dossier : dossiers) {
      if (scope.sees(dossier)) visible.insert(dossier.id);
    }
    seen += visible.size();
    CHECK(p.listed(scope) == visible);
    CHECK(p.lists.count(scope.in_lists(), {}) == static_cast<std::int64_t>(visible.size()));
  }
  CHECK(seen > 500);
}

TEST_CASE("lists and doors agree over the life of a dossier, also after offices merged", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  std::vector<std::string> tokens{p.clerk(), p.intake(), p.appraiser(), p.secretary(), p.chairman(), p.auditor(),
                                  p.officer()};
  for (const std::string office : {"so_ldtbxh_lang_son", "so_nnmt_lang_son", "truong_thpt_binh_gia",
                                   "so_noi_vu_ninh_binh", "mttq_lang_son", "van_phong_ubnd_lang_son"}) {
    for (const auto role : {Role::specialist, Role::unit_head, Role::observer}) tokens.push_back(p.token(office, role));
  }
  const auto check = [&] {
    for (const auto& token : tokens) {
      const auto items = p.get("/v1/dossiers", token).body["items"];
      CHECK(items.size() == (p.get(dossier, token).status == 200 ? 1 : 0));
      CHECK(p.get("/v1/submissions", token).body["items"].size() == (p.get(submission, token).status == 200 ? 1 : 0));
      CHECK(p.post("/v1/dossiers/facets", token, Json::object()).body["total"] == items.size());
    }
  };
  check();
  p.submit(dossier);
  check();
  p.appraise(dossier);
  check();
  p.clock.move_to(Instant{day(2025, 3, 3).days() * 86'400'000LL});
  check();
  p.clock.move_to(Instant{day(2025, 8, 4).days() * 86'400'000LL});
  check();
}
