/// How a person proves who he is: password, second factor, sessions. None of it is in events but that it changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/model/actor.hpp"

namespace vinhdanh {

/// Written together with the event that says so.
struct Credential {
  PersonId person;
  std::string password;                       ///< PHC string of argon2id
  bool must_change = false;                   ///< set by an administrator, to be changed at the first sign-in
  std::optional<std::string> totp_secret;     ///< base32 (RFC 4648); RFC 6238, SHA-1, 6 digits, 30 s
  bool totp_confirmed = false;                ///< false while enrolling
  std::int64_t totp_step = 0;                 ///< the last step used: a code works once
};

/// A browser that is signed in. Only the SHA-256 of its token is kept.
struct BrowserSession {
  std::string sha256;
  std::string id;                             ///< to list and end it by
  PersonId person;
  std::optional<AppointmentId> appointment;   ///< in which role it works now; null until chosen
  bool second_factor = false;
  Instant created;                            ///< system time, like the two below
  Instant seen;
  Instant expires;
  std::string address;                        ///< of the peer
  std::string agent;                          ///< User-Agent, cut to 200 bytes
};

}  // namespace vinhdanh
