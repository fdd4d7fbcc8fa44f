// Where receipts lie, what is said when they tell of more than is there, and how that is accepted.
#include "api/cli/receipts.hpp"

#include "adapters/clock.hpp"
#include "adapters/files/durable_file.hpp"
#include "adapters/files/whole_file.hpp"
#include "adapters/sql/stored_history.hpp"
#include "api/cli/administer.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/prove.hpp"

namespace vinhdanh {
namespace {

constexpr auto accepted_name = "accepted_history";

/// Empty and a message where the two are not two administrators.
std::vector<PersonId> two_administrators(const Store& store, const std::vector<std::string>& logins, Date today,
                                         std::string& fault) {
  std::vector<PersonId> people;
  for (const std::string& login : logins) {
    people.push_back(person_in_role(store, login, Role::administrator, today).value_or(""));
    if (people.back().empty()) fault = login + " is not the login of somebody who administers today";
  }
  if (fault.empty() && (people.size() != 2 || people[0] == people[1])) fault = "Two different administrators are needed";
  return people;
}

void keep_note(SqlStore& store, const std::vector<ReceiptFault>& faults, const std::vector<PersonId>& people,
               const std::string& at) {
  auto notes = nlohmann::ordered_json::parse(store.meta(accepted_name).value_or("[]"), nullptr, false);
  if (!notes.is_array()) notes = nlohmann::ordered_json::array();
  notes.push_back({{"at", at}, {"by", people}, {"streams", receipt_faults_json(faults)}});
  store.set_meta(accepted_name, notes.dump());
}

ExitCode accept(const AcceptOptions& options, const Output& output) {
  const auto file = receipts_file(options.home, options.receipts);
  const auto receipts = read_receipts(file);
  if (!receipts) return output.fail(ExitCode::usage, "not_found", "There is no receipts file " + file.string());
  const OpenHome open = open_home(options.home, std::nullopt);
  SqlStore& store = *open.store;
  StoredHistory history(store);
  const SystemClock clock;
  const Instant now = clock.system_now();
  const auto faults = compare_receipts(*receipts, store.instance(), history);
  if (faults.empty()) {
    output.result("The history is as long as its receipts say: there is nothing to accept", {{"accepted", 0}});
    return ExitCode::done;
  }
  std::string fault;
  const auto people = two_administrators(store, options.administrators, now.legal_date(), fault);
  if (!fault.empty()) return output.fail(ExitCode::usage, "administrators", fault);
  keep_note(store, faults, people, now.text());
  auto old = file;
  old += ".before-" + std::to_string(now.milliseconds);
  copy_private_file(file, old);
  auto notes = receipts->notes;
  notes.push_back("# " + now.text() + " accepted by " + people[0] + " and " + people[1] + ": " +
                  std::to_string(faults.size()) + " streams shorter or different than in " + old.filename().string());
  write_receipts(file, store.instance(), notes, history);
  output.result("Accepted " + std::to_string(faults.size()) + " streams; the old receipts are in " + old.string(),
                {{"accepted", faults.size()}, {"old_receipts", old.string()}});
  return ExitCode::done;
}

}  // namespace

std::filesystem::path receipts_file(const Home& home, const std::filesystem::path& given) {
  if (!given.empty() || home.folder.empty()) return given;
  return home.folder / "receipts.log";
}

ExitCode refuse_shorter(const std::vector<ReceiptFault>& faults, const std::filesystem::path& file, const Output& output) {
  return output.fail(ExitCode::shorter, "shorter_history",
                     "The history is shorter than, or another than, what was acknowledged (" + file.string() +
                         "). An older copy may have been put in its place. Keep both, find the newer one, or have two "
                         "administrators run accept-shorter-history:" + receipt_faults_text(faults));
}

ExitCode accept_shorter_history(const AcceptOptions& options, const Output& output) {
  return with_folder(output, [&] { return accept(options, output); });
}

}  // namespace vinhdanh
