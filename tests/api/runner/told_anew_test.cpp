// What is told once for each time that it happens: late again, held again, and to whom it is not told at all.
#include "api/desk/people/admin.hpp"
#include "api/runner/mail_worker.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Takes every e-mail.
class KeptMails final : public Mailer {
 public:
  std::optional<std::string> send(const Mail& mail) override {
    mails.push_back(mail);
    return std::nullopt;
  }
  std::vector<Mail> mails;
};

void give_address(SteadyProvince& p, const std::string& token, const std::string& address) {
  const auto account = p.inner.account(p.person_of(token)).value();
  const auto change = set_address(p.clock, p.fresh, console_actor(), account, address);
  REQUIRE(commit_alone(p.inner, change).status == CommitStatus::done);
}

void disable(SteadyProvince& p, const std::string& token) {
  const auto account = p.inner.account(p.person_of(token)).value();
  const auto change = disable_user(p.clock, p.fresh, console_actor(), account);
  REQUIRE(commit_alone(p.inner, change).status == CommitStatus::done);
}

std::size_t sent_mails(SteadyProvince& p) {
  KeptMails mailer;
  while (send_waiting_mail(*p.deps, mailer, Logger(p.clock, [](const std::string&) {}), "")) {
  }
  return mailer.mails.size();
}

}  // namespace

TEST_CASE("a task that was late, handed in and opened again is late anew, and told anew once", "[desk][runner]") {
  SteadyProvince p;
  p.pass();
  const auto list = p.get("/v1/duties?limit=200", p.clerk());
  REQUIRE(list.body["items"].size() == 1);
  const auto task = "/v1/duties/" + list.body["items"][0]["id"].get<std::string>();
  p.go_to(day(2026, 1, 2));
  p.pass();
  CHECK(p.count(p.clerk(), "duty_overdue") == 1);
  const auto handed_in =
      p.call("PUT", task + "/paper", p.clerk(), pdf(),
             {{"if-match", p.get(task, p.clerk()).etag()}, {"content-type", "application/pdf"}});
  REQUIRE(handed_in.status == 200);
  REQUIRE(p.act(task, "reopen", p.officer(), {{"reason", "Thiếu số liệu"}}).status == 200);
  p.pass();
  p.pass();
  CHECK(p.count(p.clerk(), "duty_overdue") == 2);
}

TEST_CASE("a second hold on a dossier comes up for review as the first did", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.hold(dossier, day(2025, 3, 3));
  p.go_to(day(2025, 3, 3));
  p.pass();
  REQUIRE(p.count(p.officer(), "hold_review") == 1);
  p.lift(dossier);
  p.hold(dossier, day(2025, 4, 1));
  p.pass();
  CHECK(p.count(p.officer(), "hold_review") == 1);
  p.go_to(day(2025, 4, 1));
  p.pass();
  p.pass();
  CHECK(p.count(p.officer(), "hold_review") == 2);
}

TEST_CASE("a reminder comes as many working days before as the operator says", "[runner]") {
  SteadyProvince p;
  p.options.remind_working_days = 4;
  p.pass();
  const auto dossier = p.sent_dossier(p.open_occasion());  // Wednesday 12 February 2025, due on Wednesday 19
  p.done(dossier, "receive", p.intake());
  p.pass();
  CHECK(p.count(p.appraiser(), "due_soon") == 0);
  p.go_to(day(2025, 2, 13));
  p.pass();
  CHECK(p.count(p.appraiser(), "due_soon") == 1);
  p.go_to(day(2025, 12, 24));
  p.pass();
  CHECK(p.count(p.clerk(), "duty_due_soon") == 0);
  p.go_to(day(2025, 12, 25));  // four working days before Wednesday 31 December
  p.pass();
  CHECK(p.count(p.clerk(), "duty_due_soon") == 1);
}

TEST_CASE("a deputy's act is told neither to the deputy nor to whom he stands in for", "[desk][runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  const auto deputy = p.deputy_token("so_gddt_lang_son", Role::unit_head);
  p.done(dossier, "withdraw", deputy, {{"reason", "Đơn vị xin rút"}});
  p.pass();
  CHECK(p.told_of(p.clerk(), "dossier_withdrawn", dossier));
  CHECK(p.count(p.head(), "dossier_withdrawn") == 0);
  CHECK(p.count(deputy, "dossier_withdrawn") == 0);
}

