// What a search would find, counted by its values; and how long the stages took that its dossiers have passed.
#include <algorithm>
#include <map>

#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/list_body.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/lists/stage_passes.hpp"
#include "engine/model/due_bucket.hpp"

namespace vinhdanh {

namespace {

/// What the store counts by; places are put together from units.
Facet stored_facet(ListFacet facet) {
  return parse_name<Facet>(name_of(facet)).value_or(Facet::unit);
}

bool is_place(ListFacet facet) { return facet == ListFacet::territory || facet == ListFacet::area; }

/// Where units lie today: under which province, and in which part of it.
class UnitPlaces {
 public:
  explicit UnitPlaces(const Deps& deps) : organisation_(deps.rulebook.organisation()), day_(today(deps)) {}

  [[nodiscard]] std::optional<OfficeId> of(ListFacet facet, const OfficeId& unit) const {
    std::optional<OfficeId> territory, area;
    for (const auto& id : line(unit)) {
      if (is_central(id)) break;
      area = territory;
      territory = id;
      if (is_province(id)) break;
    }
    return facet == ListFacet::territory ? territory : area;
  }
  [[nodiscard]] bool is_under(const OfficeId& unit, const OfficeId& place) const {
    const auto all = line(unit);
    return std::ranges::find(all, place) != all.end();
  }

  /// The unit itself and those above it, as the marks of list entries have them.
  [[nodiscard]] std::vector<OfficeId> line(const OfficeId& unit) const {
    auto all = organisation_.line_on(unit, day_);
    if (std::ranges::find(all, unit) == all.end()) all.insert(all.begin(), unit);
    return all;
  }

 private:
  [[nodiscard]] bool has_level(const OfficeId& id, std::string_view level) const {
    const auto* office = organisation_.office(id);
    return office != nullptr && office->level == level;
  }
  [[nodiscard]] bool is_central(const OfficeId& id) const { return has_level(id, "central"); }
  [[nodiscard]] bool is_province(const OfficeId& id) const { return has_level(id, "province"); }

  const Organisation& organisation_;
  Date day_;
};

/// Counts by pairs of values; of one facet the second is empty.
using Counts = std::map<std::pair<std::string, std::string>, std::int64_t>;

class Counter {
 public:
  Counter(const Deps& deps, const Actor& actor, const ListBody& body)
      : deps_(deps), body_(body), day_(today(deps)), scope_(Scope(deps, actor, day_).in_lists()),
        filter_(filter_of(deps, body, actor)), places_(deps) {}

  [[nodiscard]] std::int64_t total() const { return deps_.lists.count(scope_, filter_); }

  [[nodiscard]] Json one(ListFacet facet) const {
    Counts counts;
    const std::vector<Facet> stored{stored_facet(facet)};
    for (const auto& it : deps_.lists.facets(scope_, filter_, stored, day_)) counts[{it.value, ""}] = it.count;
    if (is_place(facet)) counts = by_place(counts, facet, true);
    auto items = Json::array();
    for (const auto& [values, count] : counts) items.push_back(line(facet, values.first, count));
    return items;
  }

  [[nodiscard]] Json pair(ListFacet first, ListFacet second) const {
    Counts counts;
    const auto rows = is_place(first) && is_place(second) ? both_places() : crossed(first, second);
    for (const auto& it : rows) counts[{it.value, it.by}] += it.count;
    if (is_place(first)) counts = by_place(counts, first, true);
    if (is_place(second)) counts = by_place(counts, second, false);
    auto items = Json::array();
    for (const auto& [values, count] : counts) {
      auto filter = narrowed(first, values.first);
      filter.update(narrowed(second, values.second));
      items.push_back({{"values", {values.first, values.second}}, {"count", count}, {"filter", std::move(filter)}});
    }
    Json json{{"facets", {name_of(first), name_of(second)}}, {"items", std::move(items)}};
    json["names"] = Json::array({names_in(first, counts, true), names_in(second, counts, false)});
    return json;
  }

