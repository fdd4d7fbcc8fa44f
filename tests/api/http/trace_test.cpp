// Request ids and traceparents.
#include "api/http/trace.hpp"

#include "tests/api/http/toy_server.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

const std::string kTrace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

TEST_CASE("a traceparent of another shape is ignored") {
  testing::CountingFresh fresh;
  CHECK(is_traceparent(kTrace));
  const auto joined = name_request(kTrace, fresh);
  CHECK(joined.traceparent.substr(0, 36) == kTrace.substr(0, 36));
  CHECK(joined.traceparent.substr(36, 16) != kTrace.substr(36, 16));
  CHECK(is_traceparent(joined.traceparent));
  const std::vector<std::string> others = {"",
                                           "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                                           "01" + kTrace.substr(2),
                                           "00-" + std::string(32, '0') + "-b7ad6b7169203331-01",
                                           "00-0af7651916cd43dd8448eb211c80319c-" + std::string(16, '0') + "-01",
                                           kTrace + "-x",
                                           kTrace.substr(0, 54)};
  for (const auto& text : others) {
    INFO(text);
    CHECK_FALSE(is_traceparent(text));
    const auto fresh_names = name_request(text, fresh);
    CHECK(is_traceparent(fresh_names.traceparent));
    CHECK(fresh_names.traceparent.substr(3, 32) == fresh_names.request_id);
    CHECK(fresh_names.request_id != joined.request_id);
  }
}

}  // namespace
}  // namespace vinhdanh
