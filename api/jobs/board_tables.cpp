// The pictures of the board as tables; each number is the total of a search, as on the page.
#include "api/jobs/board_tables.hpp"

#include <algorithm>
#include <map>

#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/request/answers.hpp"
#include "engine/model/due_bucket.hpp"

namespace vinhdanh {
namespace {

constexpr int most_rounds = 50;

std::string number(const Json& from, const char* name) {
  const auto found = from.find(name);
  return found == from.end() ? "" : found->dump();
}

std::string named(const Json& line) { return line.value("name", line.at("value").get<std::string>()); }

std::vector<BoardPicture> every_picture() {
  std::vector<BoardPicture> all;
  for (std::size_t i = 0; i < Names<BoardPicture>::all.size(); ++i) all.push_back(static_cast<BoardPicture>(i));
  return all;
}

/// So many days from today, in calendar days; together they leave no day out.
struct Span {
  const char* vi;
  const char* en;
  std::optional<int> from;
  std::optional<int> to;
};
constexpr Span lateness[] = {{"Quá hạn trên 30 ngày", "More than 30 days overdue", {}, -31},
                             {"Quá hạn 8–30 ngày", "8–30 days overdue", -30, -8},
                             {"Quá hạn 1–7 ngày", "1–7 days overdue", -7, -1},
                             {"Hạn hôm nay", "Due today", 0, 0},
                             {"Hạn trong 7 ngày tới", "Due within 7 days", 1, 7},
                             {"Hạn sau 7 ngày tới", "Due after 7 days", 8, {}}};

class Board {
 public:
  Board(const Deps& deps, const Actor& actor, const ExportBody& body, const ExportWords& words)
      : deps_(deps), actor_(actor), body_(body), words_(words), day_(today(deps)),
        plan_(*deps.rulebook.latest_plan(body.filter.plans.front())) {}

  [[nodiscard]] TableFile table(BoardPicture picture) const {
    switch (picture) {
      case BoardPicture::stages: return stages();
      case BoardPicture::overdue: return overdue();
      case BoardPicture::places: return places();
      case BoardPicture::ageing: return ageing();
      case BoardPicture::quotas: return quotas();
    }
    return {};
  }

 private:
  [[nodiscard]] Json counts(const ListBody& asked) const { return facet_counts(deps_, actor_, asked); }
  [[nodiscard]] std::int64_t total(const ListBody& asked) const {
    return deps_.lists.count(Scope(deps_, actor_, day_).in_lists(), filter_of(deps_, asked, actor_));
  }
  /// The asked-for filter, counted by these.
  [[nodiscard]] ListBody by(std::vector<ListFacet> facets) const {
    auto asked = body_.filter;
    asked.facets = std::move(facets);
    asked.crossed.clear();
    return asked;
  }
  /// At work, not on hold, with a due date on these days.
  [[nodiscard]] static ListBody due(ListBody asked, const DueRange& days) {
    asked.open = true;
    asked.held = false;
    if (days.from) asked.due_from = days.from;
    if (days.to) asked.due_to = days.to;
    return asked;
  }
  [[nodiscard]] ListBody late(ListBody asked) const { return due(std::move(asked), due_range(DueBucket::overdue, day_)); }

  [[nodiscard]] TableFile titled(const char* vi, const char* en, std::vector<std::string> header, std::size_t numbers_from) const {
    TableFile table;
    table.sheet = words_.of(vi, en);
    table.header = std::move(header);
    table.numbers_from = numbers_from;
    return table;
  }

  [[nodiscard]] static std::map<std::string, std::int64_t> by_value(const Json& lines) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& line : lines) counts[line.at("value")] = line.at("count");
    return counts;
  }

