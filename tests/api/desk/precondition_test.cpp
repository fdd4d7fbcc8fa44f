// If-Match: nobody acts on what he has not seen, and nobody is turned away for what others did beside him.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct WithLetter : Province {
  std::string occasion = open_occasion();
  std::string submission = open_submission(occasion);
  WithLetter() { attach_letter(submission); }
};

}  // namespace

TEST_CASE("an act needs If-Match; an old version gets 412 with the dossier as it is now", "[desk]") {
  WithLetter p;
  const auto dossier = p.ready_dossier(p.submission);
  const Json body{{"letter", a_letter()}};
  CHECK(p.post(dossier + "/actions/submit", p.head(), body).code() == "precondition_required");
  CHECK(p.post(dossier + "/actions/submit", p.head(), body, {{"if-match", "*"}}).code() == "invalid_precondition");
  const auto old = p.post(dossier + "/actions/submit", p.head(), body, {{"if-match", "\"0\""}});
  CHECK(old.status == 412);
  CHECK(old.code() == "precondition_failed");
  CHECK(old.body["current"]["version"] == 1);
  CHECK(old.body["current"]["phase"] == "drafting");
  CHECK(old.etag() == "\"1\"");
}

TEST_CASE("an act that meets another one on its way is decided again: a changed dossier is 412", "[desk]") {
  WithLetter p;
  const auto dossier = p.ready_dossier(p.submission);
  const auto tag = p.get(dossier, p.head()).etag();
  p.store.before_commit = [&] {
    auto change = Change{};
    auto other = p.inner.dossier(dossier.substr(dossier.rfind('/') + 1)).value();
    Event event;
    event.stream_id = other.id;
    event.id = "beside";
    event.body = PaperAttached{};
    ++other.version;
    change.events = {event};
    change.next = {other};
    REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  };
  const auto late = p.post(dossier + "/actions/submit", p.head(), {{"letter", a_letter()}}, {{"if-match", tag}});
  CHECK(late.status == 412);
  CHECK(late.body["current"]["version"] == 2);
}

TEST_CASE("an act beside which only the submission changed goes through", "[desk]") {
  WithLetter p;
  const auto dossier = p.ready_dossier(p.submission);
  p.store.before_commit = [&] {
    Change change;
    change.touches = {{StreamKind::submission, p.submission.substr(p.submission.rfind('/') + 1), {}}};
    REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  };
  CHECK(p.act(dossier, "submit", p.head(), {{"letter", a_letter()}}).status == 200);
}

TEST_CASE("the workspace has its own version, makes no event, and the last to read wins nothing", "[desk]") {
  WithLetter p;
  const auto dossier = p.ready_dossier(p.submission);
  const auto before = p.get(dossier + "/content", p.clerk());
  REQUIRE(before.status == 200);
  const auto put = [&](const std::string& tag) {
    return p.call("PUT", dossier + "/content", p.clerk(), some_content("Trường B").dump(), {{"if-match", tag}});
  };
  CHECK(p.call("PUT", dossier + "/content", p.clerk(), some_content("x").dump()).code() == "precondition_required");
  const auto saved = put(before.etag());
  REQUIRE(saved.status == 200);
  CHECK(saved.etag() != before.etag());
  CHECK(put(before.etag()).status == 412);
  CHECK(p.get(dossier + "/content", p.clerk()).body["content"]["nominee"]["name"] == "Trường B");
  CHECK(p.get(dossier, p.clerk()).body["version"] == 1);
}

TEST_CASE("while the dossier is returned, only the unit reads its workspace; others read what was frozen", "[desk]") {
  WithLetter p;
  const auto dossier = p.ready_dossier(p.submission, "Trường A");
  p.submit(dossier);
  p.done(dossier, "receive", p.intake());
  p.done(dossier, "return-for-rework", p.director(),
         {{"letter", a_letter("5/SNV")},
          {"points", {{{"code", "other"}, {"pointer", "/achievement"}, {"text", "Nêu rõ số liệu"}}}}});
  const auto tag = p.get(dossier + "/content", p.clerk()).etag();
  REQUIRE(
      p.call("PUT", dossier + "/content", p.clerk(), some_content("Trường mới").dump(), {{"if-match", tag}}).status ==
      200);
  CHECK(p.get(dossier + "/content", p.clerk()).body["content"]["nominee"]["name"] == "Trường mới");
  const auto theirs = p.get(dossier + "/content", p.director());
  CHECK(theirs.body["frozen"] == true);
  CHECK(theirs.body["content"]["nominee"]["name"] == "Trường A");
}

TEST_CASE("a place lost on the way becomes the refusal that names its holder", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion(1);
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto one = p.ready_dossier(submission, "Trường A");
  const auto two = p.ready_dossier(submission, "Trường B");
  for (const auto& dossier : {one, two}) {
    p.submit(dossier);
    p.appraise(dossier);
    p.done(dossier, "receive", p.secretary());
  }
  REQUIRE(p.upload(submission, "council_minutes", p.secretary()).status == 200);
  for (const auto& dossier : {one, two}) {
    p.done(
        dossier, "forward", p.secretary(),
        {{"letter", a_letter()},
         {"minutes",
          {{"number", "1"}, {"date", "2025-02-11"}, {"members_total", 9}, {"members_present", 9}, {"votes_for", 9}}}});
    p.verify(dossier);
    p.done(dossier, "receive", p.registry());
  }
  const auto decision = p.open_decision(occasion);
  const Json body{{"decision", decision.substr(decision.rfind('/') + 1)}};
  const auto tag = p.get(two, p.chairman()).etag();
  p.store.before_commit = [&] {
    const auto id = one.substr(one.rfind('/') + 1);
    Change change;
    const auto key = p.get("/v1/quotas?occasion=" + occasion, p.officer()).body["items"][0]["key"].get<std::string>();
    change.quota = {{key, 1, QuotaStep::reserve, id}};
    REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  };
  const auto late = p.post(two + "/actions/approve", p.chairman(), body, {{"if-match", tag}});
  INFO(late.text);
  CHECK(late.status == 409);
  CHECK(late.code() == "quota_full");
  CHECK(late.body["reasons"][0]["details"]["limit"] == "1");
  CHECK(late.body["reasons"][0]["details"]["holder"] == p.get(one, p.clerk()).body["code"]);
  const auto quotas = p.get("/v1/quotas?occasion=" + occasion, p.officer());
  CHECK(quotas.body["items"][0]["left"] == 0);
  CHECK(quotas.body["items"][0]["holders"][0]["id"] == one.substr(one.rfind('/') + 1));
}

TEST_CASE("no draft is opened in an occasion that closes meanwhile", "[desk]") {
  WithLetter p;
  p.store.before_commit = [&] {
    auto closed = p.inner.occasion(p.occasion).value();
    closed.open = false;
    ++closed.version;
    Change change;
    change.next = {closed};
    REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  };
  const auto late =
      p.post(p.submission + "/dossiers", p.clerk(),
             {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}});
  CHECK(late.status == 409);
  CHECK(late.code() == "occasion_not_open");
  CHECK(p.inner.find_dossiers({}).empty());
}
