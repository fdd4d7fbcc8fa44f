// Making, checking and copying backups.
#include "adapters/backup.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "adapters/files/durable_file.hpp"
#include "adapters/files/small_file.hpp"
#include "adapters/files/whole_file.hpp"
#include "adapters/sqlite/folder_history.hpp"
#include "adapters/sqlite/snapshot.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "engine/codec/digest.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr auto manifest_name = "manifest.json";
constexpr auto manifest_hash_name = "manifest.json.sha256";
constexpr std::size_t id_length = 36;

BackupFile entry_of(const fs::path& folder, const std::string& path) {
  const auto facts = facts_of_file(folder / path);
  if (!facts) throw StorageUnavailable("cannot read " + (folder / path).string());
  return {path, facts->size, facts->sha256};
}

/// Calls `found` with each run of hex digits and dashes that is as long as an id.
template <class F>
void each_id(const std::string& text, F found) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : '"';
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-') continue;
    if (at - begin == id_length) found(text.substr(begin, id_length));
    begin = at + 1;
  }
}

/// The papers there are, by id, each with its path below the folder.
std::map<std::string, std::string> papers_in(const fs::path& data) {
  std::map<std::string, std::string> papers;
  std::error_code none;
  for (auto at = fs::recursive_directory_iterator(data / "papers", none); at != fs::recursive_directory_iterator();
       at.increment(none)) {
    if (none || !at->is_regular_file(none)) continue;
    const std::string name = at->path().filename();
    if (name.size() == id_length) papers[name] = at->path().lexically_relative(data).string();
  }
  return papers;
}

void copy_papers(const fs::path& data, const fs::path& to, StoredHistory& history, std::vector<BackupFile>& files) {
  const auto papers = papers_in(data);
  std::set<std::string> named;
  history.each_event([&](const std::string& bytes) {
    each_id(bytes, [&](const std::string& id) {
      if (papers.contains(id)) named.insert(id);
    });
  });
  for (const std::string& id : named) {
    const std::string& path = papers.at(id);
    make_private_folder((to / path).parent_path());
    if (copy_private_file(data / path, to / path)) files.push_back(entry_of(to, path));
  }
}

Json json_of(const BackupManifest& it) {
  Json files = Json::array();
  for (const BackupFile& file : it.files) files.push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256}});
  return {{"format", 1},           {"instance", it.instance}, {"schema", it.schema}, {"demo", it.demo},
          {"program", it.program}, {"made_at", it.made_at},   {"streams", it.streams}, {"events", it.events},
          {"files", files}};
}

void write_manifest(const fs::path& to, const BackupManifest& manifest) {
  const std::string text = json_of(manifest).dump(2) + "\n";
  write_private_file(to / manifest_hash_name, sha256_hex(text) + "  " + manifest_name + "\n");
  write_private_file(to / manifest_name, text);
}

/// A path of the manifest must not lead out of the folder.
bool is_inside(const std::string& path) {
  const fs::path given(path);
  return !path.empty() && given.is_relative() && std::ranges::none_of(given, [](const fs::path& part) { return part == ".."; });
}

std::optional<BackupManifest> read_manifest(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("format", 0) != 1) return std::nullopt;
  try {
    BackupManifest it;
    it.instance = json.at("instance");
    it.schema = json.at("schema");
    it.demo = json.at("demo");
    it.program = json.at("program");
    it.made_at = json.at("made_at");
    it.streams = json.at("streams");
    it.events = json.at("events");
    for (const Json& file : json.at("files")) {
      it.files.push_back({file.at("path"), file.at("size"), file.at("sha256")});
      if (!is_inside(it.files.back().path)) return std::nullopt;
    }
    return it;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

/// SQLite reads a log that lies beside a database: a file that nobody listed may change what is read.
void find_strangers(const fs::path& folder, const BackupManifest& manifest, std::vector<std::string>& faults) {
  std::set<std::string> listed{manifest_name, manifest_hash_name};
  for (const BackupFile& file : manifest.files) listed.insert(file.path);
  std::error_code none;
  for (auto at = fs::recursive_directory_iterator(folder, none); at != fs::recursive_directory_iterator(); at.increment(none)) {
    if (none) break;
    if (at->is_directory(none) && !at->is_symlink(none)) continue;
    // By its own name, not by that of what it may lead to.
    const std::string path = at->path().lexically_relative(folder).string();
    if (!listed.contains(path)) faults.push_back(path + " is not in the manifest");
  }
}

}  // namespace

BackupManifest make_backup(const fs::path& data, const fs::path& to, const std::string& program,
                           const std::string& made_at) {
  const fs::path database = SqliteStore::database_file(to);
  const Snapshot snapshot = snapshot_database(data, database);
  if (snapshot.schema > newest_schema())
    throw CannotOpen(OpenFault::newer_schema, "the database has a newer schema than this program knows");
  BackupManifest manifest{snapshot.instance, snapshot.schema, snapshot.demo, program, made_at, 0, 0, {}};
  StoredHistory history = history_in(to);
  manifest.streams = history.streams();
  manifest.events = history.events();
  manifest.files.push_back(entry_of(to, database.filename().string()));
  copy_papers(data, to, history, manifest.files);
  write_manifest(to, manifest);
  return manifest;
}

bool is_backup(const fs::path& folder) {
  std::error_code none;
  return fs::exists(folder / manifest_name, none);
}

BackupCheck check_backup(const fs::path& folder) {
  BackupCheck check;
  const auto text = bytes_of_file(folder / manifest_name);
  const auto hash = bytes_of_file(folder / manifest_hash_name);
  if (!text || !hash) {
    check.faults.push_back(folder.string() + " has no manifest: it is no backup, or one that was not finished");
    return check;
  }
  if (*hash != sha256_hex(*text) + "  " + manifest_name + "\n") {
    check.faults.push_back(std::string(manifest_name) + " is not what its hash says");
    return check;
  }
  check.manifest = read_manifest(*text);
  if (!check.manifest) {
    check.faults.push_back(std::string(manifest_name) + " cannot be read");
    return check;
  }
  for (const BackupFile& file : check.manifest->files) {
    const auto facts = facts_of_file(folder / file.path);
    if (!facts) check.faults.push_back(file.path + " is missing");
    else if (facts->size != file.size || facts->sha256 != file.sha256)
      check.faults.push_back(file.path + " is not what the manifest says");
  }
  find_strangers(folder, *check.manifest, check.faults);
  return check;
}

void copy_backup(const fs::path& from, const BackupManifest& manifest, const fs::path& to) {
  make_private_folder(to);
  for (const BackupFile& file : manifest.files) {
    make_private_folder((to / file.path).parent_path());
    if (!copy_private_file(from / file.path, to / file.path) || entry_of(to, file.path).sha256 != file.sha256)
      throw StorageUnavailable(file.path + " has changed while it was copied");
  }
}

}  // namespace vinhdanh
