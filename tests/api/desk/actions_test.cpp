// What may be done to a submission, a decision and an occasion, as they are asked.
#include <algorithm>

#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Lạng Sơn's plan in a second version, in which the clerk of a unit sends by himself.
const Definitions& sent_by_clerks() {
  static const Definitions definitions = [] {
    Definitions made;
    auto plan = Json::parse(made.text_of(*made.latest_plan("lang-son-2021-2025")).bytes);
    plan["version"] = 2;
    for (auto& route : plan["routes"]) route["sender"] = "unit_clerk";
    const auto errors = made.add(plan.dump());
    for (const auto& error : errors) UNSCOPED_INFO(error.pointer << ' ' << error.message_en);
    REQUIRE(errors.empty());
    return made;
  }();
  return definitions;
}

struct Lot : Province {
  explicit Lot(const Definitions& definitions = shipped_definitions()) : Province(definitions) {}
  std::string occasion = open_occasion();
  std::string submission = open_submission(occasion);

  Json actions(const std::string& thing, const std::string& token) {
    const auto answer = get(thing + "/actions", token);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    CHECK(answer.etag() == get(thing, token).etag());
    return answer.body["actions"];
  }
  Json action(const std::string& thing, const std::string& command, const std::string& token) {
    for (auto& action : actions(thing, token)) {
      if (action["command"] == command) return action;
    }
    return {};
  }
  static std::vector<std::string> codes(const Json& action) {
    std::vector<std::string> found;
    for (const auto& reason : action["reasons"]) found.push_back(reason["code"]);
    return found;
  }
  std::string occasion_path() const { return "/v1/occasions/" + occasion; }
  static std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty submission takes dossiers and papers of its unit, and nothing can be done to all of none", "[desk]") {
  Lot p;
  const auto opening = p.action(p.submission, "open_dossier", p.clerk());
  CHECK(opening["allowed"] == true);
  CHECK(opening["href"] == p.submission + "/dossiers");
  const auto paper = p.action(p.submission, "attach_paper", p.clerk());
  CHECK(paper["allowed"] == true);
  CHECK(std::ranges::any_of(paper["choices"], [](const Json& it) { return it["value"] == "submission_letter"; }));
  CHECK(p.upload(p.submission, "submission_letter", p.clerk()).status == 200);
  for (const auto& action : p.actions(p.submission, p.head())) {
    INFO(action["command"]);
    if (action["command"] == "open_dossier" || action["command"] == "attach_paper") continue;
    CHECK(action["allowed"] == false);
    CHECK(Lot::codes(action) == Codes{"nothing_to_act_on"});
    CHECK(action["dossiers"] == 0);
  }
  CHECK(p.act(p.submission, "submit", p.head(), {{"letter", a_letter()}}).code() == "nothing_to_act_on");
  CHECK(Lot::codes(p.action(p.submission, "open_dossier", p.officer())) == Codes{"not_in_role", "not_responsible_office"});
}

TEST_CASE("who may send all dossiers of a submission is who signs by their plan", "[desk]") {
  Lot by_head;
  by_head.attach_letter(by_head.submission);
  by_head.ready_dossier(by_head.submission);
  CHECK(Lot::codes(by_head.action(by_head.submission, "submit", by_head.clerk())) == Codes{"not_in_role"});
  CHECK(by_head.action(by_head.submission, "submit", by_head.clerk())["reasons"][0]["details"]["role"] == "unit_head");
  CHECK(by_head.action(by_head.submission, "submit", by_head.head())["allowed"] == true);

  Lot by_clerk(sent_by_clerks());
  by_clerk.attach_letter(by_clerk.submission);
  by_clerk.ready_dossier(by_clerk.submission);
  CHECK(by_clerk.action(by_clerk.submission, "submit", by_clerk.clerk())["allowed"] == true);
  CHECK(Lot::codes(by_clerk.action(by_clerk.submission, "submit", by_clerk.head())) == Codes{"not_in_role"});
  CHECK(by_clerk.act(by_clerk.submission, "submit", by_clerk.clerk(), {{"letter", a_letter()}}).status == 200);
}

