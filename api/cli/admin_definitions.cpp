// `definition add`, `activate` and `list`.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "api/cli/admin.hpp"
#include "api/cli/administer.hpp"
#include "api/cli/folder.hpp"
#include "api/desk/admin.hpp"
#include "workflows/loader/loader.hpp"

namespace vinhdanh {
namespace {

/// The row of a stored definition, from what the definitions read in its bytes.
DefinitionRecord record_of(const KnownDefinition& known) {
  return {std::string(name_of(known.kind)), {known.id, known.version, known.sha256}, known.bytes, false};
}

ExitCode add_bytes(Installation& house, const DefinitionOptions& options, const std::string& bytes,
                   const Output& output) {
  Definitions definitions = definitions_of(house.store());
  const auto before = definitions.records().size();
  const auto errors = definitions.add(bytes);
  if (!errors.empty()) {
    const LoadError& first = errors.front();
    return output.fail(ExitCode::found, first.code,
                       options.file + ":" + first.pointer + ": " + first.message_en + " (vinhdanh check lists all)");
  }
  if (definitions.records().size() == before) {
    output.result("The same bytes are known already", {{"added", false}});
    return ExitCode::done;
  }
  const DefinitionRecord record = record_of(definitions.records().back());
  return commit_and_say(house, add_definition(house.clock(), house.fresh(), console_actor(), record),
                        "Added " + record.ref.id + " version " + std::to_string(record.ref.version) + ", not active yet",
                        {{"id", record.ref.id}, {"version", record.ref.version}, {"sha256", record.ref.sha256}}, output);
}

nlohmann::ordered_json row(const std::string& kind, const DefinitionRef& ref, const std::string& state) {
  return {{"kind", kind}, {"id", ref.id}, {"version", ref.version}, {"sha256", ref.sha256}, {"state", state}};
}

}  // namespace

ExitCode definition_add(const DefinitionOptions& options, const Output& output) {
  std::ifstream in(options.file, std::ios::binary);
  if (!in) return output.fail(ExitCode::usage, "file_unreadable", options.file + ": cannot be read");
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return administer(options.data, output,
                    [&](Installation& house) { return add_bytes(house, options, bytes, output); });
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
