// A command on one dossier.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"

namespace vinhdanh {

namespace {

Or<Prepared> attempt_dossier_act(const Deps& deps, const HttpRequest& request, const Actor& actor, Command command,
                         const Before& before) {
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return dossier.response();
  auto stale = check_if_match(request, dossier->version, [&] { return dossier_view(deps, *dossier); });
  if (stale) return std::move(*stale);
  auto payload = read_payload(request, command);
  if (!payload) return payload.response();
  const bool number_taken = before.status == CommitStatus::number_taken;
  const auto it = load_case(deps, actor, *dossier, {named_decision(*payload), false, command == Command::assign, number_taken});
  auto verdict = decide(it.dossier, *payload, it.facts, it.rules, deps.fresh);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  Prepared prepared;
  prepared.change = std::move(std::get<Change>(verdict));
  complete(deps, actor, *payload, it, prepared.change);
  const auto& next = after(prepared.change, it.dossier);
  prepared.body = short_dossier(next);
  prepared.headers = {{"ETag", etag_of(next.version)}};
  return prepared;
}

HttpResponse acts_elsewhere(const HttpRequest& request) {
  return problem(request, "acts_elsewhere");
}

}  // namespace

void act_on_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  const auto command = command_in_path(path_parameter(request, "command"));
  if (!command) return respond(not_found(request));
  run(
      deps, request, actor,
      [&deps, actor, command = *command](const HttpRequest& request, const Before& before) -> Or<Prepared> {
        if (is_posted_to_dossier(command)) return attempt_dossier_act(deps, request, actor, command, before);
        auto dossier = visible_dossier(deps, request, actor);
        return dossier ? acts_elsewhere(request) : std::move(dossier.response());
      },
      std::move(respond));
}

}  // namespace vinhdanh
