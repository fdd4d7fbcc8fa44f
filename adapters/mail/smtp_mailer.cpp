// One e-mail, one connection. libcurl speaks SMTP, TLS and MIME; headers are ours.
#include "adapters/mail/smtp_mailer.hpp"

#include <array>
#include <stdexcept>

#include "adapters/curl.hpp"
#include "adapters/mail/header_text.hpp"

namespace vinhdanh {
namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

std::string host_of(const std::string& url) {
  const auto begin = url.find("://") + 3;
  const bool bracketed = begin < url.size() && url[begin] == '[';
  const auto end = bracketed ? url.find(']', begin) + 1 : url.find_first_of(":/?#", begin);
  return url.substr(begin, end == std::string::npos ? end : end - begin);
}

bool is_this_machine(const std::string& host) { return host == "127.0.0.1" || host == "localhost" || host == "[::1]"; }

void set_connection(CURL* curl, const SmtpOptions& options) {
  curl_set(curl, CURLOPT_URL, options.url.c_str());
  curl_set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_set(curl, CURLOPT_NOSIGNAL, 1L);
  curl_set(curl, CURLOPT_NOPROXY, "*");
  curl_set(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_seconds));
  curl_set(curl, CURLOPT_TIMEOUT, static_cast<long>(options.total_seconds));
  const bool may_be_plain = is_this_machine(host_of(options.url));
  curl_set(curl, CURLOPT_USE_SSL, static_cast<long>(may_be_plain ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (!options.ca_file.empty()) curl_set(curl, CURLOPT_CAINFO, options.ca_file.c_str());
  if (options.user.empty()) return;
  curl_set(curl, CURLOPT_USERNAME, options.user.c_str());
  curl_set(curl, CURLOPT_PASSWORD, options.password.c_str());
}

void add_headers(CurlList& headers, const SmtpOptions& options, const Mail& mail) {
  headers.add("From: <" + options.from + ">");
  headers.add("To: <" + mail.to + ">");
  headers.add("Subject: " + encoded_header(mail.subject));
  headers.add("Date: " + mail_date(mail.date));
  headers.add("Message-ID: <" + mail.message + "@" + domain_of(options.from) + ">");
  headers.add("Auto-Submitted: auto-generated");
}

void set_text(curl_mime* mime, const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += '\r';
    lines += c;
  }
  curl_mimepart* part = curl_mime_addpart(mime);
  curl_mime_data(part, lines.data(), lines.size());
  curl_mime_type(part, "text/plain; charset=utf-8");
  curl_mime_encoder(part, "base64");
}

}  // namespace

std::string fault_of(const SmtpOptions& options) {
  if (!options.url.starts_with("smtp://") && !options.url.starts_with("smtps://"))
    return "the SMTP address must begin with smtp:// or smtps://";
  if (host_of(options.url).empty()) return "the SMTP address names no host";
  if (options.url.find('@') != std::string::npos) return "the SMTP address must not hold a user or password";
  if (!is_mail_address(options.from)) return "the sender must be one e-mail address";
  return "";
}

SmtpMailer::SmtpMailer(SmtpOptions options) : options_(std::move(options)) {
  if (const auto fault = fault_of(options_); !fault.empty()) throw std::invalid_argument(fault);
  initialise_curl();
}

std::optional<std::string> SmtpMailer::send(const Mail& mail) {
  if (!is_mail_address(mail.to)) return "the address is none that a mail server takes";
  const Easy curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) return "libcurl could not begin";
  std::array<char, CURL_ERROR_SIZE> said{};
  CurlList headers;
  CurlList recipients;
  add_headers(headers, options_, mail);
  recipients.add("<" + mail.to + ">");
  const Mime mime(curl_mime_init(curl.get()), &curl_mime_free);
  set_text(mime.get(), mail.text);
  curl_set(curl.get(), CURLOPT_ERRORBUFFER, said.data());
  set_connection(curl.get(), options_);
  const std::string sender = "<" + options_.from + ">";
  curl_set(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
  curl_set(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_set(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_set(curl.get(), CURLOPT_MIMEPOST, mime.get());
  const CURLcode code = curl_easy_perform(curl.get());
  if (code == CURLE_OK) return std::nullopt;
  return std::string(said[0] != '\0' ? said.data() : curl_easy_strerror(code));
}

}  // namespace vinhdanh
