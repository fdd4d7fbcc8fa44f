// Puts the threads of time together.
#include "api/runner/time_runs.hpp"

#include <cstdlib>

#include "adapters/files/small_file.hpp"
#include "adapters/mail/smtp_mailer.hpp"

namespace vinhdanh {
namespace {

std::string password_of(const TimeOptions& options) {
  if (!options.smtp_password_file.empty()) return secret_in_file(options.smtp_password_file);
  const char* given = std::getenv("VINHDANH_SMTP_PASSWORD");
  return given ? given : "";
}

SmtpOptions smtp_of(const TimeOptions& options) {
  SmtpOptions smtp;
  smtp.url = options.smtp_url;
  smtp.from = options.smtp_from;
  smtp.user = options.smtp_user;
  smtp.ca_file = options.smtp_ca_file;
  if (!smtp.user.empty()) smtp.password = password_of(options);
  return smtp;
}

}  // namespace

std::string fault_of(const TimeOptions& options) {
  if (options.smtp_url.empty()) return "";
  const SmtpOptions smtp = smtp_of(options);
  if (auto fault = fault_of(smtp); !fault.empty()) return fault;
  return !smtp.user.empty() && smtp.password.empty() ? "the SMTP user has no password" : "";
}

TimeRuns::TimeRuns(Deps& deps, const TimeOptions& options, const Logger& log, std::string public_url)
    : deps_(deps), move_clock_(deps.move_clock) {
  if (!options.smtp_url.empty()) mailer_ = std::make_unique<SmtpMailer>(smtp_of(options));
  if (move_clock_) {
    deps_.move_clock = [this](Instant to) {
      const bool moved = move_clock_(to);
      if (moved && runner_) runner_->wake();
      return moved;
    };
  }
  runner_.emplace(deps_, RunnerOptions{options.remind_working_days, mailer_ != nullptr}, log);
  if (mailer_) mail_.emplace(deps_, *mailer_, log, std::move(public_url));
}

TimeRuns::~TimeRuns() {
  mail_.reset();
  runner_.reset();
  deps_.move_clock = move_clock_;
}

}  // namespace vinhdanh
