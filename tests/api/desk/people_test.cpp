// Accounts and roles through the API: one administrator asks, another grants, and what they may not.
#include "api/desk/people/people.hpp"

#include "api/desk/people/admin.hpp"
#include "engine/invariants/kept_values.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct House : Rig {
  House() : Rig(day(2025, 2, 12)) {}
  std::string first = token("ubnd_lang_son", Role::administrator, "first");
  std::string second = token("ubnd_lang_son", Role::administrator, "second");

  /// A new account; its path.
  std::string account(const std::string& login) {
    const auto answer = post("/v1/accounts", first, {{"login", login}, {"name", "Người " + login}});
    INFO(answer.text);
    REQUIRE(answer.status == 201);
    return answer.headers.at("location");
  }
  std::string person(const std::string& login) { return account(login).substr(std::string("/v1/accounts/").size()); }
  /// Asked for by the first administrator; its path.
  std::string asked(const Json& body) {
    const auto answer = post("/v1/appointments", first, body);
    INFO(answer.text);
    REQUIRE(answer.status == 201);
    CHECK(answer.body["state"] == "waiting");
    return answer.headers.at("location");
  }
  std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }
  /// Asked for and granted; its path.
  std::string granted(const Json& body) {
    const auto path = asked(body);
    const auto answer = act(path, "grant", second);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return path;
  }
  Answer bring(const std::string& path, const std::string& who, const std::string& bytes = pdf(),
               const std::string& type = "application/pdf") {
    return call("PUT", path + "/document", who, bytes, {{"if-match", get(path, who).etag()}, {"content-type", type}});
  }
};

std::string first_error(const Answer& answer) {
  CHECK(answer.status == 422);
  return answer.body["errors"][0]["pointer"];
}

}  // namespace

TEST_CASE("an administrator adds, disables and enables accounts and sets addresses", "[people]") {
  House at;
  const auto path = at.account("lan");
  const auto shown = at.get(path, at.first);
  CHECK(shown.body["name"] == "Người lan");
  CHECK(shown.body["has_password"] == false);
  CHECK(at.post("/v1/accounts", at.first, {{"login", "lan"}, {"name", "Khác"}}).code() == "login_taken");
  CHECK(first_error(at.post("/v1/accounts", at.first, {{"login", "có dấu"}, {"name", "Khác"}})) == "/login");
  CHECK(first_error(at.post("/v1/accounts", at.first, {{"login", "hoa"}, {"name", " "}})) == "/name");

  const auto put = [&](const Json& body) {
    return at.call("PUT", path + "/email", at.first, body.dump(), {{"if-match", at.get(path, at.first).etag()}});
  };
  CHECK(put({{"email", "lan@example.vn"}}).status == 200);
  CHECK(at.get(path, at.first).body["email"] == "lan@example.vn");
  for (const char* wrong : {"lan", "@x", "lan@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y"})
    CHECK(first_error(put({{"email", wrong}})) == "/email");
  CHECK(put(Json::object()).status == 200);
  CHECK_FALSE(at.get(path, at.first).body.contains("email"));
  for (const auto& event : at.inner.raw_events(StreamKind::account, at.id_of(path)))
    CHECK(event.bytes.find("example.vn") == std::string::npos);

  CHECK(at.act(path, "enable", at.first).code() == "account_state");
  CHECK(at.act(path, "disable", at.first).body["disabled"] == true);
  CHECK(at.act(path, "disable", at.first).code() == "account_state");
  CHECK(at.act(path, "enable", at.first).body["disabled"] == false);
  CHECK(at.post(path + "/actions/disable", at.first, Json::object()).status == 428);
  CHECK(at.post(path + "/actions/disable", at.first, Json::object(), {{"if-match", "\"0\""}}).status == 412);
  CHECK(at.get("/v1/accounts/none", at.first).status == 404);
  CHECK(at.get("/v1/accounts", at.first).body["items"].size() == 3);
  CHECK(at.get("/v1/accounts?limit=0", at.first).status == 422);
}

