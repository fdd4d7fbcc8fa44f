/// The credentials and sessions of a store over SQL.
#pragma once

#include "adapters/sql/sql_store.hpp"
#include "engine/ports/sign_in.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is.
class SqlSignIn final : public SignInStore {
 public:
  explicit SqlSignIn(SqlStore& store) : store_(store) {}

  [[nodiscard]] std::optional<Account> account_by_login(const std::string& login) const override;
  [[nodiscard]] std::optional<Credential> credential(const PersonId& person) const override;
  void put_enrolment(const PersonId& person, const std::string& totp_secret) override;
  bool use_totp_step(const PersonId& person, std::int64_t step) override;
  void put_session(const BrowserSession& session) override;
  [[nodiscard]] std::optional<BrowserSession> session(const std::string& sha256) const override;
  [[nodiscard]] std::vector<BrowserSession> sessions(const PersonId& person) const override;
  void end_session(const PersonId& person, const std::string& id) override;
  void end_sessions(const PersonId& person) override;
  void drop_expired_sessions(Instant system_now) override;

 private:
  SqlStore& store_;
};

}  // namespace vinhdanh
