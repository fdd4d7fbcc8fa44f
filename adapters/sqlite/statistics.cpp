// Counts over small or indexed tables.
#include "adapters/sqlite/statistics.hpp"

#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view sessions_in_force = "SELECT count(*) FROM session WHERE ended = 0 AND expires > :now";
constexpr std::string_view notices_unread = "SELECT count(*) FROM notice WHERE read IS NULL";
constexpr std::string_view mails_waiting = "SELECT count(*) FROM mail WHERE state = 'waiting'";
constexpr std::string_view mails_given_up = "SELECT count(*) FROM mail WHERE state = 'given_up'";

}  // namespace

struct Statistics::Inner {
  detail::SqliteConnection session;

  template <class... Params>
  std::int64_t count(std::string_view text, const Params&... params) {
    try {
      return session.value<std::int64_t>(text, params...).value_or(0);
    } catch (const detail::SqlError& fault) {
      throw StorageUnavailable(std::string("counting failed: ") + fault.what());
    }
  }
};

Statistics::Statistics(const std::filesystem::path& folder) {
  try {
    inner_.reset(new Inner{detail::SqliteConnection(SqliteStore::database_file(folder), detail::Access::read)});
  } catch (const detail::SqlError& fault) {
    throw StorageUnavailable(std::string("cannot open the database: ") + fault.what());
  }
}
Statistics::~Statistics() = default;

std::int64_t Statistics::sessions(Instant system_now) { return inner_->count(sessions_in_force, system_now.milliseconds); }
std::int64_t Statistics::unread_notices() { return inner_->count(notices_unread); }
std::int64_t Statistics::waiting_mails() { return inner_->count(mails_waiting); }
std::int64_t Statistics::given_up_mails() { return inner_->count(mails_given_up); }

}  // namespace vinhdanh
