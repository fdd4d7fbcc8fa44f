// Shared steps of the administering commands.
#include "api/cli/administer.hpp"

#include <future>
#include <memory>

#include "api/cli/console.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/relay.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/role_rules.hpp"
#include "engine/ports/nothing_written.hpp"

namespace vinhdanh {
namespace {

/// Through the committer, also inside a server: there is no second way to write.
Fate fate_of(Committer& committer, const Change& change) {
  const auto promise = std::make_shared<std::promise<Fate>>();
  auto fate = promise->get_future();
  committer.submit(change, [promise](Fate it) { promise->set_value(std::move(it)); });
  return fate.get();
}

}  // namespace

ExitCode administer(const Home& home, const Output& output,
                    const std::function<ExitCode(Installation&)>& work) {
  Console* const console = output.console();
  return with_folder(output, [&] {
    if (console != nullptr && console->house() != nullptr) return work(*console->house());
    std::unique_ptr<Installation> house;
    try {
      house = std::make_unique<Installation>(home, std::nullopt);
    } catch (const CannotOpen& fault) {
      if (fault.fault != OpenFault::in_use || console == nullptr) throw;
      const auto answered = relay(home.folder, *console, output);
      if (!answered) throw;
      return *answered;
    }
    return work(*house);
  });
}

ExitCode commit_and_say(Installation& house, const Change& change, const std::string& text,
                        const nlohmann::ordered_json& object, const Output& output) {
  const Fate fate = fate_of(house.committer(), change);
  if (fate.unwritten) throw NothingWritten("storage failed, nothing was written");
  if (fate.unknown) {
    return output.fail(ExitCode::unknown, "outcome_unknown",
                       "Storage failed and the outcome is unknown: look before repeating");
  }
  if (fate.result.status != CommitStatus::done) {
    return output.fail(ExitCode::usage, "not_committed", "Nothing was changed: it exists already or changed meanwhile");
  }
  output.result(text, object);
  return ExitCode::done;
}

std::optional<Account> account_of(const Store& store, const std::string& login) {
  for (const Account& account : store.accounts()) {
    if (account.login == login) return account;
  }
  return std::nullopt;
}

std::optional<PersonId> person_in_role(const Store& store, const std::string& login, Role role, Date day) {
  const auto account = account_of(store, login);
  if (!account || account->disabled) return std::nullopt;
  for (const Appointment& it : store.appointments()) {
    if (it.person == account->person && it.role == role && it.in_force(day)) return it.person;
  }
  return std::nullopt;
}

std::optional<Actor> who_asks(Installation& house, const std::string& by, Role role, const Output& output) {
  const Date today = house.clock().business_now().legal_date();
  if (by.empty()) {
    if (console_acts_alone(house.store(), role, today)) return console_actor();
    output.fail(ExitCode::usage, "requester_missing", "Two people decide here: name who asks with --by LOGIN");
    return std::nullopt;
  }
  const auto person = person_in_role(house.store(), by, role, today);
  if (person) return console_actor(*person, role);
  output.fail(ExitCode::usage, "requester_not_in_role",
              by + " is not the login of somebody who is " + std::string(name_of(role)) + " today");
  return std::nullopt;
}

}  // namespace vinhdanh
