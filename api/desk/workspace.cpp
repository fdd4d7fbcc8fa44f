// The content of a dossier: read by all who see it, edited by its unit as a workspace without events.
#include "api/desk/workspace.hpp"

#include "api/desk/body.hpp"
#include "api/desk/case.hpp"
#include "api/desk/content_shape.hpp"
#include "api/desk/if_match.hpp"
#include "api/desk/list_entry.hpp"
#include "api/desk/lookup.hpp"
#include "api/desk/scope.hpp"

namespace vinhdanh {

namespace {

Json workspace_json(const Dossier& dossier, const Content& content, std::int64_t version) {
  return {{"dossier", dossier.id}, {"content", to_json_value(content)}, {"version", version}, {"frozen", false}};
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

HttpResponse workspace_response(const Deps& deps, const Dossier& dossier) {
  const auto workspace = deps.store.workspace(dossier.id);
  const auto version = workspace ? workspace->version : 0;
  const auto content = workspace ? read_content(workspace->content) : Content{};
  auto response = json_response(200, workspace_json(dossier, content, version));
  response.set("ETag", etag_of(version));
  return response;
}

/// Somebody saved between our reading and our writing.
HttpResponse workspace_changed(const Deps& deps, const HttpRequest& request, const Dossier& dossier) {
  const auto now = deps.store.workspace(dossier.id);
  const auto version = now ? now->version : 0;
  auto response = respond_with(known_problem("precondition_failed"), request);
  return detail::with_current(std::move(response), version,
                              workspace_json(dossier, workspace_content(deps.store, dossier.id), version));
}

std::optional<HttpResponse> may_not_edit(const Deps& deps, const HttpRequest& request, const Actor& actor,
                                         const Dossier& dossier) {
  const auto it = load_case(deps, actor, dossier);
  const auto verdict = decide(it.dossier, EditContent{}, it.facts, it.rules, deps.fresh);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  return std::nullopt;
}

}  // namespace

HttpResponse get_content(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  if (!shows_workspace(deps, actor, *dossier)) return json_response(200, frozen_json(deps, *dossier));
  return workspace_response(deps, *dossier);
}

HttpResponse put_content(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto workspace = deps.store.workspace(dossier->id);
  const auto version = workspace ? workspace->version : 0;
  const auto current = [&] {
    if (!shows_workspace(deps, actor, *dossier)) return frozen_json(deps, *dossier);
    return workspace_json(*dossier, workspace_content(deps.store, dossier->id), version);
  };
  if (auto stale = check_if_match(request, version, current)) return std::move(*stale);
  if (auto refusal = may_not_edit(deps, request, actor, *dossier)) return std::move(*refusal);
  auto content = read_body<Content>(request);
  if (!content) return std::move(content.response());
  std::vector<ProblemError> errors;
  check_content(deps, *content, rules_for(deps, dossier->plan).plan, "", errors);
  if (!errors.empty()) return invalid(request, errors);
  // Until something is frozen, the draft's name is what the dossier is found by.
  std::optional<std::string> words;
  if (!dossier->content) words = entry_words(deps, *dossier, content->nominee.name);
  const auto saved = deps.lists.save_workspace(dossier->id, version, to_json_value(*content).dump(), words);
  if (!saved) return workspace_changed(deps, request, *dossier);
  auto response = json_response(200, workspace_json(*dossier, *content, *saved));
  response.set("ETag", etag_of(*saved));
  return response;
}

}  // namespace vinhdanh