  [[nodiscard]] TableFile stages() const {
    auto table = titled("Tiến độ theo bước", "Progress by stage",
                        {words_.of("Bước", "Stage"), words_.of("Đã tới bước này", "Reached"), words_.of("So với bước trước (%)", "Of the previous stage (%)"),
                         words_.of("Đang ở bước này", "Here now"), words_.of("Trung vị (ngày làm việc)", "Median (working days)"),
                         words_.of("90% xong trong (ngày làm việc)", "90% done within (working days)"), words_.of("Hạn (ngày làm việc)", "Limit (working days)")},
                        1);
    auto asked = by({ListFacet::stage});
    asked.forms = {*body_.form};
    const auto all = counts(asked);
    const auto reached = by_value(all["facets"]["stage"]);
    std::map<std::string, Json> times;
    const auto durations = stage_durations(deps_, actor_, asked);
    for (const auto& each : durations["items"]) times[each.at("stage")] = each;
    asked.open = true;
    const auto here = by_value(counts(asked)["facets"]["stage"]);
    table.rows.push_back({words_.of("Đã lập hồ sơ", "Drawn up"), all["total"].dump(), "", "", "", "", ""});
    const auto& route = plan_.route(plan_.award_form(*body_.form)->route)->stages;
    std::optional<std::int64_t> before;
    for (auto stage = route.begin(); stage != route.end(); ++stage) {
      std::int64_t beyond = 0;
      for (auto later = stage; later != route.end(); ++later) beyond += value_of(reached, later->id);
      const auto share = before && *before > 0 ? std::to_string((200 * beyond + *before) / (2 * *before)) : "";
      before = beyond;
      const auto& time = times[stage->id];
      table.rows.push_back({stage->name, std::to_string(beyond), share, std::to_string(value_of(here, stage->id)),
                            number(time, "median"), number(time, "p90"), number(time, "limit")});
    }
    return table;
  }

  [[nodiscard]] static std::int64_t value_of(const std::map<std::string, std::int64_t>& counts, const std::string& value) {
    const auto found = counts.find(value);
    return found == counts.end() ? 0 : found->second;
  }

