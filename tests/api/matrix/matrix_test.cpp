// Every route, in every state of what it speaks of, as everybody: allowed and denied as policy.csv says.
#include <algorithm>
#include <set>

#include "api/desk/commands/payloads.hpp"
#include "api/http/preconditions.hpp"
#include "tests/api/matrix/policy.hpp"
#include "tests/api/matrix/world.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Under ASan, which makes it many times slower, every seventh cell is asked; every cell has its row in policy.csv all the same.
#ifdef __SANITIZE_ADDRESS__
constexpr int step = 7;
#else
constexpr int step = 1;
#endif

const std::string absent = "0190b0b0-0000-7000-8000-000000000000";

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool agrees(const std::string& expected, const test::Answer& answer) {
  const int status = answer.status;
  // The store is frozen: what would have been done comes back as this.
  const bool accepted = status == 503 && answer.code() == "storage_unavailable";
  if (expected == "ok") return accepted || status / 100 == 2;
  if (expected == "refused") return status == 409 || status == 422;
  if (expected == "denied") return status == 403 || status == 409;
  if (expected == "own") return accepted || status < 500;
  return std::to_string(status) == expected;
}

/// Who asks for what, where.
struct Cell {
  std::string method;
  std::string route;  ///< with the command in place of {command}
  std::string target;
  std::string state;
  std::string who;
  std::string etag;
  std::string body;
  std::string type;
};

class Matrix {
 public:
  Matrix() { world_.freeze(); }

  void run() {
    for (const auto& route : world_.routes()) {
      const auto name = route.method + ' ' + route.pattern;
      if (name.find("{command}") == std::string::npos) {
        run_route(route, name, "");
        continue;
      }
      for (const auto command : Names<Command>::all) {
        const auto path = path_of(parse_name<Command>(std::string(command)).value());
        run_route(route, name.substr(0, name.find("{command}")) + path, path);
      }
    }
  }

  int cells = 0;
  int compared = 0;
  std::vector<std::string> faults;
  std::set<std::string> routes;
  Policy policy{std::string(VINHDANH_SOURCE_DIR) + "/tests/api/matrix/policy.csv"};

 private:
  bool about(const std::string& name, const std::string& noun) const {
    return name.find(" /v1/" + noun + "/{id}") != std::string::npos;
  }

  void run_route(const HttpRoute& route, const std::string& name, const std::string& command) {
    routes.insert(name);
    std::vector<std::string> states{"-"};
    if (about(name, "dossiers") || about(name, "submissions")) states = World::states();
    if (about(name, "decisions")) states = {"empty", "decided", "signed", "awarded"};
    if (!command.empty() && !is_given_here(name, command)) states = {about(name, "decisions") ? "decided" : "review"};
    for (const auto& state : states) {
      for (const auto& who : world_.people()) try_cell(route, name, command, state, who);
    }
  }

  /// What the path does not take is not there in any state; one of them says so.
  static bool is_given_here(const std::string& name, const std::string& path) {
    const auto command = command_in_path(path).value();
    if (name.find("/decisions/") != std::string::npos) return command == Command::sign || command == Command::number;
    return name.find("/submissions/") != std::string::npos ? is_posted_to_submission(command)
                                                           : is_posted_to_dossier(command);
  }

  std::string thing_of(const std::string& name, const std::string& state) {
    if (about(name, "dossiers")) return world_.at(state).dossier;
    if (about(name, "submissions")) return world_.at(state).submission;
    if (about(name, "decisions")) return state == "empty" ? world_.open_decision : world_.at(state).decision;
    if (about(name, "occasions")) return "/v1/occasions/" + world_.occasion;
    if (about(name, "duties")) return world_.duty;
    if (about(name, "webhooks")) return world_.webhook;
    if (about(name, "imports")) return world_.nominee_list;
    if (about(name, "jobs")) return world_.job;
    if (about(name, "accounts")) return "/v1/accounts/" + world_.person_of(world_.token_of("sibling_head", "-"));
    if (about(name, "appointments")) return "/v1/appointments/" + appointment_of("sibling_head");
    return "";
  }
  std::string appointment_of(const std::string& label) {
    const auto person = world_.person_of(world_.token_of(label, "-"));
    for (const auto& it : world_.inner.appointments()) {
      if (it.person == person) return it.id;
    }
    return "";
  }
  /// As somebody who sees it knows it.
  std::string etag_of_thing(const std::string& name, const std::string& thing) {
    if (thing.empty()) return "";
    const bool saved =
        name == "PUT /v1/dossiers/{id}/content";  // the one write that does not go through the frozen store
    if (saved) return etag_of(world_.inner.workspace(last_part(thing)).value().version);
    if (const auto known = etags_.find(thing); known != etags_.end()) return known->second;
    const bool people = about(name, "accounts") || about(name, "appointments");
    const auto reader = world_.token_of(people                     ? "administrator"
                                        : about(name, "decisions") ? "chairman"
                                                                   : "clerk",
                                        "-");
    return etags_[thing] = world_.get(thing, reader).etag();
  }

