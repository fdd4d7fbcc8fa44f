// The second factor: who decides needs one, a code works once, and enrolling begins a new session.
#include <algorithm>

#include "adapters/totp.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Chairman : Rig {
  explicit Chairman(Role role = Role::decider) : Rig(day(2025, 2, 12)) {
    person = with_password(*this, "long", some_password);
    appointment = appoint(*this, person, "ubnd_lang_son", role);
  }
  /// Signed in and enrolled; the secret.
  std::string enrolled() {
    REQUIRE(long_.sign_in("long", some_password).status == 201);
    const auto begun = long_.post("/v1/second-factor", {{"password", some_password}});
    REQUIRE(begun.status == 200);
    const std::string secret = begun.body["secret"];
    REQUIRE(long_.post("/v1/second-factor/confirmation", {{"code", code_now(*this, secret)}}).status == 200);
    return secret;
  }
  void later(int steps) { clock.system.milliseconds += steps * 30'000; }

  PersonId person;
  Appointment appointment;
  Browser long_{*this};
};

}  // namespace

TEST_CASE("who decides may only enrol until he has a second factor", "[sign-in]") {
  Chairman at;
  const auto signed_in = at.long_.sign_in("long", some_password);
  REQUIRE(signed_in.status == 201);
  CHECK_FALSE(signed_in.body.contains("appointment"));
  CHECK(signed_in.body["second_factor"] == Json{{"enrolled", false}, {"required", true}, {"passed", false}});
  CHECK(at.long_.get("/v1/dossiers").code() == "second_factor_required");
  CHECK(at.long_.get("/v1/dossiers").status == 403);
  CHECK(at.long_.choose(at.appointment).code() == "second_factor_required");

  const auto begun = at.long_.post("/v1/second-factor", {{"password", some_password}});
  REQUIRE(begun.status == 200);
  const std::string secret = begun.body["secret"];
  CHECK(begun.body["uri"].get<std::string>().starts_with("otpauth://totp/vinhdanh:long?secret=" + secret));
  CHECK(at.long_.get("/v1/session").body["second_factor"]["enrolled"] == false);
  const auto old = at.long_.cookie;
  const auto confirmed = at.long_.post("/v1/second-factor/confirmation", {{"code", code_now(at, secret)}});
  REQUIRE(confirmed.status == 200);
  CHECK(at.long_.cookie != old);
  REQUIRE(at.long_.choose(at.appointment).status == 200);
  CHECK(at.long_.get("/v1/dossiers").status == 200);
  Browser thief(at);
  thief.cookie = old;
  CHECK(thief.get("/v1/me").status == 401);
  CHECK(at.inner.raw_events(StreamKind::account, at.person).back().bytes.find("second_factor_enrolled") !=
        std::string::npos);
}

TEST_CASE("a deputy of who decides needs one too", "[sign-in]") {
  Chairman at;
  const auto deputy = with_password(at, "pho", some_password);
  const auto appointment = appoint(at, deputy, "ubnd_lang_son", Role::specialist, at.appointment);
  Browser pho(at);
  REQUIRE(pho.sign_in("pho", some_password).status == 201);
  CHECK(pho.get("/v1/dossiers").code() == "second_factor_required");
  CHECK(pho.choose(appointment).code() == "second_factor_required");
}

TEST_CASE("a session in a deciding role that was opened without a second factor does nothing in it", "[sign-in]") {
  Chairman at(Role::specialist);
  REQUIRE(at.long_.sign_in("long", some_password).status == 201);
  CHECK(at.long_.get("/v1/dossiers").status == 200);
  auto session = at.sign_in.sessions(at.person).front();
  session.appointment = appoint(at, with_password(at, "khac", some_password), "ubnd_lang_son", Role::decider).id;
  at.sign_in.put_session(session);
  CHECK(at.long_.get("/v1/dossiers").code() == "appointment_required");  // another's role
  session.appointment = appoint(at, at.person, "ubnd_lang_son", Role::decider).id;
  CHECK(at.long_.get("/v1/dossiers").status == 401);  // a new role ends the sessions
  REQUIRE(at.long_.sign_in("long", some_password).status == 201);
  auto anew = at.sign_in.sessions(at.person).front();
  anew.appointment = session.appointment;
  at.sign_in.put_session(anew);
  CHECK(at.long_.get("/v1/dossiers").code() == "second_factor_required");
  CHECK(at.long_.get("/v1/me").status == 200);
}

