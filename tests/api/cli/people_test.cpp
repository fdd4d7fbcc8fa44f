// A real folder set up from the command line alone, and then served.
#include <fstream>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh::test;
using nlohmann::json;

namespace {

/// Commands on one folder.
struct House {
  TemporaryFolder home;
  std::string data = home.path() / "data";

  [[nodiscard]] Words on(Words words) const {
    words.insert(words.end(), {"--data", data});
    return words;
  }
  void user(const std::string& login, const std::string& name) const {
    CHECK(vinhdanh_json(on({"user", "add", "--login", login, "--name", name})).at("login") == login);
  }
  [[nodiscard]] std::string role(const std::string& login, Words more) const {
    Words words{"role", "assign", "--login", login, "--office", "so_noi_vu_lang_son"};
    words.insert(words.end(), more.begin(), more.end());
    return vinhdanh_json(on(words)).at("appointment");
  }
  /// A file that authorises a deputy.
  [[nodiscard]] std::string document() const {
    const auto file = home.path() / "uy-quyen.pdf";
    std::ofstream(file) << "%PDF-1.7\n";
    return file;
  }
  [[nodiscard]] std::string token(const std::string& appointment) const {
    return vinhdanh_json(on({"token", "create", "--appointment", appointment})).at("token");
  }
};

}  // namespace

TEST_CASE("users, roles, a deputy and tokens from the command line work at the server", "[cli]") {
  const House house;
  house.user("an", "Nông Thị An");
  house.user("binh", "La Văn Bình");
  const std::string head = house.role("an", {"--role", "office_head", "--from", "2024-01-01"});
  const std::string deputy =
      house.role("binh", {"--role", "office_head", "--from", "2024-01-01", "--deputy-for", head, "--document-number",
                          "12/UQ-SNV", "--document-date", "2024-01-02", "--document-file", house.document()});
  const std::string head_token = house.token(head);
  const std::string deputy_token = house.token(deputy);
  const Ended plain = vinhdanh_says(house.on({"token", "create", "--appointment", head, "--days", "1"}));
  CHECK(plain.exit == 0);
  CHECK(plain.out.starts_with("vd_"));

  Served server(house.data);
  const auto mine = server.me(head_token);
  REQUIRE(mine.status == 200);
  const json an = json::parse(mine.body);
  CHECK(an.at("name") == "Nông Thị An");
  CHECK(an.at("login") == "an");
  CHECK(an.at("office") == "so_noi_vu_lang_son");
  CHECK(an.at("role") == "office_head");
  CHECK(an.at("capacity") == "holder");
  const json binh = json::parse(server.me(deputy_token).body);
  CHECK(binh.at("capacity") == "deputy");
  CHECK(binh.at("behalf_of").at("name") == "Nông Thị An");
  CHECK(server.me(plain.out.substr(0, plain.out.size() - 1)).status == 200);
  CHECK(server.me("vd_unknown").status == 401);
}

TEST_CASE("a disabled user, an ended role and a role that has not begun get 401", "[cli]") {
  const House house;
  house.user("an", "Nông Thị An");
  house.user("binh", "La Văn Bình");
  const std::string disabled = house.token(house.role("an", {"--role", "office_head", "--from", "2024-01-01"}));
  const std::string ended_role = house.role("binh", {"--role", "specialist", "--from", "2024-01-01"});
  const std::string ended = house.token(ended_role);
  const std::string kept = house.token(house.role("binh", {"--role", "appraiser", "--from", "2024-01-01"}));
  const std::string later = house.token(house.role("binh", {"--role", "office_head", "--from", "2099-01-01"}));
  const std::string past =
      house.token(house.role("binh", {"--role", "observer", "--from", "2024-01-01", "--to", "2024-12-31"}));
  {
    Served server(house.data);
    for (const auto& token : {disabled, ended, kept}) CHECK(server.me(token).status == 200);
  }
  CHECK(vinhdanh_json(house.on({"user", "disable", "--login", "an"})).at("disabled") == true);
  const auto end = [&](Words more) {
    Words words{"role", "end", "--appointment", ended_role};
    words.insert(words.end(), more.begin(), more.end());
    return house.on(words);
  };
  CHECK(vinhdanh_error(end({"--to", "2024-06-30"}), 2) == "role_invalid");  // would undo what was done since
  CHECK(vinhdanh_error(end({"--to", "2099-06-30", "--now"}), 2) == "usage");
  CHECK(vinhdanh_json(end({"--to", "2098-12-31"})).at("last_day") == "2098-12-31");
  CHECK(vinhdanh_error(end({"--to", "2099-01-01"}), 2) == "role_invalid");  // one person alone prolongs nothing
  CHECK(vinhdanh_json(end({"--now"})).at("appointment") == ended_role);
  CHECK(vinhdanh_error(end({}), 2) == "appointment_settled");
  CHECK(vinhdanh_error(end({"--to", "2099-01-01"}), 2) == "appointment_settled");
  Served server(house.data);
  for (const auto& token : {disabled, ended, later, past}) CHECK(server.me(token).status == 401);
  CHECK(server.me(kept).status == 200);
}

