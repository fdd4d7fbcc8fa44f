// Sweeps over time: each check is linear but for the sorting.
#include "tests/adapters/history/history.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace vinhdanh::test {
namespace {

using Operations = std::vector<Operation>;

std::string text_of(const Operation& it) {
  return it.thing + ": client " + std::to_string(it.client) + (it.kind == Operation::Kind::read ? " read " : " wrote ") +
         std::to_string(it.version) + " [" + std::to_string(it.invoked) + ", " + std::to_string(it.answered) + "]";
}

void find_double_writes(const Operations& all, std::vector<std::string>& faults) {
  std::map<std::int64_t, const Operation*> writes;
  for (const Operation& it : all) {
    if (it.kind != Operation::Kind::write) continue;
    const auto [known, is_new] = writes.emplace(it.version, &it);
    if (!is_new) faults.push_back("written twice: " + text_of(it) + " and " + text_of(*known->second));
  }
}

void find_early_reads(const Operations& all, std::vector<std::string>& faults) {
  std::map<std::int64_t, std::int64_t> written;
  for (const Operation& it : all)
    if (it.kind == Operation::Kind::write) written.emplace(it.version, it.invoked);
  for (const Operation& it : all) {
    if (it.kind == Operation::Kind::write || it.version == 0) continue;
    const auto write = written.find(it.version);
    // A write whose answer was lost is not in the log: whoever reads it may be right.
    if (write != written.end() && it.answered < write->second)
      faults.push_back("read before it was written: " + text_of(it));
  }
}

/// Nothing that begins after an answer may stand before it.
void find_stale(const Operations& all, std::vector<std::string>& faults) {
  std::vector<const Operation*> by_invocation;
  std::vector<const Operation*> by_answer;
  for (const Operation& it : all) {
    by_invocation.push_back(&it);
    by_answer.push_back(&it);
  }
  std::ranges::sort(by_invocation, {}, &Operation::invoked);
  std::ranges::sort(by_answer, {}, &Operation::answered);
  const Operation* latest = nullptr;  // of those that were answered before the one looked at began
  std::size_t answered = 0;
  for (const Operation* it : by_invocation) {
    for (; answered < by_answer.size() && by_answer[answered]->answered < it->invoked; ++answered) {
      if (latest == nullptr || by_answer[answered]->version > latest->version) latest = by_answer[answered];
    }
    if (latest == nullptr) continue;
    const bool behind = it->kind == Operation::Kind::write ? it->version <= latest->version : it->version < latest->version;
    if (behind) faults.push_back("behind what was answered: " + text_of(*it) + " after " + text_of(*latest));
  }
}

}  // namespace

std::int64_t ClientHistory::moment() {
  const std::lock_guard lock(mutex_);
  return ++moment_;
}

void ClientHistory::add(Operation operation) {
  const std::lock_guard lock(mutex_);
  operations_.push_back(std::move(operation));
}

void ClientHistory::add(PlaceOperation operation) {
  const std::lock_guard lock(mutex_);
  places_.push_back(std::move(operation));
}

std::vector<Operation> ClientHistory::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

std::vector<PlaceOperation> ClientHistory::places() const {
  const std::lock_guard lock(mutex_);
  return places_;
}

std::vector<std::string> order_faults(std::vector<Operation> operations) {
  std::map<std::string, Operations> by_thing;
  for (Operation& it : operations) by_thing[it.thing].push_back(std::move(it));
  std::vector<std::string> faults;
  for (const auto& [thing, all] : by_thing) {
    find_double_writes(all, faults);
    find_early_reads(all, faults);
    find_stale(all, faults);
  }
  return faults;
}

std::vector<std::string> place_faults(const std::vector<PlaceOperation>& operations, std::int64_t places) {
  // (key, moment) → change of what is certainly held from then on.
  std::map<std::string, std::multimap<std::int64_t, std::int64_t>> steps;
  std::set<std::pair<std::string, std::string>> taken;
  std::vector<std::string> faults;
  for (const PlaceOperation& it : operations) {
    if (it.kind == PlaceOperation::Kind::taken) {
      steps[it.key].emplace(it.answered, 1);
      if (!taken.emplace(it.key, it.holder).second) faults.push_back(it.key + ": taken twice by " + it.holder);
    } else {
      steps[it.key].emplace(it.invoked, -1);
    }
  }
  for (const auto& [key, of_key] : steps) {
    std::int64_t held = 0;
    for (auto at = of_key.begin(); at != of_key.end(); ++at) {
      held += at->second;
      if (held > places)
        faults.push_back(key + ": " + std::to_string(held) + " held of " + std::to_string(places) + " at " + std::to_string(at->first));
    }
  }
  return faults;
}

}  // namespace vinhdanh::test
