// Checks a history without trusting the program that wrote it.
#include "api/cli/verify.hpp"

#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/sql/stored_history.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/prove.hpp"
#include "api/cli/receipts.hpp"
#include "api/composition.hpp"
#include "engine/invariants/verification.hpp"

namespace vinhdanh {
namespace {

std::optional<DossierId> dossier_named(const Store& store, const std::string& name) {
  if (store.dossier(name)) return name;
  DossierQuery query;
  query.code = name;
  const auto found = store.find_dossiers(query);
  return found.empty() ? std::nullopt : std::optional(found.front().id);
}

ExitCode say(bool intact, const std::string& summary, const Violations& violations, nlohmann::ordered_json object,
             const Output& output) {
  object["intact"] = intact;
  object["violations"] = violations_json(violations);
  output.result((intact ? "Nhật ký nguyên vẹn / history intact: " : "Phát hiện nhật ký bị thay đổi / history altered: ") +
                    summary + violations_text(violations),
                object);
  return intact ? ExitCode::done : ExitCode::found;
}

ExitCode verify_one(const Store& store, const BlobStore& papers, const std::string& name,
                    const Definitions& definitions, const PlanLookup& plan, const Output& output) {
  const auto id = dossier_named(store, name);
  if (!id) return output.fail(ExitCode::usage, "not_found", "There is no dossier " + name);
  const auto appointments = store.appointments();
  const auto result = verify_dossier(store, *id, plan, definitions.organisation(), appointments, &papers);
  return say(result.intact, *id + ", " + std::to_string(result.events) + " events, head " + result.head,
             result.violations, {{"dossier", *id}, {"events", result.events}, {"head", result.head}}, output);
}

}  // namespace

namespace {

ExitCode verify_named(const VerifyOptions& options, const Output& output) {
  const OpenHome open = open_to_read(options.home);
  const SqlStore& store = *open.store;
  const Definitions definitions = definitions_of(store);
  const PlanLookup plan = [&](const DefinitionRef& ref) { return definitions.plan(ref.id, ref.version); };
  return verify_one(store, *open.papers, *options.dossier, definitions, plan, output);
}

ExitCode verify_everything(const VerifyOptions& options, const Output& output) {
  // First, so that a server that writes both cannot be ahead of what the database is read to hold.
  const auto receipts = read_receipts(receipts_file(options.home, options.receipts));
  if (!receipts && !options.receipts.empty())
    return output.fail(ExitCode::usage, "not_found", "There is no receipts file " + options.receipts.string());
  const OpenHome open = open_to_read(options.home);
  const auto result = prove(open);
  std::vector<ReceiptFault> faults;
  if (receipts) {
    StoredHistory history(*open.store);
    faults = compare_receipts(*receipts, history.instance(), history);
  }
  nlohmann::ordered_json object{{"streams", result.streams}, {"events", result.events}};
  if (receipts) {
    object["receipts"] = receipts->last.size();
    object["receipt_faults"] = receipt_faults_json(faults);
  }
  const std::string summary = std::to_string(result.streams) + " streams, " + std::to_string(result.events) + " events" +
                              (receipts ? ", " + std::to_string(receipts->last.size()) + " receipts" : "") +
                              receipt_faults_text(faults);
  const bool intact = result.intact && faults.empty();
  const ExitCode exit = say(intact, summary, result.violations, object, output);
  return result.intact && !faults.empty() ? ExitCode::shorter : exit;
}

}  // namespace

ExitCode verify_folder(const VerifyOptions& options, const Output& output) {
  return with_folder(output, [&] {
    return options.dossier ? verify_named(options, output) : verify_everything(options, output);
  });
}

ExitCode migrate(const MigrationOptions& options, const Output& output) {
  if (options.home.database.empty() && (options.demo || !options.app_role.empty()))
    return output.fail(ExitCode::usage, "usage", "--app-role and --demo go with --database");
  if (!options.home.database.empty() && options.app_role.empty())
    return output.fail(ExitCode::usage, "usage", "--app-role is needed: the role that nodes connect as");
  return with_folder(output, [&] {
    int schema = 0;
    if (options.home.database.empty()) schema = open_home(options.home, std::nullopt).store->schema_version();
    else schema = migrate_postgres({{options.home.database, options.home.schema}, options.app_role, options.demo}).to;
    output.result("Schema " + std::to_string(schema), {{"schema", schema}});
    return ExitCode::done;
  });
}

}  // namespace vinhdanh