TEST_CASE("names that do not exist and options that contradict each other exit with 2 and change nothing", "[cli]") {
  const House house;
  house.user("an", "Nông Thị An");
  const std::string head = house.role("an", {"--role", "office_head"});
  const auto events = vinhdanh_json(house.on({"verify"})).at("events");
  const auto refused = [&](Words words) { return vinhdanh_error(house.on(std::move(words)), 2); };
  const auto assign = [&](Words more) {
    Words words{"role", "assign", "--login", "an"};
    words.insert(words.end(), more.begin(), more.end());
    return refused(words);
  };
  CHECK(refused({"user", "add", "--login", "an", "--name", "Người khác"}) == "login_taken");
  CHECK(refused({"user", "add", "--login", "", "--name", "Người khác"}) == "usage");
  CHECK(refused({"user", "add", "--login", "chi", "--name", ""}) == "usage");
  CHECK(refused({"user", "disable", "--login", "nobody"}) == "not_found");
  CHECK(refused({"token", "create", "--appointment", "none"}) == "not_found");
  CHECK(refused({"role", "end", "--appointment", "none"}) == "not_found");
  CHECK(refused({"role", "end", "--appointment", head, "--to", "30/06/2024"}) == "role_invalid");
  CHECK(refused({"role", "assign", "--login", "x", "--office", "so_noi_vu_lang_son", "--role", "office_head"}) ==
        "not_found");
  CHECK(assign({"--office", "nowhere", "--role", "office_head"}) == "role_invalid");
  const std::string office = "so_noi_vu_lang_son";
  CHECK(assign({"--office", office, "--role", "king"}) == "role_invalid");
  CHECK(assign({"--office", office, "--role", "office_head", "--from", "2024-02-30"}) == "role_invalid");
  CHECK(assign({"--office", office, "--role", "office_head", "--from", "2024-02-02", "--to", "2024-02-01"}) ==
        "role_invalid");
  CHECK(assign({"--office", office, "--role", "office_head", "--deputy-for", "none"}) == "role_invalid");
  CHECK(assign({"--office", office, "--role", "specialist", "--deputy-for", head, "--document-number", "1",
                "--document-date", "2024-01-01"}) == "role_invalid");
  CHECK(assign({"--office", office, "--role", "office_head", "--deputy-for", head}) == "role_invalid");
  house.user("binh", "La Văn Bình");
  const auto deputy = [&](Words more) {
    Words words{
        "role",         "assign", "--login",           "binh", "--office",        office,      "--role", "office_head",
        "--deputy-for", head,     "--document-number", "1",    "--document-date", "2024-01-01"};
    words.insert(words.end(), more.begin(), more.end());
    return refused(words);
  };
  CHECK(deputy({}) == "role_invalid");
  CHECK(deputy({"--document-file", house.home.path() / "none.pdf"}) == "file_unreadable");
  CHECK(refused({"role", "grant", "--appointment", head}) == "appointment_settled");
  CHECK(refused({"role", "refuse", "--appointment", head}) == "appointment_settled");
  CHECK(refused({"user", "email", "--login", "an", "--email", "nowhere"}) == "not_an_address");
  CHECK(refused({"user", "enable", "--login", "nobody"}) == "not_found");
  CHECK(refused({"user", "remove-second-factor", "--login", "an"}) == "second_factor_missing");
  CHECK(assign({"--office", office, "--role", "deadline_runner"}) == "role_invalid");
  CHECK(assign({"--office", office, "--role", "administrator"}) == "role_conflict");
  CHECK(vinhdanh_json(house.on({"verify"})).at("events") == events.get<int>() + 1);  // binh's account
}

