// Verifications as jobs: how far they are, what they found, and the certificate.
#include <algorithm>
#include <functional>

#include "api/desk/audit/verification.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/jobs/job_bodies.hpp"
#include "tests/api/jobs/importing.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

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
    clock.system.milliseconds += 1'000;
    REQUIRE(job_runs->work());
    const auto job = get(path, token);
    REQUIRE(job.body["state"] == "done");
    return job.body;
  }

  /// The stored state of a dossier says something else than its history, as after a hand in the database.
  void alter(const std::string& path) {
    auto dossier = inner.dossier(id_of(path)).value();
    dossier.rank = 7;
    Change change;
    change.next = {std::move(dossier)};
    REQUIRE(commit_alone(inner, change).status == CommitStatus::done);
  }

  std::string first;
};

/// Some time goes by whenever it is asked.
class TickingClock final : public Clock {
 public:
  TickingClock(TestClock& clock, std::int64_t milliseconds) : clock_(clock), step_(milliseconds) {}
  [[nodiscard]] Instant business_now() const override { return clock_.business_now(); }
  [[nodiscard]] Instant system_now() const override {
    clock_.system.milliseconds += step_;
    return clock_.system;
  }

 private:
  TestClock& clock_;
  std::int64_t step_;
};

/// Counts the papers that are looked at.
class CountedLooks final : public BlobStore {
 public:
  explicit CountedLooks(BlobStore& inner) : inner_(inner) {}
  void put(const PaperId& id, const std::string& bytes) override { inner_.put(id, bytes); }
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) const override {
    ++looks;
    if (at_look) at_look();
    return inner_.get(id);
  }
  void remove(const PaperId& id) override { inner_.remove(id); }

  mutable int looks = 0;
  std::function<void()> at_look;

 private:
  BlobStore& inner_;
};

/// A server at work on the jobs of an installation while time goes by.
class Server {
 public:
  Server(Rig& rig, std::int64_t milliseconds)
      : papers(rig.blobs), clock_(rig.clock, milliseconds),
        deps_{rig.store, rig.lists, rig.notices, rig.webhooks, rig.duties, rig.sign_in, rig.access_log, *rig.committer, papers, clock_,
              rig.fresh, rig.deps->rulebook, rig.deps->lifecycle, {}, {}},
        runs(deps_, rig.jobs, {.threads = 0}, Logger(rig.clock, [](const std::string&) {})) {}
  /// What is worked on is let go of.
  void end() { const auto working = runs.start(); }

  CountedLooks papers;

 private:
  TickingClock clock_;
  Deps deps_;

 public:
  JobRuns runs;
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
  const auto after = digest();
  CHECK(after != before);
  p.ready_dossier(p.submission, "Trường B");
  const auto two = digest();
  CHECK(two != after);
  p.Importing::done(p.first, "comment", p.officer(), {{"text", "Đã xem lại"}});
  CHECK(digest() != two);
}

TEST_CASE("a verification finds what somebody altered, and says where", "[jobs]") {
  Verifying p;
  p.ready_dossier(p.submission, "Trường B");
  p.alter(p.first);
  const auto job = p.done(p.auditor());
  const auto& verdict = job["result"]["verdict"];
  CHECK(verdict["intact"] == false);
  REQUIRE_FALSE(verdict["violations"].empty());
  for (const auto& found : verdict["violations"]) {
    CHECK(found["invariant"] == "INV-15");
    CHECK(found.value("stream", "") == "dossier/" + id_of(p.first));
    CHECK(found.value("n", -1) == p.inner.dossier(id_of(p.first))->version);
  }
  CHECK(Json::parse(p.get(job["result"]["file"], p.auditor()).text)["verdict"] == verdict);
  // Whose units these are not has nothing altered.
  const auto elsewhere = p.done(p.token("ubnd_ninh_binh", Role::auditor));
  CHECK(elsewhere["result"]["verdict"]["intact"] == true);
  CHECK(elsewhere["result"]["verdict"]["streams"] == 0);
}

TEST_CASE("a verification looks at the bytes of papers", "[jobs]") {
  Verifying p;
  p.attach_letter(p.submission);
  p.submit(p.first);
  CHECK(p.done(p.auditor())["result"]["verdict"]["intact"] == true);
  const auto dossier = p.inner.dossier(id_of(p.first)).value();
  REQUIRE_FALSE(dossier.papers.empty());
  p.blobs.remove(dossier.papers.front().id);
  const auto verdict = p.done(p.auditor())["result"]["verdict"];
  CHECK(verdict["intact"] == false);
  REQUIRE_FALSE(verdict["violations"].empty());
  CHECK(verdict["violations"][0]["invariant"] == "INV-22");
}

