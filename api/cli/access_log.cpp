// Deleting what is old enough.
#include "api/cli/access_log.hpp"

#include "api/cli/administer.hpp"

namespace vinhdanh {

ExitCode access_log_drop(const AccessLogOptions& options, const Output& output) {
  constexpr std::int64_t day_milliseconds = 24 * 3'600'000;
  return administer(options.data, output, [&](Installation& house) {
    const Instant before{house.clock().system_now().milliseconds - options.days * day_milliseconds};
    const std::int64_t dropped = house.access_log().drop_before(before);
    output.result("Deleted " + std::to_string(dropped) + " entries from before " + before.text(),
                  {{"deleted", dropped}, {"before", before.text()}});
    return ExitCode::done;
  });
}

}  // namespace vinhdanh
