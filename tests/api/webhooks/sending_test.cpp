// Who is sent what, in which order, how often, and until when.
#include <set>

#include "api/desk/people/admin.hpp"
#include "tests/api/webhooks/hooked_province.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using Types = std::vector<std::string>;

std::set<std::string> ids_of(const std::vector<Post>& posts) {
  std::set<std::string> ids;
  for (const Post& it : posts) ids.insert(HookedProvince::header(it, "webhook-id"));
  return ids;
}

/// The account of a token's person, disabled or enabled again.
void set_disabled(Rig& rig, const std::string& token, bool disabled) {
  const auto account = rig.inner.account(rig.person_of(token)).value();
  const auto change = disabled ? disable_user(rig.clock, rig.fresh, console_actor(), account)
                               : enable_user(rig.clock, rig.fresh, console_actor(), account);
  REQUIRE(commit_alone(rig.inner, change).status == CommitStatus::done);
}

Json state_of(HookedProvince& p, const std::string& hook, const std::string& token) { return p.get(hook, token).body; }

}  // namespace

TEST_CASE("a webhook is sent what its owner may see, as signed events without a word of it", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  p.hook(p.token("so_noi_vu_ninh_binh", Role::specialist), "far");
  const auto version = p.get(p.dossier, p.head()).body["version"].get<int>();
  p.submit(p.dossier);
  p.done(p.dossier, "receive", p.intake());
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted", "dossier_received"});
  CHECK(p.posts_to("far").empty());

  const Post first = p.posts_to("head").front();
  const auto said = p.message(first);
  CHECK(said["specversion"] == "1.0");
  CHECK(said["source"] == "https://vinhdanh.example.vn");
  CHECK(said["type"] == "vn.vinhdanh.dossier_submitted");
  CHECK(said["time"] == p.clock.business_now().text());
  CHECK(said["data"] == Json{{"stream", "dossier"}, {"id", p.id_of(p.dossier)}, {"n", version + 1}, {"type", "dossier_submitted"},
                             {"at", p.clock.business_now().text()}});
  CHECK(p.header(first, "webhook-id") == said["id"]);
  CHECK(p.header(first, "webhook-timestamp") == std::to_string(p.clock.system.milliseconds / 1000));
  CHECK(p.header(first, "Content-Type") == "application/cloudevents+json");
  CHECK(p.is_signed(first, p.secrets[hook]));
  CHECK_FALSE(p.is_signed(first, new_webhook_secret()));
  for (const Post& post : p.posts.all()) CHECK(post.body.find("Bình Gia") == std::string::npos);

  const auto state = state_of(p, hook, p.head());
  CHECK(state["waiting"] == 0);
  CHECK(state["last_delivered"] == p.clock.system.text());
  p.send();
  CHECK(ids_of(p.posts_to("head")).size() == p.posts_to("head").size());
}

TEST_CASE("a draft is for its own unit, and a webhook for what happens from its making on", "[desk][webhooks]") {
  HookedProvince p;
  p.hook(p.clerk(), "clerk");
  p.hook(p.intake(), "intake");
  const auto another = p.ready_dossier(p.submission, "Trường THPT Văn Quan");
  p.send();
  CHECK_FALSE(p.told("clerk", another).empty());
  CHECK(p.told("intake", another).empty());
  CHECK(p.told("clerk", p.dossier).empty());
}

TEST_CASE("only the types that were asked for are sent", "[desk][webhooks]") {
  HookedProvince p;
  p.hook(p.head(), "one", {"dossier_received", "occasion_closed"});
  p.submit(p.dossier);
  p.done(p.dossier, "receive", p.intake());
  p.send();
  CHECK(p.posts_to("one").size() == 1);
  CHECK(p.told("one", p.dossier) == Types{"dossier_received"});
}

