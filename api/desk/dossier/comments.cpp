// What was said about a dossier by those who watch it.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/request/query.hpp"
#include "engine/codec/reflect.hpp"

namespace vinhdanh {

namespace {

constexpr int kEventsAtOnce = 200;

Json comment_json(const SealedEvent& sealed, const CommentAdded& comment, const Deps& deps) {
  const auto& event = sealed.event;
  return {{"n", sealed.n},
          {"at", event.at.text()},
          {"person", event.actor.person},
          {"office", event.actor.office},
          {"office_name", office_name(deps.rulebook.organisation(), event.actor.office, event.at.legal_date())},
          {"role", name_of(event.actor.role)},
          {"text", to_json_value(comment.text)}};
}

/// The comments behind event `after`, at most `most`.
Json comments_after(const Deps& deps, const DossierId& id, std::int64_t after, std::size_t most) {
  auto found = Json::array();
  for (auto from = after + 1;;) {
    const auto events = deps.store.events(StreamKind::dossier, id, from, kEventsAtOnce);
    for (const auto& sealed : events) {
      const auto* comment = std::get_if<CommentAdded>(&sealed.event.body);
      if (comment == nullptr) continue;
      found.push_back(comment_json(sealed, *comment, deps));
      if (found.size() == most) return found;
    }
    if (events.size() < static_cast<std::size_t>(kEventsAtOnce)) return found;
    from = events.back().n + 1;
  }
}

}  // namespace

HttpResponse show_comments(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  const auto page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto limit = static_cast<std::size_t>(page.limit);
  auto items = comments_after(deps, dossier->id, page.after.empty() ? -1 : std::stoll(page.after), limit + 1);
  std::optional<std::string> last;
  if (items.size() > limit) {
    items.erase(limit);
    last = items.back()["n"].dump();
  }
  resolve_personal(deps.store, items);
  for (auto& item : items) {
    item["person_name"] = person_name(deps.store, item["person"]);
    // Null where the words were erased.
    item["text"] = item["text"].value("value", Json());
  }
  return json_response(200, page_body(deps.store, request, actor, std::move(items), last));
}

}  // namespace vinhdanh