TEST_CASE("no token is made for who decides, nor for the deputy", "[cli]") {
  const House house;
  house.user("long", "Hoàng Văn Long");
  house.user("binh", "La Văn Bình");
  const std::string chairman = house.role("long", {"--role", "decider", "--from", "2024-01-01"});
  const std::string deputy =
      house.role("binh", {"--role", "decider", "--from", "2024-01-01", "--deputy-for", chairman, "--document-number",
                          "12/UQ", "--document-date", "2024-01-02", "--document-file", house.document()});
  for (const auto& appointment : {chairman, deputy})
    CHECK(vinhdanh_error(house.on({"token", "create", "--appointment", appointment}), 2) == "token_of_decider");
  CHECK_FALSE(house.token(house.role("binh", {"--role", "specialist"})).empty());
}

TEST_CASE("the console grants alone until there are two administrators, and only asks from then on", "[cli]") {
  const House house;
  for (const char* login : {"an", "binh", "chi"}) house.user(login, "Người");
  const auto assign = [&](const std::string& login, const std::string& role, const char* command = "assign") {
    return vinhdanh_json(
        house.on({"role", command, "--login", login, "--office", "so_noi_vu_lang_son", "--role", role}));
  };
  CHECK(assign("an", "administrator").at("pending") == false);
  const auto asked = assign("binh", "administrator", "request");
  CHECK(asked.at("pending") == true);
  CHECK(vinhdanh_json(house.on({"role", "grant", "--appointment", asked.at("appointment")})).at("pending") == false);
  const Words third_words{"role",   "assign", "--login",    "chi", "--office", "so_noi_vu_lang_son",
                          "--role", "specialist"};
  const auto by = [&](const std::string& login) {
    Words words = third_words;
    words.insert(words.end(), {"--by", login});
    return house.on(words);
  };
  CHECK(vinhdanh_error(house.on(third_words), 2) == "requester_missing");
  CHECK(vinhdanh_error(by("nobody"), 2) == "requester_not_in_role");
  CHECK(vinhdanh_error(by("chi"), 2) == "requester_not_in_role");
  const auto third = vinhdanh_json(by("an"));
  CHECK(third.at("pending") == true);
  const std::string id = third.at("appointment");
  CHECK(vinhdanh_error(house.on({"role", "grant", "--appointment", id}), 2) == "dual_control_required");
  const auto list = vinhdanh_json(house.on({"role", "list", "--login", "chi"})).at("appointments");
  REQUIRE(list.size() == 1);
  CHECK(list[0].at("state") == "waiting");
  CHECK(vinhdanh_json(house.on({"role", "refuse", "--appointment", id})).at("refused") == true);
  CHECK(vinhdanh_json(house.on({"user", "disable", "--login", "binh"})).at("disabled") == true);
  CHECK(vinhdanh_error(house.on(third_words), 2) == "requester_missing");
  CHECK(vinhdanh_error(by("binh"), 2) == "requester_not_in_role");
  const auto fourth = vinhdanh_json(by("an"));
  CHECK(fourth.at("pending") == true);
  CHECK(vinhdanh_error(house.on({"role", "grant", "--appointment", fourth.at("appointment")}), 2) ==
        "dual_control_required");
  CHECK(vinhdanh_json(house.on({"user", "enable", "--login", "binh"})).at("disabled") == false);
  CHECK(vinhdanh_json(house.on({"user", "email", "--login", "chi", "--email", "chi@example.vn"})).at("has_email") ==
        true);
  CHECK(vinhdanh_json(house.on({"verify"})).at("intact") == true);
}
