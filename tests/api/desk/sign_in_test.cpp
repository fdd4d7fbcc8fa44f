// Signing in with a some_password: sessions, choosing a role, what ends them, and what a foreign page may not do.
#include "api/desk/people/admin.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr std::int64_t kMinute = 60'000;

struct Workplace : Rig {
  Workplace() : Rig(day(2025, 2, 12)) { person = with_password(*this, "an", some_password); }
  PersonId person;
  Browser an{*this};
};

}  // namespace

TEST_CASE("who has one role works in it at once, with a cookie that no script reads", "[sign-in]") {
  Workplace at;
  const auto role = appoint(at, at.person, home_affairs, Role::specialist);
  const auto answer = at.an.sign_in("an", some_password);
  REQUIRE(answer.status == 201);
  CHECK(answer.body["person"] == at.person);
  CHECK(answer.body["name"] == "Người an");
  CHECK(answer.body["login"] == "an");
  CHECK(answer.body["appointment"] == role.id);
  CHECK(answer.body["must_change_password"] == false);
  CHECK(answer.body["second_factor"] == Json{{"enrolled", false}, {"required", false}, {"passed", false}});
  const auto& cookie = answer.headers.at("set-cookie");
  CHECK(cookie.starts_with("vinhdanh=vs_"));
  CHECK(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"));
  CHECK(cookie.find(';') - std::string("vinhdanh=vs_").size() == 43);  // 256 bits in base64url
  const auto me = at.an.get("/v1/me");
  CHECK(me.status == 200);
  CHECK(me.body["appointment"] == role.id);
  CHECK(at.an.get("/v1/dossiers").status == 200);
  CHECK(at.inner.raw_events(StreamKind::account, at.person).back().bytes.find(some_password) == std::string::npos);
}

TEST_CASE("with several roles one is chosen before anything else, and may be changed", "[sign-in]") {
  Workplace at;
  const auto one = appoint(at, at.person, home_affairs, Role::specialist);
  const auto holder = appoint(at, with_password(at, "binh", some_password), home_affairs, Role::office_head);
  const auto other = appoint(at, at.person, home_affairs, Role::office_head, holder);
  const auto signed_in = at.an.sign_in("an", some_password);
  REQUIRE(signed_in.status == 201);
  CHECK_FALSE(signed_in.body.contains("appointment"));
  REQUIRE(signed_in.body["appointments"].size() == 2);
  CHECK(signed_in.body["appointments"][1]["behalf_of"]["name"] == "Người binh");
  CHECK(at.an.get("/v1/me").body.contains("role") == false);
  const auto refused = at.an.get("/v1/dossiers");
  CHECK(refused.status == 403);
  CHECK(refused.code() == "appointment_required");

  CHECK(at.an.choose(one).body["appointment"] == one.id);
  CHECK(at.an.get("/v1/me").body["role"] == "specialist");
  REQUIRE(at.an.choose(other).status == 200);
  const auto me = at.an.get("/v1/me");
  CHECK(me.body["role"] == "office_head");
  CHECK(me.body["behalf_of"]["name"] == "Người binh");
  CHECK(at.an.get("/v1/session").body["appointment"] == other.id);

  Appointment foreign = holder;
  CHECK(at.an.choose(foreign).status == 422);
  CHECK(at.an.put("/v1/session/appointment", {{"appointment", "none"}}).status == 422);
  CHECK(at.call("GET", "/v1/session", at.token(home_affairs, Role::auditor)).code() == "session_required");
  CHECK(at.call("PUT", "/v1/session/appointment", at.token(home_affairs, Role::auditor), "{\"appointment\":\"x\"}")
            .code() == "session_required");
}

TEST_CASE("a failed sign-in says no more for a login that exists", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  const auto nameless = add_user(at.clock, at.fresh, console_actor(), "chi", "Chi");
  REQUIRE(commit_alone(at.inner, nameless.change).status == CommitStatus::done);
  Browser stranger(at);
  std::set<std::string> texts;
  texts.insert(stranger.sign_in("an", "sai mật khẩu").text);
  texts.insert(stranger.sign_in("nobody", "sai mật khẩu").text);
  texts.insert(stranger.sign_in("chi", "sai mật khẩu").text);  // an account without a some_password
  REQUIRE(commit_alone(at.inner, disable_user(at.clock, at.fresh, console_actor(), *at.inner.account(at.person)))
              .status == CommitStatus::done);
  const auto disabled = stranger.sign_in("an", some_password);
  texts.insert(disabled.text);
  CHECK(texts.size() == 1);
  CHECK(disabled.status == 401);
  CHECK(disabled.code() == "sign_in_failed");
  CHECK_FALSE(disabled.headers.contains("set-cookie"));
}

TEST_CASE("guessing is held back for who guesses, and for nobody else", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  Browser guesser(at);
  for (int i = 0; i < 5; ++i) CHECK(guesser.sign_in("an", "sai").status == 401);
  const auto held = guesser.sign_in("an", some_password);
  CHECK(held.status == 429);
  CHECK(held.code() == "rate_limited");
  CHECK(held.headers.at("retry-after") == "1");
  at.peer = "192.0.2.77";
  CHECK(at.an.sign_in("an", some_password).status == 201);
  at.peer = "192.0.2.1";
  at.clock.system.milliseconds += 1000;
  CHECK(guesser.sign_in("an", "sai").status == 401);
  CHECK(guesser.sign_in("an", "sai").headers.at("retry-after") == "2");
  at.clock.system.milliseconds += 2000;
  CHECK(guesser.sign_in("an", some_password).status == 201);
  CHECK(guesser.sign_in("an", "sai").status == 401);  // and the count begins anew
}

TEST_CASE("a thousand sign-ins in a kMinute from one address are cut short", "[sign-in]") {
  Workplace at;
  Browser flood(at);
  int tried = 0;
  for (int i = 0; i < 1000; ++i) {
    at.clock.system.milliseconds += 60;
    if (flood.sign_in("login" + std::to_string(i), "sai").status == 401) ++tried;
  }
  CHECK(tried >= 20);
  CHECK(tried <= 25);
  at.peer = "192.0.2.77";
  CHECK(flood.sign_in("an", some_password).status == 201);
}

TEST_CASE("a session ends after half an hour without a request, and after twelve hours in any case", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  const auto pass = [&](std::int64_t minutes) { at.clock.system.milliseconds += minutes * kMinute; };
  SECTION("idle") {
    pass(30);
    CHECK(at.an.get("/v1/me").status == 200);
    pass(30);
    CHECK(at.an.get("/v1/me").status == 200);
    pass(31);
    CHECK(at.an.get("/v1/me").status == 401);
  }
  SECTION("a page that opens its stream again is nobody's request") {
    pass(20);
    CHECK(at.an.call("GET", "/v1/events", "", {{"accept", "text/event-stream"}}).status == 200);
    pass(11);
    CHECK(at.an.get("/v1/me").status == 401);
  }
  SECTION("in any case") {
    for (int i = 0; i < 35; ++i) {
      pass(20);
      CHECK(at.an.get("/v1/me").status == 200);
    }
    pass(20);
    CHECK(at.an.get("/v1/me").status == 401);
  }
}

TEST_CASE("sessions are listed, and one, the current one or all are ended on the server", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  Browser elsewhere(at);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  REQUIRE(elsewhere.sign_in("an", some_password).status == 201);
  const auto list = at.an.get("/v1/sessions").body["items"];
  REQUIRE(list.size() == 2);
  CHECK(list[0]["current"] == true);
  CHECK(list[1]["current"] == false);
  CHECK(list[0]["address"] == "192.0.2.1");
  CHECK(at.an.remove("/v1/sessions/none").status == 404);
  CHECK(at.an.remove("/v1/sessions/" + list[1]["id"].get<std::string>()).status == 200);
  CHECK(elsewhere.get("/v1/me").status == 401);
  CHECK(at.an.get("/v1/me").status == 200);
  const auto old = at.an.cookie;
  CHECK(at.an.remove("/v1/sessions/current").status == 200);
  CHECK(at.an.cookie.empty());
  at.an.cookie = old;
  CHECK(at.an.get("/v1/me").status == 401);
  CHECK(at.call("DELETE", "/v1/sessions/current", at.token(home_affairs, Role::auditor)).code() == "session_required");

  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  REQUIRE(elsewhere.sign_in("an", some_password).status == 201);
  CHECK(at.an.remove("/v1/sessions").status == 200);
  CHECK(elsewhere.get("/v1/me").status == 401);
  AccessQuery signed_out;
  signed_out.kind = AccessKind::signed_out;
  std::vector<std::string> routes;  // newest first
  for (const auto& entry : at.access_log.find(signed_out)) routes.push_back(entry.route);
  CHECK(routes == std::vector<std::string>{"/v1/sessions", "/v1/sessions/current", "/v1/sessions/{id}"});
  CHECK(at.inner.accounts().size() >= 1);
  Browser other(at);
  with_password(at, "binh", some_password);
  REQUIRE(other.sign_in("binh", some_password).status == 201);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  const auto mine = at.an.get("/v1/sessions").body["items"][0]["id"].get<std::string>();
  CHECK(other.remove("/v1/sessions/" + mine).status == 404);
}

TEST_CASE("a some_password is changed with the old one; the other sessions end, this one goes on anew", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  Browser elsewhere(at);
  REQUIRE(elsewhere.sign_in("an", some_password).status == 201);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  const auto change = [&](const std::string& current, const std::string& next) {
    return at.an.put("/v1/password", {{"current_password", current}, {"new_password", next}});
  };
  const auto code = [](const Answer& answer) {
    CHECK(answer.status == 422);
    return answer.body["errors"][0]["code"].get<std::string>();
  };
  CHECK(code(change("sai", "mật khẩu mới hơn")) == "wrong_password");
  CHECK(code(change(some_password, "ngắn")) == "too_short");
  CHECK(code(change(some_password, "an")) == "too_short");
  CHECK(code(change(some_password, "Password123")) == "too_common");
  CHECK(code(change(some_password, "aaaaaaaaaaaa")) == "too_common");
  CHECK(code(change(some_password, std::string(257, 'x') + "y")) == "too_long");
  CHECK(code(change(some_password, some_password)) == "unchanged");
  const auto old = at.an.cookie;
  REQUIRE(change(some_password, "mật khẩu mới hơn").status == 200);
  CHECK(at.an.cookie != old);
  CHECK(at.an.get("/v1/me").body["role"] == "specialist");
  CHECK(elsewhere.get("/v1/me").status == 401);
  Browser thief(at);
  thief.cookie = old;
  CHECK(thief.get("/v1/me").status == 401);
  CHECK(elsewhere.sign_in("an", some_password).status == 401);
  CHECK(elsewhere.sign_in("an", "mật khẩu mới hơn").status == 201);
  const auto events = at.inner.raw_events(StreamKind::account, at.person);
  CHECK(events.back().bytes.find("\"type\":\"password_set\"") != std::string::npos);
}

TEST_CASE("a first some_password is changed before anything else", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  auto credential = *at.sign_in.credential(at.person);
  credential.must_change = true;
  const auto given =
      set_password(at.clock, at.fresh, console_actor(), *at.inner.account(at.person), credential, false);
  REQUIRE(commit_alone(at.inner, given).status == CommitStatus::done);
  const auto signed_in = at.an.sign_in("an", some_password);
  CHECK(signed_in.body["must_change_password"] == true);
  CHECK(at.an.get("/v1/dossiers").code() == "password_change_required");
  CHECK(at.an.get("/v1/dossiers").status == 403);
  CHECK(at.an.get("/v1/me").status == 200);
  REQUIRE(at.an.put("/v1/password", {{"current_password", some_password}, {"new_password", "của riêng tôi"}}).status ==
          200);
  CHECK(at.an.get("/v1/dossiers").status == 200);
}

TEST_CASE("a foreign page changes nothing with the cookie of its visitor", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  const auto sent = [&](const std::string& method, const std::string& target, Headers headers) {
    headers.emplace("host", "127.0.0.1:8080");
    headers.emplace("cookie", at.an.cookie);
    return at.call(method, target, "", method == "GET" ? "" : "{}", std::move(headers));
  };
  const auto is_csrf = [](const Answer& answer) { return answer.status == 403 && answer.code() == "csrf"; };
  for (const char* origin : {"https://evil.example", "null", "http://127.0.0.1:8081", "https://127.0.0.1:8080"}) {
    INFO(origin);
    CHECK(is_csrf(sent("POST", "/v1/dossiers/search", {{"origin", origin}})));
    CHECK(is_csrf(sent("DELETE", "/v1/sessions", {{"origin", origin}})));
  }
  for (const char* site : {"cross-site", "same-site", "none"}) {
    INFO(site);
    CHECK(is_csrf(sent("POST", "/v1/dossiers/search", {{"sec-fetch-site", site}})));
    CHECK(
        is_csrf(sent("POST", "/v1/dossiers/search", {{"sec-fetch-site", site}, {"origin", "http://127.0.0.1:8080"}})));
  }
  CHECK(is_csrf(sent("POST", "/v1/dossiers/search", {})));
  CHECK_FALSE(is_csrf(sent("POST", "/v1/dossiers/search", {{"sec-fetch-site", "same-origin"}})));
  CHECK_FALSE(is_csrf(sent("POST", "/v1/dossiers/search", {{"origin", "http://127.0.0.1:8080"}})));
  CHECK(sent("GET", "/v1/me", {{"sec-fetch-site", "cross-site"}}).status == 200);
  const auto foreign_sign_in = at.call("POST", "/v1/sessions", "", "{\"login\":\"an\",\"password\":\"x\"}",
                                       {{"origin", "https://evil.example"}});
  CHECK(is_csrf(foreign_sign_in));
}

TEST_CASE("Authorization is judged alone; two cookies of the name are none", "[sign-in]") {
  Workplace at;
  appoint(at, at.person, home_affairs, Role::specialist);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  const auto auditor = at.token(home_affairs, Role::auditor);
  CHECK(at.call("GET", "/v1/me", auditor, "", {{"cookie", at.an.cookie}}).body["role"] == "auditor");
  CHECK(at.call("GET", "/v1/me", "vd_wrong", "", {{"cookie", at.an.cookie}}).status == 401);
  CHECK(at.call("GET", "/v1/me", "", "", {{"cookie", at.an.cookie}}).status == 200);
  CHECK(at.call("GET", "/v1/me", "", "", {{"cookie", at.an.cookie + "; " + at.an.cookie}}).status == 401);
  CHECK(at.call("GET", "/v1/me", "", "", {{"cookie", "vinhdanh=vs_wrong"}}).status == 401);
  CHECK(at.call("GET", "/v1/me", "", "", {{"cookie", "__Host-" + at.an.cookie}}).status == 401);
}

TEST_CASE("behind https the cookie is bound to the host, and its origin is the public one", "[sign-in]") {
  const SignInSettings settings{"https://vinhdanh.example", 30, 720, {}};
  CHECK(cookie_with(settings, "t") == "__Host-vinhdanh=t; Path=/; HttpOnly; SameSite=Strict; Secure");
  CHECK(cookie_without(settings) == "__Host-vinhdanh=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
  HttpRequest request;
  request.headers = {{"host", "vinhdanh.example"}, {"cookie", "a=b; __Host-vinhdanh=t"}};
  CHECK(session_token(settings, request) == "t");
  CHECK(sending_page(settings, request) == SendingPage::unknown);
  request.headers["origin"] = "https://vinhdanh.example";
  CHECK(sending_page(settings, request) == SendingPage::ours);
  request.headers["origin"] = "http://vinhdanh.example";
  CHECK(sending_page(settings, request) == SendingPage::another);
}

TEST_CASE("an ended or revoked role stops the session's next request", "[sign-in]") {
  Workplace at;
  const auto role = appoint(at, at.person, home_affairs, Role::specialist);
  REQUIRE(at.an.sign_in("an", some_password).status == 201);
  const auto ending = end_role(at.clock, at.fresh, console_actor(), role, day(2025, 2, 11));
  SECTION("role ended: the session ends with it") {
    REQUIRE(commit_alone(at.inner, ending).status == CommitStatus::done);
    CHECK(at.an.get("/v1/dossiers").status == 401);
    CHECK(at.an.sign_in("an", some_password).body["appointments"].empty());
    CHECK(at.an.get("/v1/dossiers").code() == "appointment_required");
  }
  SECTION("account disabled") {
    const auto off = disable_user(at.clock, at.fresh, console_actor(), *at.inner.account(at.person));
    REQUIRE(commit_alone(at.inner, off).status == CommitStatus::done);
    CHECK(at.an.get("/v1/dossiers").status == 401);
  }
  SECTION("the day goes by") {
    auto dated = role;
    dated.to = day(2025, 2, 12);
    const auto last_day = end_role(at.clock, at.fresh, console_actor(), role, day(2025, 2, 12));
    REQUIRE(commit_alone(at.inner, last_day).status == CommitStatus::done);
    REQUIRE(at.an.sign_in("an", some_password).status == 201);
    CHECK(at.an.get("/v1/dossiers").status == 200);
    at.clock.move_to(Instant{at.clock.business_now().milliseconds + 24 * 60 * kMinute});
    CHECK(at.an.get("/v1/dossiers").code() == "appointment_required");
  }
}
