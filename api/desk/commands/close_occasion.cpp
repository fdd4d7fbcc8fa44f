// Closing an occasion: what is still a draft lapses.
#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/closing.hpp"
#include "api/desk/commands/many.hpp"
#include "api/desk/commands/wrong_office.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

std::optional<Refusal> who_and_when(const Deps& deps, const Occasion& occasion, const Actor& actor) {
  Refusal refusal;
  const bool past = occasion.closes && *occasion.closes < today(deps);
  if (!has_right(actor.role, Right::close_occasion) && !(actor.role == Role::deadline_runner && past))
    refusal.reasons.push_back(lacks_right(Right::close_occasion));
  if (actor.office != occasion.office) refusal.reasons.push_back(wrong_office(deps, occasion.office));
  if (!occasion.open) refusal.reasons.push_back({Reason::occasion_not_open, {{"occasion", occasion.name}}, {}, {}});
  if (refusal.reasons.empty()) return std::nullopt;
  return refusal;
}

std::vector<Dossier> drafts_of(const Deps& deps, const Occasion& occasion, std::size_t most) {
  DossierQuery query;
  query.occasions = {occasion.id};
  query.phases = {Phase::drafting};
  return all_dossiers(deps.store, query, most);
}

int lapsed_before(const Deps& deps, const Occasion& occasion) {
  ListFilter filter;
  filter.occasions = {occasion.id};
  filter.phases = {Phase::lapsed};
  return static_cast<int>(deps.lists.count({}, filter));
}

void record_closing(const Deps& deps, const Actor& actor, Occasion occasion, int lapsed, Change& change) {
  auto event = event_now(deps, actor, StreamKind::occasion, occasion.id, OccasionClosed{lapsed});
  event.definition = occasion.plan;
  apply(occasion, event);
  change.events.push_back(std::move(event));
  change.next.emplace_back(std::move(occasion));
}

Or<Prepared> attempt_close(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto occasion = visible_occasion(deps, request, actor, path_parameter(request, "id"));
  if (!occasion) return occasion.response();
  auto stale = check_if_match(request, occasion->version, [&] { return occasion_view(deps, *occasion); });
  if (stale) return std::move(*stale);
  auto verdict = decide_closing(deps, actor, *occasion);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  auto& closing = std::get<Closing>(verdict);
  Prepared prepared;
  prepared.change = std::move(closing.change);
  prepared.body = {{"id", occasion->id},
                   {"closed", closing.last},
                   {"lapsed", closing.lapsed},
                   {"version", closing.version}};
  prepared.headers = {{"ETag", etag_of(closing.version)}};
  return prepared;
}

}  // namespace

Actor deadline_runner(const OfficeId& office) {
  return {"deadline_runner", "deadline_runner", office, Role::deadline_runner, Capacity::holder, {}};
}

std::variant<Closing, Refusal> decide_closing(const Deps& deps, const Actor& actor, const Occasion& occasion) {
  if (auto refusal = who_and_when(deps, occasion, actor)) return std::move(*refusal);
  auto drafts = drafts_of(deps, occasion, kMostDossiers + 1);
  Closing closing;
  closing.last = drafts.size() <= kMostDossiers;
  if (!closing.last) drafts.resize(kMostDossiers);
  auto verdict = decide_all(deps, actor, Lapse{}, drafts, {});
  if (auto* refusal = std::get_if<Refusal>(&verdict)) return std::move(*refusal);
  auto& done = std::get<ManyDone>(verdict);
  for (const auto& dossier : done.dossiers) touch_submission(done.change, dossier.submission);
  closing.lapsed = static_cast<int>(done.dossiers.size());
  done.change.guards.push_back({StreamKind::occasion, occasion.id, occasion.version});
  if (closing.last)
    record_closing(deps, actor, occasion, lapsed_before(deps, occasion) + closing.lapsed, done.change);
  closing.version = occasion.version + (closing.last ? 1 : 0);
  closing.change = std::move(done.change);
  return closing;
}

void close_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return attempt_close(deps, request, actor); },
      std::move(respond));
}

}  // namespace vinhdanh
