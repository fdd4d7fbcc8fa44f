// The house holds: which room may include which, and that time, randomness and threads come in through adapters only.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

namespace fs = std::filesystem;

struct Line {
  std::string file;
  int number;
  std::string text;
};

std::vector<Line> lines_of(const std::string& room) {
  std::vector<Line> lines;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(VINHDANH_SOURCE_DIR) / room)) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    std::ifstream in(entry.path());
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
      lines.push_back({fs::relative(entry.path(), VINHDANH_SOURCE_DIR).string(), number, text});
    }
  }
  return lines;
}

std::string place(const Line& line) { return line.file + ":" + std::to_string(line.number) + ": " + line.text; }

/// Rooms that a room may include besides itself. Only the composition root and the command line see workflows too.
const std::map<std::string, std::set<std::string>> allowed = {
    {"engine", {}}, {"workflows", {"engine"}}, {"adapters", {"engine"}}, {"api", {"engine", "adapters"}}};

bool sees_all(const std::string& file) { return file.starts_with("api/composition") || file.starts_with("api/cli/"); }

std::vector<std::string> forbidden_includes() {
  static const std::regex include(R"re(^\s*#include\s+"([a-z]+)/)re");
  std::vector<std::string> found;
  for (const auto& [room, others] : allowed) {
    for (const auto& line : lines_of(room)) {
      std::smatch match;
      if (!std::regex_search(line.text, match, include)) continue;
      if (match[1] != room && !others.contains(match[1]) && !(match[1] == "workflows" && sees_all(line.file))) {
        found.push_back(place(line));
      }
    }
  }
  return found;
}

std::vector<std::string> uses_of(const std::string& room, const std::regex& banned) {
  std::vector<std::string> found;
  for (const auto& line : lines_of(room)) {
    const auto code = line.text.substr(0, line.text.find("//"));
    if (std::regex_search(code, banned)) found.push_back(place(line));
  }
  return found;
}

}  // namespace

TEST_CASE("includes follow the arrows of the house", "[house]") {
  const auto found = forbidden_includes();
  for (const auto& line : found) UNSCOPED_INFO(line);
  CHECK(found.empty());
}

TEST_CASE("engine and workflows read no clock, randomness, environment or file, and start no thread", "[house]") {
  static const std::regex banned(
      R"(\w+_clock::now|\btime\s*\(|random_device|\bRAND_bytes|randombytes|getrandom|\bgetenv|\bstd::thread|\bstd::jthread|\bstd::async|fstream|\bfopen|std::filesystem|std::unordered_)");
  for (const std::string room : {"engine", "workflows"}) {
    const auto found = uses_of(room, banned);
    for (const auto& line : found) UNSCOPED_INFO(line);
    CHECK(found.empty());
  }
}

TEST_CASE("api takes time and randomness from adapters", "[house]") {
  static const std::regex banned(R"(system_clock::now|random_device|\bRAND_bytes|randombytes|getrandom)");
  const auto found = uses_of("api", banned);
  for (const auto& line : found) UNSCOPED_INFO(line);
  CHECK(found.empty());
}

TEST_CASE("SQL and SOCI live in adapters only", "[house]") {
  static const std::regex banned(R"(soci|sqlite3_|\bSELECT\b|INSERT INTO|\bUPDATE\b)");
  for (const std::string room : {"engine", "workflows", "api"}) {
    const auto found = uses_of(room, banned);
    for (const auto& line : found) UNSCOPED_INFO(line);
    CHECK(found.empty());
  }
}

TEST_CASE("Boost.MSM stays in workflows", "[house]") {
  static const std::regex banned(R"(boost/msm|msm::)");
  for (const std::string room : {"engine", "adapters", "api"}) {
    CHECK(uses_of(room, banned).empty());
  }
}
