// Deleting what is old enough, and noting who took the whole folder with him.
#include "api/cli/access_log.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "api/cli/administer.hpp"
#include "api/cli/relay.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t longest_name = 64;

std::string own_account() {
  std::array<char, 4096> room{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(getuid(), &entry, room.data(), room.size(), &found) == 0 && found != nullptr) return entry.pw_name;
  return std::to_string(getuid());
}

/// The lock that opening a folder makes would be this account's, and keep the folder's owner out.
bool would_lock_out(const std::filesystem::path& data) {
  struct stat folder{};
  std::error_code none;
  return stat(data.c_str(), &folder) == 0 && folder.st_uid != geteuid() && !std::filesystem::exists(data / "lock", none);
}

/// It came from an environment or through the socket, and goes into a log that people read.
std::string readable(std::string name) {
  name.resize(std::min(name.size(), longest_name));
  std::ranges::replace_if(name, [](char c) { return c <= 0x20 || c > 0x7e; }, '?');
  return name;
}

}  // namespace

ExitCode access_log_drop(const AccessLogOptions& options, const Output& output) {
  constexpr std::int64_t day_milliseconds = 24 * 3'600'000;
  return administer(options.home, output, [&](Installation& house) {
    const Instant before{house.clock().system_now().milliseconds - options.days * day_milliseconds};
    const std::int64_t dropped = house.access_log().drop_before(before);
    output.result("Deleted " + std::to_string(dropped) + " entries from before " + before.text(),
                  {{"deleted", dropped}, {"before", before.text()}});
    return ExitCode::done;
  });
}

TakenBackup taken_by_caller(std::string sha256) {
  const char* const called_by = std::getenv("SUDO_USER");
  return {called_by != nullptr && *called_by != '\0' ? called_by : own_account(), std::move(sha256)};
}

void add_backup_entry(Installation& house, const TakenBackup& taken) {
  AccessEntry entry;
  entry.at = house.clock().system_now();
  entry.kind = AccessKind::exported;
  entry.address = "local:" + readable(taken.account);
  entry.method = "CLI";
  entry.route = "backup";
  entry.target = readable(taken.sha256);
  entry.status = 200;
  entry.request_id = house.fresh().id();
  house.deps().access_log.add({&entry, 1});
}

std::string note_backup(const std::filesystem::path& data, const TakenBackup& taken) {
  if (would_lock_out(data)) return "the folder belongs to another account";
  try {
    Installation house({data}, std::nullopt);
    add_backup_entry(house, taken);
    return {};
  } catch (const CannotOpen& fault) {
    if (fault.fault == OpenFault::in_use && relay_backup(data, taken)) return {};
    return fault.what();
  } catch (const std::exception& fault) {
    return fault.what();
  }
}

}  // namespace vinhdanh
