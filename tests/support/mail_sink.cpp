// A mail server on loopback: one connection at a time, enough of RFC 5321.
#include "tests/support/mail_sink.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace vinhdanh::test {
namespace {

class Line {
 public:
  Line(int fd, const std::atomic<bool>& stopping) : fd_(fd), stopping_(stopping) {}

  /// Without CRLF; false when the other side left or the test is over.
  bool read(std::string& line) {
    for (;;) {
      const auto end = buffer_.find("\r\n");
      if (end != std::string::npos) {
        line = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        return true;
      }
      if (!wait()) return false;
      char bytes[4096];
      const auto count = ::recv(fd_, bytes, sizeof bytes, 0);
      if (count <= 0) return false;
      buffer_.append(bytes, static_cast<std::size_t>(count));
    }
  }
  void say(const std::string& text) { (void)!::send(fd_, (text + "\r\n").data(), text.size() + 2, MSG_NOSIGNAL); }
  /// Until the other side leaves.
  void keep_silent() {
    std::string line;
    while (read(line)) {
    }
  }

 private:
  bool wait() {
    while (!stopping_) {
      pollfd it{fd_, POLLIN, 0};
      if (::poll(&it, 1, 50) > 0) return true;
    }
    return false;
  }
  int fd_;
  const std::atomic<bool>& stopping_;
  std::string buffer_;
};

std::string between(const std::string& line) {
  const auto open = line.find('<');
  const auto close = line.find('>', open);
  return open == std::string::npos || close == std::string::npos ? "" : line.substr(open + 1, close - open - 1);
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string read_data(Line& line) {
  std::string data;
  std::string text;
  while (line.read(text)) {
    if (text == ".") return data;
    data += (text.starts_with(".") ? text.substr(1) : text) + "\r\n";
  }
  throw std::runtime_error("the e-mail broke off");
}

}  // namespace

MailSink::MailSink(const std::string& host) : host_(host) {
  listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  socklen_t length = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(listener_, 8) != 0)
    throw std::runtime_error("no port for the mail server");
  ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

MailSink::~MailSink() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
}

void MailSink::serve() {
  while (!stopping_) {
    pollfd it{listener_, POLLIN, 0};
    if (::poll(&it, 1, 50) <= 0) continue;
    const int fd = ::accept(listener_, nullptr, nullptr);
    if (fd < 0) continue;
    try {
      talk(fd);
    } catch (const std::runtime_error&) {
      // The client broke off; the next one comes.
    }
    ::close(fd);
  }
}

void MailSink::talk(int fd) {
  Line line(fd, stopping_);
  if (mood == Mood::hangs) return line.keep_silent();
  line.say("220 sink");
  SunkMail mail;
  std::string text;
  while (line.read(text)) {
    if (text.starts_with("EHLO")) {
      line.say("250-sink");
      line.say("250 8BITMIME");
    } else if (text.starts_with("MAIL FROM")) {
      mail.from = between(text);
      line.say("250 ok");
    } else if (text.starts_with("RCPT TO")) {
      mail.to = between(text);
      line.say(mood == Mood::refuses ? "554 not here" : "250 ok");
    } else if (text == "DATA") {
      line.say("354 go on");
      mail.data = read_data(line);
      const std::lock_guard lock(mutex_);
      seen_.push_back(mail);
      if (mood == Mood::leaves_after_data) return;
      accepted_.push_back(mail);
      line.say("250 kept");
    } else if (text == "QUIT") {
      return line.say("221 bye");
    } else {
      line.say("502 unknown");
    }
  }
}

std::vector<SunkMail> MailSink::accepted() const {
  const std::lock_guard lock(mutex_);
  return accepted_;
}
std::vector<SunkMail> MailSink::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

std::string SunkMail::header(const std::string& name) const {
  const std::string head = "\r\n" + data.substr(0, data.find("\r\n\r\n"));
  const auto at = lower(head).find("\r\n" + lower(name) + ": ");
  if (at == std::string::npos) return "";
  auto value = head.substr(at + name.size() + 4);
  for (std::size_t end = value.find("\r\n"); end != std::string::npos; end = value.find("\r\n", end)) {
    const bool folded = end + 2 < value.size() && (value[end + 2] == ' ' || value[end + 2] == '\t');
    if (!folded) return value.substr(0, end);
    value.erase(end, 2);
  }
  return value;
}

std::string SunkMail::text() const {
  // libcurl makes one part or a multipart of one: the body is what follows the last blank line before base64 text.
  const auto encoding = data.rfind("Content-Transfer-Encoding: base64");
  const auto begin = data.find("\r\n\r\n", encoding);
  const auto end = data.find("\r\n--", begin);
  return decoded_base64(data.substr(begin, end == std::string::npos ? end : end - begin));
}

std::string decoded_base64(const std::string& text) {
  static const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto digit = digits.find(c);
    if (digit == std::string::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    count += 6;
    if (count >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 0xffU);
  }
  return bytes;
}

std::string decoded_header(const std::string& value) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t word = value.find("=?UTF-8?B?"); word != std::string::npos; word = value.find("=?UTF-8?B?", at)) {
    const auto end = value.find("?=", word + 10);
    text += decoded_base64(value.substr(word + 10, end - word - 10));
    at = end + 2;
  }
  return at == 0 ? value : text;
}

}  // namespace vinhdanh::test