TEST_CASE("lists of accounts and appointments go on where a page ended", "[people]") {
  House at;
  const auto lan = at.person("lan");
  at.granted({{"person", lan}, {"office", home_affairs}, {"role", "specialist"}});
  at.asked({{"person", lan}, {"office", home_affairs}, {"role", "appraiser"}});
  for (const std::string list : {"/v1/accounts", "/v1/appointments"}) {
    std::set<std::string> seen;
    std::string next = list + "?limit=1";
    while (!next.empty()) {
      const auto page = at.get(next, at.first);
      REQUIRE(page.status == 200);
      REQUIRE(page.body["items"].size() == 1);
      seen.insert(page.body["items"][0].value("id", page.body["items"][0]["person"].get<std::string>()));
      next = page.body.value("next", "");
    }
    CHECK(seen.size() == (list == "/v1/accounts" ? 3 : 4));
  }
  CHECK(at.get("/v1/appointments?state=waiting", at.first).body["items"].size() == 1);
  CHECK(at.get("/v1/appointments?person=" + lan, at.first).body["items"].size() == 2);
  CHECK(at.get("/v1/appointments?home_affairs=nowhere", at.first).body["items"].empty());
  CHECK(at.get("/v1/appointments?state=good", at.first).status == 422);
}

TEST_CASE("a first some_password is given by an administrator to somebody else", "[people]") {
  House at;
  const auto path = at.account("lan");
  const auto give = [&](const std::string& to, const std::string& some_password) {
    return at.call("PUT", to + "/password", at.first, Json{{"password", some_password}}.dump());
  };
  CHECK(first_error(give(path, "ngắn")) == "/password");
  CHECK(give("/v1/accounts/none", "một mật khẩu dài").status == 404);
  CHECK(give("/v1/accounts/" + at.person_of(at.first), "một mật khẩu dài").code() == "dual_control_required");
  REQUIRE(give(path, "một mật khẩu dài").status == 200);
  at.granted({{"person", at.id_of(path)}, {"office", home_affairs}, {"role", "specialist"}});
  Browser lan(at);
  CHECK(lan.sign_in("lan", "một mật khẩu dài").body["must_change_password"] == true);
  CHECK(lan.get("/v1/dossiers").code() == "password_change_required");
  at.store.before_commit = [&] {
    const auto change =
        disable_user(at.clock, at.fresh, console_actor(), at.inner.account(at.person_of(at.first)).value());
    REQUIRE(commit_alone(at.inner, change).status == CommitStatus::done);
  };
  CHECK(give(path, "mật khẩu của kẻ vừa mất quyền").status == 403);
  REQUIRE(at.act("/v1/accounts/" + at.person_of(at.first), "enable", at.second).status == 200);
  REQUIRE(give(path, "một mật khẩu khác").status == 200);
  CHECK(lan.get("/v1/me").status == 401);
  CHECK(lan.sign_in("lan", "một mật khẩu dài").status == 401);
}

TEST_CASE("a role is granted by another than who asked and who receives it", "[people]") {
  House at;
  const auto path = at.asked({{"person", at.person("lan")}, {"office", home_affairs}, {"role", "specialist"}});
  const auto id = at.id_of(path);
  CHECK_FALSE(at.inner.appointment(id)->in_force(day(2025, 2, 12)));
  CHECK(at.act(path, "grant", at.first).status == 403);
  CHECK(at.act(path, "grant", at.first).code() == "dual_control_required");
  CHECK(at.act(path, "refuse", at.first).code() == "dual_control_required");
  CHECK(at.act(path, "end", at.second).code() == "appointment_settled");
  const auto answer = at.act(path, "grant", at.second);
  REQUIRE(answer.status == 200);
  CHECK(answer.body["state"] == "in_force");
  CHECK(answer.body["receipts"][0]["stream"] == "organisation");
  CHECK(at.inner.appointment(id)->in_force(day(2025, 2, 12)));
  CHECK(at.act(path, "grant", at.second).code() == "appointment_settled");
  CHECK(at.act(path, "refuse", at.second).code() == "appointment_settled");

  const auto self =
      at.asked({{"person", at.person_of(at.second)}, {"office", home_affairs}, {"role", "administrator"}});
  CHECK(at.act(self, "grant", at.second).code() == "dual_control_required");
  const auto refused = at.asked({{"person", at.person("hoa")}, {"office", home_affairs}, {"role", "specialist"}});
  CHECK(at.act(refused, "refuse", at.second).body["state"] == "refused");
  CHECK(at.act(refused, "grant", at.second).code() == "appointment_settled");
  CHECK(at.post("/v1/appointments/none/actions/grant", at.second, Json::object(), {{"if-match", "\"0\""}}).status ==
        404);
}

