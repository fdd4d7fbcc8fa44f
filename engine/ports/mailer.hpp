/// Where e-mails go.
#pragma once

#include <optional>
#include <string>

#include "engine/model/basics.hpp"

namespace vinhdanh {

struct Mail {
  std::string to;       ///< one address
  std::string subject;  ///< UTF-8
  std::string text;     ///< UTF-8, lines end in LF
  std::string message;  ///< what the Message-ID begins with: the same text again means the same e-mail again
  Instant date;
};

/// Blocks for at most a stated time. Called from one thread at a time.
class Mailer {
 public:
  virtual ~Mailer() = default;
  /// Nothing once the next server has taken it over; else why not, for the operator: the e-mail may have gone all the same.
  virtual std::optional<std::string> send(const Mail& mail) = 0;
};

}  // namespace vinhdanh