 private:
  [[nodiscard]] std::vector<CrossCount> crossed(ListFacet first, ListFacet second) const {
    const auto one = stored_facet(first);
    const auto other = stored_facet(second);
    if (one != other) return deps_.lists.crossed(scope_, filter_, one, other, day_);
    return both_places();  // a place and the unit
  }
  [[nodiscard]] std::vector<CrossCount> both_places() const {
    std::vector<CrossCount> rows;
    const std::vector<Facet> units{Facet::unit};
    for (const auto& it : deps_.lists.facets(scope_, filter_, units, day_)) rows.push_back({it.value, it.value, it.count});
    return rows;
  }

  /// A place counts what lies under it, whatever place of its kind each unit names first: so does the list that it opens.
  [[nodiscard]] Counts by_place(const Counts& units, ListFacet facet, bool first) const {
    std::set<OfficeId> found;
    for (const auto& [values, count] : units) {
      if (auto place = places_.of(facet, first ? values.first : values.second)) found.insert(std::move(*place));
    }
    Counts counts;
    for (const auto& [values, count] : units) {
      for (const auto& place : places_.line(first ? values.first : values.second)) {
        if (found.contains(place)) counts[first ? std::pair(place, values.second) : std::pair(values.first, place)] += count;
      }
    }
    return counts;
  }

  [[nodiscard]] std::optional<std::string> name_in(ListFacet facet, const std::string& value) const {
    switch (facet) {
      case ListFacet::unit:
      case ListFacet::office:
      case ListFacet::territory:
      case ListFacet::area:
        return office_name(deps_.rulebook.organisation(), value, day_);
      case ListFacet::assignee:
        return person_name(deps_.store, value);
      case ListFacet::plan: {
        const auto* plan = deps_.rulebook.latest_plan(value);
        return plan == nullptr ? std::nullopt : std::optional(plan->title);
      }
      case ListFacet::occasion: {
        const auto occasion = deps_.store.occasion(value);
        return occasion ? std::optional(occasion->name) : std::nullopt;
      }
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] Json names_in(ListFacet facet, const Counts& counts, bool first) const {
    Json names = Json::object();
    for (const auto& [values, count] : counts) {
      const auto& value = first ? values.first : values.second;
      if (names.contains(value)) continue;
      if (const auto name = name_in(facet, value)) names[value] = *name;
    }
    return names;
  }

  [[nodiscard]] Json line(ListFacet facet, const std::string& value, std::int64_t count) const {
    Json json{{"value", value}, {"count", count}, {"filter", narrowed(facet, value)}};
    if (const auto name = name_in(facet, value)) json["name"] = *name;
    return json;
  }

  /// The members of the body that make it find exactly these.
  [[nodiscard]] Json narrowed(ListFacet facet, const std::string& value) const {
    switch (facet) {
      case ListFacet::assignee: return {{"assignee", value}};
      case ListFacet::territory:
      case ListFacet::area: return under(value);
      case ListFacet::due_bucket: return due(parse_name<DueBucket>(value).value_or(DueBucket::no_due));
      case ListFacet::subject_kind: return {{"subject_kinds", {value}}};
      default: return {{std::string(name_of(facet)) + "s", {value}}};
    }
  }
  /// A place that the body asks for already, or one above it, makes nothing narrower.
  [[nodiscard]] Json under(const OfficeId& place) const {
    if (body_.under && places_.is_under(*body_.under, place)) return Json::object();
    return {{"under", place}};
  }
  [[nodiscard]] Json due(DueBucket bucket) const {
    if (bucket == DueBucket::no_due) return {{"has_due", false}};
    const auto range = due_range(bucket, day_);
    Json json{{"has_due", true}};
    if (range.from) json["due_from"] = std::max(*range.from, body_.due_from.value_or(*range.from)).text();
    if (range.to) json["due_to"] = std::min(*range.to, body_.due_to.value_or(*range.to)).text();
    return json;
  }

  const Deps& deps_;
  const ListBody& body_;
  Date day_;
  ListScope scope_;
  ListFilter filter_;
  UnitPlaces places_;
};

std::vector<ListFacet> every_facet() {
  std::vector<ListFacet> all;
  for (std::size_t i = 0; i < Names<ListFacet>::all.size(); ++i) all.push_back(static_cast<ListFacet>(i));
  return all;
}

/// How often a stage was passed, by the days that it took.
struct StageTimes {
  std::int64_t dossiers = 0;
  std::map<int, std::int64_t> days;
  std::int64_t late = 0;
  std::set<std::optional<int>> limits;