TEST_CASE("what is asked for must make sense", "[people]") {
  House at;
  const auto lan = at.person("lan");
  const auto ask = [&](const Json& body) { return at.post("/v1/appointments", at.first, body); };
  CHECK(first_error(ask({{"person", "none"}, {"office", home_affairs}, {"role", "specialist"}})) == "/person");
  CHECK(first_error(ask({{"person", lan}, {"office", "nowhere"}, {"role", "specialist"}})) == "/office");
  CHECK(first_error(ask({{"person", lan}, {"office", home_affairs}, {"role", "deadline_runner"}})) == "/role");
  CHECK(first_error(ask({{"person", lan}, {"office", home_affairs}, {"role", "king"}})) == "/role");
  CHECK(first_error(ask({{"person", lan},
                         {"office", home_affairs},
                         {"role", "specialist"},
                         {"from", "2025-02-02"},
                         {"to", "2025-02-01"}})) == "/to");
  CHECK(ask({{"person", lan}, {"office", home_affairs}, {"role", "specialist"}, {"pending", false}}).status == 422);
}

TEST_CASE("administrators hold no role in the business, and the other way round", "[people]") {
  House at;
  const auto ask = [&](const std::string& person, const std::string& role) {
    return at.post("/v1/appointments", at.first, {{"person", person}, {"office", home_affairs}, {"role", role}});
  };
  const auto refused = ask(at.person_of(at.second), "specialist");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "role_conflict");
  CHECK(ask(at.person_of(at.second), "definition_manager").status == 201);
  const auto lan = at.person("lan");
  const auto business = at.asked({{"person", lan}, {"office", home_affairs}, {"role", "specialist"}});
  CHECK(ask(lan, "administrator").code() == "role_conflict");  // also while it waits
  REQUIRE(at.act(business, "grant", at.second).status == 200);
  CHECK(ask(lan, "administrator").code() == "role_conflict");
  REQUIRE(at.act(business, "end", at.first, {{"last_day", "2025-02-11"}}).status == 200);
  CHECK(ask(lan, "administrator").status == 201);
}

TEST_CASE("two requests of roles that exclude each other cannot both be granted", "[people]") {
  House at;
  const auto lan = at.person("lan");
  const auto asked_apart = [&](Role role) {
    Appointment wanted;
    wanted.person = lan;
    wanted.office = home_affairs;
    wanted.role = role;
    wanted.from = day(2025, 1, 1);
    const auto asks = console_actor(at.person_of(at.first), Role::administrator);
    const auto made = request_role(at.clock, at.fresh, asks, wanted);
    REQUIRE(commit_alone(at.inner, made.change).status == CommitStatus::done);
    return "/v1/appointments/" + made.appointment;
  };
  const auto admin = asked_apart(Role::administrator);
  const auto business = asked_apart(Role::specialist);
  CHECK(at.act(admin, "grant", at.second).code() == "role_conflict");
  CHECK(at.act(business, "grant", at.second).code() == "role_conflict");
  REQUIRE(at.act(business, "refuse", at.second).status == 200);
  CHECK(at.act(admin, "grant", at.second).status == 200);
}

