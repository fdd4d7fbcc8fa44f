// `user`, `token` and `role`.
#include "adapters/tokens.hpp"
#include "api/cli/admin.hpp"
#include "api/cli/administer.hpp"
#include "api/desk/admin.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t day_milliseconds = 24 * 3'600'000;

ExitCode unknown(const Output& output, const std::string& what, const std::string& name) {
  return output.fail(ExitCode::usage, "not_found", "There is no " + what + " " + name);
}

/// Empty text is no date; a wrong one is a usage error that `fault` names.
std::optional<Date> date_or_none(const std::string& text, std::string& fault) {
  if (text.empty()) return std::nullopt;
  const auto date = Date::parse(text);
  if (!date) fault = text + " is not a date (YYYY-MM-DD)";
  return date;
}

/// Fills the appointment from the options; returns what is wrong with them, or nothing.
std::string read_role(const RoleOptions& options, Installation& house, Appointment& wanted) {
  std::string fault;
  const auto role = parse_name<Role>(options.role);
  if (!role) return options.role + " is not a role";
  if (!house.definitions().organisation().office(options.office)) return "There is no office " + options.office;
  wanted.office = options.office;
  wanted.role = *role;
  wanted.from = date_or_none(options.from, fault).value_or(house.clock().business_now().legal_date());
  wanted.to = date_or_none(options.to, fault);
  if (fault.empty() && wanted.to && *wanted.to < wanted.from) return "The last day comes before the first";
  if (options.deputy_for.empty()) return fault;
  const auto holder = house.store().appointment(options.deputy_for);
  if (!holder || holder->office != options.office || holder->role != *role) {
    return "--deputy-for names no appointment of this role in this office";
  }
  wanted.capacity = Capacity::deputy;
  wanted.deputy_for = options.deputy_for;
  wanted.document = DocumentRef{options.document_number, date_or_none(options.document_date, fault)};
  if (options.document_number.empty() || !wanted.document->date) {
    return "A deputy needs --document-number and --document-date of the authorisation";
  }
  return fault;
}

}  // namespace

ExitCode user_add(const UserOptions& options, const Output& output) {
  return administer(options.data, output, [&](Installation& house) {
    if (account_of(house.store(), options.login)) {
      return output.fail(ExitCode::usage, "login_taken", "The login " + options.login + " exists already");
    }
    const auto user = add_user(house.clock(), house.fresh(), console_actor(), options.login, options.name);
    return commit_and_say(house, user.change, "Added " + options.login + ", person " + user.person,
                          {{"login", options.login}, {"person", user.person}}, output);
  });
}

ExitCode user_disable(const UserOptions& options, const Output& output) {
  return administer(options.data, output, [&](Installation& house) {
    const auto account = account_of(house.store(), options.login);
    if (!account) return unknown(output, "account", options.login);
    return commit_and_say(house, disable_user(house.clock(), house.fresh(), console_actor(), *account),
                          "Disabled " + options.login, {{"login", options.login}, {"disabled", true}}, output);
  });
}

ExitCode token_create(const TokenOptions& options, const Output& output) {
  return administer(options.data, output, [&](Installation& house) {
    const auto appointment = house.store().appointment(options.appointment);
    if (!appointment) return unknown(output, "appointment", options.appointment);
    const std::string token = new_token_text();
    const Instant expires{house.clock().system_now().milliseconds + options.days * day_milliseconds};
    return commit_and_say(house, create_token(house.clock(), house.fresh(), console_actor(), *appointment, token, expires),
                          token, {{"token", token}, {"appointment", appointment->id}, {"expires", expires.text()}}, output);
  });
}

ExitCode role_assign(const RoleOptions& options, const Output& output) {
  return administer(options.data, output, [&](Installation& house) {
    const auto account = account_of(house.store(), options.login);
    if (!account) return unknown(output, "account", options.login);
    Appointment wanted;
    wanted.person = account->person;
    const std::string fault = read_role(options, house, wanted);
    if (!fault.empty()) return output.fail(ExitCode::usage, "role_invalid", fault);
    const auto granted = assign_role(house.clock(), house.fresh(), console_actor(), wanted);
    return commit_and_say(house, granted.change, "Appointed " + options.login + ", appointment " + granted.appointment,
                          {{"login", options.login}, {"appointment", granted.appointment}}, output);
  });
}

ExitCode role_end(const RoleOptions& options, const Output& output) {
  return administer(options.data, output, [&](Installation& house) {
    const auto appointment = house.store().appointment(options.appointment);
    if (!appointment) return unknown(output, "appointment", options.appointment);
    std::string fault;
    const Date last = date_or_none(options.to, fault).value_or(house.clock().business_now().legal_date());
    if (!fault.empty()) return output.fail(ExitCode::usage, "role_invalid", fault);
    return commit_and_say(house, end_role(house.clock(), house.fresh(), console_actor(), *appointment, last),
                          "Ended " + appointment->id + " after " + last.text(),
                          {{"appointment", appointment->id}, {"last_day", last.text()}}, output);
  });
}

}  // namespace vinhdanh
