// `role`: appointments from the command line, alone until two administrators could watch each other.
#include <sstream>

#include "adapters/files/small_file.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "api/cli/admin.hpp"
#include "api/cli/administer.hpp"
#include "api/cli/console.hpp"
#include "api/cli/folder.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/authorisation.hpp"
#include "api/desk/people/role_rules.hpp"
#include "api/desk/request/media_type.hpp"

namespace vinhdanh {
namespace {

ExitCode no_appointment(const Output& output, const std::string& id) {
  return output.fail(ExitCode::usage, "not_found", "There is no appointment " + id);
}

/// Empty text is no date; a wrong one is a usage error that `fault` names.
std::optional<Date> date_or_none(const std::string& text, std::string& fault) {
  if (text.empty()) return std::nullopt;
  const auto date = Date::parse(text);
  if (!date) fault = text + " is not a date (YYYY-MM-DD)";
  return date;
}

Date today_at(Installation& house) { return house.clock().business_now().legal_date(); }

bool acts_alone(Installation& house) { return console_acts_alone(house.store(), Role::administrator, today_at(house)); }

/// Fills the appointment from the options; returns what is wrong with them, or nothing.
std::string read_role(const RoleOptions& options, Installation& house, Appointment& wanted) {
  std::string fault;
  const auto role = parse_name<Role>(options.role);
  if (!role) return options.role + " is not a role";
  wanted.office = options.office;
  wanted.role = *role;
  wanted.from = date_or_none(options.from, fault).value_or(today_at(house));
  wanted.to = date_or_none(options.to, fault);
  if (!options.deputy_for.empty()) {
    wanted.capacity = Capacity::deputy;
    wanted.deputy_for = options.deputy_for;
    wanted.document = DocumentRef{options.document_number, date_or_none(options.document_date, fault)};
  }
  if (!fault.empty()) return fault;
  const auto faults = appointment_faults(house.deps(), wanted);
  if (!faults.empty()) return faults.front().pointer.substr(1) + ": " + faults.front().detail_en;
  return {};
}

std::optional<std::string> document_bytes(const RoleOptions& options, const Output& output) {
  return output.console() ? output.console()->file(options.document_file) : bytes_of_file(options.document_file);
}

std::string told_state(const std::string& login, const Appointment& appointment) {
  return appointment.pending.value_or(false)
             ? "Asked for " + login + ", appointment " + appointment.id + ": an administrator has to grant it"
             : "Appointed " + login + ", appointment " + appointment.id;
}

ExitCode commit_role(Installation& house, const RoleOptions& options, Change change, const Output& output) {
  const auto appointment = std::get<Appointment>(change.next.front());
  const bool waits = appointment.pending.value_or(false);
  return commit_and_say(house, change, told_state(options.login, appointment),
                        {{"login", options.login}, {"appointment", appointment.id}, {"pending", waits}}, output);
}

ExitCode ask_role(const RoleOptions& options, const Output& output, bool only_ask) {
  std::optional<std::string> bytes;
  if (!options.document_file.empty()) {
    bytes = document_bytes(options, output);
    if (!bytes) return output.fail(ExitCode::usage, "file_unreadable", options.document_file + ": cannot be read");
  }
  return administer(options.home, output, [&](Installation& house) {
    const auto account = account_of(house.store(), options.login);
    if (!account) return output.fail(ExitCode::usage, "not_found", "There is no account " + options.login);
    Appointment wanted;
    wanted.person = account->person;
    const std::string fault = read_role(options, house, wanted);
    if (!fault.empty()) return output.fail(ExitCode::usage, "role_invalid", fault);
    const auto asks = who_asks(house, options.by, Role::administrator, output);
    if (!asks) return ExitCode::usage;
    if (wanted.deputy_for && (!bytes || authorisation_type(*bytes).empty() || bytes->size() > kLargestPaper))
      return output.fail(ExitCode::usage, "role_invalid",
                         "A deputy needs --document-file: the authorisation as PDF, PNG or JPEG");
    if (has_role_conflict(house.store(), wanted))
      return output.fail(ExitCode::usage, "role_conflict",
                         "An administrator holds no role in the business, and the other way round");
    std::vector<PersonalValue> personal;
    if (wanted.deputy_for) {
      auto made = with_authorisation(house.fresh(), wanted, *bytes);
      wanted = std::move(made.appointment);
      personal.push_back(std::move(made.salt));
      house.blobs().put(*wanted.document_file, *bytes);
    }
    auto made = only_ask || !acts_alone(house) ? request_role(house.clock(), house.fresh(), *asks, wanted)
                                               : assign_role(house.clock(), house.fresh(), *asks, wanted);
    made.change.personal = std::move(personal);
    return commit_role(house, options, std::move(made.change), output);
  });
}

nlohmann::ordered_json row_of(const Store& store, const Appointment& it, Date day) {
  const auto account = store.account(it.person);
  nlohmann::ordered_json row{{"appointment", it.id},
                             {"login", account ? account->login : it.person},
                             {"office", it.office},
                             {"role", name_of(it.role)},
                             {"capacity", name_of(it.capacity)},
                             {"from", it.from.text()},
                             {"state", name_of(state_of(it, day))}};
  if (it.to) row["to"] = it.to->text();
  if (it.deputy_for) row["deputy_for"] = *it.deputy_for;
  return row;
}

}  // namespace

ExitCode role_assign(const RoleOptions& options, const Output& output) { return ask_role(options, output, false); }

ExitCode role_request(const RoleOptions& options, const Output& output) { return ask_role(options, output, true); }

ExitCode role_grant(const RoleOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    const auto asked = house.store().appointment(options.appointment);
    if (!asked) return no_appointment(output, options.appointment);
    if (state_of(*asked, today_at(house)) != AppointmentState::waiting)
      return output.fail(ExitCode::usage, "appointment_settled", asked->id + " does not wait to be granted");
    if (!acts_alone(house))
      return output.fail(ExitCode::usage, "dual_control_required",
                         "Two people decide here: an administrator grants it through the API");
    auto faults = appointment_faults(house.deps(), *asked);
    if (faults.empty()) faults = authorisation_faults(*asked);
    if (!faults.empty())
      return output.fail(ExitCode::usage, "role_invalid",
                         faults.front().pointer.substr(1) + ": " + faults.front().detail_en);
    if (has_role_conflict(house.store(), *asked))
      return output.fail(ExitCode::usage, "role_conflict",
                         "An administrator holds no role in the business, and the other way round");
    const auto account = house.store().account(asked->person);
    return commit_and_say(house, grant_role(house.clock(), house.fresh(), console_actor(), *asked, account.value()),
                          "Granted " + asked->id, {{"appointment", asked->id}, {"pending", false}}, output);
  });
}

