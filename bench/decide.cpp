// How long the decision takes, beside copying what it must at least make.
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/payloads.hpp"
#include "bench/folder.hpp"
#include "bench/house.hpp"
#include "bench/measure.hpp"
#include "bench/rows.hpp"

namespace vinhdanh::bench {
namespace {

/// Ids made beforehand: what drawing them costs is the machine's, not the decision's.
class ReadyIds final : public Fresh {
 public:
  std::string id() override { return "0191090c-2b80-7000-8000-00000000abcd"; }
  std::string salt() override { return std::string(64, 'a'); }
};

struct Question {
  vinhdanh::Case asked;
  Payload payload;
};

Change decided(const Question& question, Fresh& fresh) {
  return std::get<Change>(
      decide(question.asked.dossier, question.payload, question.asked.facts, question.asked.rules, fresh));
}

/// The least that any decision does: the next dossier is a copy of the last, and the events, values, guards and moves are
/// made, here by copying them from `rest`.
Change copied(const Question& question, const Change& rest, Fresh& fresh) {
  Change change = rest;
  for (Event& event : change.events) event.id = fresh.id();
  change.next.emplace_back(question.asked.dossier);
  return change;
}

/// A dossier of the store that stands `acts` acts beyond its sending, and its next act.
Question question_after(House& house, Province& province, int acts) {
  const auto ids = fill(house, province, 10, acts);
  Dossier dossier = house.store().dossier(ids.front()).value();
  Act act = province.next_act(dossier);
  const auto deps = house.deps();
  return {load_case(deps, act.who->actor, std::move(dossier), {.decision = named_decision(act.payload)}), act.payload};
}

Row row_of(const std::string& name, const Question& question, bool quick) {
  const int times = quick ? 200 : 4'000;
  const int rounds = quick ? 3 : 15;
  ReadyIds fresh;
  Change rest = decided(question, fresh);
  rest.next.clear();
  std::size_t kept = 0;
  Comparison times_taken;
  for (int round = 0; round < rounds; ++round) {
    const Spent subject = spent([&] {
      for (int i = 0; i < times; ++i) kept += decided(question, fresh).events.size();
    });
    const Spent floor = spent([&] {
      for (int i = 0; i < times; ++i) kept += copied(question, rest, fresh).events.size();
    });
    times_taken.add(subject, floor, times);
  }
  const std::string conditions = "processor time; facts as the API loads them; " + std::to_string(rest.events.size()) +
                                 " events; floor copies the dossier and the same change" + (kept == 0 ? "?" : "");
  return {name, median(times_taken.subject_cpu) * 1e6, "us", median(times_taken.floor_cpu) * 1e6, conditions};
}

}  // namespace

std::vector<Row> measure_decide(bool quick) {
  const Folder folder("decide");
  const SystemClock clock;
  RandomFresh fresh(clock);
  Province province(fresh);
  House house(folder.path(), province.definitions());
  std::vector<Row> rows;
  rows.push_back(row_of("decide_receive", question_after(house, province, 0), quick));
  rows.push_back(row_of("decide_forward", question_after(house, province, 3), quick));
  rows.push_back(row_of("decide_approve", question_after(house, province, 10), quick));
  return rows;
}

}  // namespace vinhdanh::bench
