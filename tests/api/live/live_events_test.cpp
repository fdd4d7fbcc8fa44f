// Who hears of what, in which order, from where on, and until when.
#include <chrono>
#include <thread>

#include "api/desk/caller/authenticate.hpp"
#include "api/desk/people/admin.hpp"
#include "api/live/feed_place_text.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/api/runner/wrapped_notices.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Heard {
  std::string id;
  std::string name;
  Json data;
};

/// A listener as a browser is one.
class Ear {
 public:
  explicit Ear(std::shared_ptr<Stream> stream) : stream_(std::move(stream)) { REQUIRE(stream_); }

  /// Everything up to now: until nothing came for a while.
  const std::vector<Heard>& all() {
    for (int quiet = 0; quiet < 20; ++quiet) {
      if (listen()) quiet = 0;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return heard_;
  }
  bool hears(std::size_t count) {
    return within([&] { return heard_.size() >= count; });
  }
  /// Nothing more will come.
  bool ends() {
    return within([&] { return ended_; });
  }
  [[nodiscard]] const std::string& last_id() const { return last_id_; }

 private:
  template <class F>
  bool within(F holds) {
    for (int i = 0; i < 1000; ++i) {
      listen();
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  bool listen() {
    const auto text = stream_->take();
    ended_ = !text;
    if (!text || text->empty()) return false;
    text_ += *text;
    bool event = false;
    for (auto end = text_.find("\n\n"); end != std::string::npos; end = text_.find("\n\n")) {
      event = take(text_.substr(0, end + 1)) || event;
      text_.erase(0, end + 2);
    }
    return event;
  }
  bool take(const std::string& block) {
    Heard it;
    for (std::size_t at = 0; at < block.size();) {
      const auto end = block.find('\n', at);
      const std::string line = block.substr(at, end - at);
      if (line.starts_with("id: ")) it.id = line.substr(4);
      if (line.starts_with("event: ")) it.name = line.substr(7);
      if (line.starts_with("data: ")) it.data = Json::parse(line.substr(6));
      at = end + 1;
    }
    if (!it.id.empty()) last_id_ = it.id;
    if (it.data.is_null()) return false;
    heard_.push_back(std::move(it));
    return true;
  }

  std::shared_ptr<Stream> stream_;
  std::string text_;
  std::vector<Heard> heard_;
  std::string last_id_;
  bool ended_ = false;
};

Ear listening(Rig& rig, const std::string& token, const std::string& query = "", Headers headers = {}) {
  const auto answer = rig.call("GET", "/v1/events" + query, token, "", std::move(headers));
  REQUIRE(answer.status == 200);
  CHECK(answer.headers.at("content-type") == "text/event-stream; charset=utf-8");
  CHECK(answer.headers.at("x-accel-buffering") == "no");
  return Ear(answer.stream);
}

std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// "dossier_submitted …" of one dossier.
std::vector<std::string> types_of(const std::vector<Heard>& heard, const std::string& path) {
  std::vector<std::string> types;
  for (const Heard& it : heard) {
    if (it.data["id"] == id_of(path)) types.push_back(it.data["type"]);
  }
  return types;
}

struct Sent : Province {
  std::string submission = open_submission(open_occasion());
  std::string dossier;
  Sent() {
    attach_letter(submission);
    dossier = ready_dossier(submission);
  }
};

}  // namespace

TEST_CASE("listeners hear of what they may see, in its order, as numbers and kinds without a word of it", "[desk][live]") {
  Sent p;
  Ear head = listening(p, p.head());
  Ear intake = listening(p, p.intake());
  Ear far = listening(p, p.token("so_noi_vu_ninh_binh", Role::specialist));
  Ear administrator = listening(p, p.token("ubnd_lang_son", Role::administrator));
  const auto version = p.get(p.dossier, p.head()).body["version"].get<int>();
  p.submit(p.dossier);
  p.done(p.dossier, "receive", p.intake());

  const std::vector<std::string> acts{"dossier_submitted", "dossier_received"};
  REQUIRE(head.hears(2));
  CHECK(types_of(head.all(), p.dossier) == acts);
  CHECK(types_of(intake.all(), p.dossier) == acts);
  const Heard& first = head.all().front();
  CHECK(first.name == "dossier");
  CHECK(first.data == Json{{"stream", "dossier"},
                           {"id", id_of(p.dossier)},
                           {"n", version + 1},
                           {"type", "dossier_submitted"},
                           {"at", p.clock.business_now().text()}});
  CHECK(far.all().empty());
  CHECK(administrator.all().empty());
}

TEST_CASE("a draft is heard of in its own unit only", "[desk][live]") {
  Sent p;
  Ear clerk = listening(p, p.clerk());
  Ear intake = listening(p, p.intake());
  const auto another = p.ready_dossier(p.submission, "Trường THPT Văn Quan");
  REQUIRE(clerk.hears(1));
  CHECK_FALSE(types_of(clerk.all(), another).empty());
  CHECK(types_of(intake.all(), another).empty());
}

TEST_CASE("whoever comes back hears what happened since, all of it and nothing twice", "[desk][live]") {
  Sent p;
  Ear before = listening(p, p.head());
  p.submit(p.dossier);
  REQUIRE(before.hears(1));
  const std::string last = before.last_id();
  p.done(p.dossier, "receive", p.intake());
  p.attest_all(p.dossier);
  const auto types = [&](Ear ear) { return types_of(ear.all(), p.dossier); };
  const auto missed = types(listening(p, p.head(), "?after=" + last));
  REQUIRE_FALSE(missed.empty());
  CHECK(missed.front() == "dossier_received");
  CHECK(types(listening(p, p.head(), "", {{"last-event-id", last}})) == missed);
  // The header is what a browser got last; the address is where it once began.
  CHECK(types(listening(p, p.head(), "?after=0-0", {{"last-event-id", last}})) == missed);
  // After a restart too.
  p.restart();
  CHECK(types(listening(p, p.head(), "?after=" + last)) == missed);
  const auto all = types(listening(p, p.head(), "?after=0-0"));
  CHECK(all.size() > missed.size());
  CHECK(all.front() == "dossier_opened");
}

TEST_CASE("an id comes alone too, so that who heard nothing does not begin at the start again", "[desk][live]") {
  Sent p;
  Ear far = listening(p, p.token("so_noi_vu_ninh_binh", Role::specialist));
  p.submit(p.dossier);
  const auto there = text_of(p.notices.newest());
  for (int i = 0; i < 500 && far.last_id() != there; ++i) far.all();
  CHECK(far.last_id() == there);
}

TEST_CASE("a place of a history that is no longer there is the end of this one", "[desk][live]") {
  Sent p;
  Ear ear = listening(p, p.head(), "?after=999999999-999999999");
  p.submit(p.dossier);
  REQUIRE(ear.hears(1));
  CHECK(types_of(ear.all(), p.dossier) == std::vector<std::string>{"dossier_submitted"});
}

TEST_CASE("whoever lost his role hears nothing from then on, and the others go on", "[desk][live]") {
  Sent p;
  const auto token = p.token("so_noi_vu_lang_son", Role::appraiser);
  Ear appraiser = listening(p, token);
  Ear intake = listening(p, p.intake());
  const auto account = p.inner.account(p.person_of(token)).value();
  REQUIRE(commit_alone(p.inner, disable_user(p.clock, p.fresh, console_actor(), account)).status == CommitStatus::done);
  p.submit(p.dossier);
  CHECK(appraiser.ends());
  CHECK(appraiser.all().empty());
  CHECK(intake.hears(1));
}

TEST_CASE("what is no place is refused, and more listeners than there is room for are told so", "[desk][live]") {
  Province p;
  p.live_settings.most_listeners = 20;
  p.restart();
  const auto token = p.head();
  for (const char* wrong : {"?after=x", "?after=1", "?after=-1-2", "?after=1-2-3", "?after=1-+2", "?after=99999999999999999999-1"}) {
    INFO(wrong);
    CHECK(p.get(std::string("/v1/events") + wrong, token).status == 422);
  }
  CHECK(p.get("/v1/events?since=1-2", token).code() == "unknown_parameter");
  CHECK(p.get("/v1/events", "").status == 401);
  CHECK(p.call("HEAD", "/v1/events", token).stream == nullptr);
  std::vector<std::shared_ptr<Stream>> streams;
  for (int i = 0; i < 20; ++i) streams.push_back(p.get("/v1/events", token).stream);
  CHECK(p.get("/v1/events", token).code() == "overloaded");
  streams.front()->end();
  for (int i = 0; i < 500 && p.live->listeners() == 20; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(p.get("/v1/events", token).status == 200);
}

TEST_CASE("whoever goes before his answer has begun is no listener for long", "[desk][live]") {
  Province p;
  CHECK(p.get("/v1/events", p.head()).status == 200);  // nobody keeps the answer
  for (int i = 0; i < 500 && p.live->listeners() > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(p.live->listeners() == 0);
}

namespace {

class FailingFeed final : public WrappedNotices {
 public:
  using WrappedNotices::WrappedNotices;
  std::vector<FedEvent> feed(const FeedPlace& after, int limit) const override {
    if (failing) throw StorageUnavailable("the feed fails");
    return WrappedNotices::feed(after, limit);
  }
  std::atomic<bool> failing{false};
};

}  // namespace

TEST_CASE("storage that fails costs listeners nothing but time", "[desk][live]") {
  Sent p;
  FailingFeed notices(p.notices);
  Deps deps{p.store, p.lists, notices,  p.webhooks, p.duties, p.sign_in, p.access_log, *p.committer,
            p.blobs, p.clock, p.fresh,  p.deps->rulebook,    p.deps->lifecycle, {},       {}};
  LiveEvents live(deps, still_signed_in(deps), LiveSettings{5, 5, 60'000});
  HttpRequest request;
  request.method = "GET";
  request.headers["authorization"] = "Bearer " + p.head();
  const auto actor = std::get<Actor>(authenticator(deps)(request));
  Ear ear(live.listen(request, actor, std::nullopt));
  notices.failing = true;
  p.submit(p.dossier);
  CHECK(ear.all().empty());
  notices.failing = false;
  REQUIRE(ear.hears(1));
  CHECK(types_of(ear.all(), p.dossier) == std::vector<std::string>{"dossier_submitted"});
}
