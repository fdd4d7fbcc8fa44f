// What the command line must not grant, though it may still act alone.
#include <fstream>

#include "api/composition.hpp"
#include "api/desk/people/admin.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/administrators.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

const std::string an_office = "so_noi_vu_lang_son";

struct Chancery {
  TemporaryFolder home;
  std::string data = home.path() / "data";

  [[nodiscard]] Words on(Words words) const {
    words.insert(words.end(), {"--data", data});
    return words;
  }
  [[nodiscard]] std::string person(const std::string& login) const {
    return vinhdanh_json(on({"user", "add", "--login", login, "--name", "Người " + login})).at("person");
  }
  [[nodiscard]] std::string assigned(const std::string& login, const std::string& role) const {
    return vinhdanh_json(on({"role", "assign", "--login", login, "--office", an_office, "--role", role})).at("appointment");
  }
  /// Asked for as it stands, without what the command line asks of a request; its id.
  [[nodiscard]] std::string asked(Appointment wanted) const {
    Installation house({data}, std::nullopt);
    wanted.office = an_office;
    wanted.from = house.clock().business_now().legal_date();
    const auto made = request_role(house.clock(), house.fresh(), console_actor(), std::move(wanted));
    REQUIRE(commit_alone(house.store(), made.change).status == CommitStatus::done);
    return made.appointment;
  }
  [[nodiscard]] std::string refused_grant(const std::string& appointment) const {
    return vinhdanh_error(on({"role", "grant", "--appointment", appointment}), 2);
  }
  [[nodiscard]] std::string refused_deputy(const std::string& login, const std::string& holder) const {
    const std::string file = home.path() / "uy-quyen.pdf";
    std::ofstream(file) << "%PDF-1.7\n";
    return vinhdanh_error(on({"role", "assign", "--login", login, "--office", an_office, "--role", "office_head", "--deputy-for",
                              holder, "--document-number", "12/UQ", "--document-date", "2024-01-02", "--document-file",
                              file}),
                          2);
  }
};

}  // namespace

TEST_CASE("what became a conflict after it was asked for is not granted", "[cli]") {
  const Chancery at;
  Appointment admin;
  admin.person = at.person("an");
  admin.role = Role::administrator;
  Appointment business = admin;
  business.role = Role::specialist;
  const auto first = at.asked(admin);
  const auto second = at.asked(business);
  CHECK(at.refused_grant(first) == "role_conflict");
  CHECK(at.refused_grant(second) == "role_conflict");
  CHECK(vinhdanh_json(at.on({"role", "refuse", "--appointment", second})).at("refused") == true);
  CHECK(vinhdanh_json(at.on({"role", "grant", "--appointment", first})).at("pending") == false);
}

TEST_CASE("a deputy without the file of his authorisation is not granted", "[cli]") {
  const Chancery at;
  (void)at.person("an");
  Appointment deputy;
  deputy.person = at.person("binh");
  deputy.role = Role::office_head;
  deputy.capacity = Capacity::deputy;
  deputy.deputy_for = at.assigned("an", "office_head");
  deputy.document = DocumentRef{"12/UQ", Date::of(2024, 1, 2)};
  CHECK(at.refused_grant(at.asked(deputy)) == "role_invalid");
}

TEST_CASE("nobody stands in for who does not hold the role: not yet granted, or over", "[cli]") {
  const Chancery at;
  (void)at.person("an");
  (void)at.person("binh");
  SECTION("only asked for") {
    const auto waiting = vinhdanh_json(
        at.on({"role", "request", "--login", "an", "--office", an_office, "--role", "office_head"})).at("appointment");
    CHECK(at.refused_deputy("binh", waiting) == "role_invalid");
  }
  SECTION("over") {
    const auto held = at.assigned("an", "office_head");
    CHECK(vinhdanh_json(at.on({"role", "end", "--appointment", held, "--now"})).at("appointment") == held);
    CHECK(at.refused_deputy("binh", held) == "role_invalid");
  }
}

TEST_CASE("who administered until yesterday asks for nothing and answers for nothing", "[cli]") {
  const Chancery at;
  two_administrators(at.data);
  (void)at.person("an");
  const auto held = vinhdanh_json(at.on({"role", "list", "--login", "deputy"})).at("appointments")[0].at("appointment");
  const Words asking = at.on({"role", "request", "--login", "an", "--office", an_office, "--role", "specialist", "--by", "deputy"});
  CHECK(vinhdanh_json(asking).at("pending") == true);
  CHECK(vinhdanh_json(at.on({"role", "end", "--appointment", held, "--now"})).at("appointment") == held);
  CHECK(vinhdanh_error(asking, 2) == "requester_not_in_role");
}
