// `verify` on a folder whose file somebody changed behind the program's back.
#include <fstream>
#include <iterator>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh::test;

namespace {

/// Replaces every `from` in the database file that follows `mark` within the same row; both texts have one length.
int replace_after(const std::filesystem::path& file, const std::string& mark, const std::string& from,
                  const std::string& to) {
  std::string bytes;
  {
    std::ifstream in(file, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  int replaced = 0;
  for (auto at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1)) {
    const auto place = bytes.find(from, at);
    if (place == std::string::npos || place - at > 400) continue;
    bytes.replace(place, from.size(), to);
    ++replaced;
  }
  std::ofstream(file, std::ios::binary) << bytes;
  return replaced;
}

}  // namespace

TEST_CASE("verify names the event whose byte was flipped", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data});
  for (const std::string role : {"specialist", "office_head", "appraiser"}) {
    vinhdanh_json({"role", "assign", "--login", "an", "--office", "so_noi_vu_lang_son", "--role", role, "--from",
                   "2024-01-01", "--data", data});
  }
  const Ended whole = vinhdanh_says({"verify", "--data", data});
  CHECK(whole.exit == 0);
  CHECK(whole.out.find("history intact: 2 streams, 4 events") != std::string::npos);

  const std::string copy = home.path() / "copy";
  std::filesystem::copy(data, copy, std::filesystem::copy_options::recursive);
  // The second appointment, n = 1, in the event that granted it; its row elsewhere has no "appointment":{ before it.
  REQUIRE(replace_after(copy + "/vinhdanh.db", R"("appointment":{"capacity":"holder")", R"("role":"office_head")",
                        R"("role":"office_heae")") == 1);
  const Ended broken = vinhdanh_says({"verify", "--data", copy});
  CHECK(broken.exit == 1);
  CHECK(broken.out.find("history altered") != std::string::npos);
  CHECK(broken.out.find("so_noi_vu_lang_son n=1: ") != std::string::npos);
  CHECK(broken.out.find("so_noi_vu_lang_son n=0: ") == std::string::npos);
  const Ended listed = vinhdanh_says({"verify", "--data", copy, "--json"});
  CHECK(listed.exit == 1);
  const auto verdict = nlohmann::json::parse(listed.out);
  CHECK(verdict.at("intact") == false);
  const auto& first = verdict.at("violations").at(0);
  CHECK(first.at("stream").get<std::string>().find("so_noi_vu_lang_son") != std::string::npos);
  CHECK(first.at("n") == 1);

  CHECK(vinhdanh_says({"verify", "--data", data}).exit == 0);
}

TEST_CASE("verify of a dossier that is not there, and of a file that is no database", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json({"migrate", "--data", data});
  CHECK(vinhdanh_error({"verify", "HS-2024-00001", "--data", data}, 2) == "not_found");
  std::ofstream(data + "/vinhdanh.db", std::ios::binary) << std::string(8192, 'x');
  CHECK(vinhdanh_error({"verify", "--data", data}, 3) == "storage_unavailable");
  CHECK(vinhdanh_error({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data}, 3) ==
        "storage_unavailable");
}