TEST_CASE("once enrolled a code is asked for at each sign-in, and works once", "[sign-in]") {
  Chairman at;
  const auto secret = at.enrolled();
  const auto none = at.long_.sign_in("long", some_password);
  CHECK(none.status == 401);
  CHECK(none.code() == "second_factor_code_needed");
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret)).code() == "sign_in_failed");  // used to enrol
  at.later(1);
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret, -2)).code() == "sign_in_failed");
  CHECK(at.long_.sign_in("long", some_password, "000000").code() == "sign_in_failed");
  const auto good = at.long_.sign_in("long", some_password, code_now(at, secret));
  REQUIRE(good.status == 201);
  CHECK(good.body["second_factor"]["passed"] == true);
  CHECK(good.body["appointment"] == at.appointment.id);
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret)).code() == "sign_in_failed");
  at.later(2);
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret, 1)).status == 201);  // the telephone is ahead
  CHECK(at.long_.sign_in("long", "sai", code_now(at, secret)).code() == "sign_in_failed");
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret)).code() == "sign_in_failed");  // an older step
}

TEST_CASE("codes cannot be guessed on", "[sign-in]") {
  Chairman at;
  const auto secret = at.enrolled();
  at.later(10);
  for (int i = 0; i < 5; ++i) CHECK(at.long_.sign_in("long", some_password, "12345" + std::to_string(i)).status == 401);
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret)).status == 429);
}

TEST_CASE("a known password does not let codes be tried from many addresses, nor for ever", "[sign-in]") {
  Chairman at;
  const auto secret = at.enrolled();
  at.later(10);
  int address = 0;
  const auto elsewhere = [&] { at.peer = "192.0.2." + std::to_string(++address); };
  const auto tried = [&](const std::string& word, const std::string& code) {
    elsewhere();
    return at.long_.sign_in("long", word, code);
  };
  for (int i = 0; i < 15; ++i) CHECK(tried("sai", "123456").status == 401);  // who lacks the password locks nobody out
  for (int i = 0; i < 9; ++i) CHECK(tried(some_password, "123456").status == 401);
  CHECK(tried(some_password, code_now(at, secret)).status == 201);  // which gives no new tries
  CHECK(tried(some_password, "123456").status == 401);
  const auto held = tried(some_password, code_now(at, secret, 1));
  CHECK(held.status == 429);
  CHECK(held.code() == "rate_limited");
  const int wait = std::stoi(held.headers.at("retry-after"));
  CHECK(wait == 360);
  AccessQuery query;
  query.limit = 1;
  CHECK(at.access_log.find(query).front().status == 429);
  at.clock.system.milliseconds += wait * 1000;
  CHECK(tried(some_password, code_now(at, secret)).status == 201);
}

TEST_CASE("enrolling asks for the some_password and a code of the new secret", "[sign-in]") {
  Chairman at(Role::specialist);
  REQUIRE(at.long_.sign_in("long", some_password).status == 201);
  CHECK(at.long_.post("/v1/second-factor/confirmation", {{"code", "123456"}}).code() == "second_factor_missing");
  CHECK(at.long_.post("/v1/second-factor", {{"password", "sai"}}).status == 422);
  const std::string first = at.long_.post("/v1/second-factor", {{"password", some_password}}).body["secret"];
  const std::string second = at.long_.post("/v1/second-factor", {{"password", some_password}}).body["secret"];
  CHECK(at.long_.post("/v1/second-factor/confirmation", {{"code", code_now(at, first)}}).status == 422);
  REQUIRE(at.long_.post("/v1/second-factor/confirmation", {{"code", code_now(at, second)}}).status == 200);
  CHECK(at.long_.post("/v1/second-factor/confirmation", {{"code", code_now(at, second)}}).code() == "second_factor_exists");
  CHECK(at.long_.get("/v1/me").body["role"] == "specialist");
}

TEST_CASE("who need not have one gives it up with some_password and code; who decides does not", "[sign-in]") {
  SECTION("a specialist") {
    Chairman at(Role::specialist);
    const auto secret = at.enrolled();
    const auto remove = [&](const std::string& word, const std::string& code) {
      return at.long_.remove("/v1/second-factor", Json{{"password", word}, {"code", code}}.dump());
    };
    CHECK(remove("sai", code_now(at, secret, 1)).status == 422);
    CHECK(remove(some_password, code_now(at, secret)).status == 422);  // used to enrol
    REQUIRE(remove(some_password, code_now(at, secret, 1)).status == 200);
    CHECK(at.long_.get("/v1/session").body["second_factor"]["enrolled"] == false);
    CHECK(at.long_.sign_in("long", some_password).status == 201);
    CHECK(remove(some_password, "123456").code() == "second_factor_missing");
  }
  SECTION("the Chairman") {
    Chairman at;
    const auto secret = at.enrolled();
    const auto body = Json{{"password", some_password}, {"code", code_now(at, secret, 1)}}.dump();
    CHECK(at.long_.remove("/v1/second-factor", body).code() == "second_factor_required");
  }
}