TEST_CASE("what fails three times arrives once, its stream waits for it and the others go on", "[desk][webhooks]") {
  HookedProvince p;
  const auto other = p.ready_dossier(p.submission, "Trường THPT Văn Quan");
  p.hook(p.head(), "head", {"dossier_submitted", "dossier_received"});
  p.refuse(p.dossier, 3);
  for (const auto& it : {p.dossier, other}) p.submit(it);
  for (const auto& it : {p.dossier, other}) p.done(it, "receive", p.intake());
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted"});
  for (const int seconds : {6, 330, 1'980}) {
    p.later(seconds);
    p.send();
  }
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted", "dossier_submitted", "dossier_submitted", "dossier_submitted", "dossier_received"});
  CHECK(p.told("head", other) == Types{"dossier_submitted", "dossier_received"});
  CHECK(ids_of(p.posts_to("head")).size() == 4);
  // The same message in each attempt, signed for that attempt.
  const auto all = p.posts_to("head");
  std::set<std::string> bodies;
  std::set<std::string> times;
  for (const Post& it : all) {
    if (p.message(it)["subject"] != "dossier/" + p.id_of(p.dossier) || p.message(it)["data"]["type"] != "dossier_submitted") continue;
    bodies.insert(it.body);
    times.insert(p.header(it, "webhook-timestamp"));
  }
  CHECK(bodies.size() == 1);
  CHECK(times.size() == 4);
}

TEST_CASE("nothing is tried again before its time, and after the eighth attempt it is dead and its stream goes on", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted", "dossier_received"});
  p.refuse(p.dossier, 8);
  p.submit(p.dossier);
  p.done(p.dossier, "receive", p.intake());
  std::size_t attempts = 0;
  for (const int seconds : {5, 300, 1'800, 7'200, 18'000, 36'000, 36'000}) {
    p.send();
    CHECK(p.posts_to("head").size() == ++attempts);
    p.later(seconds * 9 / 10 - 1);
    p.send();
    CHECK(p.posts_to("head").size() == attempts);
    p.later(seconds * 2 / 10 + 2);
  }
  CHECK(p.lines.empty());
  p.send();
  p.later(1'000);
  p.send();
  CHECK(p.told("head", p.dossier).back() == "dossier_received");
  CHECK(p.posts_to("head").size() == 9);
  REQUIRE(p.lines.size() == 1);
  CHECK(p.lines[0].find("given up") != std::string::npos);
  CHECK(p.lines[0].find("https://hook.example.vn/head\"") != std::string::npos);
  for (const auto& hidden : {std::string("hidden"), p.secrets[hook]}) CHECK(p.lines[0].find(hidden) == std::string::npos);

  const auto dead = p.get(hook + "/dead", p.head());
  REQUIRE(dead.body["items"].size() == 1);
  const auto& it = dead.body["items"][0];
  CHECK(it["attempts"] == 8);
  CHECK(it["why"] == "the receiver answered 500");
  CHECK(it["id"] == p.id_of(p.dossier));
  const Json which{{"stream", it["stream"]}, {"id", it["id"]}, {"n", it["n"]}};
  CHECK(p.post(hook + "/dead/retry", p.head(), which).body == Json{{"retried", 1}, {"dead", 0}});
  CHECK(p.post(hook + "/dead/retry", p.head(), which).body == Json{{"retried", 0}, {"dead", 0}});
  p.send();
  CHECK(p.told("head", p.dossier).back() == "dossier_submitted");
  CHECK(p.get(hook + "/dead", p.head()).body["items"].empty());
}

TEST_CASE("all that is dead is sent again at one word, whatever it was", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted"});
  std::vector<std::string> dossiers{p.dossier};
  for (const char* name : {"A", "B", "C"}) dossiers.push_back(p.ready_dossier(p.submission, name));
  for (const auto& it : dossiers) p.submit(it);
  p.posts.answer(400);
  for (int i = 0; i < 100; ++i) {
    p.send();
    p.later(20'000);
  }
  CHECK(state_of(p, hook, p.head())["dead"] == 4);
  const auto page = p.get(hook + "/dead?limit=3", p.head());
  CHECK(page.body["items"].size() == 3);
  const auto rest = p.get(page.body["next"].get<std::string>(), p.head());
  REQUIRE(rest.body["items"].size() == 1);
  CHECK_FALSE(rest.body.contains("next"));
  for (const auto& it : page.body["items"]) CHECK(it["id"] != rest.body["items"][0]["id"]);
  p.posts.forget();
  p.posts.answer(204);
  CHECK(p.post(hook + "/dead/retry", p.head(), {{"all", true}}).body == Json{{"retried", 4}, {"dead", 0}});
  p.send();
  CHECK(p.posts_to("head").size() == 4);
}

TEST_CASE("410 pauses a webhook, and what happens meanwhile waits", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted", "dossier_received"});
  p.posts.answer(410);
  p.submit(p.dossier);
  p.send();
  CHECK(state_of(p, hook, p.head())["paused"] == true);
  p.done(p.dossier, "receive", p.intake());
  p.posts.answer(204);
  p.later(100'000);
  p.send();
  CHECK(p.posts_to("head").size() == 1);
  CHECK(p.post(hook + "/actions/resume", p.head(), Json::object()).body["paused"] == false);
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted", "dossier_submitted", "dossier_received"});
}

TEST_CASE("a receiver that asks for time gets it, for all that waits for it", "[desk][webhooks]") {
  HookedProvince p;
  const auto other = p.ready_dossier(p.submission, "Trường THPT Văn Quan");
  p.hook(p.head(), "head", {"dossier_submitted"});
  const int status = GENERATE(429, 503);
  p.posts.answer([status](const Post&) { return Posted{status, 3'600, false, ""}; });
  for (const auto& it : {p.dossier, other}) p.submit(it);
  p.send();
  p.posts.answer(204);
  p.later(3'599);
  p.send();
  CHECK(p.posts_to("head").size() == 1);
  p.later(1);
  p.send();
  CHECK(p.posts_to("head").size() == 3);
}

TEST_CASE("an owner who may not act any more is sent nothing, neither what comes nor what waits", "[desk][webhooks]") {
  HookedProvince p;
  const auto token = p.head();
  const auto hook = p.hook(token, "head", {"dossier_submitted", "dossier_received", "criteria_attested"});
  p.submit(p.dossier);
  p.hooks->look();
  CHECK(state_of(p, hook, token)["waiting"] == 1);
  set_disabled(p, token, true);
  p.done(p.dossier, "receive", p.intake());
  p.send();
  CHECK(p.posts.all().empty());
  set_disabled(p, token, false);
  const auto state = state_of(p, hook, token);
  CHECK(state["waiting"] == 0);
  CHECK(state["dead"] == 0);
  CHECK_FALSE(state.contains("last_delivered"));
  p.attest_all(p.dossier);
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"criteria_attested"});
}

TEST_CASE("whose role ended is sent nothing from then on", "[desk][webhooks]") {
  HookedProvince p;
  const auto token = p.token("so_noi_vu_lang_son", Role::appraiser, "leaving");
  p.hook(token, "leaving", {"dossier_submitted"});
  p.hook(p.appraiser(), "staying", {"dossier_submitted"});
  p.submit(p.dossier);
  p.hooks->look();
  for (const auto& held : p.inner.appointments()) {
    if (held.person != p.person_of(token)) continue;
    REQUIRE(commit_alone(p.inner, end_role(p.clock, p.fresh, console_actor(), held, day(2025, 2, 11))).status == CommitStatus::done);
  }
  p.send();
  CHECK(p.posts_to("leaving").empty());
  CHECK(p.posts_to("staying").size() == 1);
}

TEST_CASE("a paused webhook misses nothing", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted", "dossier_received"});
  CHECK(p.post(hook + "/actions/pause", p.head(), Json::object()).body["paused"] == true);
  p.submit(p.dossier);
  p.send();
  p.restart();
  p.done(p.dossier, "receive", p.intake());
  p.send();
  CHECK(p.posts.all().empty());
  p.post(hook + "/actions/resume", p.head(), Json::object());
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted", "dossier_received"});
}

TEST_CASE("after a restart everything is sent, and nothing twice that had arrived", "[desk][webhooks]") {
  HookedProvince p;
  p.hook(p.head(), "head", {"dossier_submitted", "dossier_received"});
  p.submit(p.dossier);
  p.hooks->look();
  p.restart();
  p.send();
  p.restart();
  p.send();
  p.done(p.dossier, "receive", p.intake());
  p.restart();
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted", "dossier_received"});
}

TEST_CASE("of two nodes that look and send at once each message goes once, in its order", "[desk][webhooks]") {
  HookedProvince p;
  p.hook(p.head(), "head");
  WebhookRuns other(*p.deps, p.webhook_settings, Logger(p.clock, [](const std::string&) {}));
  other.look();
  p.submit(p.dossier);
  p.done(p.dossier, "receive", p.intake());
  p.hooks->look();
  other.look();
  const auto poster = p.posts.poster();
  for (bool more = true; more;) {
    more = other.deliver(*poster);
    more = p.hooks->deliver(*poster) || more;
  }
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted", "dossier_received"});
  CHECK(ids_of(p.posts.all()).size() == p.posts.all().size());
}

TEST_CASE("a replay sends once more what came behind a place or since a time", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted", "dossier_received", "dossier_opened"});
  p.submit(p.dossier);
  const auto submitted = p.notices.newest();
  p.clock.move_to({p.clock.business_now().milliseconds + 3'600'000});
  const auto then = p.clock.business_now();
  p.done(p.dossier, "receive", p.intake());
  p.send();
  const auto sent = ids_of(p.posts_to("head"));
  const auto replayed = [&](const Json& from) {
    p.posts.forget();
    CHECK(p.post(hook + "/actions/replay", p.head(), from).status == 200);
    p.send();
    return p.told("head", p.dossier);
  };
  const auto place = std::to_string(submitted.transaction) + "-" + std::to_string(submitted.seq);
  CHECK(replayed({{"after", place}}) == Types{"dossier_received"});
  for (const auto& id : ids_of(p.posts_to("head"))) CHECK(sent.contains(id));  // a receiver knows it again
  CHECK(replayed({{"since", then.text()}}) == Types{"dossier_received"});
  CHECK(replayed({{"since", Instant{then.milliseconds - 600'000}.text()}}) == Types{"dossier_received"});
  CHECK(replayed({{"since", Instant{then.milliseconds - 3'600'000}.text()}}) == Types{"dossier_opened", "dossier_submitted", "dossier_received"});
  CHECK(replayed({{"after", "0-0"}}) == Types{"dossier_opened", "dossier_submitted", "dossier_received"});
  CHECK(replayed({{"since", Instant{then.milliseconds + 3'600'000}.text()}}).empty());
  CHECK(replayed({{"after", "999999999-1"}}).empty());
}

TEST_CASE("a replay behind what was passed over looks at it anew", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_received"});
  const auto before = p.notices.newest();
  p.submit(p.dossier);
  p.send();
  CHECK(p.posts.all().empty());
  const Json all{{"url", "https://hook.example.vn/head?token=hidden"}};
  CHECK(p.call("PUT", hook, p.head(), all.dump()).status == 200);
  p.send();
  CHECK(p.posts.all().empty());  // other types are for what comes
  CHECK(p.post(hook + "/actions/replay", p.head(), {{"after", std::to_string(before.transaction) + "-" + std::to_string(before.seq)}}).status == 200);
  p.send();
  CHECK(p.told("head", p.dossier) == Types{"dossier_submitted"});
}

TEST_CASE("a message whose arrival could not be written down is sent again with its id", "[desk][webhooks]") {
  HookedProvince p;
  p.hook(p.head(), "head", {"dossier_submitted"});
  p.submit(p.dossier);
  p.hooks->look();
  p.posts.answer([&p](const Post&) {
    p.webhooks.frozen = true;
    return Posted{204, std::nullopt, false, ""};
  });
  const auto poster = p.posts.poster();
  CHECK_THROWS_AS(p.hooks->deliver(*poster), StorageUnavailable);
  p.webhooks.frozen = false;
  p.posts.answer(204);
  p.send();
  CHECK(p.posts_to("head").size() == 1);  // not before its lease is over
  p.later(60);
  p.send();
  REQUIRE(p.posts_to("head").size() == 2);
  CHECK(ids_of(p.posts_to("head")).size() == 1);
}

TEST_CASE("a node that stops gives what it was sending back at once", "[desk][webhooks]") {
  HookedProvince p;
  p.hook(p.head(), "head", {"dossier_submitted"});
  p.submit(p.dossier);
  p.posts.answer([](const Post&) { return Posted{0, std::nullopt, true, "this node stopped meanwhile"}; });
  p.hooks->look();
  CHECK(p.hooks->deliver(*p.posts.poster()));
  p.restart();
  p.posts.answer(204);
  p.send();
  CHECK(p.posts_to("head").size() == 2);
}

TEST_CASE("a webhook says whether its host is still listed", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted"});
  CHECK(state_of(p, hook, p.head())["listed"] == true);
  p.webhook_settings.targets = {};
  REQUIRE(p.webhook_settings.targets.add("other.example.vn", false).empty());
  p.restart();
  CHECK(state_of(p, hook, p.head())["listed"] == false);
}
