// E-mails of notices against a real server: once acknowledged, tried again with the same Message-ID, given up at last.
#include "adapters/mail/smtp_mailer.hpp"
#include "api/runner/mail_worker.hpp"
#include "engine/codec/codec.hpp"
#include "tests/support/mail_sink.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct PostOffice : SteadyProvince {
  MailSink sink;
  std::string dossier;

  PostOffice() {
    pass();  // what was before is not sent
    options.mail = true;
    give_address(intake(), "tiep.nhan@snv.example");
    dossier = sent_dossier(open_occasion(), "Trường THPT Bình Gia");
    pass();
  }

  void give_address(const std::string& token, const std::string& address) {
    auto account = inner.account(person_of(token)).value();
    PersonalValue value{fresh.id(), StreamKind::account, account.person, "email", fresh.salt(), Json(address).dump()};
    account.email = PersonalRef{value.id, commitment(value.salt, value.path, value.value)};
    Change change;
    change.personal = {value};
    change.next = {account};
    REQUIRE(inner.commit({&change, 1})[0].status == CommitStatus::done);
  }
  SmtpMailer mailer() {
    SmtpOptions smtp;
    smtp.url = sink.url();
    smtp.from = "vinhdanh@tinh.example";
    smtp.connect_seconds = 1;
    smtp.total_seconds = 1;
    return SmtpMailer(smtp);
  }
  /// Until nothing waits; a new mailer each time, as after a restart.
  void send() {
    auto by = mailer();
    while (send_waiting_mail(*deps, by, Logger(clock, [this](const std::string& line) { lines.push_back(line); }),
                             "https://vinhdanh.tinh.example")) {
    }
  }
  void later(std::int64_t minutes) { clock.system.milliseconds += minutes * 60'000; }
};

}  // namespace

TEST_CASE("whoever has an address gets an e-mail of each notice, without names of people", "[runner]") {
  PostOffice p;
  p.send();
  p.send();
  const auto mails = p.sink.accepted();
  REQUIRE(mails.size() == p.told(p.intake(), "dossier_arrived").size());
  const auto& mail = mails.back();
  CHECK(mail.to == "tiep.nhan@snv.example");
  CHECK(decoded_header(mail.header("Subject")).starts_with("Hồ sơ chờ tiếp nhận: HS-2025-"));
  CHECK(mail.text().find("chờ tiếp nhận") != std::string::npos);
  CHECK(mail.text().find("awaits receipt") != std::string::npos);
  CHECK(mail.text().find("https://vinhdanh.tinh.example") != std::string::npos);
  CHECK((mail.text() + mail.data).find("Bình Gia") == std::string::npos);
}

TEST_CASE("without a mail server configured nothing waits, also later", "[runner]") {
  SteadyProvince p;
  p.sent_dossier(p.open_occasion());
  p.pass();
  CHECK(p.notices.take_mail(Instant{p.clock.system.milliseconds}, Instant{p.clock.system.milliseconds + 1}, 10).empty());
}

TEST_CASE("an e-mail whose acknowledgement is lost is sent again with the same Message-ID", "[runner]") {
  PostOffice p;
  p.sink.mood = MailSink::Mood::leaves_after_data;
  p.send();
  REQUIRE(p.sink.seen().size() == 1);
  CHECK(p.sink.accepted().empty());
  p.restart();
  p.sink.mood = MailSink::Mood::takes;
  p.send();
  CHECK(p.sink.accepted().empty());  // not before its minute
  p.later(1);
  p.send();
  p.later(600);
  p.send();
  REQUIRE(p.sink.accepted().size() == 1);
  CHECK(p.sink.seen()[0].header("Message-ID") == p.sink.seen()[1].header("Message-ID"));
}

TEST_CASE("a worker that never came back holds the e-mail until its lease ends", "[runner]") {
  PostOffice p;
  const Instant now = p.clock.system;
  REQUIRE(p.notices.take_mail(now, Instant{now.milliseconds + 5 * 60'000}, 10).size() == 1);
  p.send();
  CHECK(p.sink.accepted().empty());
  p.later(5);
  p.send();
  CHECK(p.sink.accepted().size() == 1);
}

TEST_CASE("after 1 and 5 and 30 minutes, 2 and 6 and 24 hours it is given up, with a line in the log", "[runner]") {
  PostOffice p;
  p.sink.mood = GENERATE(MailSink::Mood::refuses, MailSink::Mood::hangs);
  for (const int minutes : {1, 5, 30, 120, 360, 1440}) {
    INFO(minutes);
    p.send();
    p.later(minutes - 1);
    CHECK(p.lines.empty());
    const Instant now = p.clock.system;
    CHECK(p.notices.take_mail(now, now, 1).empty());
    p.later(1);
  }
  p.send();
  REQUIRE(p.lines.size() == 1);
  CHECK(p.lines[0].find("given up") != std::string::npos);
  CHECK(p.lines[0].find("snv.example") == std::string::npos);
  p.sink.mood = MailSink::Mood::takes;
  p.later(100'000);
  p.send();
  CHECK(p.sink.accepted().empty());
}

TEST_CASE("an address that is gone is no fault", "[runner]") {
  PostOffice p;
  auto account = p.inner.account(p.person_of(p.intake())).value();
  account.email.reset();
  Change change;
  change.next = {account};
  REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  p.send();
  CHECK(p.sink.accepted().empty());
  CHECK(p.lines.empty());
}
