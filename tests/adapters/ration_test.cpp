// The ration of the access log: what counts as alike, how it fills again, and that a flood of addresses stays bounded.
#include "adapters/access_ration.hpp"
#include "engine/ports/store.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

constexpr std::int64_t noon = 29'000'000LL * 60'000;

/// Keeps every row that reaches it.
class KeptRows final : public AccessLog {
 public:
  void add(std::span<const AccessEntry> entries) override { rows.insert(rows.end(), entries.begin(), entries.end()); }
  [[nodiscard]] std::vector<AccessEntry> find(const AccessQuery&) const override { return rows; }
  [[nodiscard]] int total() const {
    int all = 0;
    for (const auto& row : rows) all += row.count;
    return all;
  }
  std::vector<AccessEntry> rows;
};

AccessEntry denial(std::int64_t after, const std::string& address, const std::string& target = "") {
  AccessEntry it;
  it.at = Instant{noon + after};
  it.kind = AccessKind::denied;
  it.address = address;
  it.method = "GET";
  it.route = "/v1/dossiers/{id}";
  it.target = target;
  it.status = 404;
  it.code = "not_found";
  return it;
}

void put(RationedAccessLog& log, const AccessEntry& it) { log.add({&it, 1}); }

std::string number(int i) { return std::to_string(i); }

}  // namespace

TEST_CASE("what differs in kind, method, route or code is not alike; status and request are no difference", "[access_log]") {
  const AccessEntry it = denial(0, "192.0.2.1", "d1");
  const auto other = [&](auto change) {
    AccessEntry changed = it;
    change(changed);
    return alike_key(changed) != alike_key(it);
  };
  CHECK(other([](AccessEntry& e) { e.kind = AccessKind::marked_read; }));
  CHECK(other([](AccessEntry& e) { e.method = "POST"; }));
  CHECK(other([](AccessEntry& e) { e.route = "/v1/duties/{id}"; }));
  CHECK(other([](AccessEntry& e) { e.target = "d2"; }));
  CHECK(other([](AccessEntry& e) { e.code = "forbidden"; }));
  CHECK(other([](AccessEntry& e) { e.address = "192.0.2.2"; }));
  CHECK(other([](AccessEntry& e) { e.person = "an"; }));
  CHECK(other([](AccessEntry& e) { e.at.milliseconds += 60'000; }));
  CHECK_FALSE(other([](AccessEntry& e) { e.request_id = "another"; }));
  CHECK_FALSE(other([](AccessEntry& e) { e.at.milliseconds += 59'999; }));
}

TEST_CASE("who waits gets one more row each second, and never more than sixty at once", "[access_log]") {
  KeptRows behind;
  RationedAccessLog log(behind);
  int target = 0;
  const auto flood = [&](std::int64_t after) {
    const auto before = behind.rows.size();
    for (int i = 0; i < 200; ++i) put(log, denial(after, "192.0.2.1", number(++target)));
    int named = 0;
    for (auto at = before; at < behind.rows.size(); ++at) named += behind.rows[at].code == "not_found" ? 1 : 0;
    return named;
  };
  CHECK(flood(0) == 60);
  CHECK(flood(5'000) == 5);
  CHECK(flood(3'600'000) == 60);
  CHECK(log.flush());
  CHECK(behind.total() == 600);
}

TEST_CASE("failed sign-ins are rationed like denials, good ones are not", "[access_log]") {
  KeptRows behind;
  RationedAccessLog log(behind);
  const auto kind = GENERATE(AccessKind::sign_in_failed, AccessKind::signed_in, AccessKind::exported);
  for (int i = 0; i < 100; ++i) {
    auto it = denial(0, "192.0.2.1", number(i));
    it.kind = kind;
    put(log, it);
  }
  CHECK(behind.rows.size() == (kind == AccessKind::sign_in_failed ? 61 : 100));
}

TEST_CASE("a flood from ever new addresses ends in one row for all of them, and none is lost", "[access_log]") {
  KeptRows behind;
  RationedAccessLog log(behind);
  for (int i = 0; i < 6'000; ++i) put(log, denial(0, "2001:db8::" + number(i)));
  CHECK(behind.rows.size() == 4'001);
  CHECK(behind.rows.back().address.empty());
  CHECK(behind.rows.back().code == "too_many");
  CHECK(log.flush());
  CHECK(behind.total() == 6'000);
  put(log, denial(120'000, "192.0.2.9", "later"));  // who was silent for a minute makes room
  CHECK(behind.rows.back().target == "later");
}

TEST_CASE("whoever looks sees the counts that waited in memory", "[access_log]") {
  KeptRows behind;
  RationedAccessLog log(behind);
  for (int i = 0; i < 7; ++i) put(log, denial(i, "192.0.2.1"));
  CHECK(behind.total() == 1);
  int seen = 0;
  for (const auto& row : log.find({})) seen += row.count;
  CHECK(seen == 7);
}
