/// A mail server on loopback that keeps what it was given, or fails in a chosen way.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vinhdanh::test {

struct SunkMail {
  std::string from;
  std::string to;
  std::string data;  ///< headers and body as they came, dots unstuffed
  [[nodiscard]] std::string header(const std::string& name) const;  ///< unfolded; empty when it is not there
  [[nodiscard]] std::string text() const;                           ///< of the only, base64 part
};

class MailSink {
 public:
  enum class Mood {
    takes,
    refuses,           ///< 554 to RCPT
    hangs,             ///< says nothing
    leaves_after_data  ///< takes the whole e-mail and closes instead of saying 250
  };
  /// At an address of this machine (127.0.0.0/8).
  explicit MailSink(const std::string& host = "127.0.0.1");
  ~MailSink();
  MailSink(const MailSink&) = delete;
  MailSink& operator=(const MailSink&) = delete;

  [[nodiscard]] std::string url() const { return "smtp://" + host_ + ":" + std::to_string(port_); }
  std::atomic<Mood> mood{Mood::takes};
  /// Those that were acknowledged, and all whose data came.
  [[nodiscard]] std::vector<SunkMail> accepted() const;
  [[nodiscard]] std::vector<SunkMail> seen() const;

 private:
  void serve();
  void talk(int fd);

  std::string host_;
  int listener_ = -1;
  unsigned short port_ = 0;
  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::vector<SunkMail> accepted_;
  std::vector<SunkMail> seen_;
  std::thread thread_;
};

std::string decoded_base64(const std::string& text);
/// The words of a header value (RFC 2047, UTF-8 and base64), put together.
std::string decoded_header(const std::string& value);

}  // namespace vinhdanh::test
