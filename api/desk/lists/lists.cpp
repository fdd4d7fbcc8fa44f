// Lists of submissions, occasions and decisions within the caller's scope, and each of them.
#include "api/desk/lists/lists.hpp"

#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

constexpr int kFetched = 200;  ///< rows of the store at a time

/// Leaves of a page of the store what the caller sees.
void keep_seen(const Deps&, const Scope& scope, std::vector<Occasion>& page) {
  std::erase_if(page, [&](const Occasion& occasion) { return !scope.sees(occasion); });
}

template <class T, class Office, class Holding>
void keep_by_entries(const Scope& scope, std::vector<T>& page, Office office, Holding&& holding) {
  std::vector<std::string> ids;
  for (const auto& item : page) {
    if (!scope.sees_all_of(item.*office)) ids.push_back(item.id);
  }
  const auto seen = holding(scope.in_lists(), ids);
  std::erase_if(page, [&](const T& item) { return !scope.sees_all_of(item.*office) && !seen.contains(item.id); });
}

void keep_seen(const Deps& deps, const Scope& scope, std::vector<Submission>& page) {
  keep_by_entries(scope, page, &Submission::unit,
                  [&](const auto& of, const auto& ids) { return deps.lists.submissions_in(of, ids); });
}

void keep_seen(const Deps& deps, const Scope& scope, std::vector<Decision>& page) {
  keep_by_entries(scope, page, &Decision::authority,
                  [&](const auto& of, const auto& ids) { return deps.lists.decisions_in(of, ids); });
}

template <class T>
struct SeenPage {
  std::vector<T> items;
  std::optional<std::string> next;  ///< where to go on; nothing at the end
};

/// A page is full unless it is the last.
template <class T, class Fetch>
SeenPage<T> seen_page(const Deps& deps, const Scope& scope, const PageRequest& asked, Fetch&& fetch) {
  SeenPage<T> seen;
  if (!scope.has_business()) return seen;
  PageRequest next{asked.after, kFetched};
  for (bool more = true; more;) {
    auto page = fetch(next);
    more = page.size() == static_cast<std::size_t>(kFetched);
    if (more) next.after = page.back().id;
    keep_seen(deps, scope, page);
    for (auto& item : page) {
      if (seen.items.size() == static_cast<std::size_t>(asked.limit)) {
        seen.next = seen.items.back().id;
        return seen;
      }
      seen.items.push_back(std::move(item));
    }
  }
  return seen;
}

template <class T, class Query, class Fetch>
std::int64_t count_seen(const Deps& deps, const Scope& scope, Query query, Fetch&& fetch) {
  std::int64_t count = 0;
  query.page = {"", kFetched};
  for (bool more = scope.has_business(); more;) {
    std::vector<T> page = fetch(query);
    more = page.size() == static_cast<std::size_t>(kFetched);
    if (more) query.page.after = page.back().id;
    keep_seen(deps, scope, page);
    count += static_cast<std::int64_t>(page.size());
  }
  return count;
}

/// How many of its dossiers the caller sees, and how far they are.
void add_dossier_counts(const Deps& deps, const Scope& scope, const ListFilter& filter, Json& line) {
  const std::vector<Facet> phases{Facet::phase};
  std::int64_t all = 0;
  line["phases"] = Json::object();
  for (const auto& it : deps.lists.facets(scope.in_lists(), filter, phases, today(deps))) {
    line["phases"][it.value] = it.count;
    all += it.count;
  }
  line["count"] = all;
}
void add_counts(const Deps& deps, const Scope& scope, const Submission& it, Json& line) {
  add_dossier_counts(deps, scope, {.submissions = {it.id}}, line);
}
void add_counts(const Deps& deps, const Scope& scope, const Decision& it, Json& line) {
  add_dossier_counts(deps, scope, {.decisions = {it.id}}, line);
}
void add_counts(const Deps&, const Scope&, const Occasion&, const Json&) {}

template <class T, class Query, class Fetch, class Line>
HttpResponse list(const Deps& deps, const HttpRequest& request, const Actor& actor, QueryReader& reader, Query query,
                  Fetch&& fetch, Line&& line) {
  const bool total = reader.truth("total").value_or(false);
  const auto page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  ensure_entries(deps);
  const Scope scope(deps, actor, today(deps));
  const auto seen = seen_page<T>(deps, scope, page, [&](const PageRequest& next) {
    query.page = next;
    return fetch(query);
  });
  auto items = Json::array();
  for (const auto& item : seen.items) {
    items.push_back(line(deps, item));
    add_counts(deps, scope, item, items.back());
  }
  NameList names;
  names.note(items);
  auto body = page_body(deps.store, request, actor, std::move(items), seen.next);
  body["names"] = names.json(deps, today(deps));
  if (total) body["total"] = count_seen<T>(deps, scope, query, fetch);
  return json_response(200, body);
}

template <class Query>
void narrow(QueryReader& reader, const char* name, Query& list) {
  if (auto value = reader.text(name)) list.push_back(std::move(*value));
}

HttpResponse tagged(Json body, std::int64_t version) {
  auto response = json_response(200, body);
  response.set("ETag", etag_of(version));
  return response;
}

}  // namespace

HttpResponse list_submissions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  SubmissionQuery query;
  narrow(reader, "occasion", query.occasions);
  narrow(reader, "unit", query.units);
  query.external_ref = reader.text("external_ref");
  if (query.units.empty()) query.units = Scope(deps, actor, today(deps)).units().value_or(std::vector<OfficeId>{});
  return list<Submission>(
      deps, request, actor, reader, query,
      [&](const SubmissionQuery& page) { return deps.store.find_submissions(page); }, submission_line);
}

HttpResponse show_submission(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto submission = visible_submission(deps, request, actor);
  if (!submission) return std::move(submission.response());
  DossierQuery query;
  query.submissions = {submission->id};
  return tagged(submission_view(deps, *submission, visible_dossiers(deps, actor, query, kMostDossiers)),
                submission->version);
}

HttpResponse list_occasions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  OccasionQuery query;
  query.plan = reader.text("plan");
  query.open = reader.truth("open");
  query.external_ref = reader.text("external_ref");
  return list<Occasion>(
      deps, request, actor, reader, query, [&](const OccasionQuery& page) { return deps.store.find_occasions(page); },
      occasion_view);
}

HttpResponse show_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto occasion = visible_occasion(deps, request, actor, path_parameter(request, "id"));
  if (!occasion) return std::move(occasion.response());
  return tagged(occasion_view(deps, *occasion), occasion->version);
}

HttpResponse list_decisions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  DecisionQuery query;
  narrow(reader, "occasion", query.occasions);
  query.state = reader.name<DecisionState>("state");
  query.external_ref = reader.text("external_ref");
  return list<Decision>(
      deps, request, actor, reader, query, [&](const DecisionQuery& page) { return deps.store.find_decisions(page); },
      decision_line);
}

HttpResponse show_decision(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto decision = visible_decision(deps, request, actor);
  if (!decision) return std::move(decision.response());
  DossierQuery query;
  query.decisions = {decision->id};
  return tagged(decision_view(deps, *decision, visible_dossiers(deps, actor, query, kMostInDecision)),
                decision->version);
}

}  // namespace vinhdanh
