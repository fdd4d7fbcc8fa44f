// Making, showing, changing, trying out and deleting webhooks, and what is refused.
#include "adapters/tokens.hpp"
#include "api/desk/people/admin.hpp"
#include "tests/api/webhooks/hooked_province.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const Json a_hook{{"url", "https://hook.example.vn/in?token=hidden"}};

/// A token of the same person in another appointment.
std::string another_of(HookedProvince& p, const std::string& token) {
  Appointment wanted;
  wanted.person = p.person_of(token);
  wanted.office = "so_gddt_lang_son";
  wanted.role = Role::unit_clerk;
  wanted.from = day(2020, 1, 1);
  const auto made = assign_role(p.clock, p.fresh, console_actor(), wanted);
  REQUIRE(commit_alone(p.inner, made.change).status == CommitStatus::done);
  const auto text = new_token_text();
  const auto appointment = p.inner.appointment(made.appointment).value();
  const auto change = create_token(p.clock, p.fresh, console_actor(), appointment, text, Instant{p.clock.system.milliseconds + 1'000});
  REQUIRE(commit_alone(p.inner, change).status == CommitStatus::done);
  return text;
}

std::vector<std::string> faults_of(const test::Answer& answer) {
  std::vector<std::string> faults;
  for (const auto& error : answer.body["errors"]) faults.push_back(error["pointer"].get<std::string>() + " " + error["code"].get<std::string>());
  return faults;
}

}  // namespace

TEST_CASE("a webhook is made once for each key and shows its secret once", "[desk][webhooks]") {
  HookedProvince p;
  const Headers key{{"idempotency-key", "one"}};
  const auto made = p.post("/v1/webhooks", p.head(), {{"url", a_hook["url"]}, {"types", {"dossier_received", "dossier_opened", "dossier_opened"}}}, key);
  REQUIRE(made.status == 201);
  const auto path = made.headers.at("location");
  CHECK(path == "/v1/webhooks/" + made.body["id"].get<std::string>());
  CHECK(webhook_key(made.body["secret"].get<std::string>()));
  CHECK(made.body["types"] == Json{"dossier_opened", "dossier_received"});
  CHECK(made.body["url"] == a_hook["url"]);
  CHECK_FALSE(p.get(path, p.head()).body.contains("secret"));
  CHECK(p.get("/v1/webhooks", p.head()).text.find("whsec_") == std::string::npos);

  const auto again = p.post("/v1/webhooks", p.head(), {{"url", a_hook["url"]}, {"types", {"dossier_received", "dossier_opened"}}}, key);
  CHECK(again.status == 201);
  CHECK(again.headers.at("idempotency-replayed") == "true");
  CHECK(again.body == made.body);
  CHECK(p.post("/v1/webhooks", p.head(), a_hook, key).code() == "idempotency_key_reused");
  CHECK(p.post("/v1/webhooks", p.clerk(), a_hook, key).body["id"] != made.body["id"]);
  p.later(48 * 3'600);
  CHECK(p.post("/v1/webhooks", p.head(), {{"url", a_hook["url"]}, {"types", {"dossier_received", "dossier_opened"}}}, key).code() ==
        "idempotency_key_reused");
  CHECK(p.get("/v1/webhooks", p.head()).body["items"].size() == 1);
}

TEST_CASE("what is wrong about a webhook is said member by member", "[desk][webhooks]") {
  HookedProvince p;
  const auto refused = [&](const Json& body) { return faults_of(p.post("/v1/webhooks", p.head(), body)); };
  using Faults = std::vector<std::string>;
  CHECK(refused({{"url", "https://elsewhere.example.vn/"}}) == Faults{"/url target_not_listed"});
  CHECK(refused({{"url", "http://hook.example.vn/"}}) == Faults{"/url target_not_listed"});
  CHECK(refused({{"url", "https://hook.example.vn:8443/"}}) == Faults{"/url target_not_listed"});
  CHECK(refused({{"url", "https://a@hook.example.vn/"}}) == Faults{"/url not_an_address"});
  CHECK(refused(Json::object()) == Faults{"/url not_an_address"});
  CHECK(refused({{"url", a_hook["url"]}, {"types", {"dossier_opened", "x"}}}) == Faults{"/types/1 unknown_value"});
  CHECK(p.post("/v1/webhooks", p.head(), {{"url", a_hook["url"]}, {"secret", "x"}}).code() == "validation");
  CHECK(p.call("POST", "/v1/webhooks", p.head(), a_hook.dump()).code() == "idempotency_key_missing");
  CHECK(p.get("/v1/webhooks", p.head()).body["items"].empty());
}

TEST_CASE("one appointment has at most twenty webhooks, and another its own", "[desk][webhooks]") {
  HookedProvince p;
  for (int i = 0; i < 20; ++i) p.hook(p.head(), "h" + std::to_string(i));
  CHECK(p.post("/v1/webhooks", p.head(), a_hook).code() == "too_many_webhooks");
  p.hook(p.clerk(), "clerk");
  const auto page = p.get("/v1/webhooks?limit=15", p.head());
  CHECK(page.body["items"].size() == 15);
  CHECK(p.get(page.body["next"].get<std::string>(), p.head()).body["items"].size() == 5);
  CHECK(p.get("/v1/webhooks?limit=0", p.head()).code() == "validation");
}

TEST_CASE("without a listed host webhooks are off, and what there is can be looked at and deleted", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  p.webhook_settings.targets = {};
  p.restart();
  CHECK(p.post("/v1/webhooks", p.head(), a_hook).code() == "webhooks_off");
  CHECK(p.post(hook + "/actions/ping", p.head(), Json::object()).code() == "webhooks_off");
  CHECK(p.get(hook, p.head()).body["listed"] == false);
  CHECK(p.call("DELETE", hook, p.head()).body == Json{{"id", p.id_of(hook)}, {"deleted", true}});
  CHECK(p.get(hook, p.head()).status == 404);
}

TEST_CASE("a webhook that is changed posts elsewhere, also what waits", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head", {"dossier_submitted"});
  p.submit(p.dossier);
  p.hooks->look();
  const auto put = [&](const Json& body) { return p.call("PUT", hook, p.head(), body.dump()); };
  const auto changed = put({{"url", "https://hook.example.vn/other?token=hidden"}});
  CHECK(changed.status == 200);
  CHECK(changed.body["types"].empty());
  CHECK(put({{"url", "https://elsewhere.example.vn/"}}).status == 422);
  p.done(p.dossier, "receive", p.intake());
  p.send();
  CHECK(p.posts_to("head").empty());
  CHECK(p.told("other", p.dossier) == std::vector<std::string>{"dossier_submitted", "dossier_received"});
}

TEST_CASE("a secret that is replaced signs for a day more, unless at once", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  const auto first = p.secrets[hook];
  const auto rotate = [&](const Json& body) { return p.post(hook + "/actions/rotate-secret", p.head(), body); };
  const auto last_post = [&] {
    p.posts.forget();
    p.ready_dossier(p.submission, "Trường");
    p.send();
    return p.posts_to("head").back();
  };
  const auto rotated = rotate(Json::object());
  REQUIRE(rotated.status == 200);
  const std::string second = rotated.body["secret"];
  CHECK(second != first);
  CHECK(rotated.body["earlier_secret_until"] == Instant{p.clock.system.milliseconds + 24 * 3'600'000}.text());
  CHECK(p.is_signed(last_post(), first));
  CHECK(p.is_signed(last_post(), second));
  // An answer was lost: what receivers have still signs, and only that and the newest do.
  const std::string third = rotate(Json::object()).body["secret"];
  CHECK(p.is_signed(last_post(), first));
  CHECK(p.is_signed(last_post(), third));
  CHECK_FALSE(p.is_signed(last_post(), second));
  p.later(24 * 3'600 - 1);
  CHECK(p.is_signed(last_post(), first));
  p.later(1);
  CHECK_FALSE(p.is_signed(last_post(), first));
  CHECK_FALSE(p.get(hook, p.head()).body.contains("earlier_secret_until"));
  const auto at_once = rotate({{"at_once", true}});
  CHECK_FALSE(at_once.body.contains("earlier_secret_until"));
  CHECK_FALSE(p.is_signed(last_post(), third));
  CHECK(p.is_signed(last_post(), at_once.body["secret"].get<std::string>()));
}

TEST_CASE("a ping goes at once and says what came of it", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  const auto ping = [&] { return p.post(hook + "/actions/ping", p.head(), Json::object()); };
  CHECK(ping().body == Json{{"delivered", true}, {"status", 204}});
  const auto post = p.posts_to("head").back();
  const auto said = p.message(post);
  CHECK(said["type"] == "vn.vinhdanh.ping");
  CHECK(said["subject"] == "webhook/" + p.id_of(hook));
  CHECK(p.is_signed(post, p.secrets[hook]));
  const auto limited = ping();
  CHECK(limited.code() == "rate_limited");
  CHECK(limited.headers.at("retry-after") == "5");
  p.later(5);
  p.posts.answer(302);
  CHECK(ping().body == Json{{"delivered", false}, {"status", 302}, {"why", "the receiver answered 302"}});
  p.later(5);
  p.posts.answer([](const Post&) { return Posted{0, std::nullopt, false, "nobody is there"}; });
  CHECK(ping().body == Json{{"delivered", false}, {"why", "nobody is there"}});
  CHECK(p.get(hook, p.head()).body["waiting"] == 0);
}

TEST_CASE("others do not find a webhook, in another appointment not even its owner", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  for (const auto& token : {p.clerk(), p.auditor(), another_of(p, p.head())}) {
    CHECK(p.get(hook, token).status == 404);
    CHECK(p.get(hook + "/dead", token).status == 404);
    CHECK(p.call("PUT", hook, token, a_hook.dump()).status == 404);
    CHECK(p.call("DELETE", hook, token).status == 404);
    for (const char* action : {"/actions/pause", "/actions/resume", "/actions/rotate-secret", "/actions/replay", "/actions/ping", "/dead/retry"})
      CHECK(p.post(hook + action, token, Json::object()).status == 404);
    CHECK(p.get("/v1/webhooks", token).body["items"].empty());
  }
}

TEST_CASE("an administrator sees all webhooks but no secret, and may pause and delete them", "[desk][webhooks]") {
  HookedProvince p;
  const auto administrator = p.token("ubnd_lang_son", Role::administrator);
  const auto hook = p.hook(p.head(), "head");
  p.hook(p.clerk(), "clerk");
  const auto all = p.get("/v1/webhooks", administrator);
  CHECK(all.body["items"].size() == 2);
  CHECK(all.text.find("hidden") == std::string::npos);
  CHECK(all.text.find("whsec_") == std::string::npos);
  CHECK(all.body["names"]["people"].contains(p.person_of(p.head())));
  CHECK(p.post(hook + "/actions/pause", administrator, Json::object()).body["paused"] == true);
  CHECK(p.get(hook, p.head()).body["paused"] == true);
  CHECK(p.post("/v1/webhooks", administrator, a_hook).status == 403);
  CHECK(p.post(hook + "/actions/rotate-secret", administrator, Json::object()).status == 403);
  CHECK(p.get(hook + "/dead", administrator).status == 403);
  CHECK(p.call("DELETE", hook, administrator).status == 200);
  CHECK(p.get("/v1/webhooks", p.head()).body["items"].empty());
}

TEST_CASE("a replay names one point, and a retry one message or all", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  using Faults = std::vector<std::string>;
  const auto replay = [&](const Json& body) { return faults_of(p.post(hook + "/actions/replay", p.head(), body)); };
  CHECK(replay(Json::object()) == Faults{"/after missing"});
  CHECK(replay({{"after", "x"}}) == Faults{"/after unknown_value"});
  CHECK(replay({{"after", "0-0"}, {"since", "2025-02-12T00:00:00.000Z"}}) == Faults{"/since unknown_value"});
  const auto retry = [&](const Json& body) { return faults_of(p.post(hook + "/dead/retry", p.head(), body)); };
  CHECK(retry(Json::object()) == Faults{"/stream missing", "/id missing", "/n missing"});
  CHECK(retry({{"all", true}, {"n", 1}}) == Faults{"/all unknown_value"});
  CHECK(p.get(hook + "/dead?cursor=x", p.head()).code() == "invalid_cursor");
}

TEST_CASE("who lets something be told to others stands in the access log, or it is not done", "[desk][webhooks]") {
  HookedProvince p;
  const auto hook = p.hook(p.head(), "head");
  p.call("PUT", hook, p.head(), a_hook.dump());
  p.post(hook + "/actions/replay", p.head(), {{"after", "0-0"}});
  const auto log = p.get("/v1/access-log?kind=exported", p.auditor());
  std::vector<std::string> rows;
  for (const auto& item : log.body["items"]) {
    rows.push_back(item["method"].get<std::string>() + " " + item["route"].get<std::string>());
    CHECK(item["target"] == p.id_of(hook));
    CHECK(item["person"] == p.person_of(p.head()));
  }
  CHECK(rows == std::vector<std::string>{"POST /v1/webhooks/{id}/actions/replay", "PUT /v1/webhooks/{id}", "POST /v1/webhooks"});
  p.access_log.failing = true;
  CHECK(p.post("/v1/webhooks", p.head(), a_hook).code() == "storage_unavailable");
  CHECK(p.call("DELETE", hook, p.head()).code() == "storage_unavailable");
  p.access_log.failing = false;
  CHECK(p.get("/v1/webhooks", p.head()).body["items"].size() == 1);
}
