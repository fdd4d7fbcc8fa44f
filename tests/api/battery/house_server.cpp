// The real routes behind the real server on loopback.
#include "tests/api/battery/house_server.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include "api/desk/caller/authenticate.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {

HouseServer::HouseServer(ServerOptions options) {
  const Logger logger(house.clock, [this](const std::string& line) {
    const std::lock_guard lock(log_mutex_);
    log_.push_back(line);
  });
  server_ = std::make_unique<Server>(std::move(options), house.routes(), authenticator(*house.deps), logger,
                                     house.clock, house.fresh);
  thread_ = std::thread([this] { server_->run(); });
}

HouseServer::~HouseServer() {
  server_->stop();
  thread_.join();
}

std::string HouseServer::request(const std::string& method, const std::string& target, const Lines& lines,
                                 const std::string& body) const {
  std::string text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port()) + "\r\n";
  bool framed = false;
  for (const auto& line : lines) {
    text += line + "\r\n";
    framed = framed || line.starts_with("Content-Length") || line.starts_with("Transfer-Encoding");
  }
  if (!body.empty() && !framed) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + body;
}

RawAnswer HouseServer::ask(const std::string& method, const std::string& target, const Lines& lines,
                           const std::string& body) const {
  RawSocket socket(port());
  socket.send(request(method, target, lines, body));
  return socket.answer(std::chrono::seconds(10), method == "HEAD").value_or(RawAnswer{});
}

bool HouseServer::alive() const { return ask("GET", "/healthz").status == 200; }

Standing HouseServer::standing() const {
  Standing now;
  for (auto page = house.inner.streams(std::nullopt, 200); !page.empty();
       page = house.inner.streams(page.back(), 200)) {
    for (const auto& stream : page) {
      now.events += house.inner.raw_events(stream.kind, stream.id).size();
      if (stream.kind != StreamKind::dossier) continue;
      now.papers += house.inner.dossier(stream.id)->papers.size();
      if (const auto work = house.inner.workspace(stream.id))
        now.workspaces += stream.id + std::to_string(work->version) + ' ';
    }
  }
  for (const auto& quota : house.inner.quotas("")) {
    now.quotas += quota.key + ' ' + std::to_string(quota.limit) + ' ' + std::to_string(quota.reserved) + ' ' +
                  std::to_string(quota.consumed) + '\n';
  }
  return now;
}

std::vector<std::string> HouseServer::log() const {
  const std::lock_guard lock(log_mutex_);
  return log_;
}

std::string new_key() {
  static std::atomic<int> next{0};
  return "Idempotency-Key: battery-" + std::to_string(++next);
}

std::string code_of(const RawAnswer& answer) {
  const auto body = Json::parse(answer.body, nullptr, false);
  return body.is_object() ? body.value("code", "") : "";
}

void check_problem(const RawAnswer& answer, int status, const std::string& code) {
  CHECK(answer.status == status);
  CHECK(answer.header("content-type") == "application/problem+json; charset=utf-8");
  CHECK(answer.header("x-content-type-options") == "nosniff");
  CHECK(answer.header("set-cookie").empty());
  const auto body = Json::parse(answer.body, nullptr, false);
  INFO(answer.body.substr(0, 400));
  REQUIRE(body.is_object());
  CHECK(body.value("code", "") == code);
  CHECK(body.value("status", 0) == status);
  auto slug = code;
  std::ranges::replace(slug, '_', '-');
  CHECK(body.value("type", "") == "/problems/" + slug);
  CHECK(body.value("trace_id", "").size() == 32);
  CHECK(body.value("trace_id", "") == answer.header("x-request-id"));
  CHECK(answer.body.find("<script") == std::string::npos);
}

std::size_t resident() {
  std::ifstream in("/proc/self/statm");
  std::size_t total = 0;
  std::size_t pages = 0;
  in >> total >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace vinhdanh::test
