/// E-mail over SMTP (RFC 5321), by libcurl.
#pragma once

#include <memory>
#include <string>

#include "engine/ports/mailer.hpp"

namespace vinhdanh {

struct SmtpOptions {
  std::string url;       ///< smtp://host:port (STARTTLS, required unless the host is this machine) or smtps://host:port
  std::string from;      ///< one address
  std::string user;      ///< empty: no AUTH
  std::string password;
  std::string ca_file;   ///< empty: the system's
  int connect_seconds = 10;
  int total_seconds = 30;
};

/// What is wrong with the options; empty when nothing is.
std::string fault_of(const SmtpOptions& options);

class SmtpMailer final : public Mailer {
 public:
  /// Throws std::invalid_argument with `fault_of`.
  explicit SmtpMailer(SmtpOptions options);
  std::optional<std::string> send(const Mail& mail) override;

 private:
  SmtpOptions options_;
};

}  // namespace vinhdanh