TEST_CASE("a reason against some dossiers names them, one against all is said once", "[desk]") {
  Lot p;
  p.attach_letter(p.submission);
  const auto ready = p.ready_dossier(p.submission, "Trường A");
  const auto bare = p.post(p.submission + "/dossiers", p.clerk(),
                           {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}});
  REQUIRE(bare.status == 201);
  const auto submit = p.action(p.submission, "submit", p.head());
  CHECK(submit["allowed"] == false);
  CHECK_FALSE(submit["reasons"].empty());
  for (const auto& reason : submit["reasons"]) CHECK(reason["details"]["of_dossier"] == bare.body["code"]);
  const auto role = p.action(p.submission, "submit", p.clerk())["reasons"][0];
  CHECK(role["code"] == "not_in_role");
  CHECK_FALSE(role["details"].contains("of_dossier"));
  // What was sent is taken back, and what is still a draft does not stand in the way.
  CHECK(submit["dossiers"] == 2);
  p.submit(ready);
  CHECK(p.action(p.submission, "submit", p.head())["dossiers"] == 1);
  CHECK(p.action(p.submission, "recall", p.head())["allowed"] == true);
  CHECK(p.act(p.submission, "recall", p.head()).status == 200);
}

TEST_CASE("asking what may be done changes nothing", "[desk]") {
  Lot p;
  p.attach_letter(p.submission);
  const auto dossier = p.ready_dossier(p.submission);
  const auto before = p.get(p.submission, p.head()).etag() + p.get(dossier, p.head()).etag();
  p.actions(p.submission, p.head());
  p.actions(p.occasion_path(), p.officer());
  CHECK(p.get(p.submission, p.head()).etag() + p.get(dossier, p.head()).etag() == before);
  CHECK(p.get(p.submission + "/actions?colour=red", p.head()).code() == "unknown_parameter");
  CHECK(p.get("/v1/occasions/nowhere/actions", p.head()).status == 404);
  CHECK(p.get(p.submission + "/actions", p.token("so_khcn_lang_son", Role::unit_head)).status == 404);
}

TEST_CASE("an occasion is closed by its board, nominated in by units and decided in by its authorities", "[desk]") {
  Lot p;
  CHECK(p.action(p.occasion_path(), "close", p.officer())["allowed"] == true);
  CHECK(Lot::codes(p.action(p.occasion_path(), "close", p.clerk())) == Codes{"not_in_role", "not_responsible_office"});
  CHECK(p.action(p.occasion_path(), "open_submission", p.clerk())["allowed"] == true);
  CHECK(Lot::codes(p.action(p.occasion_path(), "open_submission", p.officer())) == Codes{"not_in_role"});
  const auto decision = p.action(p.occasion_path(), "open_decision", p.registry());
  CHECK(decision["allowed"] == true);
  int allowed = 0;
  for (const auto& choice : decision["choices"]) {
    INFO(choice["value"]);
    const auto answer =
        p.post("/v1/decisions", p.registry(), {{"form", choice["value"]}, {"occasion", p.occasion}});
    CHECK((answer.status == 201) == choice["allowed"].get<bool>());
    allowed += choice["allowed"] ? 1 : 0;
  }
  CHECK(allowed > 0);
  CHECK(static_cast<std::size_t>(allowed) < decision["choices"].size());
  CHECK(Lot::codes(p.action(p.occasion_path(), "open_decision", p.officer())).front() == "not_in_role");
  const auto etag = p.get(p.occasion_path(), p.officer()).etag();
  REQUIRE(p.post(p.occasion_path() + "/close", p.officer(), Json::object(), {{"if-match", etag}}).status == 200);
  CHECK(Lot::codes(p.action(p.occasion_path(), "close", p.officer())) == Codes{"occasion_not_open"});
  CHECK(Lot::codes(p.action(p.occasion_path(), "open_submission", p.clerk())) == Codes{"occasion_not_open"});
}

