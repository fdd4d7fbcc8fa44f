// argon2id (RFC 9106) through crypto_pwhash_str.
#include "adapters/passwords.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "adapters/random.hpp"

namespace vinhdanh {

Passwords::Passwords(PasswordCost cost) : cost_(cost) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
}

std::string Passwords::hash(const std::string& password) const {
  std::array<char, crypto_pwhash_STRBYTES> phc{};
  if (crypto_pwhash_str_alg(phc.data(), password.data(), password.size(), cost_.passes, cost_.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error("there is not enough memory to hash a password");
  }
  return phc.data();
}

bool Passwords::matches(const std::string& phc, const std::string& password) const {
  return crypto_pwhash_str_verify(phc.c_str(), password.data(), password.size()) == 0;
}

void Passwords::prepare() const {
  std::call_once(made_nobody_, [this] { nobody_ = hash(hex_text(random_bytes(16))); });
}

void Passwords::match_nobody(const std::string& password) const {
  prepare();
  (void)matches(nobody_, password);
}

}  // namespace vinhdanh
