// When does a limit end? Working days with holidays, and Saturdays that are worked instead.
#include <iostream>

#include "workflows/loader/definitions.hpp"

using namespace vinhdanh;

namespace {

void show(const Calendar& calendar, Date received, int working_days) {
  const auto deadline = calendar.deadline(received, working_days);
  std::cout << "Received " << received.text() << ", limit " << working_days << " working days: ";
  if (!deadline) {
    std::cout << "outside the calendar\n";
    return;
  }
  std::cout << "due " << deadline->due.text() << " at 24:00 (" << name_of(deadline->confidence) << ")\n";
  for (const SkippedDay& day : deadline->skipped)
    std::cout << "  not counted " << day.date.text() << "  " << day.reason << "\n";
  for (const Date day : deadline->worked)
    std::cout << "  counted     " << day.text() << "  a Saturday worked instead\n";
}

}  // namespace

int main() {
  const Definitions definitions;  // plans, law, calendar and offices ship inside the binary
  const Calendar& calendar = definitions.calendar();
  show(calendar, *Date::of(2025, 1, 24), 5);  // the Friday before Tết
  show(calendar, *Date::of(2025, 4, 25), 4);  // Friday 2 May was off, Saturday 26 April worked
  show(calendar, *Date::of(2041, 1, 7), 1);
}
