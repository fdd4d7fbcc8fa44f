// Leases, tries and gives up e-mails.
#include "api/runner/mail_worker.hpp"

#include <array>
#include <chrono>
#include <optional>

#include "api/desk/notices/notice_words.hpp"
#include "engine/codec/digest.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t kMinute = 60'000;
/// After the first try, the second, …; behind the last one it is given up.
constexpr std::array<std::int64_t, 6> kPauses = {kMinute,       5 * kMinute,   30 * kMinute,
                                                 120 * kMinute, 360 * kMinute, 1440 * kMinute};
/// Longer than the mailer may take.
constexpr std::int64_t kLease = 5 * kMinute;

Instant later(Instant now, std::int64_t milliseconds) { return {now.milliseconds + milliseconds}; }

std::optional<std::string> address_of(const Store& store, const PersonId& person) {
  const auto account = store.account(person);
  if (!account || account->disabled || !account->email) return std::nullopt;
  const auto values = store.personal({&account->email->id, 1});
  const auto found = values.find(account->email->id);
  if (found == values.end()) return std::nullopt;
  const auto text = nlohmann::json::parse(found->second.value, nullptr, false);
  if (!text.is_string() || text.get<std::string>().empty()) return std::nullopt;
  return text.get<std::string>();
}

Mail mail_for(const Deps& deps, const Notice& notice, std::string to, const std::string& public_url) {
  const auto words = words_of_notice(deps, notice);
  Mail mail;
  mail.to = std::move(to);
  mail.subject = words.subject.vi;
  mail.text = words.sentence.vi + "\n\n" + words.sentence.en + "\n";
  if (!public_url.empty()) mail.text += "\n" + public_url + "\n";
  mail.message = sha256_hex(notice.id + "\n" + notice.person).substr(0, 32);
  mail.date = deps.clock.system_now();
  return mail;
}

void note_failure(const Deps& deps, const DueMail& due, const std::string& why, const Logger& log) {
  const auto tries = static_cast<std::size_t>(due.attempts);
  std::optional<Instant> retry;
  if (tries < kPauses.size()) retry = later(deps.clock.system_now(), kPauses[tries]);
  deps.notices.mail_failed(due.notice.id, retry, why);
  if (!retry) log.error("an e-mail was given up", {{"notice", due.notice.id}, {"tries", tries + 1}, {"fault", why}});
}

}  // namespace

bool send_waiting_mail(const Deps& deps, Mailer& mailer, const Logger& log, const std::string& public_url) {
  const Instant now = deps.clock.system_now();
  bool tried = false;
  for (const DueMail& due : deps.notices.take_mail(now, later(now, kLease), 1)) {
    tried = true;
    auto to = address_of(deps.store, due.notice.person);
    if (!to) {
      deps.notices.mail_failed(due.notice.id, std::nullopt, "the person has no address any more");
      continue;
    }
    if (const auto why = mailer.send(mail_for(deps, due.notice, std::move(*to), public_url))) {
      note_failure(deps, due, *why, log);
      continue;
    }
    deps.notices.mail_sent(due.notice.id, deps.clock.system_now());
  }
  return tried;
}

MailWorker::MailWorker(const Deps& deps, Mailer& mailer, Logger log, std::string public_url)
    : deps_(deps), mailer_(mailer), log_(std::move(log)), public_url_(std::move(public_url)),
      thread_([this](const std::stop_token& stop) { live(stop); }) {}

MailWorker::~MailWorker() {
  thread_.request_stop();
  signal_.notify_all();
  thread_.join();
}

void MailWorker::live(const std::stop_token& stop) {
  using namespace std::chrono_literals;
  while (!stop.stop_requested()) {
    bool more = false;
    try {
      more = send_waiting_mail(deps_, mailer_, log_, public_url_);
    } catch (const std::exception& fault) {
      log_.error("e-mails could not be sent for now", {{"fault", fault.what()}});
    }
    if (more) continue;
    std::unique_lock lock(mutex_);
    signal_.wait_for(lock, stop, 5s, [] { return false; });
  }
}

}  // namespace vinhdanh