TEST_CASE("who decides puts a new one in the place of the present one, with a code of each", "[sign-in]") {
  Chairman at;
  const auto secret = at.enrolled();
  at.later(2);
  const auto renew = [&](const Json& changed) {
    Json body{{"password", some_password}, {"code", code_now(at, secret)}};
    body.update(changed);
    return at.long_.put("/v1/second-factor", body);
  };
  const std::string fresh = at.long_.post("/v1/second-factor", {{"password", some_password}}).body["secret"];
  const Json both{{"secret", fresh}, {"new_code", code_now(at, fresh)}};
  const auto pointer = [](const Answer& answer) { return answer.body["errors"][0]["pointer"].get<std::string>(); };

  const auto wrong_word = renew({{"password", "sai"}, {"secret", fresh}, {"new_code", code_now(at, fresh)}});
  CHECK(wrong_word.status == 422);
  CHECK(pointer(wrong_word) == "/password");
  const auto wrong_new = renew({{"secret", fresh}, {"new_code", "000000"}});
  CHECK(wrong_new.status == 422);
  CHECK(pointer(wrong_new) == "/new_code");
  const auto short_secret = renew({{"secret", "MFRGG"}, {"new_code", "000000"}});
  CHECK(pointer(short_secret) == "/secret");
  const auto same = renew({{"secret", secret}, {"new_code", code_now(at, secret)}});
  CHECK(pointer(same) == "/secret");
  const auto wrong_old = renew({{"secret", fresh}, {"new_code", code_now(at, fresh)}, {"code", "000000"}});
  CHECK(wrong_old.status == 422);
  CHECK(pointer(wrong_old) == "/code");

  // Until then the present one counts, also at the door.
  Browser elsewhere(at);
  REQUIRE(elsewhere.sign_in("long", some_password, code_now(at, secret, -1)).status == 201);
  const auto old = at.long_.cookie;
  REQUIRE(renew(both).status == 200);
  CHECK(at.long_.cookie != old);
  CHECK(elsewhere.get("/v1/session").status == 401);
  REQUIRE(at.long_.choose(at.appointment).status == 200);
  CHECK(at.long_.get("/v1/dossiers").status == 200);
  const auto events = at.inner.raw_events(StreamKind::account, at.person);
  CHECK(std::ranges::count_if(events, [](const auto& it) { return it.bytes.find("second_factor_enrolled") != std::string::npos; }) == 2);
  CHECK(elsewhere.sign_in("long", some_password, both["new_code"]).code() == "sign_in_failed");  // used to renew
  at.later(3);
  CHECK(at.long_.sign_in("long", some_password, code_now(at, secret)).code() == "sign_in_failed");
  CHECK(at.long_.sign_in("long", some_password, code_now(at, fresh)).status == 201);
}

namespace {

/// Renewals of someone enrolled, with a new secret that was given out to him.
struct Renewing : Chairman {
  explicit Renewing(Role role = Role::decider) : Chairman(role) { later(2); }
  Answer renew(const std::string& code, const std::string& new_code) {
    return long_.put("/v1/second-factor", {{"password", some_password}, {"code", code}, {"secret", fresh_secret}, {"new_code", new_code}});
  }

  std::string secret = enrolled();
  std::string fresh_secret = long_.post("/v1/second-factor", {{"password", some_password}}).body["secret"];
};

}  // namespace

TEST_CASE("a code that was used to sign in does not renew", "[sign-in]") {
  Renewing at;
  const auto code = code_now(at, at.secret);
  REQUIRE(at.long_.sign_in("long", some_password, code).status == 201);
  const auto answer = at.renew(code, code_now(at, at.fresh_secret));
  CHECK(answer.status == 422);
  CHECK(answer.body["errors"][0]["pointer"] == "/code");
  CHECK(at.renew(code_now(at, at.secret, 1), code_now(at, at.fresh_secret)).status == 200);
}

TEST_CASE("a renewal lets nobody guess codes", "[sign-in]") {
  SECTION("from one address, neither of the present one nor of the new one") {
    Renewing at;
    for (int i = 0; i < 5; ++i) CHECK(at.renew(code_now(at, at.secret), "00000" + std::to_string(i)).status == 422);
    CHECK(at.renew(code_now(at, at.secret), code_now(at, at.fresh_secret)).status == 429);
  }
  SECTION("from many") {
    Renewing at;
    int address = 0;
    const auto tried = [&](const std::string& code) {
      at.peer = "192.0.2." + std::to_string(++address);
      return at.renew(code, code_now(at, at.fresh_secret)).status;
    };
    for (int i = 0; i < 10; ++i) CHECK(tried("12345" + std::to_string(i)) == 422);
    CHECK(tried(code_now(at, at.secret)) == 429);
  }
}

TEST_CASE("what is not enrolled is not renewed", "[sign-in]") {
  Chairman at(Role::specialist);
  REQUIRE(at.long_.sign_in("long", some_password).status == 201);
  const std::string begun = at.long_.post("/v1/second-factor", {{"password", some_password}}).body["secret"];
  const std::string other = new_totp_secret();
  const Json body{{"password", some_password}, {"code", code_now(at, begun)}, {"secret", other}, {"new_code", code_now(at, other)}};
  CHECK(at.long_.put("/v1/second-factor", body).code() == "second_factor_missing");
  CHECK(at.long_.get("/v1/session").body["second_factor"]["enrolled"] == false);
}
