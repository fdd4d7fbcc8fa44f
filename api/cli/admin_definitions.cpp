// `definition add`, `activate` and `list`.
#include <algorithm>
#include <sstream>

#include "adapters/files/small_file.hpp"
#include "api/cli/admin.hpp"
#include "api/cli/administer.hpp"
#include "api/cli/console.hpp"
#include "api/cli/folder.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/definitions.hpp"
#include "api/desk/people/role_rules.hpp"

namespace vinhdanh {
namespace {

/// The row of a stored definition, from what the definitions read in its bytes.
DefinitionRecord record_of(const KnownDefinition& known) {
  return {std::string(name_of(known.kind)), {known.id, known.version, known.sha256}, known.bytes, false};
}

ExitCode refuse(const std::string& what, const ProblemError& error, const Output& output) {
  return output.fail(ExitCode::found, error.code,
                     what + ":" + (error.pointer.empty() ? "/" : error.pointer) + ": " + error.detail_en +
                         " (vinhdanh check lists all)");
}

const DefinitionRecord* find_version(const std::vector<DefinitionRecord>& records, const std::string& id, int version) {
  const auto found = std::ranges::find_if(
      records, [&](const DefinitionRecord& record) { return record.ref.id == id && record.ref.version == version; });
  return found == records.end() ? nullptr : &*found;
}

/// A line for each thing to know that does not hinder.
std::string told(const std::string& text, const std::vector<ProblemError>& warnings) {
  std::string all = text;
  for (const ProblemError& warning : warnings)
    all += "\n  warning " + warning.code + (warning.pointer.empty() ? "" : " at " + warning.pointer) + ": " +
           warning.detail_en;
  return all;
}

nlohmann::ordered_json told_json(const std::vector<ProblemError>& warnings) {
  auto list = nlohmann::ordered_json::array();
  for (const ProblemError& it : warnings)
    list.push_back({{"code", it.code}, {"pointer", it.pointer}, {"vi", it.detail_vi}, {"en", it.detail_en}});
  return list;
}

ExitCode add_bytes(Installation& house, const DefinitionOptions& options, const std::string& bytes,
                   const Output& output) {
  const auto examined = house.shelf().examine(bytes, false);
  if (!examined.errors.empty()) return refuse(options.file, examined.errors.front(), output);
  const DefinitionRef& ref = examined.ref;
  const auto records = house.store().definitions();
  const auto stored = std::ranges::find_if(records, [&](const DefinitionRecord& record) {
    return record.kind == examined.kind && record.ref.id == ref.id && record.ref.version == ref.version;
  });
  const auto known = house.shelf().known();
  const bool in_use = std::ranges::any_of(known, [&](const auto& line) { return line.ref.sha256 == ref.sha256; });
  if (in_use || (stored != records.end() && stored->ref.sha256 == ref.sha256)) {
    output.result("The same bytes are known already", {{"added", false}});
    return ExitCode::done;
  }
  if (stored != records.end())
    return output.fail(ExitCode::found, "version_exists",
                       ref.id + " version " + std::to_string(ref.version) + " is stored with other bytes");
  return commit_and_say(
      house, add_definition(house.clock(), house.fresh(), console_actor(), {examined.kind, ref, bytes, false}),
      told("Added " + ref.id + " version " + std::to_string(ref.version) + ", not active yet", examined.warnings),
      {{"id", ref.id}, {"version", ref.version}, {"sha256", ref.sha256}, {"warnings", told_json(examined.warnings)}},
      output);
}

nlohmann::ordered_json row(const std::string& kind, const DefinitionRef& ref, const std::string& state) {
  return {{"kind", kind}, {"id", ref.id}, {"version", ref.version}, {"sha256", ref.sha256}, {"state", state}};
}

}  // namespace

ExitCode definition_add(const DefinitionOptions& options, const Output& output) {
  const auto bytes = output.console() ? output.console()->file(options.file) : bytes_of_file(options.file);
  if (!bytes) return output.fail(ExitCode::usage, "file_unreadable", options.file + ": cannot be read");
  return administer(options.home, output,
                    [&](Installation& house) { return add_bytes(house, options, *bytes, output); });
}

ExitCode definition_activate(const DefinitionOptions& options, const Output& output) {
  return administer(options.home, output, [&](Installation& house) {
    const auto records = house.store().definitions();
    const auto* found = find_version(records, options.id, options.version);
    const std::string name = options.id + " version " + std::to_string(options.version);
    if (found == nullptr) return output.fail(ExitCode::usage, "not_found", "There is no stored definition " + name);
    if (found->active) {
      output.result(name + " is active already", row(found->kind, found->ref, "active"));
      return ExitCode::done;
    }
    // What was sound when it was added may clash with what was activated since; the server would not start with both.
    const auto examined = house.shelf().examine(found->bytes, true);
    if (!examined.errors.empty()) return refuse(options.id, examined.errors.front(), output);
    const auto asks = who_asks(house, options.by, Role::definition_manager, output);
    if (!asks) return ExitCode::usage;
    const bool alone =
        console_acts_alone(house.store(), Role::definition_manager, house.clock().business_now().legal_date());
    auto object = row(found->kind, found->ref, alone ? "active" : "requested");
    object["warnings"] = told_json(examined.warnings);
    if (!alone)
      return commit_and_say(house, request_activation(house.clock(), house.fresh(), *asks, *found),
                            told("Asked for " + name + ": a definition manager has to activate it", examined.warnings),
                            object, output);
    const ExitCode exit =
        commit_and_say(house, activate_definition(house.clock(), house.fresh(), *asks, *found),
                       told("Activated " + name, examined.warnings), object, output);
    if (exit == ExitCode::done) house.shelf().use(found->bytes);
    return exit;
  });
}

ExitCode definition_list(const DefinitionOptions& options, const Output& output) {
  return with_folder(output, [&] {
    const OpenHome open = open_to_read(options.home);
    const SqlStore& store = *open.store;
    auto list = nlohmann::ordered_json::array();
    const Definitions definitions = definitions_of(store);
    for (const KnownDefinition& known : definitions.records()) {
      if (known.shipped) list.push_back(row(std::string(name_of(known.kind)), record_of(known).ref, "shipped"));
    }
    for (const DefinitionRecord& record : store.definitions()) {
      list.push_back(row(record.kind, record.ref, state_of(record, activation_of(store, record))));
    }
    std::ostringstream text;
    for (const auto& it : list) {
      text << it["kind"].get<std::string>() << " " << it["id"].get<std::string>() << " v" << it["version"] << " "
           << it["state"].get<std::string>() << " " << it["sha256"].get<std::string>() << "\n";
    }
    std::string lines = text.str();
    if (!lines.empty()) lines.pop_back();
    output.result(lines, {{"definitions", list}});
    return ExitCode::done;
  });
}

}  // namespace vinhdanh
