// The boxes of a person's inbox.
#include "api/desk/lists/inbox.hpp"

#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/list_body.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "engine/model/due_bucket.hpp"

namespace vinhdanh {

namespace {

ListFilter at_office(const Actor& actor) {
  ListFilter filter;
  filter.offices = {actor.office};
  return filter;
}

ListFilter due(const Actor& actor, DueBucket bucket, Date today) {
  auto filter = at_office(actor);
  const auto range = due_range(bucket, today);
  filter.due_from = range.from;
  filter.due_to = range.to;
  return filter;
}

ListFilter marked(std::string mark) {
  ListFilter filter;
  filter.marks.push_back(std::move(mark));
  return filter;
}

/// What waits is sorted by when it is due, the rest by what happened last.
ListOrder usual_order(Box box) {
  const bool waits = box != Box::returned && box != Box::waiting_for_others && box != Box::done;
  return waits ? ListOrder::due : ListOrder::changed;
}

}  // namespace

ListFilter filter_of(Box box, const Actor& actor, Date today) {
  auto filter = at_office(actor);
  switch (box) {
    case Box::mine:
      filter.role = std::string(name_of(actor.role));
      filter.free_for = actor.person;
      break;
    case Box::office:
      break;
    case Box::overdue:
      return due(actor, DueBucket::overdue, today);
    case Box::due_today:
      return due(actor, DueBucket::due_today, today);
    case Box::due_this_week:
      return due(actor, DueBucket::due_this_week, today);
    case Box::due_later:
      return due(actor, DueBucket::due_later, today);
    case Box::returned:
      return marked(marks::of_return(actor.office));
    case Box::waiting_for_others:
      filter = marked(marks::of_concern(actor.office));
      filter.not_offices = {actor.office};
      filter.open = true;
      break;
    case Box::done:
      filter = marked(marks::of_concern(actor.office));
      filter.open = false;
      break;
  }
  return filter;
}

HttpResponse show_inbox(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  const auto box = reader.name<Box>("box").value_or(Box::mine);
  ListAsked asked;
  asked.order = reader.name<ListOrder>("order").value_or(usual_order(box));
  asked.total = reader.truth("total").value_or(false);
  const auto page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  asked.filter = filter_of(box, actor, today(deps));
  return list_response(deps, request, actor, asked, page, true);
}

HttpResponse count_inbox(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  ensure_entries(deps);
  const auto scope = Scope(deps, actor, today(deps)).in_lists();
  Json counts = Json::object();
  for (std::size_t i = 0; i < Names<Box>::all.size(); ++i) {
    const auto box = static_cast<Box>(i);
    counts[std::string(name_of(box))] = deps.lists.count(scope, filter_of(box, actor, today(deps)));
  }
  return json_response(200, {{"counts", std::move(counts)}});
}

}  // namespace vinhdanh
