/// An installation for tests of the API: people with tokens, and calls without sockets.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "adapters/fresh.hpp"
#include "api/desk/deps.hpp"
#include "api/desk/people/definitions.hpp"
#include "api/desk/sign_in/sign_in.hpp"
#include "api/http/router.hpp"
#include "api/jobs/job_runs.hpp"
#include "api/live/live_events.hpp"
#include "api/webhooks/webhook_runs.hpp"
#include "engine/codec/json.hpp"
#include "tests/api/desk/rig_home.hpp"
#include "tests/api/desk/test_posts.hpp"
#include "tests/api/desk/wrapped_jobs.hpp"
#include "tests/api/desk/wrapped_store.hpp"
#include "tests/api/desk/wrapped_webhooks.hpp"
#include "workflows/loader/definitions.hpp"

namespace vinhdanh::test {

using Json = nlohmann::json;

class TestClock final : public Clock {
 public:
  explicit TestClock(Date day) : now_{(day.days() * 24LL + 2) * 3'600'000} {}
  [[nodiscard]] Instant business_now() const override { return now_; }
  [[nodiscard]] Instant system_now() const override { return system; }
  bool move_to(Instant to) {
    if (to < now_) return false;
    now_ = to;
    return true;
  }
  Instant system{1'700'000'000'000};

 private:
  Instant now_;
};

/// Fails when it is told to.
class TestAccessLog final : public AccessLog {
 public:
  explicit TestAccessLog(AccessLog& log) : log_(log) {}
  void add(std::span<const AccessEntry> entries) override {
    if (failing) throw StorageUnavailable("the access log fails");
    log_.add(entries);
  }
  [[nodiscard]] std::vector<AccessEntry> find(const AccessQuery& query) const override { return log_.find(query); }
  bool failing = false;

 private:
  AccessLog& log_;
};

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string text;
  Json body;
  std::shared_ptr<Stream> stream;  ///< of an answer that goes on
  [[nodiscard]] std::string code() const { return body.value("code", ""); }
  [[nodiscard]] std::string etag() const { return headers.contains("etag") ? headers.at("etag") : ""; }
  [[nodiscard]] std::vector<std::string> reasons() const;
};

using Headers = std::map<std::string, std::string>;

const Definitions& shipped_definitions();

/// Offices and plans are the shipped ones unless others are given; the day is `day` until somebody moves the clock.
class Rig {
 public:
  explicit Rig(Date day, const Definitions& definitions = shipped_definitions());
  ~Rig();

  /// The bearer token of a person in that office and role, made when first asked for; `person` tells several apart.
  std::string token(const OfficeId& office, Role role, const std::string& person = "");
  /// A deputy of the holder whom `token` with the same arguments names.
  std::string deputy_token(const OfficeId& office, Role role);
  PersonId person_of(const std::string& token) const { return people_.at(token); }

  Answer call(const std::string& method, const std::string& target, const std::string& token,
              const std::string& body = "", Headers headers = {});
  Answer get(const std::string& target, const std::string& token) { return call("GET", target, token); }
  /// With a new Idempotency-Key unless one is given.
  Answer post(const std::string& target, const std::string& token, const Json& body, Headers headers = {});
  /// Reads the ETag of `thing` first and acts under it.
  Answer act(const std::string& thing, const std::string& command, const std::string& token,
             const Json& body = Json::object());
  Answer upload(const std::string& thing, const std::string& slot, const std::string& token);

  [[nodiscard]] const std::vector<HttpRoute>& routes() const { return routes_; }
  /// A new committer over the same store, as after a restart.
  void restart();

  TestClock clock;
  RandomFresh fresh;
  RigHome home = make_rig_home();
  Store& inner = *home.store;  ///< what `store` wraps
  WrappedStore store{inner};
  Lists& lists = *home.lists;
  Notices& notices = *home.notices;
  WrappedWebhooks webhooks{*home.webhooks};
  WrappedJobs jobs{*home.jobs};
  Duties& duties = *home.duties;
  SignInStore& sign_in = *home.sign_in;
  TestAccessLog access_log{*home.access_log};
  CountedBlobs blobs{*home.blobs};
  std::unique_ptr<Committer> committer;
  std::unique_ptr<Deps> deps;
  std::unique_ptr<DefinitionShelf> shelf;  ///< one of a test's own counts from the next `restart`
  std::unique_ptr<SignIn> signing_in;      ///< passwords are hashed cheaply
  LiveSettings live_settings{2000, 5, 50};  ///< count from the next `restart`
  std::unique_ptr<LiveEvents> live;
  TestPosts posts;
  std::vector<std::string> lines;          ///< of the log
  std::mutex writing_lines;
  /// May go to hook.example.vn; the test looks and sends by hand. They count from the next `restart`.
  WebhookSettings webhook_settings;
  std::unique_ptr<WebhookRuns> hooks;
  std::unique_ptr<JobRuns> job_runs;       ///< worked on by hand; sheets are read in a process of the program that is tested
  std::string peer = "192.0.2.1";          ///< of the next calls

 private:
  Appointment appointment_of(const OfficeId& office, Role role, const std::string& person);
  std::string token_for(const Appointment& appointment);
  void build();
  void check_explained(const Answer& answer);

  const Definitions& definitions_;
  std::vector<HttpRoute> routes_;
  std::unique_ptr<Router> router_;
  std::map<std::string, std::string> tokens_;
  std::map<std::string, PersonId> people_;
  std::map<std::string, Appointment> appointments_;
  std::set<std::string> explained_;
  int keys_ = 0;
};

Date day(int year, unsigned month, unsigned date);
std::string pdf();

}  // namespace vinhdanh::test
