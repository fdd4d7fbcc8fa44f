// How the committer gathers: alone at once, together when busy, never two of a kind in one batch.
#include "adapters/committer.hpp"

#include <condition_variable>
#include <latch>
#include <mutex>

#include "engine/ports/nothing_written.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// A memory store that notes the batches it is given, and can be held up or fail.
class Watched final : public Store {
 public:
  explicit Watched(int lanes = 1) : lanes_(lanes) {}
  [[nodiscard]] int lanes() const override { return lanes_; }
  std::vector<CommitResult> commit(std::span<const Change> changes) override {
    std::unique_lock lock(mutex_);
    batches_.push_back(changes.size());
    if (!changes[0].events.empty()) firsts_.push_back(changes[0].events[0].stream_id);
    entered_.notify_all();
    open_.wait(lock, [this] { return !held_; });
    if (failing_ && before_commit_) throw NothingWritten("no room");
    if (failing_) throw StorageUnavailable("outcome unknown");
    return memory_.commit(changes);
  }
  void hold() {
    const std::lock_guard lock(mutex_);
    held_ = true;
  }
  void wait_for_batch(std::size_t count = 1) {
    std::unique_lock lock(mutex_);
    entered_.wait(lock, [this, count] { return batches_.size() >= count; });
  }
  void let_go() {
    const std::lock_guard lock(mutex_);
    held_ = false;
    open_.notify_all();
  }
  void fail(bool before_commit = false) {
    failing_ = true;
    before_commit_ = before_commit;
  }
  [[nodiscard]] const std::vector<std::size_t>& batches() const { return batches_; }
  /// Where the first event of each batch belongs.
  [[nodiscard]] const std::vector<std::string>& firsts() const { return firsts_; }
  MemoryStore& memory() { return memory_; }

  std::optional<Dossier> dossier(const DossierId& id) const override { return memory_.dossier(id); }
  std::optional<Submission> submission(const SubmissionId& id) const override { return memory_.submission(id); }
  std::optional<Occasion> occasion(const OccasionId& id) const override { return memory_.occasion(id); }
  std::optional<Decision> decision(const DecisionId& id) const override { return memory_.decision(id); }
  std::vector<Dossier> find_dossiers(const DossierQuery& q) const override { return memory_.find_dossiers(q); }
  std::vector<Submission> find_submissions(const SubmissionQuery& q) const override {
    return memory_.find_submissions(q);
  }
  std::vector<Occasion> find_occasions(const OccasionQuery& q) const override { return memory_.find_occasions(q); }
  std::vector<Decision> find_decisions(const DecisionQuery& q) const override { return memory_.find_decisions(q); }
  std::vector<SealedEvent> events(StreamKind k, const std::string& id, std::int64_t from, int limit) const override {
    return memory_.events(k, id, from, limit);
  }
  std::vector<PlacedEvent> find_events(const EventQuery& query) const override { return memory_.find_events(query); }
  std::vector<RawEvent> raw_events(StreamKind k, const std::string& id) const override {
    return memory_.raw_events(k, id);
  }
  std::vector<StreamRef> streams(const std::optional<StreamRef>& after, int limit) const override {
    return memory_.streams(after, limit);
  }
  std::map<std::string, PersonalValue> personal(std::span<const std::string> ids) const override {
    return memory_.personal(ids);
  }
  std::optional<Workspace> workspace(const DossierId& id) const override { return memory_.workspace(id); }
  std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t v, const std::string& c) override {
    return memory_.save_workspace(id, v, c);
  }
  std::optional<QuotaState> quota(const std::string& key) const override { return memory_.quota(key); }
  std::vector<QuotaState> quotas(const std::string& prefix) const override { return memory_.quotas(prefix); }
  std::optional<KeptAnswer> answer(const std::string& p, const std::string& k, Instant now) const override {
    return memory_.answer(p, k, now);
  }
  std::optional<Token> token(const std::string& sha256) const override { return memory_.token(sha256); }
  std::optional<Account> account(const PersonId& person) const override { return memory_.account(person); }
  std::vector<Account> accounts() const override { return memory_.accounts(); }
  std::optional<Appointment> appointment(const AppointmentId& id) const override { return memory_.appointment(id); }
  std::vector<Appointment> appointments() const override { return memory_.appointments(); }
  std::vector<DefinitionRecord> definitions() const override { return memory_.definitions(); }
  std::string next_code(int year) override { return memory_.next_code(year); }
  std::string instance() const override { return memory_.instance(); }

 private:
  MemoryStore memory_;
  std::mutex mutex_;
  std::condition_variable entered_;
  std::condition_variable open_;
  const int lanes_;
  std::vector<std::size_t> batches_;
  std::vector<std::string> firsts_;
  bool held_ = false;
  bool failing_ = false;
  bool before_commit_ = false;
};

/// Holds the store up with one change, submits the others meanwhile, and lets go: the batches that came of it.
std::vector<std::size_t> batches_of(const std::vector<Change>& changes, std::vector<Fate>& fates) {
  Watched store;
  fates.resize(changes.size());
  {
    Committer committer(store);
    store.hold();
    committer.submit(Change{}, [](const Fate&) {});
    store.wait_for_batch();
    for (std::size_t i = 0; i < changes.size(); ++i)
      committer.submit(changes[i], [&fates, i](Fate fate) { fates[i] = std::move(fate); });
    store.let_go();
  }
  return store.batches();
}

}  // namespace

