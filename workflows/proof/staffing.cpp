// Days, units and routes, one after another; what the assignment fails at, in words.
#include "workflows/proof/staffing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "workflows/proof/assignment.hpp"

namespace vinhdanh {
namespace detail {
namespace {

std::set<Date> days_of_change(const Organisation& organisation, std::span<const Appointment> appointments) {
  std::set<Date> days;
  const auto note = [&](const std::optional<Date>& from, const std::optional<Date>& to) {
    if (from) days.insert(*from);
    if (to) days.insert(to->plus(1));
  };
  for (const Holding& holding : organisation.holdings) note(holding.validity.from, holding.validity.to);
  for (const auto& [id, office] : organisation.offices) {
    if (office.dissolution) days.insert(office.dissolution->date);
    for (const DatedParent& parent : office.parents) note(parent.validity.from, parent.validity.to);
  }
  for (const Appointment& appointment : appointments) note(appointment.from, appointment.to);
  return days;
}

std::string listed_roles(const std::vector<Role>& roles) {
  std::string text;
  for (const Role role : roles) text += (text.empty() ? "" : ", ") + std::string(name_of(role));
  return text;
}

/// Vietnamese and English, by what is lacking.
std::pair<std::string, std::string> words_for(const StaffingFault& fault, StaffingLack lack) {
  const std::string of = fault.route + (fault.stage.empty() ? ": " : "/" + fault.stage + ": ");
  const std::string roles = listed_roles(fault.roles);
  switch (lack) {
    case StaffingLack::sender:
      return {of + "đơn vị không có ai giữ vai trò " + roles + " để ký trình",
              of + "expected somebody of the unit who may send (" + roles + ")"};
    case StaffingLack::office:
      return {of + "không cơ quan nào phụ trách bước này", of + "expected an office that holds this stage"};
    case StaffingLack::vacant:
      return {of + fault.office + " không có ai giữ vai trò " + roles,
              of + "expected somebody in " + fault.office + " with the role " + roles};
    case StaffingLack::not_impartial:
      return {of + "những người có vai trò " + roles + " đều là người của đơn vị trình hoặc đã ký trình",
              of + "expected somebody with the role " + roles + " who is not of the unit and did not send it up"};
    case StaffingLack::not_separate:
      return {of + "không đủ người để mỗi người chỉ làm một việc trên hồ sơ",
              of + "expected another person here than where the dossier was before"};
  }
  return {};
}

std::string code_of(StaffingLack lack) {
  switch (lack) {
    case StaffingLack::sender:
      return "unit_cannot_send";
    case StaffingLack::office:
      return "office_missing";
    case StaffingLack::vacant:
      return "hand_vacant";
    case StaffingLack::not_impartial:
      return "hand_not_impartial";
    case StaffingLack::not_separate:
      return "hands_not_separate";
  }
  return {};
}

class StaffingCheck {
 public:
  StaffingCheck(const Plan& plan, const Organisation& organisation, std::span<const Appointment> appointments,
                Date today)
      : plan_(plan), organisation_(organisation), appointments_(appointments), today_(today) {}

  std::vector<StaffingFault> run() {
    for (const Date day : days()) check_day(day);
    return std::move(faults_);
  }

 private:
  /// Today and what comes comes first, so that an error is not hidden by an earlier warning of the same fault.
  [[nodiscard]] std::vector<Date> days() const {
    std::vector<Date> later{today_};
    std::vector<Date> earlier;
    for (const Date day : days_of_change(organisation_, appointments_)) {
      if (today_ < day) later.push_back(day);
      if (day < today_ && plan_.period.from <= day && day <= plan_.period.to) earlier.push_back(day);
    }
    later.insert(later.end(), earlier.begin(), earlier.end());
    return later;
  }
  [[nodiscard]] bool only_warns(Date day) const { return day < today_ || (today_ < day && plan_.period.to < day); }

  void check_day(Date day) {
    const Roster roster(appointments_, day);
    bool any_unit = false;
    for (const auto& [unit, office] : organisation_.offices) {
      if (organisation_.holder("own_unit", unit, day) != unit || roster.unit_people(unit).empty()) continue;
      if (!organisation_.is_within(unit, plan_.territory, day)) continue;
      any_unit = true;
      for (const Route& route : plan_.routes)
        check_route(route, lineup_of(route, unit, organisation_, roster, day), day);
    }
    if (!any_unit && day == today_) report_no_unit();
  }

  /// What did not change since the day before need not be asked again.
  void check_route(const Route& route, Lineup lineup, Date day) {
    Known& known = known_[{lineup.unit, route.id}];
    const bool again = known.lineup == lineup && known.warned == only_warns(day);
    if (again) return;
    check_lineup(route, lineup, day);
    known = {std::move(lineup), only_warns(day)};
  }