  void take(const StagePass& pass, std::int64_t count) {
    days[pass.days] += count;
    limits.insert(pass.limit);
    if (pass.limit && pass.days > *pass.limit) late += count;
  }
  [[nodiscard]] std::int64_t passes() const {
    std::int64_t all = 0;
    for (const auto& [each, count] : days) all += count;
    return all;
  }
  /// The least number of days in which so many of a hundred were done.
  [[nodiscard]] int percentile(int percent) const {
    const auto wanted = (passes() * percent + 99) / 100;
    std::int64_t seen = 0;
    for (const auto& [each, count] : days) {
      seen += count;
      if (seen >= wanted) return each;
    }
    return 0;
  }
};

using TimesByStage = std::map<std::pair<std::string, StageId>, StageTimes>;

TimesByStage times_of(const std::vector<PassesCount>& rows) {
  TimesByStage all;
  for (const auto& row : rows) {
    std::set<StageId> stages;
    for (const auto& pass : read_passes(row.passes).stages) {
      auto& times = all[{row.plan, pass.stage}];
      times.take(pass, row.count);
      if (stages.insert(pass.stage).second) times.dossiers += row.count;
    }
  }
  return all;
}

Json times_json(const Deps& deps, const std::string& plan, const StageId& stage, const StageTimes& times) {
  Json json{{"plan", plan},
            {"stage", stage},
            {"name", stage_name_in(deps.rulebook.latest_plan(plan), stage)},
            {"dossiers", times.dossiers},
            {"passes", times.passes()},
            {"median", times.percentile(50)},
            {"p90", times.percentile(90)},
            {"late", times.late},
            {"filter", {{"plans", {plan}}, {"passed", {stage}}}}};
  if (times.limits.size() == 1 && *times.limits.begin()) json["limit"] = **times.limits.begin();
  return json;
}

Json wanted_facets(const Counter& counter, const ListBody& body) {
  const auto wanted = body.facets.empty() && body.crossed.empty() ? every_facet() : body.facets;
  Json facets = Json::object();
  for (const auto facet : wanted) facets[std::string(name_of(facet))] = counter.one(facet);
  return facets;
}

}  // namespace

std::string stage_name_in(const Plan* plan, const StageId& id) {
  if (plan == nullptr) return id;
  for (const auto& route : plan->routes) {
    const auto found = std::ranges::find(route.stages, id, &Stage::id);
    if (found != route.stages.end()) return found->name;
  }
  return id;
}

Json facet_counts(const Deps& deps, const Actor& actor, const ListBody& body) {
  const Counter counter(deps, actor, body);
  Json answer{{"total", counter.total()}, {"facets", wanted_facets(counter, body)}};
  if (!body.crossed.empty()) answer["crossed"] = Json::array();
  for (const auto& pair : body.crossed) answer["crossed"].push_back(counter.pair(pair[0], pair[1]));
  return answer;
}

Json stage_durations(const Deps& deps, const Actor& actor, const ListBody& body) {
  const auto scope = Scope(deps, actor, today(deps)).in_lists();
  const auto filter = filter_of(deps, body, actor);
  auto items = Json::array();
  for (const auto& [place, times] : times_of(deps.lists.passes(scope, filter)))
    items.push_back(times_json(deps, place.first, place.second, times));
  return {{"total", deps.lists.count(scope, filter)}, {"items", std::move(items)}};
}

HttpResponse count_facets(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_list_body(request);
  if (!body) return std::move(body.response());
  ensure_entries(deps);
  return json_response(200, facet_counts(deps, actor, *body));
}

HttpResponse count_durations(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_list_body(request);
  if (!body) return std::move(body.response());
  ensure_entries(deps);
  return json_response(200, stage_durations(deps, actor, *body));
}

}  // namespace vinhdanh
