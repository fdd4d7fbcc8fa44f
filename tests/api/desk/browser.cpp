// A person at a browser for tests of the API.
#include "tests/api/desk/browser.hpp"

#include "adapters/totp.hpp"
#include "api/desk/people/admin.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {

PersonId with_password(Rig& rig, const std::string& login, const std::string& password) {
  const auto user = add_user(rig.clock, rig.fresh, console_actor(), login, "Người " + login);
  REQUIRE(commit_alone(rig.inner, user.change).status == CommitStatus::done);
  const auto account = rig.inner.account(user.person).value();
  const Credential credential{user.person, rig.signing_in->passwords.hash(password), false, {}, false, 0};
  const auto change = set_password(rig.clock, rig.fresh, console_actor(), account, credential, true);
  REQUIRE(commit_alone(rig.inner, change).status == CommitStatus::done);
  return user.person;
}

Appointment appoint(Rig& rig, const PersonId& person, const OfficeId& office, Role role,
                    const std::optional<Appointment>& deputy_for) {
  Appointment wanted;
  wanted.person = person;
  wanted.office = office;
  wanted.role = role;
  wanted.from = day(2010, 1, 1);
  if (deputy_for) {
    wanted.capacity = Capacity::deputy;
    wanted.deputy_for = deputy_for->id;
    wanted.document = DocumentRef{"7/UQ", day(2020, 1, 1)};
  }
  const auto made = assign_role(rig.clock, rig.fresh, console_actor(), wanted);
  REQUIRE(commit_alone(rig.inner, made.change).status == CommitStatus::done);
  return rig.inner.appointment(made.appointment).value();
}

std::string code_now(const Rig& rig, const std::string& secret, int steps) {
  return totp_code(secret, totp_step(rig.clock.system) + steps);
}

Answer Browser::call(const std::string& method, const std::string& target, const std::string& body, Headers headers) {
  headers.emplace("host", "127.0.0.1:8080");
  headers.emplace("origin", "http://127.0.0.1:8080");
  headers.emplace("sec-fetch-site", "same-origin");
  if (!cookie.empty()) headers.emplace("cookie", "other=1; " + cookie);
  auto answer = rig_.call(method, target, "", body, std::move(headers));
  if (answer.headers.contains("set-cookie")) {
    const auto& set = answer.headers.at("set-cookie");
    cookie = set.find("Max-Age=0") == std::string::npos ? set.substr(0, set.find(';')) : "";
  }
  return answer;
}

Answer Browser::sign_in(const std::string& login, const std::string& password, const std::optional<std::string>& code) {
  cookie.clear();
  Json body{{"login", login}, {"password", password}};
  if (code) body["code"] = *code;
  return call("POST", "/v1/sessions", body.dump());
}

Answer Browser::post(const std::string& target, const Json& body, Headers headers) {
  headers.emplace("idempotency-key", "browser-" + std::to_string(++keys_) + cookie.substr(cookie.size() / 2));
  return call("POST", target, body.dump(), std::move(headers));
}

Answer Browser::put(const std::string& target, const Json& body, Headers headers) {
  return call("PUT", target, body.dump(), std::move(headers));
}

}  // namespace vinhdanh::test
