// Counts over small or indexed tables.
#include "adapters/sql/statistics.hpp"

#include "adapters/sql/inner.hpp"

namespace vinhdanh {
namespace {

constexpr auto sessions_in_force = "SELECT count(*) FROM session WHERE ended = 0 AND expires > :now";
constexpr auto notices_unread = "SELECT count(*) FROM notice WHERE read IS NULL";
constexpr auto mails_waiting = "SELECT count(*) FROM mail WHERE state = 'waiting'";
constexpr auto mails_given_up = "SELECT count(*) FROM mail WHERE state = 'given_up'";

}  // namespace

template <class... Params>
std::int64_t Statistics::count(const char* text, const Params&... params) const {
  return store_.inner_->read(
      [&](detail::Connection& reader) { return reader.value<std::int64_t>(text, params...).value_or(0); });
}

std::int64_t Statistics::sessions(Instant system_now) const { return count(sessions_in_force, system_now.milliseconds); }
std::int64_t Statistics::unread_notices() const { return count(notices_unread); }
std::int64_t Statistics::waiting_mails() const { return count(mails_waiting); }
std::int64_t Statistics::given_up_mails() const { return count(mails_given_up); }

}  // namespace vinhdanh
