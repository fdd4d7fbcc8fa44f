/// One event of every type with all its members set, written out by hand; the golden files hold the same as JSON.
#pragma once

#include <string>
#include <vector>

#include "engine/model/events.hpp"

namespace vinhdanh::test {

/// `01900000-0000-7000-8000-` and the number in 12 digits.
std::string uuid(int number);
/// A stand-in for a hash: 64 times the digit.
std::string hex(char digit);
Date day(const std::string& text);

/// In the order of EventBody; the golden file of the one at place i has n = i and prev = hex('b').
std::vector<Event> sample_events();

}  // namespace vinhdanh::test
