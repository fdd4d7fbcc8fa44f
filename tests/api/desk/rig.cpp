// People with tokens, and calls without sockets.
#include "tests/api/desk/rig.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <future>

#include "adapters/sheets/sheet_process.hpp"
#include "adapters/tokens.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/people/admin.hpp"
#include "api/http/dispatch.hpp"
#include "api/http/header_syntax.hpp"
#include "api/http/problems.hpp"
#include "api/http/target.hpp"
#include "api/routes/routes.hpp"
#include "tests/support/catch.hpp"
#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh::test {

const Definitions& shipped_definitions() {
  static const Definitions definitions;
  return definitions;
}

namespace {

/// Where check.mjs finds what was asked and answered; nothing is written unless the command test asks for it.
void record(const Json& line) {
  const char* path = std::getenv("VINHDANH_EXCHANGES");
  if (path != nullptr) std::ofstream(path, std::ios::app) << line.dump() << '\n';
}

void record_exchange(const HttpRequest& request, const std::string& pattern, const Answer& answer) {
  if (std::getenv("VINHDANH_EXCHANGES") == nullptr) return;
  const auto sent = Json::parse(request.body, nullptr, false);
  record({{"method", request.method},
          {"route", pattern},
          {"status", answer.status},
          {"query", request.query},
          {"parameters", request.parameters},
          {"type", answer.headers.contains("content-type") ? answer.headers.at("content-type") : ""},
          {"headers", answer.headers},
          {"sent", sent.is_discarded() ? Json() : sent},
          {"body", answer.body}});
}

Answer answer_of(const HttpResponse& response) {
  Answer answer;
  answer.status = response.status;
  for (const auto& [name, value] : response.headers) answer.headers[lower_case(name)] = value;
  answer.text = response.body;
  answer.stream = response.stream;
  answer.body = Json::parse(response.body, nullptr, false);
  if (answer.body.is_discarded()) answer.body = nullptr;
  return answer;
}

/// Where a test does not care about definitions.
class EmptyShelf final : public DefinitionShelf {
 public:
  [[nodiscard]] std::vector<Line> known() const override { return {}; }
  [[nodiscard]] ExaminedDefinition examine(const std::string&, bool) const override { return {}; }
  void use(const std::string&) override {}
};

HttpResponse handle(const HttpRoute& route, const HttpRequest& request, const Authenticate& authenticate) {
  std::optional<Actor> caller;
  if (const auto problem = identify(route, request, authenticate, caller)) return respond_with(*problem, request);
  if (route.body == BodyKind::json) {
    if (const auto problem = check_json(request.body, route.body_limit)) return respond_with(*problem, request);
  }
  auto promise = std::make_shared<std::promise<HttpResponse>>();
  auto future = promise->get_future();
  try {
    route.handler(request, caller, [promise](HttpResponse response) { promise->set_value(std::move(response)); });
  } catch (const StorageUnavailable&) {
    return respond_with(known_problem("storage_unavailable"), request);
  }
  return future.get();
}

}  // namespace

std::vector<std::string> Answer::reasons() const {
  std::vector<std::string> codes;
  if (!body.contains("reasons")) return codes;
  for (const auto& reason : body["reasons"]) {
    if (codes.empty() || codes.back() != reason["code"]) codes.push_back(reason["code"]);
  }
  return codes;
}

Date day(int year, unsigned month, unsigned date) { return Date::of(year, month, date).value(); }
std::string pdf() { return "%PDF-1.7\n% a paper\n"; }

Rig::Rig(Date day, const Definitions& definitions)
    : clock(day), fresh(clock), definitions_(definitions) {
  if (!webhook_settings.targets.add("hook.example.vn", false).empty()) throw std::logic_error("no target");
  webhook_settings.source = "https://vinhdanh.example.vn";
  webhook_settings.threads = 0;
  webhook_settings.new_poster = [this](const GivenUp&) { return posts.poster(); };
  build();
}
Rig::~Rig() = default;

void Rig::build() {
  committer = std::make_unique<Committer>(store);
  deps = std::make_unique<Deps>(
      Deps{store, lists, notices, webhooks, duties, sign_in, access_log, *committer, blobs, clock, fresh, definitions_,
           nomination_lifecycle(), {}, [this](Instant to) {
             return clock.move_to(to);
           }});
  if (!shelf) shelf = std::make_unique<EmptyShelf>();
  const SignInSettings settings{"", 30, 720, {1, 8192}};
  signing_in = std::make_unique<SignIn>(*deps, settings);
  live = std::make_unique<LiveEvents>(*deps, still_signed_in(*deps, settings), live_settings);
  const Logger log(clock, [this](const std::string& line) {
    const std::lock_guard lock(writing_lines);
    lines.push_back(line);
  });
  hooks = std::make_unique<WebhookRuns>(*deps, webhook_settings, log);
  JobSettings working;
  working.read_sheet = [process = SheetProcess(VINHDANH_BINARY)](const std::string& bytes, const std::function<bool()>& given_up) {
    return process.read(bytes, given_up);
  };
  job_runs = std::make_unique<JobRuns>(*deps, jobs, std::move(working), log);
  routes_ = all_routes(*deps, *signing_in, *shelf, *live, *hooks, *job_runs);
  for (const auto& route : routes_) record({{"declared", {{"method", route.method}, {"route", route.pattern}}}});
  router_ = std::make_unique<Router>(routes_);
}

