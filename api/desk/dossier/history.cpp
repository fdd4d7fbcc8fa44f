// The history of a dossier: its events, and its state as of one of them.
#include "api/desk/caller/acting_for.hpp"
#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/query.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

constexpr int kMostEvents = 200;

/// The events that had happened by then: up to version n, or to the instant; all when neither is asked for.
struct Until {
  std::optional<std::int64_t> version;
  std::optional<Instant> instant;
  [[nodiscard]] bool covers(const SealedEvent& event) const {
    return (!version || event.n <= *version) && (!instant || event.event.at <= *instant);
  }
  [[nodiscard]] bool is_asked() const { return version || instant; }
};

std::vector<SealedEvent> all_events(const Store& store, const DossierId& id, const Until& until) {
  std::vector<SealedEvent> all;
  for (;;) {
    const auto page = store.events(StreamKind::dossier, id, static_cast<std::int64_t>(all.size()), kMostEvents);
    for (const auto& event : page) {
      if (!until.covers(event)) return all;
      all.push_back(event);
    }
    if (page.size() < static_cast<std::size_t>(kMostEvents)) return all;
  }
}

/// The stored bytes as they are, with names, the office's name at the time, and personal values that are still there.
Json event_json(const Deps& deps, const SealedEvent& sealed) {
  auto json = Json::parse(sealed.bytes, nullptr, false);
  if (!json.is_object()) return {{"n", sealed.n}, {"hash", sealed.hash}, {"unreadable", true}};
  json["hash"] = sealed.hash;
  resolve_personal(deps.store, json["body"]);
  const auto day = sealed.event.at.legal_date();
  json["office_name"] = office_name(deps.rulebook.organisation(), sealed.event.actor.office, day);
  if (auto holder = acting_for(deps, sealed.event.actor); !holder.is_null()) json["acting_for"] = std::move(holder);
  return json;
}

Until read_until(QueryReader& query) {
  Until until;
  until.version = query.number("version", 0, 1'000'000'000);
  until.instant = query.instant("as_of");
  return until;
}

Json items_json(const Deps& deps, const std::vector<SealedEvent>& events, std::size_t first, std::size_t count) {
  auto items = Json::array();
  for (std::size_t i = first; i < events.size() && i < first + count; ++i) items.push_back(event_json(deps, events[i]));
  return items;
}

std::size_t first_of(const PageRequest& page) {
  return page.after.empty() ? 0 : static_cast<std::size_t>(std::stoll(page.after)) + 1;
}

}  // namespace

HttpResponse show_history(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const auto until = read_until(query);
  const auto page = query.page(deps.store, actor);
  if (auto fault = query.end()) return std::move(*fault);
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto events = all_events(deps.store, dossier->id, until);
  if (events.empty()) return not_found(request);
  const auto first = first_of(page);
  const auto end = first + static_cast<std::size_t>(page.limit);
  auto items = items_json(deps, events, first, static_cast<std::size_t>(page.limit));
  NameList names;
  names.note(items);
  const auto last = end < events.size() ? std::optional(std::to_string(end - 1)) : std::nullopt;
  auto body = page_body(deps.store, request, actor, std::move(items), last);
  body["dossier"] = dossier->id;
  body["names"] = names.json(deps, deps.clock.business_now().legal_date());
  if (until.is_asked()) body["state"] = dossier_view(deps, fold_dossier(events));
  return json_response(200, body);
}

}  // namespace vinhdanh
