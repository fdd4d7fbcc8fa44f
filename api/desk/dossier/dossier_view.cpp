// What a caller is shown of a dossier.
#include "api/desk/caller/names.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/views.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/deadline/stage_due.hpp"
#include "engine/decide/turn.hpp"

namespace vinhdanh {

namespace {

const Route* route_of(const Plan& plan, const FormCode& code) {
  const auto* form = plan.award_form(code);
  return form == nullptr ? nullptr : plan.route(form->route);
}

Json stage_json(const Deps& deps, const Dossier& dossier, const Stage& stage) {
  Json json{{"id", stage.id},
            {"name", stage.name},
            {"kind", name_of(stage.kind)},
            {"office_role", stage.office_role},
            {"mandatory", stage.mandatory},
            {"assumed", stage.source.assumed},
            {"source", source_json(stage.source)}};
  const auto& organisation = deps.rulebook.organisation();
  const auto day = today(deps);
  if (const auto office = organisation.holder(stage.office_role, dossier.unit, day)) {
    json["office"] = *office;
    json["office_name"] = office_name(organisation, *office, day);
  }
  return json;
}

Json route_json(const Deps& deps, const Dossier& dossier, const Plan& plan) {
  auto stages = Json::array();
  const auto* route = route_of(plan, dossier.form);
  if (route == nullptr) return stages;
  for (const auto& stage : route->stages) stages.push_back(stage_json(deps, dossier, stage));
  return stages;
}

Json roles_json(const std::vector<Role>& roles) {
  auto list = Json::array();
  for (const auto role : roles) list.push_back(name_of(role));
  return list;
}

Json next_json(const Deps& deps, const Dossier& dossier, const Plan& plan) {
  const auto decision = dossier.decision ? deps.store.decision(*dossier.decision) : std::nullopt;
  const auto turn =
      turn_of(dossier, plan, deps.rulebook.organisation(), decision ? &*decision : nullptr, today(deps));
  if (!turn) return nullptr;
  Json json{{"roles", roles_json(turn->roles)}, {"hand", turn->hand}};
  if (turn->office) json["office"] = *turn->office;
  return json;
}

void add_words(const Dossier& dossier, const Plan& plan, Json& view) {
  view["plan_title"] = plan.title;
  const auto* form = plan.award_form(dossier.form);
  view["form_name"] = form_name(plan, dossier.form);
  view["form_assumed"] = form != nullptr && form->source.assumed;
  const auto* category = plan.category(dossier.category);
  view["category_name"] = category == nullptr ? dossier.category : category->name;
  if (const auto* stage = find_stage(plan, dossier.form, dossier.stage)) view["stage_name"] = stage->name;
}

/// Which law is looked to: the era of the receipt, or today's while nothing is pinned.
Json era_json(const Deps& deps, const Dossier& dossier) {
  const Era& era = era_of(deps, dossier, today(deps));
  Json json{{"id", era.id}, {"name", era.name}, {"provisional", !dossier.era}, {"rules_known", era.rules_known}};
  if (!era.rules_known) {
    json["warning"] = {{"vi", "Chưa có văn bản quy định của thời kỳ này; các quy tắc chưa được xác nhận."},
                       {"en", "The texts of this era were not found; its rules are not confirmed."}};
  }
  return json;
}

/// Until when the stage has, and after which rule; null where there is no limit.
Json limit_json(const Deps& deps, const Dossier& dossier, const Plan& plan) {
  const Date day = today(deps);
  const Calendar& calendar = deps.rulebook.calendar();
  const auto due = stage_due(dossier, plan, era_of(deps, dossier, day), calendar, day);
  if (!due) return nullptr;
  Json json{{"stage", dossier.clock->stage},
            {"working_days", due->limit.working_days},
            {"since", dossier.clock->since.legal_date().text()},
            {"elapsed", due->elapsed},
            {"paused", due->paused},
            {"overdue", due->overdue},
            {"source", source_json(due->limit.source)},
            {"calendar_confidence", name_of(due->confidence)}};
  if (!due->due) return json;
  json["due"] = due->due->text();
  if (const auto left = days_left(calendar, day, *due->due)) json["days_left"] = *left;
  return json;
}

/// Beside each paper the SHA-256 of its bytes, while its salt is there, and who attached it when.
void add_receipt_of_papers(const Deps& deps, const Dossier& dossier, Json& papers) {
  std::vector<std::string> ids;
  for (const auto& paper : dossier.papers) ids.push_back(paper.id);
  if (ids.empty()) return;
  const auto salts = deps.store.personal(ids);
  std::map<PaperId, Event> attached;
  for (std::int64_t from = 0;;) {
    auto page = deps.store.events(StreamKind::dossier, dossier.id, from, 200);
    for (auto& sealed : page) {
      if (const auto* it = std::get_if<PaperAttached>(&sealed.event.body)) attached.emplace(it->paper.id, sealed.event);
    }
    if (page.size() < 200) break;
    from = page.back().n + 1;
  }
  for (auto& paper : papers) {
    const auto id = paper["id"].get<std::string>();
    if (const auto salt = salts.find(id); salt != salts.end()) paper["sha256"] = Json::parse(salt->second.value);
    const auto event = attached.find(id);
    if (event == attached.end()) continue;
    paper["at"] = event->second.at.text();
    paper["person"] = event->second.actor.person;
  }
}

std::string name_in(const std::string& canonical) { return read_content(canonical).nominee.name; }

bool shows_draft(const Dossier& dossier) { return !dossier.content; }

}  // namespace

std::string nominee_name(const Deps& deps, const Dossier& dossier) {
  if (shows_draft(dossier)) return workspace_content(deps.store, dossier.id).nominee.name;
  const auto content = frozen_content(deps.store, dossier);
  return content ? content->nominee.name : std::string();
}

const std::string& form_name(const Plan& plan, const FormCode& code) {
  const auto* form = plan.award_form(code);
  return form == nullptr ? code : form->name;
}

Json dossier_view(const Deps& deps, const Dossier& dossier) {
  const auto& plan = rules_for(deps, dossier.plan).plan;
  auto view = to_json_value(dossier);
  resolve_personal(deps.store, view);
  add_receipt_of_papers(deps, dossier, view["papers"]);
  add_words(dossier, plan, view);
  view["nominee_name"] = nominee_name(deps, dossier);
  view["visible_state"] = state_json(deps, dossier);
  view["legal_era"] = era_json(deps, dossier);
  view["limit"] = limit_json(deps, dossier, plan);
  view["route"] = route_json(deps, dossier, plan);
  view["next"] = next_json(deps, dossier, plan);
  NameList names;
  names.note(view);
  view["names"] = names.json(deps, today(deps));
  return view;
}

Json dossier_lines(const Deps& deps, const std::vector<Dossier>& dossiers) {
  std::vector<std::string> ids;
  for (const auto& dossier : dossiers) {
    if (dossier.content) ids.push_back(dossier.content->value.id);
  }
  const auto values = ids.empty() ? std::map<std::string, PersonalValue>{} : deps.store.personal(ids);
  auto lines = Json::array();
  for (const auto& dossier : dossiers) {
    Json line{{"id", dossier.id},
              {"code", dossier.code},
              {"submission", dossier.submission},
              {"occasion", dossier.occasion},
              {"plan", dossier.plan.id},
              {"unit", dossier.unit},
              {"form", dossier.form},
              {"subject_kind", name_of(dossier.subject_kind)},
              {"category", dossier.category},
              {"phase", name_of(dossier.phase)},
              {"version", dossier.version}};
    const auto& plan = rules_for(deps, dossier.plan).plan;
    line["form_name"] = form_name(plan, dossier.form);
    if (const auto* stage = find_stage(plan, dossier.form, dossier.stage)) line["stage_name"] = stage->name;
    line["unit_name"] = office_name(deps.rulebook.organisation(), dossier.unit, today(deps));
    line["visible_state"] = state_json(deps, dossier);
    if (dossier.external_ref) line["external_ref"] = *dossier.external_ref;
    if (dossier.stage) line["stage"] = *dossier.stage;
    if (dossier.entered) line["entered"] = dossier.entered->text();
    if (dossier.decision) line["decision"] = *dossier.decision;
    if (dossier.rank) line["rank"] = *dossier.rank;
    if (shows_draft(dossier)) {
      line["nominee_name"] = workspace_content(deps.store, dossier.id).nominee.name;
    } else {
      const auto found = values.find(dossier.content->value.id);
      line["nominee_name"] = found == values.end() ? std::string() : name_in(found->second.value);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace vinhdanh
