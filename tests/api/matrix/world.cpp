// A province with one dossier in each state of its life, and people in every relation to them.
#include "tests/api/matrix/world.hpp"

#include "api/desk/people/admin.hpp"
#include "engine/ports/nothing_written.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/workbook.hpp"

namespace vinhdanh::test {
namespace {

std::string id_in(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

const std::vector<std::string>& World::states() {
  static const std::vector<std::string> all = {"drafting", "awaiting", "review", "proposed", "held",       "returned",
                                               "chairman", "decided",  "signed", "awarded",  "ineligible", "withdrawn"};
  return all;
}

World::World() {
  const std::string home = "so_noi_vu_lang_son";
  const std::string unit = "so_gddt_lang_son";
  tokens_by_label_ = {
      {"clerk", clerk()},
      {"head", head()},
      {"other_clerk", token(unit, Role::unit_clerk, "second")},
      {"school_clerk", token("truong_thpt_binh_gia", Role::unit_clerk)},
      {"superior", token("lang_son", Role::unit_head)},
      {"sibling_head", token("so_khcn_lang_son", Role::unit_head)},
      {"sibling_specialist", token("so_khcn_lang_son", Role::specialist)},
      {"intake", intake()},
      {"appraiser", appraiser()},
      {"director", director()},
      {"home_specialist", token(home, Role::specialist)},
      {"home_clerk", token(home, Role::unit_clerk)},
      {"labour", token("so_ldtbxh_lang_son", Role::specialist)},
      {"secretary", secretary()},
      {"verifier", office_specialist()},
      {"chief", office_chief()},
      {"registry", registry()},
      {"chairman", chairman()},
      {"deputy", deputy_token("ubnd_lang_son", Role::decider)},
      {"recorder", token("ubnd_lang_son", Role::recorder)},
      {"officer", officer()},
      {"observer", token("mttq_lang_son", Role::observer)},
      {"auditor", auditor()},
      {"quota", token(home, Role::quota_manager)},
      {"far_head", token("so_noi_vu_ninh_binh", Role::unit_head)},
      {"far_appraiser", token("so_noi_vu_ninh_binh", Role::appraiser)},
      {"far_officer", token("so_noi_vu_ninh_binh", Role::board_officer)},
      {"far_observer", token("mttq_ninh_binh", Role::observer)},
      {"far_auditor", token("so_noi_vu_ninh_binh", Role::auditor)},
      {"far_chairman", token("ubnd_ninh_binh", Role::decider)},
      {"manager", token("lang_son", Role::definition_manager)},
      {"administrator", token("lang_son", Role::administrator)},
      {"stranger", ""},
      {"forger", "vd_nobody_was_given_this_token"},
  };
  // Works at the stage and, elsewhere in his life, for the unit whose dossiers come there.
  const auto submitter = token(home, Role::appraiser, "submitter");
  appoint(*this, person_of(submitter), unit, Role::unit_clerk);
  tokens_by_label_["submitter"] = submitter;
  // Was at the stage until yesterday.
  const auto revoked = token(home, Role::appraiser, "revoked");
  for (const auto& held : inner.appointments()) {
    if (held.person != person_of(revoked)) continue;
    REQUIRE(commit_alone(inner, end_role(clock, fresh, console_actor(), held, day(2025, 2, 11))).status ==
            CommitStatus::done);
  }
  tokens_by_label_["revoked"] = revoked;
  const auto disabled = token(home, Role::appraiser, "disabled");
  REQUIRE(
      commit_alone(inner, disable_user(clock, fresh, console_actor(), *inner.account(person_of(disabled)))).status ==
      CommitStatus::done);
  tokens_by_label_["disabled"] = disabled;

  occasion = Province::open_occasion();
  open_decision = Province::open_decision(occasion);
  for (const auto& state : states()) bring_to(state);
  pass();
  const auto duties = get("/v1/duties", clerk());
  REQUIRE_FALSE(duties.body["items"].empty());
  const auto made = post("/v1/webhooks", clerk(), {{"url", "https://hook.example.vn/"}});
  REQUIRE(made.status == 201);
  webhook = "/v1/webhooks/" + made.body["id"].get<std::string>();
  duty = "/v1/duties/" + duties.body["items"][0]["id"].get<std::string>();
  ask_for_jobs();
}

/// A list that waits for the clerk, and an export that is done.
void World::ask_for_jobs() {
  const auto list = book_of(sheet_data({{"Họ và tên", "Nhóm đối tượng"}, {"Người trong danh sách", "official"}}));
  const auto sent = call("POST", Province::open_submission(occasion) + "/imports?form=provincial_merit&subject_kind=individual", clerk(), list,
                         {{"idempotency-key", "world-import"}});
  REQUIRE(sent.status == 202);
  nominee_list = "/v1/imports/" + sent.body["id"].get<std::string>();
  const auto asked = post("/v1/dossiers/export", clerk(), {{"format", "csv"}});
  REQUIRE(asked.status == 202);
  job = "/v1/jobs/" + asked.body["id"].get<std::string>();
  while (job_runs->work()) {
  }
  REQUIRE(get(nominee_list, clerk()).body["state"] == "ready");
}

std::vector<std::string> World::people() const {
  std::vector<std::string> labels{"nominee"};
  for (const auto& [label, token] : tokens_by_label_) labels.push_back(label);
  return labels;
}

std::string World::token_of(const std::string& label, const std::string& state) const {
  if (label != "nominee") return tokens_by_label_.at(label);
  return standpoints_.at(standpoints_.contains(state) ? state : "review").nominee;
}

void World::freeze() {
  webhooks.frozen = true;
  jobs.frozen = true;
  store.before_commit = [this] {
    freeze();
    throw NothingWritten("frozen");
  };
}

std::string World::draft(Standpoint& here, const std::string& state) {
  here.nominee = nominee_of(state);
  here.submission = Province::open_submission(occasion);
  attach_letter(here.submission);
  auto content = some_content("Người được đề nghị " + state);
  content["nominee"]["person"] = person_of(here.nominee);
  const auto opened = post(
      here.submission + "/dossiers", clerk(),
      {{"form", "provincial_merit"}, {"subject_kind", "individual"}, {"category", "official"}, {"content", content}});
  INFO(opened.text);
  REQUIRE(opened.status == 201);
  here.dossier = "/v1/dossiers/" + opened.body["id"].get<std::string>();
  REQUIRE(upload(here.dossier, "achievement_report", clerk()).status == 200);
  return here.dossier;
}

void World::attest(const std::string& dossier, const std::string& value) {
  Json attestations = Json::object();
  for (const auto& criterion : deps->rulebook.latest_plan("lang-son-2021-2025")->category("official")->criteria) {
    attestations[criterion.id] = {{"value", value}};
    if (value != "met") attestations[criterion.id]["reason"] = "Chưa thực hiện";
  }
  done(dossier, "attest", appraiser(), {{"attestations", attestations}});
}

void World::to_chairman(const Standpoint& here) {
  done(here.dossier, "propose", appraiser(), {{"kind", "forward"}});
  done(here.dossier, "forward", director(), {{"letter", a_letter("33/SNV")}});
  advise(here.submission, here.dossier);
  verify(here.dossier);
  done(here.dossier, "receive", registry());
}

void World::bring_to(const std::string& state) {
  auto& here = standpoints_[state];
  draft(here, state);
  const auto& dossier = here.dossier;
  if (state == "drafting") return;
  submit(dossier);
  if (state == "withdrawn") done(dossier, "withdraw", head(), {{"reason", "Thôi đề nghị"}});
  if (state == "awaiting" || state == "withdrawn") return;
  done(dossier, "receive", intake());
  attest(dossier, state == "ineligible" ? "not_met" : "met");
  if (state == "review") return;
  if (state == "proposed") {
    done(dossier, "propose", appraiser(), {{"kind", "forward"}});
  } else if (state == "held") {
    done(dossier, "hold", officer(),
         {{"document", a_letter("2/TTr")}, {"review", "2025-03-12"}, {"reason", "Có đơn thư"}});
  } else if (state == "returned") {
    done(dossier, "return-for-rework", director(),
         {{"letter", a_letter("5/SNV")},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ"}}}}});
  } else if (state == "ineligible") {
    const auto failed = deps->rulebook.latest_plan("lang-son-2021-2025")->category("official")->criteria.front().id;
    done(dossier, "conclude-ineligible", director(),
         {{"letter", a_letter("8/SNV")}, {"grounds", {{{"criterion", failed}}}}, {"text", "Không đạt"}});
  } else {
    to_chairman(here);
    if (state == "chairman") return;
    here.decision = Province::open_decision(occasion);
    done(dossier, "approve", chairman(), {{"decision", id_in(here.decision)}});
    if (state == "decided") return;
    done(here.decision, "sign", chairman());
    if (state == "signed") return;
    done(here.decision, "number", registry(), {{"number", "100/QĐ-UBND"}, {"date", "2025-02-12"}});
  }
}

}  // namespace vinhdanh::test
