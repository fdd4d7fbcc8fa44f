// The search of events: pages of the store, of which those are left that the auditor's scope has.
#include "api/desk/audit/event_search.hpp"

#include <algorithm>
#include <set>

#include "api/desk/caller/acting_for.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/list_body.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/request/searching.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/event_types.hpp"

namespace vinhdanh {

namespace {

struct EventBodyAsked {
  std::vector<std::string> types;
  std::optional<PersonId> person;
  std::optional<PersonId> behalf_of;
  std::optional<OfficeId> office;
  std::optional<std::string> code;  ///< of a dossier
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<int> limit;
  std::optional<std::string> cursor;
  VINHDANH_MEMBERS(types, person, behalf_of, office, code, from, to, limit, cursor)
};

constexpr int kEventsFetched = 200;

std::vector<ProblemError> faults_of(const EventBodyAsked& body) {
  std::vector<ProblemError> errors;
  if (body.types.size() > kMostInList) errors.push_back(too_long("/types", kMostInList));
  for (std::size_t i = 0; i < body.types.size(); ++i) {
    if (!is_event_type(body.types[i])) errors.push_back(unknown_value("/types/" + std::to_string(i)));
  }
  return errors;
}

std::string filter_text(EventBodyAsked body) {
  body.limit.reset();
  body.cursor.reset();
  return to_json_value(body).dump();
}

/// Which of a page's events are about what the auditor sees.
class SeenStreams {
 public:
  SeenStreams(const Deps& deps, const Actor& actor)
      : deps_(deps), scope_(deps, actor, today(deps)), everything_(!scope_.units()) {}

  std::vector<PlacedEvent> of(std::vector<PlacedEvent> page) {
    if (everything_) return page;
    std::set<DossierId> ids;
    for (const auto& it : page) {
      if (it.event.event.stream == StreamKind::dossier) ids.insert(it.event.event.stream_id);
    }
    const auto dossiers = deps_.lists.dossiers_in(scope_.in_lists(), {ids.begin(), ids.end()});
    std::erase_if(page, [&](const PlacedEvent& it) { return !sees(it.event.event, dossiers); });
    return page;
  }

 private:
  /// What belongs to no unit (accounts, definitions, places) is for those only who see everything.
  [[nodiscard]] bool sees(const Event& event, const std::set<DossierId>& dossiers) const {
    const auto seen = [&](const auto& thing) { return thing && scope_.sees(*thing); };
    switch (event.stream) {
      case StreamKind::dossier: return dossiers.contains(event.stream_id);
      case StreamKind::submission: return seen(deps_.store.submission(event.stream_id));
      case StreamKind::occasion: return seen(deps_.store.occasion(event.stream_id));
      case StreamKind::decision: return seen(deps_.store.decision(event.stream_id));
      case StreamKind::duty: return seen(deps_.duties.duty(event.stream_id));
      default: return false;
    }
  }

  const Deps& deps_;
  Scope scope_;
  bool everything_;
};

Json found_json(const Deps& deps, const SealedEvent& sealed) {
  const auto& event = sealed.event;
  Json json{{"stream", name_of(event.stream)}, {"id", event.stream_id}, {"n", sealed.n}, {"hash", sealed.hash}};
  if (event.stream == StreamKind::dossier) {
    if (const auto dossier = deps.store.dossier(event.stream_id)) json["code"] = dossier->code;
  }
  if (event.id.empty()) {
    json["unreadable"] = true;
    return json;
  }
  json["type"] = type_of(event.body);
  json["at"] = event.at.text();
  json["actor"] = to_json_value(event.actor);
  json["office_name"] = office_name(deps.rulebook.organisation(), event.actor.office, event.at.legal_date());
  if (auto holder = acting_for(deps, event.actor); !holder.is_null()) json["acting_for"] = std::move(holder);
  if (event.from) json["from"] = name_of(*event.from);
  if (event.to) json["to"] = name_of(*event.to);
  return json;
}

struct FoundEvents {
  std::vector<PlacedEvent> items;
  std::optional<std::string> next;
};

/// A page is full unless it is the last.
FoundEvents events_seen(const Deps& deps, const Actor& actor, EventQuery query, const PageRequest& asked) {
  FoundEvents found;
  SeenStreams seen(deps, actor);
  query.page = {asked.after, kEventsFetched};
  for (bool more = true; more;) {
    auto page = deps.store.find_events(query);
    more = page.size() == static_cast<std::size_t>(kEventsFetched);
    if (more) query.page.after = page.back().place;
    for (auto& it : seen.of(std::move(page))) {
      if (found.items.size() == static_cast<std::size_t>(asked.limit)) {
        found.next = found.items.back().place;
        return found;
      }
      found.items.push_back(std::move(it));
    }
  }
  return found;
}

/// Nothing when no dossier has the code: then there is nothing to find.
std::optional<EventQuery> query_of(const Deps& deps, const EventBodyAsked& body) {
  EventQuery query{body.types, body.person, body.behalf_of, body.office, {}, body.from, body.to, {}};
  if (!body.code) return query;
  DossierQuery coded;
  coded.code = body.code;
  coded.page.limit = 1;
  const auto dossiers = deps.store.find_dossiers(coded);
  if (dossiers.empty()) return std::nullopt;
  query.dossier = dossiers.front().id;
  return query;
}

}  // namespace

HttpResponse search_events(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto body = read_body<EventBodyAsked>(request);
  if (!body) return std::move(body.response());
  auto errors = faults_of(*body);
  if (!errors.empty()) return invalid(request, std::move(errors));
  const auto bound = as_bound(request, {filter_text(*body), body->limit, body->cursor});
  auto page = page_in_body(deps, request, bound, actor);
  if (!page) return page.response();
  ensure_entries(deps);
  const auto query = query_of(deps, *body);
  const auto found = query ? events_seen(deps, actor, *query, *page) : FoundEvents{};
  auto items = Json::array();
  for (const auto& it : found.items) items.push_back(found_json(deps, it.event));
  NameList names;
  names.note(items);
  auto answer = page_body(deps.store, bound, actor, std::move(items), found.next);
  answer.erase("next");
  answer["names"] = names.json(deps, today(deps));
  return json_response(200, answer);
}

}  // namespace vinhdanh
