/// The staff of a province: an account, an appointment and a token for each (office, role) that is asked for.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/decide/change.hpp"
#include "engine/ports/fresh.hpp"

namespace vinhdanh::bench {

struct Person {
  Actor actor;
  std::string token;
};

class People {
 public:
  /// `at` is the business time of the appointments' events. `fresh` is borrowed.
  People(Fresh& fresh, Instant at) : fresh_(fresh), at_(at) {}

  /// Appointed on the first asking.
  const Person& in(const OfficeId& office, Role role);
  /// What the appointments since the last call are for a store; commit it before their acts.
  std::vector<Change> take_changes() { return std::exchange(changes_, {}); }

 private:
  Event event(const Actor& actor, StreamKind stream, const std::string& id, EventBody body);

  Fresh& fresh_;
  Instant at_;
  std::map<std::pair<OfficeId, Role>, Person> known_;
  std::vector<Change> changes_;
};

}  // namespace vinhdanh::bench