TEST_CASE("a decision takes the dossiers that wait for it, is signed by its decider and numbered by the registry", "[desk]") {
  Lot p;
  p.attach_letter(p.submission);
  const auto dossier = p.ready_dossier(p.submission);
  p.submit(dossier);
  p.appraise(dossier);
  p.advise(p.submission, dossier);
  p.verify(dossier);
  const auto decision = p.open_decision(p.occasion);
  CHECK(Lot::codes(p.action(decision, "sign", p.chairman())) == Codes{"decision_empty"});
  CHECK(p.action(decision, "approve", p.chairman()).is_null());  // not received yet: nothing is under review
  p.done(dossier, "receive", p.registry());
  const auto approve = p.action(decision, "approve", p.chairman());
  CHECK(approve["allowed"] == true);
  REQUIRE(approve["choices"].size() == 1);
  CHECK(approve["choices"][0]["value"] == Lot::id_of(dossier));
  CHECK(Lot::codes(p.action(decision, "approve", p.registry())) == Codes{"not_in_role"});
  p.done(dossier, "approve", p.chairman(), {{"decision", Lot::id_of(decision)}});
  CHECK(p.action(decision, "approve", p.chairman()).is_null());
  CHECK(p.action(decision, "remove_from_decision", p.chairman())["allowed"] == true);
  CHECK(p.action(decision, "sign", p.chairman())["allowed"] == true);
  CHECK(Lot::codes(p.action(decision, "sign", p.registry())) == Codes{"not_in_role"});
  CHECK(p.action(decision, "number", p.registry())["allowed"] == false);
  p.done(decision, "sign", p.chairman());
  CHECK(p.action(decision, "number", p.registry())["allowed"] == true);
  CHECK(p.action(decision, "number", p.chairman())["allowed"] == false);
  p.done(decision, "number", p.registry(), {{"number", "100/QĐ-UBND"}, {"date", "2025-02-12"}});
  CHECK(p.action(decision, "number", p.registry())["allowed"] == false);
  CHECK(p.get(decision + "/actions", p.token("so_noi_vu_ninh_binh", Role::auditor)).status == 404);
}

namespace {

struct Chosen : Lot {
  Chosen() {
    attach_letter(submission);
    for (const auto& dossier : {first, second}) submit(dossier);
  }
  std::string first = ready_dossier(submission, "Trường A");
  std::string second = ready_dossier(submission, "Trường B");

  Answer ask(const std::string& token, const std::vector<std::string>& paths) {
    auto ids = Json::array();
    for (const auto& path : paths) ids.push_back(id_of(path));
    return post("/v1/dossiers/actions", token, {{"dossiers", ids}});
  }
  Json common(const std::string& command, const std::string& token, const std::vector<std::string>& paths) {
    const auto answer = ask(token, paths);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    for (auto& action : answer.body["actions"]) {
      if (action["command"] == command) return action;
    }
    return {};
  }
  std::string code_of(const std::string& dossier, const std::string& token) { return get(dossier, token).body["code"]; }
};

}  // namespace

TEST_CASE("an act is allowed on many when each allows it; the others are named", "[desk]") {
  Chosen p;
  const auto both = p.common("receive", p.intake(), {p.first, p.second, p.first});
  CHECK(both["allowed"] == true);
  CHECK(both["dossiers"] == 2);
  CHECK(both["href"] == "/v1/dossiers/{id}/actions/receive");
  CHECK(both["reasons"].empty());
  // What stands against all of them names none.
  const auto none = p.common("receive", p.clerk(), {p.first, p.second});
  CHECK(none["dossiers"] == 0);
  const auto codes = Lot::codes(none);
  CHECK(std::ranges::count(codes, "not_in_role") == 1);
  INFO(none.dump());
  for (const auto& reason : none["reasons"]) CHECK_FALSE(reason["details"].contains("of_dossier"));
  p.done(p.second, "receive", p.intake());
  const auto one = p.common("receive", p.intake(), {p.first, p.second});
  CHECK(one["allowed"] == false);
  CHECK(one["dossiers"] == 1);
  REQUIRE(one["reasons"].size() == 1);
  CHECK(one["reasons"][0]["code"] == "wrong_phase");
  CHECK(one["reasons"][0]["details"]["of_dossier"] == p.code_of(p.second, p.intake()));
}

TEST_CASE("of the choices of many those stay that all of them have, each allowed where all allow it", "[desk]") {
  Chosen p;
  p.done(p.first, "receive", p.intake());
  const auto kinds = [&](const std::vector<std::string>& dossiers) {
    std::map<std::string, bool> found;
    const auto action = p.common("propose", p.appraiser(), dossiers);
    for (const auto& choice : action["choices"]) {
      if (choice["member"] == "kind") found[choice["value"]] = choice["allowed"];
    }
    return found;
  };
  const auto alone = kinds({p.first});
  REQUIRE(alone.contains("forward"));
  CHECK(alone.at("forward"));
  const auto other = kinds({p.second});
  REQUIRE(other.contains("forward"));
  CHECK_FALSE(other.at("forward"));
  const auto both = kinds({p.first, p.second});
  for (const auto& [kind, allowed] : both) CHECK(allowed == (alone.at(kind) && other.at(kind)));
  CHECK(both.size() == std::min(alone.size(), other.size()));
}

