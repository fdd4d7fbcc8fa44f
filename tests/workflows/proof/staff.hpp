/// People in role, one line each: "office role person", "office role person for holder", a day before "from" or "to".
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "engine/model/actor.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {

inline Appointment appointment_of(const std::string& line) {
  std::istringstream in(line);
  std::string role;
  Appointment appointment;
  in >> appointment.office >> role >> appointment.person;
  appointment.role = parse_name<Role>(role).value();
  appointment.id = appointment.office + "/" + role + "/" + appointment.person;
  appointment.from = Date::parse("2021-01-01").value();
  for (std::string word, value; in >> word >> value;) {
    if (word == "from") appointment.from = Date::parse(value).value();
    if (word == "to") appointment.to = Date::parse(value).value();
    if (word != "for") continue;
    appointment.capacity = Capacity::deputy;
    appointment.deputy_for = appointment.office + "/" + role + "/" + value;
  }
  return appointment;
}

inline std::vector<Appointment> staff(const std::string& text) {
  std::vector<Appointment> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(' ') != std::string::npos) all.push_back(appointment_of(line));
  }
  return all;
}

/// Two for every hand of the sound plan; a head has a deputy.
inline const std::string full_staff = R"(
  vd_xa unit_head lan
  vd_xa unit_head long for lan
  vd_xa unit_clerk cuc
  vd_xa unit_clerk chi
  vd_xa decider lan
  vd_xa decider long for lan
  vd_xa registry_clerk vi
  vd_xa registry_clerk va
  vd_so_lao_dong intake_reviewer ia
  vd_so_lao_dong intake_reviewer ib
  vd_so_lao_dong specialist sa
  vd_so_lao_dong specialist sb
  vd_so_lao_dong office_head ha
  vd_so_lao_dong office_head hb for ha
  vd_so_noi_vu intake_reviewer ja
  vd_so_noi_vu intake_reviewer jb
  vd_so_noi_vu appraiser ta
  vd_so_noi_vu appraiser tb
  vd_so_noi_vu office_head na
  vd_so_noi_vu office_head nb for na
  vd_hoi_dong council_secretariat ka
  vd_hoi_dong council_secretariat kb
  vd_ubnd registry_clerk ga
  vd_ubnd registry_clerk gb
  vd_ubnd decider pa
  vd_ubnd decider pb for pa
  vd_ban_tw recorder ra
  vd_ban_tw recorder rb
  vd_thu_tuong recorder qa
  vd_thu_tuong recorder qb
)";

/// The full staff without the lines that hold one of these words, and with others.
inline std::vector<Appointment> staff_but(const std::vector<std::string>& gone, const std::string& more = "") {
  std::istringstream in(full_staff);
  std::string text;
  for (std::string line; std::getline(in, line);) {
    const auto holds = [&](const std::string& word) { return line.find(word) != std::string::npos; };
    if (std::ranges::none_of(gone, holds)) text += line + "\n";
  }
  return staff(text + more);
}

}  // namespace vinhdanh::test