TEST_CASE("whose account is disabled is told nothing, and gets no e-mail that waited", "[desk][runner]") {
  SteadyProvince p;
  p.pass();
  p.options.mail = true;
  give_address(p, p.intake(), "tiep.nhan@snv.example");
  give_address(p, p.appraiser(), "tham.dinh@snv.example");
  const auto occasion = p.open_occasion();
  const auto first = p.sent_dossier(occasion, "Một");
  p.pass();
  REQUIRE(p.told_of(p.intake(), "dossier_arrived", first));
  const auto before = p.told(p.intake());
  SECTION("enabled, both get theirs") {
    CHECK(sent_mails(p) == p.told(p.intake(), "dossier_arrived").size() + p.told(p.appraiser(), "dossier_arrived").size());
  }
  SECTION("disabled, one does not") {
    disable(p, p.intake());
    const auto second = p.sent_dossier(occasion, "Hai");
    p.pass();
    CHECK(p.told_of(p.appraiser(), "dossier_arrived", second));
    CHECK(p.told(p.intake()) == before);
    CHECK(sent_mails(p) == 2);
  }
}

TEST_CASE("nothing waits for who has no address", "[runner]") {
  SteadyProvince p;
  p.options.mail = true;
  p.sent_dossier(p.open_occasion());
  p.pass();
  REQUIRE(p.count(p.intake(), "dossier_arrived") == 1);
  const Instant now = p.clock.system;
  CHECK(p.notices.take_mail(now, Instant{now.milliseconds + 1}, 100).empty());
}

TEST_CASE("on its last day an occasion is left alone, and the log has nothing to say of it", "[desk][runner]") {
  SteadyProvince p;
  const auto opened = p.post("/v1/occasions", p.officer(),
                             {{"plan", "lang-son-2021-2025"},
                              {"milestone", "final_review"},
                              {"name", "Tổng kết"},
                              {"document", {{"number", "15/HD-SNV"}, {"date", "2025-01-15"}}},
                              {"forms", {"provincial_merit"}},
                              {"opens", "2025-01-20"},
                              {"receipt_deadline", "2025-03-20"},
                              {"closes", "2025-03-31"}});
  REQUIRE(opened.status == 201);
  p.go_to(day(2025, 3, 31));
  p.pass();
  CHECK(p.get("/v1/occasions/" + opened.body["id"].get<std::string>(), p.officer()).body["open"] == true);
  CHECK(p.lines.empty());
}

TEST_CASE("what is due already when it comes up is told by the next pass of the same day", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  auto staying = p.new_pass();
  staying.run();
  p.hold(dossier, p.today());
  CHECK(p.count(p.officer(), "hold_review") == 0);
  staying.run();
  CHECK(p.count(p.officer(), "hold_review") == 1);
}

TEST_CASE("a task opened again after its day is called late by the next pass of the same day", "[runner]") {
  SteadyProvince p;
  p.pass();
  const auto task = "/v1/duties/" + p.get("/v1/duties?limit=200", p.clerk()).body["items"][0]["id"].get<std::string>();
  p.go_to(day(2026, 1, 2));
  auto staying = p.new_pass();
  staying.run();
  REQUIRE(p.count(p.clerk(), "duty_overdue") == 1);
  REQUIRE(p.call("PUT", task + "/paper", p.clerk(), pdf(),
                 {{"if-match", p.get(task, p.clerk()).etag()}, {"content-type", "application/pdf"}})
              .status == 200);
  REQUIRE(p.act(task, "reopen", p.officer(), {{"reason", "Thiếu số liệu"}}).status == 200);
  staying.run();
  CHECK(p.count(p.clerk(), "duty_overdue") == 2);
}

TEST_CASE("a pass brings the lists up to its day, before anybody asks for one", "[runner]") {
  SteadyProvince p;
  p.sent_dossier(p.open_occasion());
  p.pass();
  CHECK(p.lists.computed_for().starts_with("2025-02-12"));
  p.go_to(day(2025, 7, 2));
  p.pass();
  CHECK(p.lists.computed_for().starts_with("2025-07-02"));
}

TEST_CASE("a unit that has people today owes what is due later, though their roles end before", "[runner]") {
  SteadyProvince p;
  const auto user = add_user(p.clock, p.fresh, console_actor(), "van_thu_tam", "Văn thư tạm");
  REQUIRE(commit_alone(p.inner, user.change).status == CommitStatus::done);
  Appointment wanted;
  wanted.person = user.person;
  wanted.office = "huyen_van_quan";
  wanted.role = Role::unit_clerk;
  wanted.from = day(2025, 1, 1);
  wanted.to = day(2025, 3, 31);
  REQUIRE(commit_alone(p.inner, assign_role(p.clock, p.fresh, console_actor(), wanted).change).status == CommitStatus::done);
  p.pass();
  std::size_t owed = 0;
  for (const DutyTask& task : p.duties.find({})) owed += task.unit == wanted.office ? 1 : 0;
  CHECK(owed == 1);
}
