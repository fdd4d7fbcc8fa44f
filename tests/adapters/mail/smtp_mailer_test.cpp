// E-mails against a real server on loopback.
#include "adapters/mail/smtp_mailer.hpp"

#include <chrono>

#include "adapters/mail/header_text.hpp"
#include "tests/support/mail_sink.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

SmtpOptions options_for(const std::string& url) {
  SmtpOptions options;
  options.url = url;
  options.from = "vinhdanh@tinh.example";
  options.connect_seconds = 2;
  options.total_seconds = 2;
  return options;
}

Mail a_mail() {
  return {"can.bo@so.example", "Hồ sơ quá hạn: HS-2025-00417",
          "Hồ sơ HS-2025-00417 đã quá hạn ngày 07/02/2025.\n.một dòng có dấu chấm đầu\n", "0123456789abcdef",
          Instant{1'737'684'184'005}};
}

}  // namespace

TEST_CASE("an e-mail arrives as it was written, with a Vietnamese subject") {
  MailSink sink;
  SmtpMailer mailer(options_for(sink.url()));
  const auto fault = mailer.send(a_mail());
  INFO(fault.value_or(""));
  REQUIRE_FALSE(fault);
  const auto mails = sink.accepted();
  REQUIRE(mails.size() == 1);
  const auto& mail = mails[0];
  CHECK(mail.from == "vinhdanh@tinh.example");
  CHECK(mail.to == "can.bo@so.example");
  CHECK(decoded_header(mail.header("Subject")) == "Hồ sơ quá hạn: HS-2025-00417");
  CHECK(mail.header("Message-ID") == "<0123456789abcdef@tinh.example>");
  CHECK(mail.header("From") == "<vinhdanh@tinh.example>");
  CHECK(mail.header("To") == "<can.bo@so.example>");
  CHECK(mail.header("Date") == "Fri, 24 Jan 2025 02:03:04 +0000");
  CHECK(mail.header("MIME-Version") == "1.0");
  CHECK(mail.header("Auto-Submitted") == "auto-generated");
  CHECK(mail.data.find("Content-Type: text/plain; charset=utf-8") != std::string::npos);
  CHECK(mail.text() ==
        "Hồ sơ HS-2025-00417 đã quá hạn ngày 07/02/2025.\r\n.một dòng có dấu chấm đầu\r\n");
}

TEST_CASE("the same e-mail again bears the same Message-ID") {
  MailSink sink;
  SmtpMailer mailer(options_for(sink.url()));
  sink.mood = MailSink::Mood::leaves_after_data;
  CHECK(mailer.send(a_mail()));
  sink.mood = MailSink::Mood::takes;
  CHECK_FALSE(mailer.send(a_mail()));
  REQUIRE(sink.seen().size() == 2);
  CHECK(sink.accepted().size() == 1);
  CHECK(sink.seen()[0].header("Message-ID") == sink.seen()[1].header("Message-ID"));
}

TEST_CASE("a server that refuses, hangs or is not there is a fault that says why") {
  MailSink sink;
  SmtpMailer mailer(options_for(sink.url()));
  sink.mood = MailSink::Mood::refuses;
  CHECK(mailer.send(a_mail()).value_or("").find("554") != std::string::npos);
  sink.mood = MailSink::Mood::hangs;
  const auto before = std::chrono::steady_clock::now();
  CHECK(mailer.send(a_mail()));
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(8));
  CHECK(sink.accepted().empty());
  SmtpMailer nowhere(options_for("smtp://127.0.0.1:1"));
  CHECK(nowhere.send(a_mail()));
}

TEST_CASE("another machine must speak TLS") {
  // This address is not known to be this machine: no plain text goes there.
  MailSink sink("127.0.0.2");
  SmtpMailer mailer(options_for(sink.url()));
  CHECK(mailer.send(a_mail()));
  CHECK(sink.seen().empty());
}

TEST_CASE("options and addresses that could carry anything else are refused") {
  CHECK(fault_of(options_for("smtp://mail.example:587")).empty());
  CHECK(fault_of(options_for("smtps://mail.example")).empty());
  for (const char* url : {"http://mail.example", "file:///etc/passwd", "mail.example", "smtp://", "smtp://a:b@mail.example"})
    CHECK_FALSE(fault_of(options_for(url)).empty());
  auto options = options_for("smtp://mail.example");
  options.from = "nobody";
  CHECK_FALSE(fault_of(options).empty());
  CHECK_THROWS_AS(SmtpMailer(options), std::invalid_argument);
  MailSink sink;
  SmtpMailer mailer(options_for(sink.url()));
  auto mail = a_mail();
  mail.to = "a@b.example>\r\nRCPT TO:<c@d.example";
  CHECK(mailer.send(mail));
  CHECK(sink.seen().empty());
}

TEST_CASE("a header is cut into words of whole characters, and cannot begin another header") {
  CHECK(encoded_header("Overdue: HS-1") == "Overdue: HS-1");
  CHECK(encoded_header("a\r\nBcc: x@y.example") == "a  Bcc: x@y.example");
  std::string longest;
  for (int i = 0; i < 40; ++i) longest += "Quyết định khen thưởng ";
  const auto header = encoded_header(longest);
  std::string unfolded;
  std::size_t at = 0;
  while (at < header.size()) {
    const auto end = header.find("\r\n ", at);
    const auto word = header.substr(at, end == std::string::npos ? end : end - at);
    CHECK(word.size() <= 75);
    // Each word alone is whole UTF-8: it does not begin within a character.
    CHECK((static_cast<unsigned char>(decoded_header(word)[0]) & 0xc0U) != 0x80U);
    unfolded += word;
    if (end == std::string::npos) break;
    at = end + 3;
  }
  CHECK(decoded_header(unfolded) == longest);
}

TEST_CASE("an address is one address") {
  CHECK(is_mail_address("can.bo+hs@so-noi-vu.example"));
  for (const char* text : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "<a@b>", "a,b@c", "á@b"})
    CHECK_FALSE(is_mail_address(text));
}
