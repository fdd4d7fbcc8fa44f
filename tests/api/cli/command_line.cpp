// Runs the binary of this build.
#include "tests/api/cli/command_line.hpp"

#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

Words command(const Words& words) {
  Words all{VINHDANH_BINARY};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

Words serve_words(const std::filesystem::path& folder, const Words& more) {
  Words words{"serve", "--json", "--data", folder.string(), "--listen", "127.0.0.1:0"};
  words.insert(words.end(), more.begin(), more.end());
  return command(words);
}

}  // namespace

Ended vinhdanh_says(const Words& words) { return run_program(command(words)); }

nlohmann::json vinhdanh_json(Words words) {
  words.emplace_back("--json");
  const Ended ended = vinhdanh_says(words);
  INFO(ended.err);
  REQUIRE(ended.exit == 0);
  CHECK(ended.out.find('\n') == ended.out.size() - 1);
  return nlohmann::json::parse(ended.out);
}

std::string vinhdanh_error(Words words, int exit) {
  words.emplace_back("--json");
  const Ended ended = vinhdanh_says(words);
  INFO(ended.out << ended.err);
  REQUIRE(ended.exit == exit);
  CHECK(ended.out.empty());
  const auto error = nlohmann::json::parse(ended.err);
  CHECK_FALSE(error.at("message").get<std::string>().empty());
  return error.at("error");
}

Served::Served(const std::filesystem::path& folder, const Words& more)
    : process_(serve_words(folder, more)), url_(nlohmann::json::parse(process_.first_line()).at("url")) {}

HttpReply Served::me(const std::string& token) const {
  return client().request("GET", "/v1/me", {{"Authorization", "Bearer " + token}});
}

}  // namespace vinhdanh::test
