// Who sees what: absent and out of scope are the same 404; in scope without the role is 403.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Sent : Province {
  std::string occasion = open_occasion();
  std::string submission = open_submission(occasion);
  std::string draft;
  std::string dossier;
  Sent() {
    attach_letter(submission);
    draft = ready_dossier(submission, "Trường nháp");
    dossier = ready_dossier(submission);
    submit(dossier);
  }
  int seen(const std::string& path, const OfficeId& office, Role role) { return get(path, token(office, role)).status; }
};

}  // namespace

TEST_CASE("a dossier out of scope is not told apart from one that is not there", "[desk]") {
  Sent p;
  const auto stranger = p.token("so_khcn_lang_son", Role::unit_head);
  const auto hidden = p.get(p.dossier, stranger);
  const auto absent = p.get("/v1/dossiers/0190b0b0-0000-7000-8000-000000000000", stranger);
  CHECK(hidden.status == 404);
  CHECK(hidden.text == absent.text);
  const auto act = p.post(p.dossier + "/actions/submit", stranger, {{"letter", a_letter()}}, {{"if-match", "\"2\""}});
  CHECK(act.status == 404);
  CHECK(act.text == absent.text);
  CHECK(p.get("/v1/dossiers", stranger).body["items"].empty());
}

TEST_CASE("units see their own subtree, offices the dossiers whose stages they hold, overseers their territory",
          "[desk]") {
  Sent p;
  CHECK(p.seen(p.dossier, "so_gddt_lang_son", Role::unit_clerk) == 200);
  CHECK(p.seen(p.dossier, "truong_thpt_binh_gia", Role::unit_clerk) == 404);
  CHECK(p.seen(p.dossier, "so_noi_vu_lang_son", Role::appraiser) == 200);
  CHECK(p.seen(p.dossier, "so_ldtbxh_lang_son", Role::specialist) == 200);  // accompanies the appraisal
  CHECK(p.seen(p.dossier, "hoi_dong_tdkt_lang_son", Role::council_secretariat) == 200);
  CHECK(p.seen(p.dossier, "ubnd_lang_son", Role::decider) == 200);
  CHECK(p.seen(p.dossier, "so_noi_vu_lang_son", Role::unit_clerk) ==
        404);  // a unit's role there, not a hand of the stage
  CHECK(p.seen(p.dossier, "mttq_lang_son", Role::observer) == 200);
  CHECK(p.seen(p.dossier, "so_noi_vu_lang_son", Role::board_officer) == 200);
  CHECK(p.seen(p.dossier, "so_noi_vu_ninh_binh", Role::appraiser) == 404);
  CHECK(p.seen(p.dossier, "mttq_ninh_binh", Role::observer) == 404);
}

TEST_CASE("a draft that was never sent is seen by its unit and by overseers, not by the offices on its route",
          "[desk]") {
  Sent p;
  CHECK(p.seen(p.draft, "so_gddt_lang_son", Role::unit_head) == 200);
  CHECK(p.seen(p.draft, "so_noi_vu_lang_son", Role::appraiser) == 404);
  CHECK(p.seen(p.draft, "so_noi_vu_lang_son", Role::board_officer) == 200);
  const auto list = p.get("/v1/dossiers", p.appraiser());
  REQUIRE(list.body["items"].size() == 1);
  CHECK("/v1/dossiers/" + list.body["items"][0]["id"].get<std::string>() == p.dossier);
}

TEST_CASE("in scope without the role is 403, also for those who only watch", "[desk]") {
  Sent p;
  for (const auto& token : {p.clerk(), p.auditor(), p.token("mttq_lang_son", Role::observer)}) {
    const auto answer = p.act(p.dossier, "receive", token);
    CHECK(answer.status == 403);
    CHECK(answer.reasons().front() == "not_in_role");
  }
}

TEST_CASE("administrators and definition managers read no business", "[desk]") {
  Sent p;
  for (const auto role : {Role::administrator, Role::definition_manager}) {
    const auto token = p.token("lang_son", role);
    CHECK(p.get(p.dossier, token).code() == "forbidden");
    CHECK(p.get("/v1/dossiers", token).code() == "forbidden");
    CHECK(p.get("/v1/me", token).status == 200);
    CHECK(p.get("/v1/plans", token).status == 200);
  }
  CHECK(p.get("/v1/verification", p.clerk()).status == 403);
}

TEST_CASE("an auditor verifies the dossiers of his own province", "[desk]") {
  Sent p;
  CHECK(p.get("/v1/verification", p.token("so_noi_vu_lang_son", Role::auditor)).body["streams"] == 2);
  CHECK(p.get("/v1/verification", p.token("so_noi_vu_ninh_binh", Role::auditor)).body["streams"] == 0);
}

TEST_CASE("when an office gives its role to another, the waiting dossier appears at the successor", "[desk]") {
  Sent p;
  const auto labour = p.token("so_ldtbxh_lang_son", Role::specialist);
  const auto farming = p.token("so_nnmt_lang_son", Role::specialist);
  CHECK(p.get(p.dossier, labour).status == 200);
  p.clock.move_to(Instant{day(2025, 3, 3).days() * 86'400'000LL});
  CHECK(p.get(p.dossier, labour).status == 404);
  CHECK(p.get(p.dossier, farming).status == 404);
  CHECK(p.get(p.dossier, p.appraiser()).status == 200);
}

TEST_CASE("a token speaks for one appointment while it is in force, its account is not disabled and it has not expired",
          "[desk]") {
  Sent p;
  CHECK(p.call("GET", "/v1/me", "").code() == "unauthenticated");
  CHECK(p.call("GET", "/v1/me", "vd_nonsense").status == 401);
  const auto clerk = p.clerk();
  const auto me = p.get("/v1/me", clerk);
  CHECK(me.body["role"] == "unit_clerk");
  CHECK(me.body["office_name"] == "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn");
  CHECK(me.body["today"] == "2025-02-12");
  p.clock.system.milliseconds += 31LL * 24 * 3'600'000;
  CHECK(p.get("/v1/me", clerk).status == 401);
}

TEST_CASE("a deputy acts in the role of the holder and on his behalf", "[desk]") {
  Sent p;
  p.appraise(p.dossier);
  p.advise(p.submission, p.dossier);
  p.verify(p.dossier);
  const auto decision = p.open_decision(p.occasion);
  p.done(p.dossier, "receive", p.registry());
  const auto holder = p.person_of(p.chairman());
  const auto deputy = p.deputy_token("ubnd_lang_son", Role::decider);
  const auto me = p.get("/v1/me", deputy);
  CHECK(me.body["role"] == "decider");
  CHECK(me.body["capacity"] == "deputy");
  CHECK(me.body["behalf_of"]["person"] == holder);
  p.done(p.dossier, "approve", deputy, {{"decision", decision.substr(decision.rfind('/') + 1)}});
  p.done(decision, "sign", deputy);
  CHECK(p.get(decision, p.registry()).body["signed_as"] == "deputy");
}