ExitCode role_refuse(const RoleOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    const auto asked = house.store().appointment(options.appointment);
    if (!asked) return no_appointment(output, options.appointment);
    if (state_of(*asked, today_at(house)) != AppointmentState::waiting)
      return output.fail(ExitCode::usage, "appointment_settled", asked->id + " does not wait to be granted");
    return commit_and_say(house, refuse_role(house.clock(), house.fresh(), console_actor(), *asked),
                          "Refused " + asked->id, {{"appointment", asked->id}, {"refused", true}}, output);
  });
}

ExitCode role_end(const RoleOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    const auto appointment = house.store().appointment(options.appointment);
    if (!appointment) return no_appointment(output, options.appointment);
    const Date today = today_at(house);
    std::string fault;
    const Date last = options.now ? today.plus(-1) : date_or_none(options.to, fault).value_or(today);
    if (!fault.empty()) return output.fail(ExitCode::usage, "role_invalid", fault);
    if (!can_end(*appointment, today))
      return output.fail(ExitCode::usage, "appointment_settled",
                         appointment->id + " is " + std::string(name_of(state_of(*appointment, today))));
    if (const auto wrong = last_day_fault(*appointment, last, today))
      return output.fail(ExitCode::usage, "role_invalid", wrong->detail_en);
    return commit_and_say(house, end_role(house.clock(), house.fresh(), console_actor(), *appointment, last),
                          "Ended " + appointment->id + " after " + last.text(),
                          {{"appointment", appointment->id}, {"last_day", last.text()}}, output);
  });
}

ExitCode role_list(const RoleOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    auto list = nlohmann::ordered_json::array();
    std::ostringstream text;
    for (const Appointment& it : house.store().appointments()) {
      if (!options.login.empty()) {
        const auto account = house.store().account(it.person);
        if (!account || account->login != options.login) continue;
      }
      const auto row = row_of(house.store(), it, today_at(house));
      text << (list.empty() ? "" : "\n") << it.id << " " << row["login"].get<std::string>() << " " << it.office << " "
           << name_of(it.role) << " " << name_of(it.capacity) << " from " << it.from.text()
           << (it.to ? " to " + it.to->text() : std::string()) << " " << row["state"].get<std::string>();
      list.push_back(row);
    }
    output.result(text.str(), {{"appointments", list}});
    return ExitCode::done;
  });
}

}  // namespace vinhdanh
