/// What the operator may say about reminders and e-mails.
#pragma once

#include <cstdint>
#include <string>

namespace vinhdanh {

struct RunnerOptions {
  int remind_working_days = 2;  ///< a reminder comes this many working days before a day passes
  bool mail = false;            ///< notices also go out by e-mail to those who have an address
  std::int64_t look_milliseconds = 1000;  ///< at most, between looks at the events
};

}  // namespace vinhdanh