TEST_CASE("a lone change is committed at once", "[committer]") {
  Watched store;
  std::latch done(1);
  Committer committer(store);
  committer.submit(opening("d1"), [&](const Fate& fate) {
    CHECK_FALSE(fate.unknown);
    CHECK(fate.result.status == CommitStatus::done);
    CHECK(fate.result.receipts.size() == 1);
    done.count_down();
  });
  done.wait();
  CHECK(store.batches() == std::vector<std::size_t>{1});
}

TEST_CASE("what arrives during a commit goes together, at most 64", "[committer]") {
  std::vector<Change> changes;
  for (int i = 0; i < 130; ++i) changes.push_back(opening("d" + std::to_string(i)));
  std::vector<Fate> fates;
  CHECK(batches_of(changes, fates) == std::vector<std::size_t>{1, 64, 64, 2});
  for (const Fate& fate : fates) CHECK(fate.result.receipts.size() == 1);
}

TEST_CASE("a batch holds one change per dossier, quota key and register, in their order", "[committer]") {
  Change number;
  number.registers = {{"chairman", 2025, "1", "q1"}};
  Change next_number = number;
  next_number.registers[0].number = "2";
  Change other_year = number;
  other_year.registers[0].year = 2026;
  const std::vector<Change> changes = {opening("d1"),
                                       withdrawing("d1", 0),
                                       moving("k", 5, QuotaStep::reserve, "a"),
                                       moving("k", 5, QuotaStep::reserve, "b"),
                                       moving("l", 5, QuotaStep::reserve, "a"),
                                       number,
                                       next_number,
                                       other_year};
  std::vector<Fate> fates;
  CHECK(batches_of(changes, fates) == std::vector<std::size_t>{1, 5, 3});
  for (const Fate& fate : fates) CHECK(fate.result.status == CommitStatus::done);
}

TEST_CASE("what waits is not overtaken by what came later", "[committer]") {
  Change both = moving("k", 9, QuotaStep::reserve, "b");  // waits for d1, and holds k back
  both.guards = {{StreamKind::dossier, "d1", 0}};
  const std::vector<Change> changes = {opening("d1"), both, moving("k", 1, QuotaStep::reserve, "c")};
  std::vector<Fate> fates;
  CHECK(batches_of(changes, fates) == std::vector<std::size_t>{1, 1, 1, 1});
  CHECK(fates[1].result.status == CommitStatus::done);
  CHECK(fates[2].result.status == CommitStatus::place_lost);
}

TEST_CASE("a lane leaves alone what another has at work, also what both could share, and goes on with the rest", "[committer]") {
  const auto of_the_submission = [](const std::string& dossier) {
    Change change = opening(dossier);
    change.touches = {{StreamKind::submission, "submission-1", {}}};
    return change;
  };
  Watched store(2);
  lay_ground(store.memory());
  {
    Committer committer(store);
    store.hold();
    committer.submit(of_the_submission("d1"), [](const Fate&) {});
    store.wait_for_batch();
    committer.submit(of_the_submission("d2"), [](const Fate&) {});
    committer.submit(opening("d3"), [](const Fate&) {});
    store.wait_for_batch(2);
    store.let_go();
  }
  CHECK(store.firsts() == std::vector<std::string>{"d1", "d3", "d2"});
  CHECK(store.memory().submission("submission-1")->version == 2);
}

TEST_CASE("a change may name one key twice", "[committer]") {
  Change change;
  change.quota = {{"k", 1, QuotaStep::reserve, "a"}, {"k", 1, QuotaStep::consume, "a"}};
  std::vector<Fate> fates;
  CHECK(batches_of({change}, fates) == std::vector<std::size_t>{1, 1});
  CHECK(fates[0].result.status == CommitStatus::done);
}

TEST_CASE("a refused change and its neighbours each get their own fate", "[committer]") {
  std::vector<Fate> fates;
  batches_of({opening("d1"), withdrawing("d2", 3), opening("d3")}, fates);
  CHECK(fates[0].result.status == CommitStatus::done);
  CHECK(fates[1].result.status == CommitStatus::stale);
  CHECK(fates[2].result.status == CommitStatus::done);
}

TEST_CASE("when the store fails, every fate is unknown", "[committer]") {
  Watched store;
  const bool before_commit = GENERATE(false, true);
  store.fail(before_commit);
  int unknown = 0;
  int unwritten = 0;
  {
    Committer committer(store);
    for (const char* id : {"d1", "d2"}) {
      committer.submit(opening(id), [&](const Fate& fate) {
        unknown += fate.unknown;
        unwritten += fate.unwritten;
      });
    }
  }
  CHECK(unknown == 2);
  CHECK(unwritten == (before_commit ? 2 : 0));
}

TEST_CASE("the committer ends after what is queued", "[committer]") {
  MemoryStore store;
  int done = 0;
  {
    Committer committer(store);
    for (int i = 0; i < 200; ++i) committer.submit(opening("d" + std::to_string(i)), [&](const Fate&) { ++done; });
  }
  CHECK(done == 200);
  DossierQuery q;
  q.page.limit = 200;
  CHECK(store.find_dossiers(q).size() == 200);
}
