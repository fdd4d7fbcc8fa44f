// The content of a dossier: read by all who see it, edited by its unit as a workspace without events.
#include "api/desk/dossier/workspace.hpp"

#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/content_shape.hpp"
#include "api/desk/dossier/workspace_text.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"

namespace vinhdanh {

namespace {

/// The content as it is saved, and the answers with it.
struct SavedContent {
  Nominee nominee;
  std::string achievement;
  std::optional<Date> achievement_from;
  std::optional<Date> achievement_to;
  Figures figures;
  std::optional<DraftAnswers> answers;  ///< none: those that are there stay
  VINHDANH_MEMBERS(nominee, achievement, achievement_from, achievement_to, figures, answers)
};

WorkspaceText text_in(SavedContent saved) {
  return {{std::move(saved.nominee), std::move(saved.achievement), saved.achievement_from, saved.achievement_to,
           std::move(saved.figures)},
          std::move(saved.answers).value_or(DraftAnswers{})};
}

/// A workspace and its version: 0 and empty where there is none.
struct Draft {
  WorkspaceText text;
  std::int64_t version = 0;
};

Draft draft_of(const Deps& deps, const DossierId& id) {
  const auto workspace = deps.store.workspace(id);
  return workspace ? Draft{read_workspace_text(workspace->content), workspace->version} : Draft{};
}

const ReturnPoint* open_point(const Dossier& dossier, const std::string& id) {
  const auto found = std::ranges::find(dossier.points, id, &ReturnPoint::id);
  return dossier.phase == Phase::returned && found != dossier.points.end() && found->open ? &*found : nullptr;
}

/// Those to points that wait for one. What was answered to an earlier return is over and goes with the next save; until then
/// it stays, since a recall opens the same points again.
DraftAnswers standing_answers(const Dossier& dossier, DraftAnswers answers) {
  std::erase_if(answers, [&](const auto& answer) { return open_point(dossier, answer.first) == nullptr; });
  return answers;
}

std::optional<Refusal> may_edit(const Deps& deps, const Actor& actor, const Dossier& dossier) {
  const auto it = load_case(deps, actor, dossier);
  auto verdict = decide(it.dossier, EditContent{}, it.facts, it.rules, deps.fresh);
  if (auto* refusal = std::get_if<Refusal>(&verdict)) return std::move(*refusal);
  return std::nullopt;
}

/// The answers are shown to those who may write them.
Json workspace_json(const Dossier& dossier, const Draft& draft, bool with_answers) {
  Json json{{"dossier", dossier.id},
            {"content", to_json_value(draft.text.content)},
            {"version", draft.version},
            {"frozen", false}};
  if (with_answers && dossier.phase == Phase::returned) json["answers"] = standing_answers(dossier, draft.text.answers);
  return json;
}

Json frozen_json(const Deps& deps, const Dossier& dossier) {
  const auto content = frozen_content(deps.store, dossier).value_or(Content{});
  return {{"dossier", dossier.id},
          {"content", to_json_value(content)},
          {"version", dossier.content->version},
          {"frozen", true}};
}

/// What the unit is writing is its own until it sends it.
bool shows_workspace(const Deps& deps, const Actor& actor, const Dossier& dossier) {
  const bool own = Scope(deps, actor, today(deps)).is_own(dossier.unit);
  return !dossier.content || (own && is_with_unit(dossier.phase));
}

Json content_json(const Deps& deps, const Actor& actor, const Dossier& dossier, const Draft& draft) {
  if (!shows_workspace(deps, actor, dossier)) return frozen_json(deps, dossier);
  const bool returned = dossier.phase == Phase::returned;
  return workspace_json(dossier, draft, returned && !may_edit(deps, actor, dossier));
}

HttpResponse tagged_workspace(const Json& body, std::int64_t version) {
  auto response = json_response(200, body);
  response.set("ETag", etag_of(version));
  return response;
}

/// Somebody saved between our reading and our writing.
HttpResponse workspace_changed(const Deps& deps, const HttpRequest& request, const Actor& actor,
                               const Dossier& dossier) {
  const auto now = draft_of(deps, dossier.id);
  auto response = respond_with(known_problem("precondition_failed"), request);
  return detail::with_current(std::move(response), now.version, content_json(deps, actor, dossier, now));
}

std::vector<ProblemError> faults_in(const Deps& deps, const Dossier& dossier, const WorkspaceText& text) {
  std::vector<ProblemError> errors;
  check_content(deps, text.content, rules_for(deps, dossier.plan).plan, "", errors);
  for (const auto& [point, answer] : text.answers) {
    std::string pointer = "/answers";
    append_pointer(pointer, point);
    if (open_point(dossier, point) == nullptr) errors.push_back(unknown_value(std::move(pointer)));
  }
  return errors;
}

}  // namespace

HttpResponse get_content(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto draft = draft_of(deps, dossier->id);
  auto body = content_json(deps, actor, *dossier, draft);
  return body["frozen"] == true ? json_response(200, body) : tagged_workspace(body, draft.version);
}

HttpResponse put_content(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  auto draft = draft_of(deps, dossier->id);
  const auto current = [&] { return content_json(deps, actor, *dossier, draft); };
  if (auto stale = check_if_match(request, draft.version, current)) return std::move(*stale);
  if (const auto refusal = may_edit(deps, actor, *dossier)) return refused(request, *refusal);
  auto saved = read_body<SavedContent>(request);
  if (!saved) return std::move(saved.response());
  const bool keeps_answers = !saved->answers;
  auto text = text_in(std::move(*saved));
  if (auto errors = faults_in(deps, *dossier, text); !errors.empty()) return invalid(request, std::move(errors));
  if (keeps_answers) text.answers = standing_answers(*dossier, std::move(draft.text.answers));
  std::erase_if(text.answers, [](const auto& answer) { return answer.second.empty(); });
  // Until something is frozen, the draft's name is what the dossier is found by.
  std::optional<std::string> words;
  if (!dossier->content) words = entry_words(deps, *dossier, text.content.nominee.name);
  const auto version = deps.lists.save_workspace(dossier->id, draft.version, text_of(text), words);
  if (!version) return workspace_changed(deps, request, actor, *dossier);
  return tagged_workspace(workspace_json(*dossier, {std::move(text), *version}, true), *version);
}

}  // namespace vinhdanh
