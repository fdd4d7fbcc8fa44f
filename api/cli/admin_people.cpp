// `user` and `token`.
#include "adapters/passwords.hpp"
#include "adapters/tokens.hpp"
#include "api/cli/admin.hpp"
#include "api/cli/administer.hpp"
#include "api/cli/console.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/people.hpp"
#include "api/desk/sign_in/password_rules.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t day_milliseconds = 24 * 3'600'000;

ExitCode unknown(const Output& output, const std::string& what, const std::string& name) {
  return output.fail(ExitCode::usage, "not_found", "There is no " + what + " " + name);
}

ExitCode with_account(const UserOptions& options, const Output& output,
                      const std::function<ExitCode(Installation&, const Account&)>& work) {
  return administer(options.home, output, [&](Installation& house) {
    const auto account = account_of(house.store(), options.login);
    return account ? work(house, *account) : unknown(output, "account", options.login);
  });
}

}  // namespace

ExitCode user_add(const UserOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    if (account_of(house.store(), options.login)) {
      return output.fail(ExitCode::usage, "login_taken", "The login " + options.login + " exists already");
    }
    const auto user = add_user(house.clock(), house.fresh(), console_actor(), options.login, options.name);
    return commit_and_say(house, user.change, "Added " + options.login + ", person " + user.person,
                          {{"login", options.login}, {"person", user.person}}, output);
  });
}

ExitCode user_disable(const UserOptions& options, const Output& output) {
  return with_account(options, output, [&](Installation& house, const Account& account) {
    return commit_and_say(house, disable_user(house.clock(), house.fresh(), console_actor(), account),
                          "Disabled " + options.login, {{"login", options.login}, {"disabled", true}}, output);
  });
}

ExitCode user_enable(const UserOptions& options, const Output& output) {
  return with_account(options, output, [&](Installation& house, const Account& account) {
    return commit_and_say(house, enable_user(house.clock(), house.fresh(), console_actor(), account),
                          "Enabled " + options.login, {{"login", options.login}, {"disabled", false}}, output);
  });
}

ExitCode user_password(const UserOptions& options, const Output& output) {
  const auto typed = output.console() ? output.console()->secret("First password of " + options.login) : std::nullopt;
  if (!typed)
    return output.fail(ExitCode::usage, "password_missing", "Type the password, or give it on standard input");
  const std::string password = tidy_password(*typed);
  if (const auto fault = password_fault(password, options.login, ""))
    return output.fail(ExitCode::usage, "password_" + fault->code, fault->detail_en);
  return with_account(options, output, [&](Installation& house, const Account& account) {
    auto credential =
        house.sign_in().credential(account.person).value_or(Credential{account.person, {}, true, {}, false, 0});
    credential.password = Passwords().hash(password);
    credential.must_change = true;
    auto change = set_password(house.clock(), house.fresh(), console_actor(), account, std::move(credential), false);
    return commit_and_say(house, change, options.login + " must change this password at the first sign-in",
                          {{"login", options.login}, {"must_change_password", true}}, output);
  });
}

ExitCode user_email(const UserOptions& options, const Output& output) {
  if (!options.email.empty() && !is_address(options.email))
    return output.fail(ExitCode::usage, "not_an_address", options.email + " is not an e-mail address");
  return with_account(options, output, [&](Installation& house, const Account& account) {
    const auto email = options.email.empty() ? std::nullopt : std::optional(options.email);
    return commit_and_say(house, set_address(house.clock(), house.fresh(), console_actor(), account, email),
                          email ? "Notices of " + options.login + " go to " + *email
                                : "Notices of " + options.login + " go to no address",
                          {{"login", options.login}, {"has_email", email.has_value()}}, output);
  });
}

ExitCode user_remove_second_factor(const UserOptions& options, const Output& output) {
  return with_account(options, output, [&](Installation& house, const Account& account) {
    const auto credential = house.sign_in().credential(account.person);
    if (!credential || !credential->totp_secret)
      return output.fail(ExitCode::usage, "second_factor_missing", options.login + " has no second factor");
    return commit_and_say(
        house, remove_second_factor(house.clock(), house.fresh(), console_actor(), account, *credential),
        "Removed the second factor of " + options.login, {{"login", options.login}, {"second_factor", false}}, output);
  });
}

ExitCode token_create(const TokenOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    const auto appointment = house.store().appointment(options.appointment);
    if (!appointment) return unknown(output, "appointment", options.appointment);
    if (!house.store().demo() && actor_of(house.store(), *appointment).role == Role::decider)
      return output.fail(ExitCode::usage, "token_of_decider",
                         "Whoever decides signs in with a second factor, which a token does not have");
    const std::string token = new_token_text();
    const Instant expires{house.clock().system_now().milliseconds + options.days * day_milliseconds};
    return commit_and_say(
        house, create_token(house.clock(), house.fresh(), console_actor(), *appointment, token, expires), token,
        {{"token", token}, {"appointment", appointment->id}, {"expires", expires.text()}}, output);
  });
}

}  // namespace vinhdanh