  Json body_of(const std::string& command, const std::string& state) {
    const auto chairmans = state == "chairman" || state == "decided" || state == "signed";
    static const std::map<std::string, Json> fixed = {
        {"submit", {{"letter", a_letter()}}},
        {"withdraw", {{"reason", "Thôi"}}},
        {"give-opinion", {{"text", "Nhất trí"}}},
        {"rank", {{"rank", 1}}},
        {"propose", {{"kind", "forward"}}},
        {"forward", {{"letter", a_letter()}}},
        {"forward-with-disagreement", {{"letter", a_letter()}, {"opinion", "Chưa nhất trí"}}},
        {"return-for-rework",
         {{"letter", a_letter()},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ"}}}}}},
        {"decline", {{"reason", "Chưa đủ"}}},
        {"record-result", {{"document", a_letter()}}},
        {"record-correction", {{"pointer", "/nominee/name"}, {"value", "Tên đúng"}}},
        {"notify-not-awarded", {{"document", a_letter()}, {"reason", "Không đạt"}}},
        {"remove-from-decision", {{"reason", "Xem lại"}}},
        {"hold", {{"document", a_letter()}, {"review", "2025-03-12"}, {"reason", "Xác minh"}}},
        {"lift-hold", {{"document", a_letter()}, {"reason", "Đã rõ"}}},
        {"comment", {{"text", "Đề nghị xem xét"}}},
        {"sign", Json::object()},
        {"number", {{"number", "7/QĐ-UBND"}, {"date", "2025-02-12"}}},
    };
    if (const auto found = fixed.find(command); found != fixed.end()) return found->second;
    if (command == "resubmit") {
      const auto points = world_.get(world_.at("returned").dossier, world_.head()).body["points"];
      return {{"answers", {{{"point", points[0]["id"]}, {"text", "Đã nêu"}}}}};
    }
    if (command == "attest" || command == "conclude-ineligible") {
      const auto& criteria = world_.deps->rulebook.latest_plan("lang-son-2021-2025")->category("official")->criteria;
      if (command == "attest") return {{"attestations", {{criteria.front().id, {{"value", "met"}}}}}};
      return {{"letter", a_letter()}, {"grounds", {{{"criterion", criteria.front().id}}}}, {"text", "Không đạt"}};
    }
    if (command == "approve") return {{"decision", last_part(world_.open_decision)}};
    if (command == "approve-lower-form")
      return {{"form", "unit_commendation"}, {"decision", last_part(world_.open_decision)}};
    if (command == "assign") return {{"person", world_.person_of(chairmans ? world_.registry() : world_.appraiser())}};
    return Json::object();
  }

  Json body_of_route(const std::string& name) {
    static const std::map<std::string, Json> fixed = {
        {"POST /v1/sessions", {{"login", "nobody"}, {"password", "x"}}},
        {"PUT /v1/session/appointment", {{"appointment", absent}}},
        {"PUT /v1/password", {{"current_password", "x"}, {"new_password", "một mật khẩu dài"}}},
        {"POST /v1/second-factor", {{"password", "x"}}},
        {"POST /v1/second-factor/confirmation", {{"code", "123456"}}},
        {"PUT /v1/second-factor", {{"password", "x"}, {"code", "123456"}, {"secret", "x"}, {"new_code", "123456"}}},
        {"DELETE /v1/second-factor", {{"password", "x"}, {"code", "123456"}}},
        {"POST /v1/dossiers/actions", {{"dossiers", {absent}}}},
        {"POST /v1/dossiers/check", {{"dossiers", {absent}}}},
        {"POST /v1/notices/read", {{"ids", {absent}}}},
        {"POST /v1/plans/{id}/eligibility", {{"category", "official"}}},
        {"POST /v1/demo/clock", {{"now", "2001-01-01T00:00:00.000Z"}}},
        {"PUT /v1/views/{id}", {{"name", "Của tôi"}, {"filter", {{"open", true}}}}},
        {"PUT /v1/accounts/{id}/email", {{"email", "a@example.vn"}}},
        {"PUT /v1/accounts/{id}/password", {{"password", "một mật khẩu dài"}}},
        {"POST /v1/accounts/search", {{"text", "moi"}}},
        {"POST /v1/accounts", {{"login", "moi"}, {"name", "Người mới"}}},
        {"POST /v1/duties/{id}/actions/reopen", {{"reason", "Cần bổ sung"}}},
        {"POST /v1/definitions", Json::object()},
        {"POST /v1/webhooks", {{"url", "https://hook.example.vn/"}}},
        {"PUT /v1/webhooks/{id}", {{"url", "https://hook.example.vn/other"}}},
        {"POST /v1/webhooks/{id}/actions/replay", {{"after", "0-0"}}},
        {"POST /v1/webhooks/{id}/dead/retry", {{"stream", "dossier"}, {"id", absent}, {"n", 0}}},
        {"PUT /v1/imports/{id}/columns", {{"columns", Json::array()}}},
        {"PUT /v1/imports/{id}/mends", {{"mends", {"spaces"}}}},
        {"PUT /v1/imports/{id}/cells", {{"cells", {{{"row", 2}, {"field", "name"}, {"text", "Tên khác"}}}}}},
        {"POST /v1/dossiers/export", {{"format", "csv"}}},
        {"POST /v1/board/export",
         {{"format", "csv"}, {"filter", {{"plans", {"lang-son-2021-2025"}}}}, {"form", "provincial_merit"}}},
    };
    if (const auto found = fixed.find(name); found != fixed.end()) return found->second;
    if (name == "POST /v1/occasions") {
      return {{"plan", "lang-son-2021-2025"}, {"milestone", "final_review"},     {"name", "Đợt khác"},
              {"document", a_letter()},       {"forms", {"provincial_merit"}},   {"places", Json::array()},
              {"opens", "2025-01-20"},        {"receipt_deadline", "2025-06-20"}};
    }
    if (name == "POST /v1/submissions") return {{"occasion", world_.occasion}};
    if (name == "POST /v1/decisions") return {{"form", "provincial_merit"}, {"occasion", world_.occasion}};
    if (name == "POST /v1/submissions/{id}/dossiers")
      return {{"form", "provincial_merit"}, {"subject_kind", "individual"}, {"category", "official"}};
    if (name == "PUT /v1/dossiers/{id}/content") return some_content("Tên mới");
    if (name == "POST /v1/appointments") {
      return {{"person", world_.person_of(world_.token_of("sibling_specialist", "-"))},
              {"office", "so_khcn_lang_son"},
              {"role", "office_head"},
              {"from", "2025-03-01"}};
    }
    return Json::object();
  }

  std::string target_of(const std::string& pattern, const std::string& thing, const std::string& command) {
    auto target = pattern;
    const auto fill = [&](const std::string& name, const std::string& value) {
      if (const auto at = target.find(name); at != std::string::npos) target.replace(at, name.size(), value);
    };
    if (!thing.empty()) target = thing + target.substr(target.find("{id}") + 4);
    fill("{command}", command);
    fill("{slot}", pattern.starts_with("/v1/submissions") ? "submission_letter" : "achievement_report");
    fill("{slug}", "not-found");
    fill("{kind}", "plan");
    fill("{*}", "nowhere");
    fill("{version}", "7");
    if (pattern.starts_with("/v1/plans") || pattern.starts_with("/v1/definitions")) fill("{id}", "lang-son-2021-2025");
    if (pattern.starts_with("/v1/views")) fill("{id}", "cua-toi");
    fill("{id}", absent);
    if (pattern.ends_with("/template") || pattern.ends_with("/imports")) target += "?form=provincial_merit&subject_kind=individual";
    if (pattern == "/v1/quotas") target += "?occasion=" + world_.occasion;
    if (pattern == "/v1/calendar/deadline") target += "?from=2025-02-12&working_days=5";
    return target;
  }

  test::Answer send(const Cell& cell, const std::string& target) {
    Headers headers;
    if (!cell.etag.empty()) headers["if-match"] = cell.etag;
    if (!cell.type.empty()) headers["content-type"] = cell.type;
    if (cell.method == "POST") headers["idempotency-key"] = "cell-" + std::to_string(++keys_);
    return world_.call(cell.method, target, world_.token_of(cell.who, cell.state), cell.body, std::move(headers));
  }

  void try_cell(const HttpRoute& route, const std::string& name, const std::string& command, const std::string& state,
                const std::string& who) {
    ++cells;
    Cell cell{route.method, name, {}, state, who, {}, {}, {}};
    const auto expected = policy.expected(name, state, who);
    if (expected.empty()) return fault(cell, "no row of policy.csv fits", test::Answer{});
    if (cells % step != 0) return;
    const auto thing = thing_of(name, state);
    cell.target = target_of(route.pattern, thing, command);
    if (route.method != "GET") cell.etag = etag_of_thing(name, thing);
    if (route.body == BodyKind::json)
      cell.body = (command.empty() ? body_of_route(name) : body_of(command, state)).dump();
    if (route.body == BodyKind::raw) cell.body = name == "POST /v1/definitions" ? "{}" : pdf();
    if (route.body == BodyKind::raw)
      cell.type = name == "POST /v1/definitions" ? "application/json" : "application/pdf";
    if (name == "DELETE /v1/views/{id}") cell.etag = "\"1\"";
    const auto answer = send(cell, cell.target);
    if (!command.empty() && !about(name, "dossiers")) compare_with_actions(cell, thing, command, answer);
    if (name == "POST /v1/occasions/{id}/close") compare_with_actions(cell, thing, "close", answer);
    if (!agrees(expected, answer)) fault(cell, "expected " + expected, answer);
    if (expected == "404" && answer.status == 404 && !thing.empty()) compare_with_absent(cell, thing, answer);
  }

  /// What is accepted was offered, and what the role forbids was not.
  void compare_with_actions(const Cell& cell, const std::string& thing, const std::string& path,
                            const test::Answer& answer) {
    const auto known = actions_.find(cell.who + thing);
    const auto& listed = known != actions_.end()
                             ? known->second
                             : actions_[cell.who + thing] = world_.get(thing + "/actions", world_.token_of(cell.who, cell.state));
    if (listed.status != 200) return;
    for (const auto& action : listed.body["actions"]) {
      auto name = action["command"].get<std::string>();
      std::ranges::replace(name, '_', '-');
      if (name != path || action["href"].get<std::string>().find("/dossiers/") != std::string::npos) continue;
      ++compared;
      const bool allowed = action["allowed"];
      const auto reasons = answer.reasons();
      const bool forbidden = std::ranges::find(reasons, "not_in_role") != reasons.end();
      if (!allowed && agrees("ok", answer)) fault(cell, "accepted, but not among what may be done", answer);
      if (allowed && forbidden) fault(cell, "among what may be done, but not for the role", answer);
      if (!allowed && action["reasons"].empty()) fault(cell, "not to be done, and nothing says why", answer);
    }
  }

  /// What is out of scope is answered byte for byte like what is not there.
  void compare_with_absent(const Cell& cell, const std::string& thing, const test::Answer& hidden) {
    const auto place = cell.target.substr(thing.size());
    const auto& there = absent_[cell.who + cell.route];
    if (there.empty()) {
      const auto missing = send(cell, thing.substr(0, thing.rfind('/') + 1) + absent + place);
      absent_[cell.who + cell.route] = std::to_string(missing.status) + missing.text;
    }
    if (there != std::to_string(hidden.status) + hidden.text) fault(cell, "differs from what is absent", hidden);
  }

  void fault(const Cell& cell, const std::string& what, const test::Answer& answer) {
    auto reasons = answer.body.is_object() ? answer.code() : std::string("no problem");
    for (const auto& reason : answer.reasons()) reasons += ' ' + reason;
    faults.push_back(cell.route + " | " + cell.state + " | " + cell.who + " | " + what + " | got " +
                     std::to_string(answer.status) + ' ' + reasons);
  }

  World world_;
  std::map<std::string, std::string> absent_;
  std::map<std::string, test::Answer> actions_;
  std::map<std::string, std::string> etags_;
  int keys_ = 0;
};

}  // namespace

TEST_CASE("who may do what agrees with policy.csv in every cell", "[matrix]") {
  Matrix matrix;
  matrix.run();
  for (std::size_t i = 0; i < std::min<std::size_t>(matrix.faults.size(), 60); ++i) UNSCOPED_INFO(matrix.faults[i]);
  CHECK(matrix.faults.empty());
  CHECK(matrix.cells > 10'000);
  CHECK(matrix.compared > (step == 1 ? 3'000 : 400));

  // A route that is gone leaves no row behind, and a new one comes with its row.
  for (const auto& rule : matrix.policy.rules()) {
    INFO("policy.csv line " << rule.line << ": " << rule.route);
    CHECK(std::ranges::any_of(matrix.routes, [&](const std::string& route) { return fits(rule.route, route); }));
    CHECK(rule.used > 0);
  }
  for (const auto& route : matrix.routes) {
    INFO(route);
    CHECK(std::ranges::any_of(matrix.policy.rules(), [&](const Rule& rule) {
      return rule.route == route || (rule.route.back() == '*' && rule.route.front() != '*' && fits(rule.route, route));
    }));
  }
}
