// Shared steps of the administering commands.
#include "api/cli/administer.hpp"

#include <future>
#include <memory>

#include "api/cli/console.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/relay.hpp"
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

ExitCode administer(const std::filesystem::path& data, const Output& output,
                    const std::function<ExitCode(Installation&)>& work) {
  Console* const console = output.console();
  return with_folder(output, [&] {
    if (console != nullptr && console->house() != nullptr) return work(*console->house());
    std::unique_ptr<Installation> house;
    try {
      house = std::make_unique<Installation>(data, std::nullopt);
    } catch (const CannotOpen& fault) {
      if (fault.fault != OpenFault::in_use || console == nullptr) throw;
      const auto answered = relay(data, *console, output);
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

}  // namespace vinhdanh
