// The credentials and sessions of a store over SQL.
#include "adapters/sql/sql_sign_in.hpp"

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_sign_in.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;

using SessionRow = std::tuple<std::string, std::string, std::string, std::optional<std::string>, int, std::int64_t,
                              std::int64_t, std::int64_t, std::string, std::string>;

BrowserSession session_of(SessionRow row) {
  auto& [sha256, id, person, appointment, second_factor, created, seen, expires, address, agent] = row;
  return {std::move(sha256), std::move(id), std::move(person), std::move(appointment), second_factor != 0,
          Instant{created},  Instant{seen}, Instant{expires},  std::move(address),     std::move(agent)};
}

}  // namespace

std::optional<Account> SqlSignIn::account_by_login(const std::string& login) const {
  const auto body =
      store_.inner_->read([&](Connection& reader) { return reader.value<std::string>(sql::account_by_login, login); });
  if (!body) return std::nullopt;
  return decode<Account>(*body);
}

std::optional<Credential> SqlSignIn::credential(const PersonId& person) const {
  using Row = std::tuple<std::string, int, std::optional<std::string>, int, std::int64_t>;
  auto row = store_.inner_->read([&](Connection& reader) { return reader.row<Row>(sql::credential, person); });
  if (!row) return std::nullopt;
  auto& [password, must_change, secret, confirmed, step] = *row;
  return Credential{person, std::move(password), must_change != 0, std::move(secret), confirmed != 0, step};
}

void SqlSignIn::put_enrolment(const PersonId& person, const std::string& totp_secret) {
  store_.inner_->write([&](Connection& writer) { return writer.change(sql::put_enrolment, totp_secret, person); });
}

bool SqlSignIn::use_totp_step(const PersonId& person, std::int64_t step) {
  return store_.inner_->write(
      [&](Connection& writer) { return writer.change(sql::use_totp_step, step, person, step) > 0; });
}

void SqlSignIn::put_session(const BrowserSession& it) {
  store_.inner_->write([&](Connection& writer) {
    return writer.change(sql::put_session, it.sha256, it.id, it.person, it.appointment, it.second_factor,
                         it.created.milliseconds, it.seen.milliseconds, it.expires.milliseconds, it.address, it.agent);
  });
}

std::optional<BrowserSession> SqlSignIn::session(const std::string& sha256) const {
  auto row = store_.inner_->read([&](Connection& reader) { return reader.row<SessionRow>(sql::session, sha256); });
  if (!row) return std::nullopt;
  return session_of(std::move(*row));
}

std::vector<BrowserSession> SqlSignIn::sessions(const PersonId& person) const {
  return store_.inner_->read([&](Connection& reader) {
    std::vector<BrowserSession> found;
    for (SessionRow& row : reader.rows<SessionRow>(sql::sessions, person)) found.push_back(session_of(std::move(row)));
    return found;
  });
}

void SqlSignIn::end_session(const PersonId& person, const std::string& id) {
  store_.inner_->write([&](Connection& writer) { return writer.change(sql::end_session, person, id); });
}

void SqlSignIn::end_sessions(const PersonId& person) {
  store_.inner_->write([&](Connection& writer) { return writer.change(sql::end_sessions, person); });
}

void SqlSignIn::drop_expired_sessions(Instant system_now) {
  store_.inner_->write(
      [&](Connection& writer) { return writer.change(sql::drop_expired_sessions, system_now.milliseconds); });
}

}  // namespace vinhdanh
