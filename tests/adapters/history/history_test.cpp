// The checker itself: what can have happened passes, and each way to be wrong is found.
#include "tests/adapters/history/history.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh::test;

namespace {

Operation read(std::int64_t version, std::int64_t invoked, std::int64_t answered) {
  return {Operation::Kind::read, "d", version, invoked, answered, 1};
}
Operation write(std::int64_t version, std::int64_t invoked, std::int64_t answered) {
  return {Operation::Kind::write, "d", version, invoked, answered, 2};
}
PlaceOperation taken(const std::string& holder, std::int64_t invoked, std::int64_t answered) {
  return {PlaceOperation::Kind::taken, "k", holder, invoked, answered};
}
PlaceOperation given_back(const std::string& holder, std::int64_t invoked, std::int64_t answered) {
  return {PlaceOperation::Kind::given_back, "k", holder, invoked, answered};
}

std::string only(const std::vector<std::string>& faults) { return faults.size() == 1 ? faults[0] : std::to_string(faults.size()); }

}  // namespace

TEST_CASE("what overlaps may be in any order", "[history]") {
  CHECK(order_faults({}).empty());
  CHECK(order_faults({write(1, 1, 10), read(0, 2, 3), read(1, 4, 5), read(1, 11, 12)}).empty());
  CHECK(order_faults({write(1, 1, 10), write(2, 2, 9), read(2, 11, 12)}).empty());
  CHECK(order_faults({read(0, 1, 2), write(1, 3, 4), read(1, 5, 6)}).empty());
  // Nobody's answer says that 3 was written: it was lost.
  CHECK(order_faults({write(1, 1, 2), read(3, 5, 6)}).empty());
}

TEST_CASE("what cannot have happened in one order is named", "[history]") {
  CHECK(only(order_faults({write(1, 1, 5), write(1, 2, 6)})).starts_with("written twice: d: client 2 wrote 1"));
  CHECK(order_faults({read(1, 1, 2), write(1, 3, 4)}).front().starts_with("read before it was written: d: client 1 read 1"));
  CHECK(only(order_faults({write(1, 1, 2), read(0, 3, 4)})).starts_with("behind what was answered: d: client 1 read 0"));
  CHECK(only(order_faults({read(2, 1, 2), read(1, 3, 4)})).starts_with("behind what was answered: d: client 1 read 1"));
  CHECK(only(order_faults({write(2, 1, 2), write(1, 3, 4)})).starts_with("behind what was answered: d: client 2 wrote 1"));
  // Another thing's versions say nothing of this one's.
  Operation other = read(0, 3, 4);
  other.thing = "e";
  CHECK(order_faults({write(1, 1, 2), other}).empty());
}

TEST_CASE("more places than there are were held only where that is certain", "[history]") {
  CHECK(place_faults({taken("a", 1, 2), taken("b", 3, 4)}, 2).empty());
  CHECK(only(place_faults({taken("a", 1, 2), taken("b", 3, 4)}, 1)) == "k: 2 held of 1 at 4");
  // Being given back, it may be free already.
  CHECK(place_faults({taken("a", 1, 2), given_back("a", 3, 9), taken("b", 4, 5)}, 1).empty());
  CHECK(only(place_faults({taken("a", 1, 2), taken("b", 3, 4), given_back("a", 5, 6)}, 1)) == "k: 2 held of 1 at 4");
  CHECK(only(place_faults({taken("a", 1, 2), given_back("a", 3, 4), taken("a", 5, 6)}, 1)) == "k: taken twice by a");
}