TEST_CASE("a last day is never put off by ending the role", "[people]") {
  House at;
  const auto path = at.granted(
      {{"person", at.person("lan")}, {"office", home_affairs}, {"role", "specialist"}, {"to", "2025-03-31"}});
  CHECK(first_error(at.act(path, "end", at.first, {{"last_day", "2025-04-01"}})) == "/last_day");
  CHECK(at.act(path, "end", at.first, {{"last_day", "2099-12-31"}}).status == 422);
  CHECK(at.inner.appointment(at.id_of(path))->to == day(2025, 3, 31));
  CHECK(at.act(path, "end", at.first, {{"last_day", "2025-03-31"}}).status == 200);
  CHECK(at.act(path, "end", at.first, {{"last_day", "2025-03-01"}}).status == 200);
  CHECK(at.act(path, "end", at.first, {{"last_day", "2025-03-02"}}).status == 422);
}

TEST_CASE("what was asked for at the command line by nobody named is granted by nobody", "[people]") {
  House at;
  Appointment wanted;
  wanted.person = at.person("lan");
  wanted.office = home_affairs;
  wanted.role = Role::specialist;
  wanted.from = day(2025, 1, 1);
  const auto asked = [&](const Actor& actor) {
    const auto made = request_role(at.clock, at.fresh, actor, wanted);
    REQUIRE(commit_alone(at.inner, made.change).status == CommitStatus::done);
    return "/v1/appointments/" + made.appointment;
  };
  const auto anonymous = asked(console_actor());
  CHECK(at.act(anonymous, "grant", at.second).code() == "dual_control_required");
  CHECK(at.act(anonymous, "refuse", at.second).status == 200);
  const auto named = asked(console_actor(at.person_of(at.first), Role::administrator));
  CHECK(at.get(named, at.second).body["requested_by"]["person"] == at.person_of(at.first));
  CHECK(at.act(named, "grant", at.first).code() == "dual_control_required");
  CHECK(at.act(named, "grant", at.second).status == 200);
}

TEST_CASE("a role ends on its last day, not before yesterday", "[people]") {
  House at;
  const auto lan = at.person("lan");
  const auto path = at.granted({{"person", lan}, {"office", home_affairs}, {"role", "specialist"}});
  CHECK(first_error(at.act(path, "end", at.first, {{"last_day", "2025-02-10"}})) == "/last_day");
  const auto today = at.act(path, "end", at.first);
  CHECK(today.body["to"] == "2025-02-12");
  CHECK(today.body["state"] == "in_force");
  CHECK(at.act(path, "end", at.first, {{"last_day", "2025-02-11"}}).body["state"] == "ended");
  CHECK(at.act(path, "end", at.first).code() == "appointment_settled");
}

