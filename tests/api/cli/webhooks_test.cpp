// Webhooks as an operator sets them up.
#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a target that is no host is a usage error, from the command line and the environment", "[cli][webhooks]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  for (const char* option : {"--webhook-target", "--webhook-private-target"}) {
    CHECK(vinhdanh_error({"serve", "--data", data, option, "hook.example.vn/path"}, 2) == "webhook_target_invalid");
    CHECK(vinhdanh_error({"serve", "--data", data, option, "hook.example.vn,*:x"}, 2) == "webhook_target_invalid");
  }
  for (const char* variable : {"VINHDANH_WEBHOOK_TARGETS", "VINHDANH_WEBHOOK_PRIVATE_TARGETS"}) {
    const Ended ended = run_program({"/usr/bin/env", std::string(variable) + "=hook.example.vn,ftp://other.example.vn", VINHDANH_BINARY,
                                     "serve", "--json", "--data", data});
    CHECK(ended.exit == 2);
    CHECK(nlohmann::json::parse(ended.err).at("message").get<std::string>().find("ftp://other.example.vn") != std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(data));
}