  void check_lineup(const Route& route, const Lineup& lineup, Date day) {
    const auto vacant = vacancies(lineup);
    for (const Failure& failure : vacant) report(route, lineup, failure, day, nullptr);
    if (!vacant.empty()) return;
    if (const auto failure = unassignable(lineup)) return report(route, lineup, *failure, day, nullptr);
    for (const PersonId& person : lineup.persons()) {
      const Lineup rest = lineup.without(person);
      const auto left = vacancies(rest);
      const auto failure = left.empty() ? unassignable(rest) : left.front();
      if (failure) report(route, lineup, *failure, day, &person);
    }
  }

  /// Whether the person is one of those who hold a role alone, in the hand that fails without him.
  [[nodiscard]] bool is_single_holder(const Lineup& lineup, const Failure& failure, const PersonId& person) const {
    if (!plan_.single_holders) return false;
    const auto& single = plan_.single_holders->roles;
    const auto holds = [&](const std::vector<Candidate>& candidates) {
      return std::ranges::any_of(candidates, [&](const Candidate& candidate) {
        return candidate.person == person && std::ranges::find(single, candidate.role) != single.end();
      });
    };
    // Who is single at the unit's desk may be missed further up: his deputy has sent, and may not act again.
    if (holds(lineup.senders)) return true;
    if (failure.lack == StaffingLack::sender) return false;
    return std::ranges::any_of(lineup.stages[failure.stage].hands,
                               [&](const HandLine& hand) { return holds(hand.candidates); });
  }

  void report(const Route& route, const Lineup& lineup, const Failure& failure, Date day, const PersonId* absent) {
    StaffingFault fault;
    fault.code = code_of(failure.lack);
    fault.route = route.id;
    fault.units = {lineup.unit};
    fault.date = day;
    if (failure.lack == StaffingLack::sender) {
      fault.office = lineup.unit;
      fault.roles = {route.sender};
    } else {
      const StageLine& line = lineup.stages[failure.stage];
      fault.stage = line.stage->id;
      fault.office = line.office.value_or("");
      if (failure.hand) fault.hand = name_of(*failure.hand);
      if (const HandLine* hand = failure.hand ? line.hand(*failure.hand) : nullptr) fault.roles = hand->roles;
    }
    fault.missing = absent ? std::vector{*absent} : failure.barred;
    std::tie(fault.message_vi, fault.message_en) = words_for(fault, failure.lack);
    if (absent) {
      fault.code += "_when_absent";
      fault.message_vi += " khi một người vắng mặt";
      fault.message_en += " when one person is absent";
    }
    fault.message_vi += ", từ ngày " + day.text() + '.';
    fault.message_en += ", from " + day.text() + '.';
    const bool mild = absent && is_single_holder(lineup, failure, *absent);
    fault.severity = only_warns(day) || mild ? Severity::warning : Severity::error;
    add(std::move(fault));
  }

  void report_no_unit() {
    StaffingFault fault;
    fault.severity = Severity::warning;
    fault.code = "no_unit_can_submit";
    fault.date = today_;
    fault.message_vi = "Trong địa bàn của kế hoạch chưa đơn vị nào có người để trình hồ sơ.";
    fault.message_en = "No unit of the plan's territory has anybody in a unit role yet.";
    add(std::move(fault));
  }

  void add(StaffingFault fault) {
    const auto what = [](const StaffingFault& f) {
      return std::tie(f.code, f.route, f.stage, f.hand, f.office, f.missing);
    };
    for (StaffingFault& known : faults_) {
      if (what(known) != what(fault)) continue;
      const bool told = fault.units.empty() || std::ranges::find(known.units, fault.units.front()) != known.units.end();
      if (told) return;
      if (known.severity != fault.severity || known.date != fault.date) continue;
      known.units.push_back(fault.units.front());
      return;
    }
    faults_.push_back(std::move(fault));
  }

  struct Known {
    Lineup lineup;
    bool warned = false;
  };

  const Plan& plan_;
  const Organisation& organisation_;
  std::span<const Appointment> appointments_;
  Date today_;
  std::map<std::pair<OfficeId, std::string>, Known> known_;
  std::vector<StaffingFault> faults_;
};

}  // namespace
}  // namespace detail

std::vector<StaffingFault> staffing(const Plan& plan, const Organisation& organisation,
                                    std::span<const Appointment> appointments, Date today) {
  return detail::StaffingCheck(plan, organisation, appointments, today).run();
}

}  // namespace vinhdanh
