// Checks the history of a folder without trusting the program that wrote it.
#include "api/cli/verify.hpp"

#include <sstream>

#include "adapters/files/file_blobs.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "api/cli/folder.hpp"
#include "api/composition.hpp"
#include "engine/invariants/verification.hpp"

namespace vinhdanh {
namespace {

nlohmann::ordered_json json_of(const Violations& violations) {
  auto list = nlohmann::ordered_json::array();
  for (const Violation& violation : violations) {
    list.push_back({{"invariant", violation.invariant}, {"stream", violation.stream}, {"n", violation.n},
                    {"text", violation.text}});
  }
  return list;
}

std::string text_of(const Violations& violations) {
  std::ostringstream text;
  for (const Violation& violation : violations) {
    text << "\n  " << violation.invariant << " " << violation.stream << " n=" << violation.n << ": " << violation.text;
  }
  return text.str();
}

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
  object["violations"] = json_of(violations);
  output.result((intact ? "Nhật ký nguyên vẹn / history intact: " : "Phát hiện nhật ký bị thay đổi / history altered: ") +
                    summary + text_of(violations),
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

ExitCode verify_folder(const std::filesystem::path& folder, const std::optional<std::string>& dossier,
                       const Output& output) {
  return with_folder(output, [&] {
    const SqliteStore store({folder, true, {}, {}});
    const FileBlobs papers(folder / "papers");
    const Definitions definitions = definitions_of(store);
    const PlanLookup plan = [&](const DefinitionRef& ref) { return definitions.plan(ref.id, ref.version); };
    if (dossier) return verify_one(store, papers, *dossier, definitions, plan, output);
    const auto appointments = store.appointments();
    const auto result = verify_all(store, plan, definitions.organisation(), appointments, {}, &papers);
    return say(result.intact,
               std::to_string(result.streams) + " streams, " + std::to_string(result.events) + " events",
               result.violations, {{"streams", result.streams}, {"events", result.events}}, output);
  });
}

ExitCode migrate_folder(const std::filesystem::path& folder, const Output& output) {
  return with_folder(output, [&] {
    const SqliteStore store({folder, false, {}, {}});
    output.result("Schema " + std::to_string(store.schema_version()), {{"schema", store.schema_version()}});
    return ExitCode::done;
  });
}

}  // namespace vinhdanh
