// Verifications as jobs: how far they are, what they found, and the certificate.
#include <algorithm>

#include "api/desk/audit/verification.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "tests/api/jobs/importing.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

class Verifying : public Importing {
 public:
  Verifying() { first = ready_dossier(submission, "Trường A"); }

  std::string asked(const std::string& token) {
    const auto answer = post("/v1/verification", token, Json::object());
    INFO(answer.text);
    REQUIRE(answer.status == 202);
    return answer.headers.at("location");
  }
  Json done(const std::string& token) {
    const auto path = asked(token);
    REQUIRE(job_runs->work());
    const auto job = get(path, token);
    REQUIRE(job.body["state"] == "done");
    return job.body;
  }

  std::string first;
};

}  // namespace

TEST_CASE("a verification goes on behind and keeps its verdict", "[jobs]") {
  Verifying p;
  const auto path = p.asked(p.auditor());
  const auto waiting = p.get(path, p.auditor()).body;
  CHECK(waiting["kind"] == "verification");
  CHECK(waiting["state"] == "waiting");
  CHECK(waiting["result"].empty());
  CHECK(p.get(path + "/file", p.auditor()).status == 404);
  REQUIRE(p.job_runs->work());
  const auto job = p.get(path, p.auditor()).body;
  CHECK(job["state"] == "done");
  CHECK(job["done"] == job["total"]);
  const auto at_once = p.get("/v1/verification", p.auditor()).body;
  CHECK(job["result"]["verdict"] == at_once);
  CHECK(at_once["intact"] == true);
  CHECK(job["total"] == at_once["streams"]);
  const auto held = p.inner.appointments_of("ubnd_lang_son");
  const auto auditor = std::ranges::find(held, Role::auditor, &Appointment::role);
  REQUIRE(auditor != held.end());
  CHECK(streams_in_scope(*p.deps, actor_in_force(*p.deps, auditor->id).value()) == at_once["streams"]);
}

TEST_CASE("the digest stays while nothing happens, and is another one after every event", "[jobs]") {
  Verifying p;
  const auto digest = [&] { return p.done(p.auditor())["result"]["verdict"]["digest"].get<std::string>(); };
  const auto before = digest();
  CHECK(before.size() == 64);
  CHECK(digest() == before);
  p.Importing::done(p.first, "comment", p.officer(), {{"text", "Đã xem"}});
  CHECK(digest() != before);
}

TEST_CASE("a certificate says who had what verified, where and when, and is in the access log", "[jobs]") {
  Verifying p;
  const auto job = p.done(p.auditor());
  const auto file = p.get(job["result"]["file"], p.auditor());
  REQUIRE(file.status == 200);
  CHECK(file.headers.at("content-disposition") == "attachment; filename=\"chung-nhan-kiem-tra.json\"");
  const auto certificate = Json::parse(file.text);
  CHECK(certificate["installation"] == p.inner.instance());
  CHECK(certificate["person"] == "Người ubnd_lang_son/auditor/");
  CHECK(certificate["scope"] == "units");
  CHECK(certificate["ended"] == job["ended"]);
  CHECK(certificate["verdict"] == job["result"]["verdict"]);
  const auto noted = p.access_log.find({.kind = AccessKind::exported});
  REQUIRE(noted.size() == 1);
  CHECK(noted.front().route == "/v1/jobs/{id}/file");
  // It is its person's alone.
  CHECK(p.get(job["result"]["file"], p.officer()).status == 404);
}

TEST_CASE("a verification that is cancelled stops, one without rights any more fails", "[jobs]") {
  Verifying p;
  const auto path = p.asked(p.auditor());
  CHECK(p.post(path + "/actions/cancel", p.auditor(), Json::object()).body["state"] == "cancelled");
  CHECK_FALSE(p.job_runs->work());
  CHECK(p.get(path, p.auditor()).body["state"] == "cancelled");
  CHECK(p.post("/v1/verification", p.clerk(), Json::object()).status == 403);
  CHECK(p.post("/v1/verification", p.auditor(), {{"x", 1}}).status == 422);
}
