/// What makes time run in a server: the deadline runner and, where mail is set up, the sender of e-mails.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "api/desk/deps.hpp"
#include "api/runner/mail_worker.hpp"
#include "api/runner/runner.hpp"

namespace vinhdanh {

struct TimeOptions {
  int remind_working_days = 2;
  std::string smtp_url;   ///< smtp:// or smtps://; empty: no e-mails
  std::string smtp_from;
  std::string smtp_user;  ///< its password comes from the file, or from VINHDANH_SMTP_PASSWORD
  std::filesystem::path smtp_password_file;
  std::string smtp_ca_file;
};

/// What is wrong with them; empty when nothing is. Does not connect.
std::string fault_of(const TimeOptions& options);

/// Runs from its making to its end. While it does, moving the demo's clock wakes it.
class TimeRuns {
 public:
  /// `deps` outlives it, and is not changed by others meanwhile. `public_url` is what e-mails point to.
  TimeRuns(Deps& deps, const TimeOptions& options, const Logger& log, std::string public_url);
  ~TimeRuns();
  TimeRuns(const TimeRuns&) = delete;
  TimeRuns& operator=(const TimeRuns&) = delete;

  /// As the runner's.
  void look() { runner_->look(); }

 private:
  Deps& deps_;
  std::function<bool(Instant)> move_clock_;
  std::unique_ptr<Mailer> mailer_;
  std::optional<Runner> runner_;
  std::optional<MailWorker> mail_;
};

}  // namespace vinhdanh
