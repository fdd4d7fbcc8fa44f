// Loading, adding and looking up definitions.
#include "workflows/loader/definitions.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "engine/codec/digest.hpp"
#include "workflows/loader/document.hpp"
#include "workflows/loader/shipped_files.hpp"

namespace vinhdanh {
namespace {

struct Identity {
  std::string id;
  int version = 1;
};

/// Id and version of a definition that is readable JSON; an empty id where they are not of the right type.
Identity identity_of(std::string_view bytes) {
  std::vector<LoadError> ignored;
  const auto json = detail::parse_document(bytes, ignored);
  if (!json || !json->contains("id") || !json->contains("version")) return {};
  const auto& id = json->at("id");
  const auto& version = json->at("version");
  if (!id.is_string() || !version.is_number_integer()) return {};
  return {id.get<std::string>(), version.get<int>()};
}

[[noreturn]] void refuse_to_start(std::string_view path, const LoadError& error) {
  throw std::runtime_error("definition file " + std::string(path) + ": " + error.code + " at '" + error.pointer +
                           "': " + error.message_en);
}

std::optional<DefinitionKind> kind_by_folder(std::string_view path) {
  if (path.starts_with("plans/")) return DefinitionKind::plan;
  if (path.starts_with("law/")) return DefinitionKind::law;
  if (path.starts_with("calendars/")) return DefinitionKind::calendar;
  if (path.starts_with("organisations/")) return DefinitionKind::organisation;
  return std::nullopt;
}

LoadError version_exists(const KnownDefinition& known) {
  const std::string name = known.id + " v" + std::to_string(known.version);
  return {"version_exists", "/version", name + " đã có với nội dung khác; thay đổi phải là một phiên bản mới.",
          "Expected a new version, but " + name + " exists with other bytes.", {}};
}

}  // namespace

Definitions::Definitions() : Definitions(shipped_files()) {}

Definitions::Definitions(std::span<const EmbeddedFile> files) {
  shipping_ = true;
  std::vector<EmbeddedFile> organisations;
  for (const EmbeddedFile& file : files) {
    const auto kind = kind_by_folder(file.path);
    if (!kind) throw std::runtime_error("definition file " + std::string(file.path) + " is in no known folder");
    if (kind == DefinitionKind::organisation) {
      organisations.push_back(file);
      continue;
    }
    auto errors = kind == DefinitionKind::plan ? check_definition(file.path, file.bytes) : std::vector<LoadError>{};
    if (errors.empty()) errors = take(*kind, file.bytes);
    if (!errors.empty()) refuse_to_start(file.path, errors.front());
  }
  auto merged = load_organisations(organisations);
  if (!merged.value) refuse_to_start(merged.errors.front().file, merged.errors.front());
  held_.organisations.push_back(std::move(*merged.value));
  for (const EmbeddedFile& file : organisations) {
    const Identity identity = identity_of(file.bytes);
    note(DefinitionKind::organisation, identity.id, identity.version, file.bytes);
  }
  if (held_.laws.empty() || held_.calendars.empty()) throw std::runtime_error("the definitions lack a law or a calendar");
  shipping_ = false;
}

Definitions::Definitions(const Definitions& other) : held_(other.copied()) {}

Definitions::Definitions(Definitions&& other) noexcept : held_(std::move(other.held_)) {}

Definitions::Held Definitions::copied() const {
  const std::shared_lock lock(mutex_);
  return held_;
}

const Plan* Definitions::plan(std::string_view id, int version) const {
  const Plan* found = held_plan(id, version);
  if (found != nullptr || !fetch_) return found;
  fetch_();
  return held_plan(id, version);
}

const Law* Definitions::law(int version) const {
  const Law* found = held_law(version);
  if (found != nullptr || !fetch_) return found;
  fetch_();
  return held_law(version);
}

const Plan* Definitions::held_plan(std::string_view id, int version) const {
  const std::shared_lock lock(mutex_);
  const auto found = held_.plans.find(std::pair(std::string(id), version));
  return found == held_.plans.end() ? nullptr : &found->second;
}

const Plan* Definitions::latest_plan(std::string_view id) const {
  const std::shared_lock lock(mutex_);
  const Plan* latest = nullptr;
  for (const auto& [key, plan] : held_.plans) {
    if (key.first == id) latest = &plan;
  }
  return latest;
}

std::vector<const Plan*> Definitions::plans() const {
  const std::shared_lock lock(mutex_);
  std::vector<const Plan*> list;
  for (const auto& [key, plan] : held_.plans) list.push_back(&plan);
  return list;
}

const Law& Definitions::law() const {
  const std::shared_lock lock(mutex_);
  return held_.laws.rbegin()->second;
}

const Law* Definitions::held_law(int version) const {
  const std::shared_lock lock(mutex_);
  const auto found = held_.laws.find(version);
  return found == held_.laws.end() ? nullptr : &found->second;
}

DefinitionRef Definitions::law_ref() const {
  const Law& newest = law();
  return {newest.id, newest.version, record(DefinitionKind::law, newest.id, newest.version)->sha256};
}

const Calendar& Definitions::calendar() const {
  const std::shared_lock lock(mutex_);
  return held_.calendars.back();
}

const Organisation& Definitions::organisation() const {
  const std::shared_lock lock(mutex_);
  return held_.organisations.back();
}

PlanText Definitions::text_of(const Plan& plan) const {
  const KnownDefinition* known = record(DefinitionKind::plan, plan.id, plan.version);
  if (known == nullptr) throw std::logic_error("The plan " + plan.id + " is not one of these definitions");
  return {{plan.id, plan.version, known->sha256}, known->bytes};
}

std::vector<KnownDefinition> Definitions::records() const {
  const std::shared_lock lock(mutex_);
  return {held_.records.begin(), held_.records.end()};
}

bool Definitions::knows(std::string_view sha256) const {
  const std::shared_lock lock(mutex_);
  return std::ranges::any_of(held_.records, [&](const KnownDefinition& it) { return it.sha256 == sha256; });
}

const KnownDefinition* Definitions::record(DefinitionKind kind, std::string_view id, int version) const {
  const std::shared_lock lock(mutex_);
  return find(kind, id, version);
}

const KnownDefinition* Definitions::find(DefinitionKind kind, std::string_view id, int version) const {
  const auto found = std::ranges::find_if(held_.records, [&](const KnownDefinition& record) {
    return record.kind == kind && record.id == id && record.version == version;
  });
  return found == held_.records.end() ? nullptr : &*found;
}

std::vector<LoadError> Definitions::add(std::string_view bytes) {
  const auto kind = kind_of(bytes);
  if (!kind) return check_definition("", bytes);
  const std::unique_lock lock(mutex_);
  return take(*kind, bytes);
}

std::vector<LoadError> Definitions::take(DefinitionKind kind, std::string_view bytes) {
  if (kind == DefinitionKind::organisation) return take_organisation(bytes);
  // The typed loaders answer with different types; what follows a good load is the same for each.
  const auto keep = [&](auto loaded, auto store) {
    if (!loaded.value) return loaded.errors;
    const Identity identity{loaded.value->id, loaded.value->version};
    if (const auto* known = find(kind, identity.id, identity.version)) {
      if (known->sha256 != sha256_hex(bytes)) loaded.errors.push_back(version_exists(*known));
      return loaded.errors;
    }
    store(std::move(*loaded.value));
    note(kind, identity.id, identity.version, bytes);
    return loaded.errors;
  };
  switch (kind) {
    case DefinitionKind::plan:
      return keep(load_plan(bytes), [&](Plan plan) {
        const std::pair key(plan.id, plan.version);
        held_.plans.emplace(key, std::move(plan));
      });
    case DefinitionKind::law:
      return keep(load_law(bytes), [&](Law law) {
        const int version = law.version;
        held_.laws.emplace(version, std::move(law));
      });
    default:
      return keep(load_calendar(bytes), [&](Calendar calendar) {
        if (held_.calendars.empty() || held_.calendars.back().version < calendar.version)
          held_.calendars.push_back(std::move(calendar));
      });
  }
}

std::vector<LoadError> Definitions::take_organisation(std::string_view bytes) {
  const Identity identity = identity_of(bytes);
  if (const auto* known = find(DefinitionKind::organisation, identity.id, identity.version)) {
    return known->sha256 == sha256_hex(bytes) ? std::vector<LoadError>{} : std::vector{version_exists(*known)};
  }
  const KnownDefinition added{DefinitionKind::organisation, identity.id, identity.version, {}, std::string(bytes), false};
  auto errors = merge_organisations(&added);
  if (errors.empty()) note(added.kind, added.id, added.version, bytes);
  return errors;
}

std::vector<LoadError> Definitions::merge_organisations(const KnownDefinition* with) {
  std::map<std::string_view, const KnownDefinition*> highest;
  const auto consider = [&](const KnownDefinition& record) {
    auto& best = highest[record.id];
    if (!best || best->version < record.version) best = &record;
  };
  for (const KnownDefinition& record : held_.records) {
    if (record.kind == DefinitionKind::organisation) consider(record);
  }
  consider(*with);
  std::vector<EmbeddedFile> files;
  for (const auto& [id, record] : highest) files.push_back({record->id, record->bytes});
  auto merged = load_organisations(files);
  if (merged.value) held_.organisations.push_back(std::move(*merged.value));
  return merged.errors;
}

void Definitions::note(DefinitionKind kind, const std::string& id, int version, std::string_view bytes) {
  held_.records.push_back({kind, id, version, sha256_hex(bytes), std::string(bytes), shipping_});
}

}  // namespace vinhdanh
