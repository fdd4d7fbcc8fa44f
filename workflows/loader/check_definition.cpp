// One file of unknown kind, checked as what it looks like.
#include <algorithm>

#include "workflows/loader/document.hpp"
#include "workflows/loader/loader.hpp"
#include "workflows/loader/shipped_files.hpp"

namespace vinhdanh {
namespace {

std::optional<DefinitionKind> kind_of(const nlohmann::json& json) {
  if (json.contains("award_forms") || json.contains("subject_categories")) return DefinitionKind::plan;
  if (json.contains("eras")) return DefinitionKind::law;
  if (json.contains("years")) return DefinitionKind::calendar;
  if (json.contains("offices") || json.contains("holdings")) return DefinitionKind::organisation;
  return std::nullopt;
}

/// Of `…/plans/<id>/v<n>.json`: id and `v<n>`.
std::optional<std::pair<std::string, std::string>> plan_path(std::string_view path) {
  const auto last = path.rfind('/');
  if (last == std::string_view::npos || !path.ends_with(".json")) return std::nullopt;
  const auto folder = path.substr(0, last);
  const auto before = folder.rfind('/');
  if (before == std::string_view::npos) return std::nullopt;
  const auto room = folder.substr(0, before);
  if (room != "plans" && !room.ends_with("/plans")) return std::nullopt;
  const auto name = path.substr(last + 1);
  return std::pair{std::string(folder.substr(before + 1)), std::string(name.substr(0, name.size() - 5))};
}

std::vector<LoadError> check_plan(std::string_view path, std::string_view bytes) {
  auto plan = load_plan(bytes);
  const auto expected = plan_path(path);
  if (!plan.value || !expected) return plan.errors;
  const Place root(plan.errors);
  if (plan.value->id != expected->first) {
    root.at("id").report("path_mismatch", "Mã kế hoạch phải trùng tên thư mục.",
                         "Expected the name of the plan's folder.");
  }
  if ('v' + std::to_string(plan.value->version) != expected->second) {
    root.at("version").report("path_mismatch", "Phiên bản phải trùng tên tệp.",
                              "Expected the version in the file's name.");
  }
  return plan.errors;
}

std::vector<LoadError> check_organisation(std::string_view path, std::string_view bytes, const nlohmann::json& json) {
  std::vector<EmbeddedFile> files{{path, bytes}};
  for (const EmbeddedFile& shipped : shipped_files()) {
    if (!shipped.path.starts_with("organisations/")) continue;
    const auto other = parse_strict(shipped.bytes);
    if (other.error || !json.contains("id") || other.value["id"] != json["id"]) files.push_back(shipped);
  }
  auto errors = load_organisations(files).errors;
  std::erase_if(errors, [&](const LoadError& error) { return error.file != path; });
  return errors;
}

std::vector<LoadError> check_as(DefinitionKind kind, std::string_view path, std::string_view bytes,
                                const nlohmann::json& json) {
  switch (kind) {
    case DefinitionKind::plan: return check_plan(path, bytes);
    case DefinitionKind::law: return load_law(bytes).errors;
    case DefinitionKind::calendar: return load_calendar(bytes).errors;
    case DefinitionKind::organisation: return check_organisation(path, bytes, json);
  }
  return {};
}

}  // namespace

std::optional<DefinitionKind> kind_of(std::string_view bytes) {
  std::vector<LoadError> ignored;
  const auto json = detail::parse_document(bytes, ignored);
  return json ? kind_of(*json) : std::nullopt;
}

std::vector<LoadError> check_definition(std::string_view path, std::string_view bytes) {
  std::vector<LoadError> errors;
  if (const auto json = detail::parse_document(bytes, errors)) {
    if (const auto kind = kind_of(*json)) {
      errors = check_as(*kind, path, bytes, *json);
    } else {
      Place(errors).report("unknown_kind", "Không nhận ra loại định nghĩa: kế hoạch, pháp luật, lịch hay tổ chức.",
                           "Expected a plan, law, calendar or organisation by its top-level members.");
    }
  }
  for (LoadError& error : errors) error.file = path;
  return errors;
}

}  // namespace vinhdanh
