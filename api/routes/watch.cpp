// The table of marked reads, and what is noted of an answer.
#include "api/routes/watch.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "api/http/problems.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {
namespace {

constexpr std::array marked{
    MarkedRoute{"GET", "/v1/access-log", AccessKind::marked_read, "who looked at what"},
    MarkedRoute{"GET", "/v1/appointments/{id}/document", AccessKind::marked_read, "an authorisation's bytes"},
    MarkedRoute{"GET", "/v1/dossiers/{id}", AccessKind::marked_read, "opinions, points of returns, proposal and hold in words"},
    MarkedRoute{"GET", "/v1/dossiers/{id}/check", AccessKind::marked_read, "figures, and reasons of attestations"},
    MarkedRoute{"GET", "/v1/dossiers/{id}/comments", AccessKind::marked_read, "what observers wrote, with names"},
    MarkedRoute{"GET", "/v1/dossiers/{id}/content", AccessKind::marked_read, "figures and words about a person or collective"},
    MarkedRoute{"GET", "/v1/dossiers/{id}/papers/{slot}", AccessKind::marked_read, "a paper's bytes"},
    MarkedRoute{"GET", "/v1/dossiers/{id}/history", AccessKind::marked_read, "opinions and texts of returns, with names"},
    MarkedRoute{"GET", "/v1/duties/{id}/paper", AccessKind::marked_read, "a paper's bytes"},
    MarkedRoute{"POST", "/v1/events/search", AccessKind::marked_read, "who did what, with names"},
    MarkedRoute{"GET", "/v1/submissions/{id}/papers/{slot}", AccessKind::marked_read, "a paper's bytes"},
};

/// What may stand in the log of a caller's own words: an id, a code, the name of a slot.
bool is_plain(const std::string& text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
  });
}

std::string target_of(const HttpRequest& request) {
  const auto id = request.parameters.find("id");
  return id != request.parameters.end() && is_plain(id->second) ? id->second : "";
}

AccessEntry entry_of(const Deps& deps, const HttpRoute& route, const HttpRequest& request, const std::optional<Actor>& caller) {
  AccessEntry entry;
  entry.at = deps.clock.system_now();
  if (caller) {
    entry.person = caller->person;
    if (!caller->appointment.empty()) entry.appointment = caller->appointment;
    if (!caller->office.empty()) entry.office = caller->office;
    entry.target = target_of(request);
  }
  entry.address = request.peer;
  entry.method = route.method;
  entry.route = route.pattern;
  entry.request_id = request.request_id;
  return entry;
}

/// What is refused stays refused where the log fails: there is nothing more to withhold.
void note_denial(const Deps& deps, AccessEntry entry, int status, const std::string& code) {
  entry.kind = AccessKind::denied;
  entry.status = status;
  entry.code = code;
  try {
    deps.access_log.add({&entry, 1});
  } catch (const StorageUnavailable&) {
  }
}

bool note_read(const Deps& deps, AccessEntry entry, AccessKind kind, int status) {
  entry.kind = kind;
  entry.status = status;
  try {
    deps.access_log.add({&entry, 1});
    return true;
  } catch (const StorageUnavailable&) {
    return false;
  }
}

bool is_denial(int status) { return status == 401 || status == 403 || status == 404; }

std::optional<AccessKind> mark_of(const HttpRoute& route) {
  const auto found = std::ranges::find_if(
      marked, [&](const MarkedRoute& it) { return it.method == route.method && it.pattern == route.pattern; });
  return found == marked.end() ? std::nullopt : std::optional(found->kind);
}

/// A 412 carries the thing as it stands; that of a dossier is what a marked read shows.
bool shows_dossier(const HttpRoute& route, int status) {
  return status == 412 && route.pattern.starts_with("/v1/dossiers/{id}/");
}

}  // namespace

std::span<const MarkedRoute> marked_routes() { return marked; }

HttpRoute watched(const Deps& deps, HttpRoute route) {
  if (route.access.kind() == Access::Kind::open) return route;
  const auto named = std::make_shared<const HttpRoute>(route);
  const auto mark = mark_of(route);
  route.denied = [&deps, named](const HttpRequest& request, const std::optional<Actor>& caller, const Problem& problem) {
    note_denial(deps, entry_of(deps, *named, request, caller), problem.status, problem.code);
  };
  route.handler = [&deps, named, mark](const HttpRequest& request, const std::optional<Actor>& caller, Respond respond) {
    // What the entry needs, not the request with its body, waits with the answer.
    auto answer = [&deps, named, mark, entry = entry_of(deps, *named, request, caller), language = request.header("accept-language"),
                   respond = std::move(respond)](HttpResponse response) {
      if (is_denial(response.status)) note_denial(deps, entry, response.status, response.code);
      const bool read = (mark && response.status < 400) || shows_dossier(*named, response.status);
      if (!read || note_read(deps, entry, mark.value_or(AccessKind::marked_read), response.status)) return respond(std::move(response));
      HttpRequest asked;
      if (language) asked.headers["accept-language"] = *language;
      asked.request_id = entry.request_id;
      respond(respond_with(known_problem("storage_unavailable"), asked));
    };
    named->handler(request, caller, std::move(answer));
  };
  return route;
}

}  // namespace vinhdanh
