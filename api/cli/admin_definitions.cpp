// `definition add`, `activate` and `list`.
#include <algorithm>
#include <sstream>

#include "api/cli/admin.hpp"
#include "api/cli/administer.hpp"
#include "api/cli/file.hpp"
#include "api/cli/folder.hpp"
#include "api/desk/admin.hpp"
#include "workflows/loader/loader.hpp"

namespace vinhdanh {
namespace {

/// The row of a stored definition, from what the definitions read in its bytes.
DefinitionRecord record_of(const KnownDefinition& known) {
  return {std::string(name_of(known.kind)), {known.id, known.version, known.sha256}, known.bytes, false};
}

ExitCode refuse(const std::string& what, const LoadError& error, const Output& output) {
  return output.fail(ExitCode::found, error.code,
                     what + ":" + (error.pointer.empty() ? "/" : error.pointer) + ": " + error.message_en +
                         " (vinhdanh check lists all)");
}

bool is_stored(const Store& store, const DefinitionRecord& wanted) {
  return std::ranges::any_of(store.definitions(), [&](const DefinitionRecord& record) {
    return record.kind == wanted.kind && record.ref.id == wanted.ref.id && record.ref.version == wanted.ref.version &&
           record.ref.sha256 == wanted.ref.sha256;
  });
}

ExitCode add_bytes(Installation& house, const DefinitionOptions& options, const std::string& bytes,
                   const Output& output) {
  Definitions definitions = definitions_of(house.store());
  const auto before = definitions.records().size();
  const auto errors = definitions.add(bytes);
  if (!errors.empty()) return refuse(options.file, errors.front(), output);
  const bool known = definitions.records().size() == before;
  const DefinitionRecord record = known ? DefinitionRecord{} : record_of(definitions.records().back());
  if (known || is_stored(house.store(), record)) {
    output.result("The same bytes are known already", {{"added", false}});
    return ExitCode::done;
  }
  return commit_and_say(house, add_definition(house.clock(), house.fresh(), console_actor(), record),
                        "Added " + record.ref.id + " version " + std::to_string(record.ref.version) + ", not active yet",
                        {{"id", record.ref.id}, {"version", record.ref.version}, {"sha256", record.ref.sha256}}, output);
}

nlohmann::ordered_json row(const std::string& kind, const DefinitionRef& ref, const std::string& state) {
  return {{"kind", kind}, {"id", ref.id}, {"version", ref.version}, {"sha256", ref.sha256}, {"state", state}};
}

}  // namespace

ExitCode definition_add(const DefinitionOptions& options, const Output& output) {
  const auto bytes = bytes_of_file(options.file);
  if (!bytes) return output.fail(ExitCode::usage, "file_unreadable", options.file + ": cannot be read");
  return administer(options.data, output,
                    [&](Installation& house) { return add_bytes(house, options, *bytes, output); });
}

ExitCode definition_activate(const DefinitionOptions& options, const Output& output) {
  return administer(options.data, output, [&](Installation& house) {
    const auto records = house.store().definitions();
    const auto found = std::ranges::find_if(records, [&](const DefinitionRecord& record) {
      return record.ref.id == options.id && record.ref.version == options.version;
    });
    if (found == records.end()) {
      return output.fail(ExitCode::usage, "not_found",
                         "There is no stored definition " + options.id + " version " + std::to_string(options.version));
    }
    if (found->active) {
      output.result(options.id + " version " + std::to_string(options.version) + " is active already",
                    row(found->kind, found->ref, "active"));
      return ExitCode::done;
    }
    // What was sound when it was added may clash with what was activated since; the server would not start with both.
    const auto errors = definitions_of(house.store()).add(found->bytes);
    if (!errors.empty()) return refuse(options.id, errors.front(), output);
    return commit_and_say(house, activate_definition(house.clock(), house.fresh(), console_actor(), *found),
                          "Activated " + options.id + " version " + std::to_string(options.version),
                          row(found->kind, found->ref, "active"), output);
  });
}

ExitCode definition_list(const DefinitionOptions& options, const Output& output) {
  return with_folder(output, [&] {
    const SqliteStore store({options.data, true, {}, {}});
    auto list = nlohmann::ordered_json::array();
    const Definitions definitions = definitions_of(store);
    for (const KnownDefinition& known : definitions.records()) {
      if (known.shipped) list.push_back(row(std::string(name_of(known.kind)), record_of(known).ref, "shipped"));
    }
    for (const DefinitionRecord& record : store.definitions()) {
      list.push_back(row(record.kind, record.ref, record.active ? "active" : "added"));
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