  [[nodiscard]] TableFile overdue() const {
    auto asked = late(by({ListFacet::unit, ListFacet::stage}));
    asked.crossed = {{ListFacet::unit, ListFacet::stage}};
    const auto found = counts(asked);
    std::map<std::pair<std::string, std::string>, std::int64_t> cells;
    for (const auto& item : found["crossed"][0]["items"]) cells[{item["values"][0], item["values"][1]}] = item["count"];
    auto table = titled("Quá hạn theo đơn vị", "Overdue by unit", {words_.of("Đơn vị trình", "Submitting unit")}, 1);
    for (const auto& stage : found["facets"]["stage"]) table.header.push_back(stage_name_in(&plan_, stage["value"]));
    table.header.push_back(words_.of("Tổng", "Total"));
    for (const auto& unit : most_first(found["facets"]["unit"])) {
      std::vector<std::string> row{named(unit)};
      for (const auto& stage : found["facets"]["stage"]) row.push_back(std::to_string(cells[{unit["value"], stage["value"]}]));
      row.push_back(unit["count"].dump());
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  [[nodiscard]] static std::vector<Json> most_first(const Json& lines) {
    std::vector<Json> sorted(lines.begin(), lines.end());
    std::ranges::stable_sort(sorted, [](const Json& one, const Json& other) { return one["count"] > other["count"]; });
    return sorted;
  }

  [[nodiscard]] TableFile places() const {
    auto table = titled("Quá hạn theo địa bàn", "Overdue by area", {words_.of("Địa bàn", "Area"), words_.of("Quá hạn", "Overdue"), words_.of("Tổng", "Total")}, 1);
    const auto wanted = by({ListFacet::territory, ListFacet::area});
    const auto all = counts(wanted)["facets"];
    const auto overdues = counts(late(wanted))["facets"];
    // What lies in one province is told apart by its parts.
    const char* facet = all["territory"].size() > 1 && !wanted.under ? "territory" : "area";
    const auto late_at = by_value(overdues[facet]);
    for (const auto& place : all[facet])
      table.rows.push_back({named(place), std::to_string(value_of(late_at, place["value"])), place["count"].dump()});
    std::ranges::stable_sort(table.rows, [](const auto& one, const auto& other) { return std::stoll(one[1]) > std::stoll(other[1]); });
    return table;
  }

  [[nodiscard]] TableFile ageing() const {
    auto table = titled("Theo hạn xử lý", "By due date", {words_.of("Hạn", "Due"), words_.of("Số hồ sơ", "Dossiers")}, 1);
    for (const auto& span : lateness) {
      DueRange days;
      if (span.from) days.from = day_.plus(*span.from);
      if (span.to) days.to = day_.plus(*span.to);
      table.rows.push_back({words_.of(span.vi, span.en), std::to_string(total(due(body_.filter, days)))});
    }
    return table;
  }

  /// Of the rounds that the filter names, else of the plan's open ones.
  [[nodiscard]] std::vector<Occasion> rounds() const {
    const Scope scope(deps_, actor_, day_);
    std::vector<Occasion> found;
    if (body_.filter.occasions.empty()) {
      found = deps_.store.find_occasions({.plan = plan_.id, .open = true, .page = {"", most_rounds}});
    } else {
      for (const auto& id : body_.filter.occasions) {
        if (auto one = deps_.store.occasion(id)) found.push_back(std::move(*one));
      }
    }
    std::erase_if(found, [&](const Occasion& one) { return !scope.sees(one); });
    return found;
  }

  [[nodiscard]] bool wants(const FormCode& form) const {
    const auto& forms = body_.filter.forms;
    return forms.empty() || std::ranges::find(forms, form) != forms.end();
  }

  [[nodiscard]] TableFile quotas() const {
    auto table = titled("Số lượng khen", "Places",
                        {words_.of("Đợt xét", "Round"), words_.of("Hình thức", "Form"), words_.of("Loại đối tượng", "Kind of nominee"), words_.of("Tổng số", "Total"),
                         words_.of("Đã có quyết định", "Decided"), words_.of("Đang giữ chỗ", "Reserved"), words_.of("Còn lại", "Left")},
                        3);
    for (const auto& round : rounds()) {
      for (const auto& row : quota_rows(deps_, actor_, round)) {
        if (!wants(row["form"])) continue;
        const auto* form = plan_.award_form(row["form"].get<std::string>());
        const auto kind = parse_name<SubjectKind>(row.value("subject_kind", ""));
        table.rows.push_back({round.name, form == nullptr ? row["form"].get<std::string>() : form->name,
                              kind ? subject_kind_word(*kind, words_) : words_.of("Mọi đối tượng", "All kinds of nominee"), number(row, "limit"),
                              number(row, "consumed"), number(row, "reserved"), number(row, "left")});
      }
    }
    return table;
  }

  const Deps& deps_;
  const Actor& actor_;
  const ExportBody& body_;
  const ExportWords& words_;
  Date day_;
  const Plan& plan_;
};

}  // namespace

std::vector<ProblemError> board_faults(const Deps& deps, const ExportBody& body) {
  if (body.filter.plans.empty()) return {missing_value("/filter/plans")};
  if (body.filter.plans.size() > 1) return {too_long("/filter/plans", 1)};
  const auto* plan = deps.rulebook.latest_plan(body.filter.plans.front());
  if (plan == nullptr) return {unknown_value("/filter/plans/0")};
  const auto& pictures = body.pictures;
  const bool staged = pictures.empty() || std::ranges::find(pictures, BoardPicture::stages) != pictures.end();
  if (staged && !body.form) return {missing_value("/form")};
  if (staged && plan->award_form(*body.form) == nullptr) return {unknown_value("/form")};
  return {};
}

std::vector<TableFile> board_tables(const Deps& deps, const Actor& actor, const ExportBody& body, const ExportWords& words) {
  const Board board(deps, actor, body, words);
  std::vector<TableFile> tables;
  for (const auto picture : body.pictures.empty() ? every_picture() : body.pictures) tables.push_back(board.table(picture));
  return tables;
}

}  // namespace vinhdanh
