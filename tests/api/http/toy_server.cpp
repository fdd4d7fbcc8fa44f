// Toy routes: one per thing that a handler may do, or do wrong.
#include "tests/api/http/toy_server.hpp"

#include <array>
#include <cstdio>

#include "api/http/health.hpp"
#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh::testing {
namespace {

HttpResponse answer_of(int status, const nlohmann::json& body) {
  HttpResponse response;
  response.status = status;
  response.set("Content-Type", "application/json");
  response.body = body.dump();
  return response;
}

std::variant<Actor, Problem, Limited> authenticate(const HttpRequest& request) {
  const auto token = bearer_token(request);
  Actor actor;
  actor.appointment = token.value_or("");
  if (token == "clerk") actor.role = Role::unit_clerk;
  if (token == "head") actor.role = Role::unit_head;
  if (token == "clerk" || token == "head") return actor;
  if (token == "broken") throw StorageUnavailable("no disk");
  return known_problem("unauthenticated");
}

void show(const HttpRequest& request, const std::optional<Actor>&, Respond respond) {
  respond(answer_of(200, {{"parameters", request.parameters}, {"query", request.query}, {"path", request.path}}));
}

void measure(const HttpRequest& request, const std::optional<Actor>& caller, Respond respond) {
  respond(answer_of(201, {{"bytes", request.body.size()}, {"caller", caller ? caller->appointment : ""}}));
}

void split(const HttpRequest&, const std::optional<Actor>&, Respond respond) {
  HttpResponse response;
  response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: evil=1");
  respond(std::move(response));
}

void never(const HttpRequest&, const std::optional<Actor>&, Respond) {}
void fail(const HttpRequest&, const std::optional<Actor>&, Respond) { throw std::runtime_error("secret detail"); }
void twice(const HttpRequest&, const std::optional<Actor>&, Respond respond) {
  respond(answer_of(200, {{"answer", 1}}));
  respond(answer_of(200, {{"answer", 2}}));
}

}  // namespace

std::string CountingFresh::salt() {
  std::array<char, 65> text{};
  std::snprintf(text.data(), text.size(), "%032llx%032llx", ++next_, next_.load() + 0xabcULL);
  // The span is taken from the middle and must not be all zeros.
  text[32] = 'f';
  return text.data();
}

void Gate::open() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

void Gate::wait() {
  std::unique_lock lock(mutex_);
  ++arrived_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return open_; });
}

void Gate::wait_for_arrivals(int count) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return arrived_ >= count; });
}

std::vector<HttpRoute> ToyServer::routes() {
  const auto counted = [this](const HttpRequest& request, const std::optional<Actor>& caller, Respond respond) {
    ++handled;
    measure(request, caller, std::move(respond));
  };
  const auto gated = [this](const HttpRequest&, const std::optional<Actor>&, Respond respond) {
    gate.wait();
    respond(answer_of(200, {{"answer", "after the gate"}}));
  };
  const auto later = [this](const HttpRequest&, const std::optional<Actor>&, Respond respond) {
    const std::lock_guard lock(others_mutex_);
    others_.emplace_back([respond = std::move(respond)] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      respond(answer_of(200, {{"answer", "from another thread"}}));
    });
  };
  const auto streamed = [this](const HttpRequest&, const std::optional<Actor>&, Respond respond) {
    HttpResponse response;
    response.set("Content-Type", "text/event-stream");
    response.stream = std::make_shared<Stream>();
    {
      const std::lock_guard lock(others_mutex_);
      stream_ = response.stream;
    }
    response.stream->send("early;");
    respond(std::move(response));
  };
  return {
      {"GET", "/v1/stream", Access::open(), BodyKind::none, 0, streamed, "text/event-stream"},
      {"GET", "/v1/things/{id}", Access::open(), BodyKind::none, 0, show},
      {"GET", "/v1/things/latest", Access::open(), BodyKind::none, 0, show},
      {"POST", "/v1/things", Access::signed_in(), BodyKind::json, 1 << 20, counted},
      {"PUT", "/v1/papers/{slot}", Access::signed_in(), BodyKind::raw, 2 << 20, measure},
      {"POST", "/v1/open", Access::open(), BodyKind::json, 1 << 20, measure},
      {"GET", "/v1/heads", Access::only({Role::unit_head}), BodyKind::none, 0, show},
      {"GET", "/v1/gate", Access::open(), BodyKind::none, 0, gated},
      {"GET", "/v1/later", Access::open(), BodyKind::none, 0, later},
      {"GET", "/v1/split", Access::open(), BodyKind::none, 0, split},
      {"GET", "/v1/never", Access::open(), BodyKind::none, 0, never},
      {"GET", "/v1/fail", Access::open(), BodyKind::none, 0, fail},
      {"GET", "/v1/twice", Access::open(), BodyKind::none, 0, twice},
      {"GET", "/paper", Access::open(), BodyKind::none, 0, show, "*/*"},
      health_route(),
      readiness_route([this] { return ready.load(); }),
  };
}

ToyServer::ToyServer(ServerOptions options)
    : server_(std::move(options), routes(), authenticate,
              Logger(clock_,
                     [this](const std::string& line) {
                       const std::lock_guard lock(log_mutex_);
                       log_.push_back(line);
                     }),
              clock_, fresh_),
      thread_([this] { server_.run(); }) {}

ToyServer::~ToyServer() {
  gate.open();
  server_.stop();
  join();
}

void ToyServer::join() {
  if (thread_.joinable()) thread_.join();
  const std::lock_guard lock(others_mutex_);
  for (auto& other : others_) other.join();
  others_.clear();
}

std::string ToyServer::request(const std::string& method, const std::string& target,
                               const std::vector<std::string>& lines, const std::string& body) const {
  std::string text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port()) + "\r\n";
  for (const auto& line : lines) text += line + "\r\n";
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + body;
}

bool ToyServer::alive() const {
  RawSocket socket(port());
  socket.send(request("GET", "/healthz"));
  const auto answer = socket.answer();
  return answer && answer->status == 200;
}

nlohmann::json ToyServer::access_of(const std::string& request_id) const {
  for (int tries = 0; tries < 200; ++tries) {
    {
      const std::lock_guard lock(log_mutex_);
      for (const auto& text : log_) {
        auto line = nlohmann::json::parse(text);
        if (line["message"] == "request" && line["request_id"] == request_id) return line;
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return nlohmann::json::object();
}

}  // namespace vinhdanh::testing