TEST_CASE("a deputy is granted with number, date and file of the authorisation only", "[people]") {
  House at;
  const auto holder =
      at.id_of(at.granted({{"person", at.person("minh")}, {"office", home_affairs}, {"role", "office_head"}}));
  Json wanted{{"person", at.person("lan")}, {"office", home_affairs}, {"role", "office_head"}, {"deputy_for", holder}};
  CHECK(first_error(at.post("/v1/appointments", at.first, wanted)) == "/document/number");
  wanted["document"] = {{"number", "12/UQ-SNV"}};
  CHECK(first_error(at.post("/v1/appointments", at.first, wanted)) == "/document/date");
  wanted["document"]["date"] = "2025-01-02";
  auto wrong = wanted;
  wrong["role"] = "specialist";
  CHECK(first_error(at.post("/v1/appointments", at.first, wrong)) == "/deputy_for");
  wrong = wanted;
  wrong["person"] = at.inner.appointment(holder)->person;
  CHECK(first_error(at.post("/v1/appointments", at.first, wrong)) == "/deputy_for");
  const auto path = at.asked(wanted);
  CHECK(first_error(at.act(path, "grant", at.second)) == "/document/file");
  CHECK(at.get(path + "/document", at.second).status == 404);
  CHECK(at.bring(path, at.second).code() == "dual_control_required");
  CHECK(at.bring(path, at.first, "MZ", "application/pdf").code() == "file_type_mismatch");
  CHECK(at.bring(path, at.first, "", "application/pdf").code() == "file_rejected");
  CHECK(at.bring(path, at.first, "x", "text/html").status == 415);
  REQUIRE(at.bring(path, at.first).status == 200);
  CHECK(at.get(path + "/document", at.second).text == pdf());
  const auto kept = at.inner.appointment(at.id_of(path)).value();
  CHECK(kept.document_hash.value().size() == 64);
  REQUIRE(at.act(path, "grant", at.second).status == 200);
  CHECK(at.bring(path, at.first).code() == "appointment_settled");
  const StreamRef stream{StreamKind::organisation, home_affairs};
  const auto events = at.inner.events(stream.kind, stream.id, 0, 100);
  CHECK(check_kept_values(at.inner, &at.blobs, stream, events).empty());
  at.blobs.remove(*kept.document_file);
  at.blobs.put(*kept.document_file, "%PDF-1.7 another");
  CHECK(check_kept_values(at.inner, &at.blobs, stream, events).size() == 2);  // of the amended request and the grant

  auto again = wanted;
  again["person"] = at.person("hoa");
  again["deputy_for"] = at.id_of(path);
  CHECK(first_error(at.post("/v1/appointments", at.first, again)) == "/deputy_for");  // nobody delegates on
}

TEST_CASE("nobody but administrators is let in here", "[people]") {
  House at;
  const auto clerk = at.token(home_affairs, Role::unit_clerk);
  for (const char* path : {"/v1/accounts", "/v1/appointments"}) {
    CHECK(at.get(path, clerk).status == 403);
    CHECK(at.post(path, clerk, Json::object()).status == 403);
    CHECK(at.get(path, at.token(home_affairs, Role::auditor)).status == 403);
  }
}

TEST_CASE("revocation holds from the next commit, also of a command that was decided before", "[people]") {
  Province at;
  const auto occasion = at.open_occasion();
  const auto clerk = at.clerk();
  const auto appointment = [&] {
    for (const auto& it : at.inner.appointments()) {
      if (it.person == at.person_of(clerk)) return it;
    }
    return Appointment{};
  }();
  SECTION("the role ended") {
    at.store.before_commit = [&] {
      const auto change = end_role(at.clock, at.fresh, console_actor(), appointment, day(2025, 2, 11));
      REQUIRE(commit_alone(at.inner, change).status == CommitStatus::done);
    };
  }
  SECTION("the account was disabled") {
    at.store.before_commit = [&] {
      const auto change =
          disable_user(at.clock, at.fresh, console_actor(), at.inner.account(appointment.person).value());
      REQUIRE(commit_alone(at.inner, change).status == CommitStatus::done);
    };
  }
  const auto answer = at.post("/v1/submissions", clerk, {{"occasion", occasion}});
  CHECK(answer.status == 403);
  CHECK(answer.reasons() == std::vector<std::string>{"not_in_role"});
  CHECK(at.inner.find_submissions({}).empty());
  CHECK(at.post("/v1/submissions", clerk, {{"occasion", occasion}}).status == 401);
}

TEST_CASE("a role that waits for its grant gives no right, neither at the door nor at the commit", "[people]") {
  House at;
  const auto path = at.asked({{"person", at.person("lan")}, {"office", home_affairs}, {"role", "board_officer"}});
  const auto asked = at.inner.appointment(at.id_of(path)).value();
  const auto text = std::string("vd_waiting");
  REQUIRE(commit_alone(at.inner, create_token(at.clock, at.fresh, console_actor(), asked, text,
                                               Instant{at.clock.system.milliseconds + 60'000}))
              .status == CommitStatus::done);
  CHECK(at.get("/v1/me", text).status == 401);
  Change change;
  change.acting = asked.id;
  change.acting_on = day(2025, 2, 12);
  CHECK(commit_alone(at.inner, change).status == CommitStatus::not_in_role);
}
