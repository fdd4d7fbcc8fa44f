// The clerk works on a thread of her own while the test lets something befall the database.
#include "tests/api/nodes/work_through_faults.hpp"

#include <fstream>
#include <future>
#include <latch>
#include <thread>

#include "adapters/postgres/postgres_store.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

void work_until_503(ClerkAtWork& clerk, const std::function<void()>& after_first, const std::stop_token& enough) {
  try {
    clerk.work_until_gone(after_first, enough);
    throw std::logic_error("the node went away");
  } catch (const std::runtime_error& fault) {
    if (std::string(fault.what()).find(": 503 ") == std::string::npos) throw;
  }
}

Receipts stored_at(const std::string& url) { return stored_in(PostgresStore({url})); }

}  // namespace

ClerkAtWork clerk_of(const Node& node, const std::filesystem::path& folder, unsigned seed) {
  ClerkAtWork clerk(nlohmann::json::parse(std::ifstream(folder / "demo-tokens.json")), "fault-" + std::to_string(seed) + "-");
  clerk.meet(node.client());
  clerk.open_review();
  return clerk;
}

void work_until(ClerkAtWork& clerk, std::chrono::milliseconds moment, const std::function<void()>& befall) {
  std::latch begun(1);
  std::stop_source enough;
  auto work =
      std::async(std::launch::async, [&] { work_until_503(clerk, [&] { begun.count_down(); }, enough.get_token()); });
  begun.wait();
  std::this_thread::sleep_for(moment);
  try {
    befall();
  } catch (...) {
    enough.request_stop();
    throw;
  }
  work.get();
}

bool becomes_ready(const Node& node, std::chrono::seconds within) {
  const auto end = std::chrono::steady_clock::now() + within;
  while (std::chrono::steady_clock::now() < end) {
    if (node.client().request("GET", "/readyz").status == 200) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

void check_kept(ClerkAtWork& clerk, const std::string& url) {
  check_nothing_lost(clerk.receipts(), stored_at(url));
  clerk.finish();
  const Receipts stored = stored_at(url);
  check_nothing_lost(clerk.receipts(), stored);
  check_nothing_twice(clerk, stored);
}

void check_intact(const std::string& url, const std::filesystem::path& folder) {
  const auto verdict = vinhdanh_json({"verify", "--database", url, "--data", folder.string()});
  INFO(verdict.dump());
  CHECK(verdict.at("intact") == true);
  CHECK(verdict.at("receipts") > 0);
}

}  // namespace vinhdanh::test
