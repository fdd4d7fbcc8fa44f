// What a caller is told that he may is what the routes let him.
#include "api/desk/caller/rights.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/decide/turn.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string board_office = "so_noi_vu_lang_son";

bool is_refused_for_role(const test::Answer& answer) {
  const auto reasons = answer.reasons();
  return answer.status == 403 &&
         (answer.code() == "forbidden" || std::ranges::find(reasons, "not_in_role") != reasons.end());
}

std::vector<Role> appointable_roles() {
  std::vector<Role> roles;
  for (std::size_t i = 0; i < Names<Role>::all.size(); ++i) {
    if (static_cast<Role>(i) != Role::deadline_runner) roles.push_back(static_cast<Role>(i));
  }
  return roles;
}

/// One office in which somebody holds each role, with a submission, occasions and duties that all of them see.
class HouseOfRoles : public SteadyProvince {
 public:
  HouseOfRoles() {
    const auto own = post("/v1/submissions", person(Role::unit_clerk), {{"occasion", occasion_}});
    REQUIRE(own.status == 201);
    submission_ = "/v1/submissions/" + own.body["id"].get<std::string>();
    pass();
    const auto listed = get("/v1/duties?limit=200&unit=" + board_office, officer());
    for (const auto& duty : listed.body["items"]) duties_.push_back("/v1/duties/" + duty["id"].get<std::string>());
    REQUIRE(duties_.size() > 1);
    const auto hook = post("/v1/webhooks", clerk(), {{"url", "https://hook.example.vn/"}});
    REQUIRE(hook.status == 201);
    webhook_ = "/v1/webhooks/" + hook.body["id"].get<std::string>();
  }

  std::string person(Role role) { return token(board_office, role); }
  std::set<std::string> told(Role role) {
    const auto may = get("/v1/me", person(role)).body["may"];
    return {may.begin(), may.end()};
  }

  /// Whether the role gets through where the right is asked for, whatever else then stands against it.
  std::map<Right, std::function<bool(Role)>> doors() {
    const auto reads = [this](const std::string& target) {
      return [=, this](Role role) { return get(target, person(role)).status == 200; };
    };
    const auto posts = [this](const std::string& target, const Json& body) {
      return [=, this](Role role) { return !is_refused_for_role(post(target, person(role), body)); };
    };
    return {
        {Right::read_dossiers, reads("/v1/dossiers")},
        {Right::open_submission, posts("/v1/submissions", {{"occasion", occasion_}})},
        {Right::open_dossier, posts(submission_ + "/dossiers",
                                    {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}})},
        {Right::read_occasions, reads("/v1/occasions")},
        {Right::open_occasion, posts("/v1/occasions", an_occasion())},
        {Right::close_occasion,
         [this](Role role) { return !is_refused_for_role(act_on(another_occasion(), "/close", person(role), Json::object())); }},
        {Right::read_decisions, reads("/v1/decisions")},
        {Right::open_decision, posts("/v1/decisions", {{"form", "provincial_merit"}, {"occasion", occasion_}})},
        {Right::read_duties, reads("/v1/duties")},
        {Right::hand_in_duties,
         [this](Role role) {
           return std::ranges::any_of(duties_, [&](const auto& duty) { return hands_in(duty, person(role)); });
         }},
        {Right::reopen_duties,
         [this](Role role) {
           return !is_refused_for_role(
               act_on(duties_.front(), "/actions/reopen", person(role), {{"reason", "Cần bổ sung"}}));
         }},
        {Right::verify_store, reads("/v1/verification")},
        {Right::read_access_log, reads("/v1/access-log")},
        {Right::manage_accounts, reads("/v1/accounts")},
        {Right::manage_appointments, reads("/v1/appointments")},
        {Right::read_definitions, reads("/v1/definitions")},
        {Right::bring_definitions, posts("/v1/definitions", Json::object())},
        {Right::activate_definitions,
         posts("/v1/definitions/plan/lang-son-2021-2025/7/actions/request_activation", Json::object())},
        {Right::read_webhooks, reads("/v1/webhooks")},
        {Right::make_webhooks, posts("/v1/webhooks", {{"url", "https://hook.example.vn/"}})},
        {Right::read_all_webhooks, reads(webhook_)},
        {Right::work_dossiers, [this](Role role) { return turns().contains(role); }},
    };
  }

 private:
  static Json an_occasion() {
    return {{"plan", "lang-son-2021-2025"}, {"milestone", "final_review"},   {"name", "Đợt khác"},
            {"document", a_letter()},       {"forms", {"provincial_merit"}}, {"places", Json::array()},
            {"opens", "2025-01-20"},        {"receipt_deadline", "2025-06-20"}};
  }
  std::string another_occasion() {
    return "/v1/occasions/" + post("/v1/occasions", officer(), an_occasion()).body["id"].get<std::string>();
  }
  Answer act_on(const std::string& thing, const std::string& path, const std::string& token, const Json& body) {
    return post(thing + path, token, body, {{"if-match", get(thing, officer()).etag()}});
  }
  bool hands_in(const std::string& duty, const std::string& token) {
    const auto etag = get(duty, officer()).etag();
    return !is_refused_for_role(call("PUT", duty + "/paper?kind=scanned", token, "not a paper",
                                     {{"if-match", etag}, {"content-type", "application/pdf"}}));
  }

  /// Whose turn it is anywhere: every plan's forms at each of their stages, in each phase.
  std::set<Role> turns() {
    std::set<Role> all;
    const auto note = [&](const Dossier& dossier, const Plan& plan, const Decision* decision) {
      const auto turn = turn_of(dossier, plan, deps->rulebook.organisation(), decision, today());
      if (turn) all.insert(turn->roles.begin(), turn->roles.end());
    };
    for (const auto* plan : deps->rulebook.plans()) {
      for (const auto& form : plan->award_forms) {
        for (const auto& stage : plan->route(form.route)->stages) {
          for (std::size_t phase = 0; phase < Names<Phase>::all.size(); ++phase) {
            Dossier dossier;
            dossier.form = form.code;
            dossier.unit = plan->territory;
            dossier.stage = stage.id;
            dossier.phase = static_cast<Phase>(phase);
            Decision decision;
            const bool decided = stage.kind == StageKind::decide;
            note(dossier, *plan, decided ? &decision : nullptr);
          }
        }
      }
    }
    return all;
  }

  std::string occasion_ = open_occasion();
  std::string submission_;
  std::string webhook_;
  std::vector<std::string> duties_;
};

}  // namespace