TEST_CASE("who oversees the country has everything verified, whatever it is of", "[jobs]") {
  Verifying p;
  const auto central = p.token("ban_tdkt_tw", Role::auditor);
  const auto job = p.done(central);
  std::int64_t events = 0;
  const auto streams = p.inner.streams({}, 1'000);
  for (const auto& stream : streams) events += static_cast<std::int64_t>(p.inner.raw_events(stream.kind, stream.id).size());
  CHECK(job["result"]["verdict"]["streams"] == streams.size());
  CHECK(job["result"]["verdict"]["events"] == events);
  CHECK(job["total"] == streams.size());
  CHECK(Json::parse(p.get(job["result"]["file"], central).text)["scope"] == "all");
  const auto units = p.done(p.auditor())["result"]["verdict"];
  CHECK(units["streams"] == 1);
  CHECK(units["events"] == p.inner.raw_events(StreamKind::dossier, id_of(p.first)).size());
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
  CHECK(certificate["office"] == "Ủy ban nhân dân tỉnh Lạng Sơn");
  CHECK(certificate["scope"] == "units");
  CHECK("/v1/jobs/" + certificate["verification"].get<std::string>() + "/file" == job["result"]["file"]);
  CHECK(certificate["asked"] == job["made"]);
  CHECK(certificate["ended"] == job["ended"]);
  CHECK(job["made"] != job["ended"]);
  CHECK(certificate["verdict"] == job["result"]["verdict"]);
  const auto noted = p.access_log.find({.kind = AccessKind::exported});
  REQUIRE(noted.size() == 1);
  CHECK(noted.front().route == "/v1/jobs/{id}/file");
  // It is its person's alone.
  CHECK(p.get(job["result"]["file"], p.officer()).status == 404);
  // What happens later is not in it.
  p.Importing::done(p.first, "comment", p.officer(), {{"text", "Đã xem"}});
  CHECK(p.get(job["result"]["file"], p.auditor()).text == file.text);
}

TEST_CASE("a verification is asked for by who may verify, under a key, and with nothing said", "[jobs]") {
  Verifying p;
  CHECK(p.post("/v1/verification", p.clerk(), Json::object()).status == 403);
  CHECK(p.post("/v1/verification", p.auditor(), {{"x", 1}}).status == 422);
  CHECK(p.call("POST", "/v1/verification", p.auditor(), "{}").code() == "idempotency_key_missing");
}

TEST_CASE("a verification that is cancelled before it began is not begun; one without rights any more fails", "[jobs]") {
  Verifying p;
  const auto path = p.asked(p.auditor());
  CHECK(p.post(path + "/actions/cancel", p.auditor(), Json::object()).body["state"] == "cancelled");
  CHECK_FALSE(p.job_runs->work());
  CHECK(p.get(path, p.auditor()).body["state"] == "cancelled");
  const auto id = p.asked(p.auditor()).substr(std::string("/v1/jobs/").size());
  p.end_roles(p.auditor());
  REQUIRE(p.job_runs->work());
  const auto job = p.jobs.job(id).value();
  CHECK(job.state == JobState::failed);
  CHECK(fault_of(job).value().code == "job_rights_ended");
}

TEST_CASE("a verification says how far it is, and stops where it is when it is cancelled", "[jobs]") {
  Verifying p;
  for (const std::string name : {"Trường B", "Trường C", "Trường D"}) p.ready_dossier(p.submission, name);
  std::vector<std::int64_t> noted;
  std::string path;
  p.jobs.before_change = [&](const Job& job) {
    if (job.state != JobState::running) return;
    noted.push_back(job.done);
    CHECK(job.total == 4);
  };
  Server server(p, 1'000);  // more than lies between two notes
  SECTION("to its end") {
    path = p.asked(p.auditor());
    REQUIRE(server.runs.work());
    CHECK(noted == std::vector<std::int64_t>{0, 1, 2, 3, 4});
    CHECK(server.papers.looks == 4);
    CHECK(p.get(path, p.auditor()).body["state"] == "done");
  }
  SECTION("cancelled on its way") {
    path = p.asked(p.auditor());
    p.jobs.before_change = [&, note = p.jobs.before_change](const Job& job) {
      note(job);
      if (job.state == JobState::running && job.done == 2)
        CHECK(p.post(path + "/actions/cancel", p.auditor(), Json::object()).body["state"] == "cancelled");
    };
    REQUIRE(server.runs.work());
    CHECK(noted == std::vector<std::int64_t>{0, 1, 2});
    CHECK(server.papers.looks == 2);
    const auto job = p.get(path, p.auditor()).body;
    CHECK(job["state"] == "cancelled");
    CHECK(job["result"].empty());
  }
}

TEST_CASE("a server that ends leaves its verification to the next", "[jobs]") {
  Verifying p;
  p.ready_dossier(p.submission, "Trường B");
  const auto path = p.asked(p.auditor());
  Server server(p, 0);
  server.papers.at_look = [&] { server.end(); };
  REQUIRE(server.runs.work());
  CHECK(server.papers.looks == 1);
  CHECK(p.get(path, p.auditor()).body["state"] == "running");
  CHECK_FALSE(p.job_runs->work());
  p.clock.system.milliseconds += JobSettings{}.lease;
  REQUIRE(p.job_runs->work());
  CHECK(p.get(path, p.auditor()).body["state"] == "done");
}
