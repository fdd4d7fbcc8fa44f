// Places as they are typed, and their names without what may be secret.
#include "adapters/move/place.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

std::string told_place(const std::string& typed) {
  const auto place = read_place(typed, "award");
  return place ? place_name(*place) : "none";
}

}  // namespace

TEST_CASE("a place's name has neither user nor password") {
  CHECK(told_place("postgresql://owner:geheim@db.example.vn:5433/award_db?sslmode=require") ==
        "postgresql://db.example.vn:5433/award_db, schema award");
  CHECK(told_place("host=/run/pg user=owner password=geheim dbname=award_db") == "postgresql:///run/pg/award_db, schema award");
  CHECK(told_place("postgresql://owner:ge%40heim@db/award_db") == "postgresql://db/award_db, schema award");
}

TEST_CASE("a folder has one name however it is typed") {
  CHECK(told_place("sqlite:/srv/award") == "sqlite:/srv/award");
  CHECK(told_place("sqlite:/srv/x/../award") == "sqlite:/srv/award");
  CHECK(told_place("sqlite:/srv/award/") == "sqlite:/srv/award");
  CHECK(told_place("sqlite:not-there") == "sqlite:" + (std::filesystem::current_path() / "not-there").string());
  const test::TemporaryFolder here;
  const std::string typed = "sqlite:" + std::filesystem::relative(here.path() / "data").string();
  const std::string before = told_place(typed);
  std::filesystem::create_directory(here.path() / "data");
  CHECK(told_place(typed) == before);
  CHECK(before == "sqlite:" + (std::filesystem::canonical(here.path()) / "data").string());
  CHECK(read_place("sqlite:data", "")->folder == "data");
  CHECK(read_place("sqlite:data", "")->database.empty());
}

TEST_CASE("what is no place, or has a password that ran into the host, is none") {
  for (const char* typed : {"", "sqlite:", "/srv/award", "mysql://db/award", "postgresql://u:p@ss@db/award",
                            "hots=db"})
    CHECK(told_place(typed) == "none");
}
