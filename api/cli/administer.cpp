// Shared steps of the administering commands.
#include "api/cli/administer.hpp"

#include "api/cli/folder.hpp"
#include "api/desk/admin.hpp"

namespace vinhdanh {

ExitCode administer(const std::filesystem::path& data, const Output& output,
                    const std::function<ExitCode(Installation&)>& work) {
  return with_folder(output, [&] {
    Installation house(data, std::nullopt);
    return work(house);
  });
}

ExitCode commit_and_say(Installation& house, const Change& change, const std::string& text,
                        const nlohmann::ordered_json& object, const Output& output) {
  try {
    const CommitResult result = commit_alone(house.store(), change);
    if (result.status != CommitStatus::done) {
      return output.fail(ExitCode::usage, "not_committed", "Nothing was changed: it exists already or changed meanwhile");
    }
  } catch (const StorageUnavailable& fault) {
    return output.fail(ExitCode::unknown, "outcome_unknown",
                       std::string("The outcome is unknown, look before repeating: ") + fault.what());
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