TEST_CASE("what stands against a choice of many names the dossiers, unless it stands against all", "[desk]") {
  Chosen p;
  const auto reasons = [&](const std::vector<std::string>& dossiers) {
    const auto action = p.common("propose", p.appraiser(), dossiers);
    for (const auto& choice : action["choices"]) {
      if (choice["value"] == "forward") return choice["reasons"];
    }
    return Json();
  };
  const auto alone = reasons({p.first});
  CHECK_FALSE(alone.empty());
  auto unnamed = alone;
  for (auto& reason : unnamed) reason["details"].erase("of_dossier");
  CHECK(reasons({p.first, p.second}) == unnamed);
  p.done(p.first, "receive", p.intake());
  const auto one = reasons({p.first, p.second});
  REQUIRE(one.size() == alone.size());
  for (const auto& reason : one) CHECK(reason["details"]["of_dossier"] == p.code_of(p.second, p.appraiser()));
}

namespace {

Codes offered(const Json& action, const std::string& member) {
  Codes values;
  for (const auto& choice : action["choices"]) {
    if (choice["member"] == member) values.push_back(choice["value"]);
  }
  return values;
}

}  // namespace

TEST_CASE("many are assigned to those that each may be assigned to", "[desk]") {
  Chosen p;
  const auto people = [&](const std::vector<std::string>& dossiers) { return offered(p.common("assign", p.director(), dossiers), "person"); };
  const auto appraiser = p.person_of(p.appraiser());
  const auto secretary = p.person_of(p.secretary());
  for (const auto& dossier : {p.first, p.second}) p.done(dossier, "receive", p.intake());
  CHECK(std::ranges::count(people({p.first, p.second}), appraiser) == 1);
  p.attest_all(p.first);
  p.done(p.first, "propose", p.appraiser(), {{"kind", "forward"}});
  p.done(p.first, "forward", p.director(), {{"letter", a_letter("33/SNV")}});
  p.done(p.first, "receive", p.secretary());
  CHECK(people({p.first}) == Codes{secretary});
  CHECK(people({p.first, p.second}).empty());
}

TEST_CASE("many are approved into the decision that is open to each", "[desk]") {
  Chosen p;
  for (const auto& dossier : {p.first, p.second}) {
    p.appraise(dossier);
    p.advise(p.submission, dossier);
    p.verify(dossier);
    p.done(dossier, "receive", p.registry());
  }
  const auto decision = p.open_decision(p.occasion);
  const auto approve = p.common("approve", p.chairman(), {p.first, p.second});
  CHECK(approve["allowed"] == true);
  CHECK(offered(approve, "decision") == Codes{Lot::id_of(decision)});
}

TEST_CASE("each of many counts once, and is asked only for what is posted to it", "[desk]") {
  Chosen p;
  const auto draft = p.ready_dossier(p.submission, "Trường C");
  CHECK_FALSE(p.action(draft, "edit_content", p.clerk()).is_null());
  const auto answer = p.ask(p.clerk(), {draft, p.first, draft});
  CHECK(answer.body["dossiers"] == 2);
  for (const auto& action : answer.body["actions"]) {
    INFO(action["command"]);
    CHECK(action["command"] != "edit_content");
    CHECK(action["command"] != "attach_paper");
  }
}

TEST_CASE("actions of many are asked of those that the caller sees, of one at least and not of too many", "[desk]") {
  Chosen p;
  CHECK(p.ask(p.clerk(), {p.first, "/v1/dossiers/none"}).status == 404);
  CHECK(p.ask(p.token("so_khcn_lang_son", Role::unit_clerk), {p.first}).status == 404);
  CHECK(p.ask(p.clerk(), {}).body["errors"][0]["pointer"] == "/dossiers");
  const auto many = p.ask(p.clerk(), std::vector<std::string>(201, p.first));
  CHECK(many.status == 422);
  CHECK(many.body["errors"][0]["code"] == "too_long");
}
