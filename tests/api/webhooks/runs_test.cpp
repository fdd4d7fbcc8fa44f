// The threads at work, over real sockets: soon, side by side, and not held up by a receiver that hangs.
#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <thread>

#include "api/webhooks/options.hpp"
#include "tests/api/webhooks/hooked_province.hpp"
#include "tests/support/http_receiver.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Running : HookedProvince {
  /// Over libcurl, to these receivers.
  void run(const std::vector<const HttpReceiver*>& receivers) {
    WebhookOptions options;
    for (const HttpReceiver* it : receivers) options.private_targets.push_back(it->at("127.0.0.1"));
    webhook_settings = settings_of(options, "");
    webhook_settings.look_milliseconds = 20;
    webhook_settings.gather_milliseconds = 5;
    webhook_settings.ended = [this](WebhookOutcome outcome) { ++ended[static_cast<std::size_t>(outcome)]; };
    restart();
  }
  std::string hook_at(const HttpReceiver& receiver, const std::vector<std::string>& types = {}) {
    const auto made = post("/v1/webhooks", head(), {{"url", receiver.url("/in")}, {"types", types}});
    INFO(made.text);
    REQUIRE(made.status == 201);
    return made.headers.at("location");
  }
  [[nodiscard]] int count(WebhookOutcome outcome) const { return ended[static_cast<std::size_t>(outcome)]; }
  ~Running() { hooks.reset(); }
  std::array<std::atomic<int>, 4> ended{};
};

template <class F>
bool soon(F holds) {
  for (int i = 0; i < 1000; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

TEST_CASE("what is committed is posted, side by side and each stream in its order", "[webhooks]") {
  HttpReceiver receiver;
  Running p;
  p.run({&receiver});
  const auto hook = p.hook_at(receiver, {"dossier_submitted", "dossier_received"});
  std::vector<std::string> dossiers{p.dossier};
  for (const char* name : {"A", "B", "C", "D"}) dossiers.push_back(p.ready_dossier(p.submission, name));
  for (const auto& it : dossiers) p.submit(it);
  for (const auto& it : dossiers) p.done(it, "receive", p.intake());
  REQUIRE(receiver.gets(10));
  REQUIRE(soon([&] { return p.get(hook, p.head()).body["waiting"] == 0; }));
  std::map<std::string, std::vector<std::string>> by_subject;
  for (const auto& it : receiver.received()) {
    const auto said = Json::parse(it.body);
    by_subject[said["subject"]].push_back(said["data"]["type"]);
    CHECK(it.headers.at("content-type") == "application/cloudevents+json");
  }
  REQUIRE(by_subject.size() == 5);
  for (const auto& [subject, types] : by_subject) CHECK(types == std::vector<std::string>{"dossier_submitted", "dossier_received"});
  CHECK(p.count(WebhookOutcome::delivered) == 10);
}

TEST_CASE("a receiver that hangs holds up nobody else, and two at most are held up by it", "[webhooks]") {
  HttpReceiver hangs;
  HttpReceiver takes;
  hangs.answer({204, {}, "", Reply::Manner::never});
  Running p;
  p.run({&hangs, &takes});
  p.hook_at(hangs, {"dossier_submitted"});
  p.hook_at(takes, {"dossier_submitted"});
  std::vector<std::string> dossiers{p.dossier};
  for (const char* name : {"A", "B", "C", "D"}) dossiers.push_back(p.ready_dossier(p.submission, name));
  for (const auto& it : dossiers) p.submit(it);
  REQUIRE(takes.gets(5));
  REQUIRE(hangs.gets(2));
  CHECK(hangs.most_at_once() == 2);
  CHECK(hangs.received().size() == 2);
  // Nor does it hold up the end: what was under way is given back.
  const auto began = std::chrono::steady_clock::now();
  p.hooks.reset();
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
  p.restart();
  hangs.answer({204, {}, "", Reply::Manner::whole});
  CHECK(hangs.gets(7));
}

TEST_CASE("where no host is listed nothing runs", "[webhooks]") {
  HttpReceiver receiver;
  Running p;
  p.run({&receiver});
  p.hook_at(receiver);
  p.run({});
  p.submit(p.dossier);
  p.hooks->wake();
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(receiver.received().empty());
}

TEST_CASE("storage that fails costs webhooks nothing but time", "[webhooks]") {
  HttpReceiver receiver;
  Running p;
  p.run({&receiver});
  p.hook_at(receiver, {"dossier_submitted"});
  p.webhooks.frozen = true;
  p.submit(p.dossier);
  p.hooks->wake();
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  p.restart();
  p.webhooks.frozen = false;
  CHECK(receiver.gets(1));
}
