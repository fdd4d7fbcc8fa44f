// A notice in words.
#include "api/desk/notices/notice_words.hpp"

#include <algorithm>
#include <charconv>

#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/views.hpp"

namespace vinhdanh {

namespace {

using Details = std::map<std::string, std::string>;

const std::string& detail_of(const Details& details, const std::string& name) {
  static const std::string none;
  const auto found = details.find(name);
  return found == details.end() ? none : found->second;
}

const Plan* plan_of(const Deps& deps, const Details& details) {
  const auto& text = detail_of(details, "plan_version");
  int version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return deps.rulebook.plan(detail_of(details, "plan"), version);
}

void add_stage(const Plan& plan, Details& details) {
  const auto* stage = find_stage(plan, detail_of(details, "form"), detail_of(details, "stage"));
  if (stage != nullptr) details["stage_name"] = stage->name;
}

void add_duty(const Plan& plan, Details& details) {
  const auto found = std::ranges::find(plan.duties, detail_of(details, "duty"), &Duty::id);
  if (found != plan.duties.end()) details["duty_name"] = found->text;
}

void add_nominee(const Deps& deps, const Notice& notice, const Scope& reader, Details& details) {
  if (notice.stream != StreamKind::dossier) return;
  const auto dossier = deps.store.dossier(notice.stream_id);
  if (dossier && reader.sees(*dossier)) details["nominee"] = nominee_name(deps, *dossier);
}

}  // namespace

NoticeWords words_of_notice(const Deps& deps, const Notice& notice, const Scope* reader) {
  Details details = notice.details;
  if (const auto* plan = plan_of(deps, details)) {
    add_stage(*plan, details);
    add_duty(*plan, details);
  }
  if (const auto& office = detail_of(details, "office"); !office.empty())
    details["office_name"] = office_name(deps.rulebook.organisation(), office, notice.at.legal_date());
  if (reader != nullptr) add_nominee(deps, notice, *reader, details);
  return {notice_subject(notice.kind, details), notice_sentence(notice.kind, details)};
}

}  // namespace vinhdanh
