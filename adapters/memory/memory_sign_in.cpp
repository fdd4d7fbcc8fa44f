// The credentials and sessions of the memory store.
#include "adapters/memory/memory_sign_in.hpp"

#include <algorithm>

#include "adapters/memory/inner.hpp"

namespace vinhdanh {

std::optional<Account> MemorySignIn::account_by_login(const std::string& login) const {
  const auto lock = store_.inner_->alone();
  for (const auto& [person, account] : store_.inner_->tables.accounts) {
    if (account.login == login) return account;
  }
  return std::nullopt;
}

std::optional<Credential> MemorySignIn::credential(const PersonId& person) const {
  const auto lock = store_.inner_->alone();
  const auto& all = store_.inner_->tables.credentials;
  const auto at = all.find(person);
  if (at == all.end()) return std::nullopt;
  return at->second;
}

void MemorySignIn::put_enrolment(const PersonId& person, const std::string& totp_secret) {
  const auto lock = store_.inner_->alone();
  auto& all = store_.inner_->tables.credentials;
  const auto at = all.find(person);
  if (at == all.end() || at->second.totp_confirmed) return;
  at->second.totp_secret = totp_secret;
  at->second.totp_step = 0;
}

bool MemorySignIn::use_totp_step(const PersonId& person, std::int64_t step) {
  const auto lock = store_.inner_->alone();
  auto& all = store_.inner_->tables.credentials;
  const auto at = all.find(person);
  if (at == all.end() || at->second.totp_step >= step) return false;
  at->second.totp_step = step;
  return true;
}

void MemorySignIn::put_session(const BrowserSession& session) {
  const auto lock = store_.inner_->alone();
  detail::HeldSession& held = store_.inner_->tables.sessions[session.sha256];
  if (!held.ended) held.session = session;
}

std::optional<BrowserSession> MemorySignIn::session(const std::string& sha256) const {
  const auto lock = store_.inner_->alone();
  const auto& all = store_.inner_->tables.sessions;
  const auto at = all.find(sha256);
  if (at == all.end() || at->second.ended) return std::nullopt;
  return at->second.session;
}

std::vector<BrowserSession> MemorySignIn::sessions(const PersonId& person) const {
  const auto lock = store_.inner_->alone();
  std::vector<BrowserSession> found;
  for (const auto& [sha256, held] : store_.inner_->tables.sessions) {
    if (held.session.person == person && !held.ended) found.push_back(held.session);
  }
  std::ranges::sort(found, {}, &BrowserSession::id);
  return found;
}

void MemorySignIn::end_session(const PersonId& person, const std::string& id) {
  const auto lock = store_.inner_->alone();
  for (auto& [sha256, held] : store_.inner_->tables.sessions) {
    if (held.session.person == person && held.session.id == id) held.ended = true;
  }
}

void MemorySignIn::end_sessions(const PersonId& person) {
  const auto lock = store_.inner_->alone();
  for (auto& [sha256, held] : store_.inner_->tables.sessions) {
    if (held.session.person == person) held.ended = true;
  }
}

void MemorySignIn::drop_expired_sessions(Instant system_now) {
  const auto lock = store_.inner_->alone();
  std::erase_if(store_.inner_->tables.sessions,
                [&](const auto& entry) { return entry.second.session.expires <= system_now; });
}

}  // namespace vinhdanh
