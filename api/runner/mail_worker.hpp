/// The thread that sends notices as e-mails: each until a server has taken it over, after faults ever later, then given up.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "api/desk/deps.hpp"
#include "api/http/log.hpp"
#include "engine/ports/mailer.hpp"

namespace vinhdanh {

/// Tries the e-mail that has waited longest; false when none waits. `public_url` goes under the text, empty: no link. Times are the system's.
/// Throws StorageUnavailable.
bool send_waiting_mail(const Deps& deps, Mailer& mailer, const Logger& log, const std::string& public_url);

class MailWorker {
 public:
  MailWorker(const Deps& deps, Mailer& mailer, Logger log, std::string public_url);
  /// Waits for the e-mail that is under way, which takes no longer than the mailer's time limit.
  ~MailWorker();
  MailWorker(const MailWorker&) = delete;
  MailWorker& operator=(const MailWorker&) = delete;

 private:
  void live(const std::stop_token& stop);

  const Deps& deps_;
  Mailer& mailer_;
  Logger log_;
  std::string public_url_;
  std::mutex mutex_;
  std::condition_variable_any signal_;
  std::jthread thread_;  ///< last: it starts when everything above stands
};

}  // namespace vinhdanh
