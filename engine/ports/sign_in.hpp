/// What signing in needs kept: credentials, sessions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/sign_in.hpp"

namespace vinhdanh {

/// A credential is written by `Store::commit` with its event, which also ends the sessions that it must. Safe from several
/// threads. Throws StorageUnavailable.
class SignInStore {
 public:
  virtual ~SignInStore() = default;
  [[nodiscard]] virtual std::optional<Account> account_by_login(const std::string& login) const = 0;
  [[nodiscard]] virtual std::optional<Credential> credential(const PersonId& person) const = 0;
  /// Keeps the secret of an enrolment that is not confirmed yet.
  virtual void put_enrolment(const PersonId& person, const std::string& totp_secret) = 0;
  /// Uses a step of the second factor up. False when it or a later one was used before.
  virtual bool use_totp_step(const PersonId& person, std::int64_t step) = 0;

  virtual void put_session(const BrowserSession& session) = 0;  ///< new, or with another appointment or `seen`
  [[nodiscard]] virtual std::optional<BrowserSession> session(const std::string& sha256) const = 0;
  [[nodiscard]] virtual std::vector<BrowserSession> sessions(const PersonId& person) const = 0;
  virtual void end_session(const PersonId& person, const std::string& id) = 0;
  virtual void end_sessions(const PersonId& person) = 0;
  virtual void drop_expired_sessions(Instant system_now) = 0;
};

}  // namespace vinhdanh