void Rig::restart() {
  router_.reset();
  routes_.clear();
  hooks.reset();
  job_runs.reset();
  live.reset();
  signing_in.reset();
  committer.reset();
  build();
}

Appointment Rig::appointment_of(const OfficeId& office, Role role, const std::string& person) {
  const auto key = office + "/" + std::string(name_of(role)) + "/" + person;
  if (const auto found = appointments_.find(key); found != appointments_.end()) return found->second;
  const auto user = add_user(clock, fresh, console_actor(), key, "Người " + key);
  REQUIRE(commit_alone(inner, user.change).status == CommitStatus::done);
  Appointment wanted;
  wanted.person = user.person;
  wanted.office = office;
  wanted.role = role;
  wanted.from = day(2010, 1, 1);
  const auto made = assign_role(clock, fresh, console_actor(), wanted);
  REQUIRE(commit_alone(inner, made.change).status == CommitStatus::done);
  return appointments_[key] = inner.appointment(made.appointment).value();
}

std::string Rig::token_for(const Appointment& appointment) {
  const auto text = new_token_text();
  const Instant expires{clock.system.milliseconds + 3'600'000LL * 24 * 30};
  const auto change = create_token(clock, fresh, console_actor(), appointment, text, expires);
  REQUIRE(commit_alone(inner, change).status == CommitStatus::done);
  people_[text] = appointment.person;
  return text;
}

std::string Rig::token(const OfficeId& office, Role role, const std::string& person) {
  auto& known = tokens_[office + "/" + std::string(name_of(role)) + "/" + person];
  if (known.empty()) known = token_for(appointment_of(office, role, person));
  return known;
}

std::string Rig::deputy_token(const OfficeId& office, Role role) {
  const auto holder = appointment_of(office, role, "");
  auto wanted = appointment_of(office, Role::specialist, "deputy");
  wanted.capacity = Capacity::deputy;
  wanted.deputy_for = holder.id;
  wanted.document = DocumentRef{"7/QĐ", day(2020, 1, 1)};
  const auto made = assign_role(clock, fresh, console_actor(), wanted);
  REQUIRE(commit_alone(inner, made.change).status == CommitStatus::done);
  return token_for(inner.appointment(made.appointment).value());
}

Answer Rig::call(const std::string& method, const std::string& target, const std::string& token,
                 const std::string& body, Headers headers) {
  const auto parsed = parse_target(target);
  REQUIRE(std::holds_alternative<Target>(parsed));
  const auto& to = std::get<Target>(parsed);
  const auto match = router_->find(method, to.segments);
  INFO(method << ' ' << target);
  REQUIRE(match.route != nullptr);
  HttpRequest request;
  request.method = method;
  request.path = to.path;
  request.query = to.query;
  request.parameters = match.parameters;
  request.headers = std::move(headers);
  if (!token.empty()) request.headers["authorization"] = "Bearer " + token;
  request.body = body;
  request.request_id = "req-1";
  request.peer = peer;
  auto answer = answer_of(handle(*match.route, request, authenticator(*deps)));
  record_exchange(request, match.route->pattern, answer);
  check_explained(answer);
  return answer;
}

/// Whatever goes wrong in any test, the address in the problem's `type` says what it means.
void Rig::check_explained(const Answer& answer) {
  if (answer.status < 400 || explained_.contains(answer.code())) return;
  explained_.insert(answer.code());
  const auto type = answer.body.value("type", "");
  INFO(type);
  const auto explanation = get(type, "");
  CHECK(explanation.status == 200);
  CHECK(explanation.body.value("code", "") == answer.code());
  CHECK(explanation.body.value("status", 0) == answer.status);
}

Answer Rig::post(const std::string& target, const std::string& token, const Json& body, Headers headers) {
  if (!headers.contains("idempotency-key")) headers["idempotency-key"] = "key-" + std::to_string(++keys_);
  return call("POST", target, token, body.dump(), std::move(headers));
}

Answer Rig::act(const std::string& thing, const std::string& command, const std::string& token, const Json& body) {
  return post(thing + "/actions/" + command, token, body, {{"if-match", get(thing, token).etag()}});
}

Answer Rig::upload(const std::string& thing, const std::string& slot, const std::string& token) {
  return call("PUT", thing + "/papers/" + slot, token, pdf(),
              {{"if-match", get(thing, token).etag()}, {"content-type", "application/pdf"}});
}

}  // namespace vinhdanh::test