TEST_CASE("what each role is told that it may is what the routes let it, right by right", "[desk]") {
  HouseOfRoles at;
  const auto doors = at.doors();
  REQUIRE(doors.size() == Names<Right>::all.size());
  int held = 0;
  for (const auto role : appointable_roles()) {
    const auto told = at.told(role);
    for (const auto& [right, lets] : doors) {
      INFO(name_of(role) << " " << name_of(right));
      const bool may = told.contains(std::string(name_of(right)));
      CHECK(lets(role) == may);
      held += may ? 1 : 0;
    }
  }
  CHECK(held > 50);
}

TEST_CASE("every door that is closed to a role is a right that callers are told of", "[desk]") {
  HouseOfRoles at;
  std::map<std::string, std::set<Role>> holders;
  for (const auto role : appointable_roles()) {
    for (const auto& right : at.told(role)) holders[right].insert(role);
  }
  for (const auto& route : at.routes()) {
    if (route.access.kind() != Access::Kind::roles) continue;
    INFO(route.method << ' ' << route.pattern);
    std::set<Role> roles(route.access.roles().begin(), route.access.roles().end());
    roles.erase(Role::deadline_runner);
    CHECK(std::ranges::any_of(holders, [&](const auto& right) { return right.second == roles; }));
  }
}

TEST_CASE("an administrator rules the house and has no business in it", "[desk]") {
  CHECK(rights_of(Role::administrator, shipped_definitions()) ==
        std::vector<Right>{Right::manage_accounts, Right::manage_appointments, Right::read_definitions,
                           Right::read_webhooks, Right::read_all_webhooks});
  CHECK_THROWS_AS(roles_with(Right::work_dossiers), std::logic_error);
}

TEST_CASE("who has not chosen a role yet is told of no rights", "[sign-in]") {
  Rig rig(day(2025, 2, 12));
  const auto person = with_password(rig, "lan", some_password);
  const auto clerk = appoint(rig, person, board_office, Role::unit_clerk);
  appoint(rig, person, board_office, Role::specialist);
  Browser browser(rig);
  REQUIRE(browser.sign_in("lan", some_password).status == 201);
  CHECK_FALSE(browser.get("/v1/me").body.contains("may"));
  REQUIRE(browser.choose(clerk).status == 200);
  const auto may = browser.get("/v1/me").body["may"];
  CHECK(std::ranges::find(may, "open_submission") != may.end());
}
