// Inbox, search, counts and facets over many dossiers, beside fetching the same rows by key and bare grouped counts.
#include <functional>
#include <stdexcept>

#include "adapters/sql/statements_lists.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/lists/inbox.hpp"
#include "api/desk/lists/lists.hpp"
#include "bench/folder.hpp"
#include "bench/house.hpp"
#include "bench/measure.hpp"
#include "bench/raw_reader.hpp"
#include "bench/rows.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::size_t kPage = 50;

std::string by_key() { return "SELECT " + std::string(sql::entry_columns) + " FROM dossier_list e WHERE e.id = ?"; }

std::vector<Facet> all_facets() {
  std::vector<Facet> all;
  for (std::size_t i = 0; i < Names<Facet>::all.size(); ++i) all.push_back(static_cast<Facet>(i));
  return all;
}

/// What each row asks, and for whom.
class Lists100k {
 public:
  Lists100k(House& house, Province& province, std::size_t dossiers)
      : deps_(house.deps()), raw_(SqliteStore::database_file(house.folder())), dossiers_(dossiers) {
    fill_varied(house, province, dossiers);
    deps_.lists.set_computed_for(today(deps_).text() + " as the measurements made them");
    const auto office = deps_.rulebook.organisation().holder("home_affairs", province.occasion().territory, today(deps_));
    reviewer_ = province.person(office.value(), Role::intake_reviewer).actor;
    auditor_ = province.person(office.value(), Role::board_officer).actor;
    scope_ = Scope(deps_, reviewer_, today(deps_)).in_lists();
  }

  Row page(const std::string& name, const ListFilter& filter, ListOrder order, int rounds) {
    const ListRequest request{scope_, filter, order, "", static_cast<int>(kPage)};
    std::vector<std::string> ids;
    for (const ListEntry& entry : deps_.lists.find(request).entries) ids.push_back(entry.id);
    if (ids.size() != kPage) throw std::runtime_error(name + " has no whole page: " + std::to_string(ids.size()));
    return compared(
        name, rounds, [&] { return deps_.lists.find(request).entries.size(); }, [&] { return fetched(by_key(), ids); },
        "first page of 50; floor: the same 50 rows by key");
  }

  Row answer(int rounds) {
    const HttpRequest request = inbox_request();
    const auto ids = ids_of_answer();
    return compared(
        "inbox_answer", rounds, [&] { return show_inbox(deps_, request, reviewer_).body.size(); },
        [&] { return fetched(by_key(), ids) + fetched("SELECT body FROM dossier WHERE id = ?", ids); },
        "the same page as the API answers it, names and JSON; floor: rows and dossiers by key");
  }

  Row checks(int rounds) {
    const auto ids = ids_of_answer();
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/dossiers/check";
    request.headers = {{"content-type", "application/json"}};
    request.body = nlohmann::json{{"dossiers", ids}}.dump();
    return compared(
        "checks_answer", rounds, [&] { return check_dossiers(deps_, request, reviewer_).body.size(); },
        [&] { return fetched("SELECT body FROM dossier WHERE id = ?", ids); },
        "how the checks of that page's 50 dossiers went; floor: the dossiers by key");
  }

  Row counts(int rounds) {
    return compared(
        "inbox_counts", rounds,
        [&] {
          std::int64_t all = 0;
          for (std::size_t i = 0; i < Names<Box>::all.size(); ++i)
            all += deps_.lists.count(scope_, filter_of(static_cast<Box>(i), reviewer_, today(deps_)));
          return static_cast<std::size_t>(all);
        },
        [&] { return raw_.rows("SELECT office, phase, count(*) FROM dossier_list GROUP BY office, phase", {}).size(); },
        "all nine boxes; floor: one bare count grouped by office and phase");
  }

  Row facets(int rounds) {
    const auto wanted = all_facets();
    const auto scope = Scope(deps_, auditor_, today(deps_)).in_lists();
    return compared(
        "facets", rounds, [&] { return deps_.lists.facets(scope, {}, wanted, today(deps_)).size(); },
        [&] {
          std::size_t all = 0;
          for (const std::string_view facet : Names<Facet>::all) {
            const std::string column(facet == name_of(Facet::due_bucket) ? "due" : facet);
            all += raw_.rows("SELECT " + column + ", count(*) FROM dossier_list GROUP BY " + column, {}).size();
          }
          return all;
        },
        "all facets of a province's list; floor: as many bare grouped counts");
  }

  /// Two words of a name and the beginning of a third, which find some hundred of 100,000.
  [[nodiscard]] ListFilter search() const {
    ListFilter filter;
    filter.words = {"khanh"};
    if (dossiers_ > 10'000) filter.words.insert(filter.words.end(), {"loc", "t"});
    return filter;
  }
  [[nodiscard]] ListFilter office_box() const { return filter_of(Box::office, reviewer_, today(deps_)); }

 private:
  static HttpRequest inbox_request() {
    HttpRequest request;
    request.method = "GET";
    request.path = "/v1/inbox";
    request.query = {{"box", "office"}};
    return request;
  }
  std::vector<std::string> ids_of_answer() {
    const auto body = nlohmann::json::parse(show_inbox(deps_, inbox_request(), reviewer_).body);
    std::vector<std::string> ids;
    for (const auto& item : body.at("items")) ids.push_back(item.at("id"));
    return ids;
  }
  std::size_t fetched(const std::string& statement, const std::vector<std::string>& ids) {
    std::size_t all = 0;
    for (const std::string& id : ids) all += raw_.rows(statement, {id}).size();
    return all;
  }

  Row compared(const std::string& name, int rounds, const std::function<std::size_t()>& subject,
               const std::function<std::size_t()>& floor, const std::string& conditions) {
    Comparison times;
    if (subject() == 0 || floor() == 0) throw std::runtime_error(name + " finds nothing");
    for (int i = 0; i < rounds; ++i) {
      const Spent taken = spent([&] { subject(); });
      times.add(taken, spent([&] { floor(); }), 1);
    }
    return {name, median(times.subject_cpu) * 1e3, "ms", median(times.floor_cpu) * 1e3,
            "processor time; " + std::to_string(dossiers_) + " dossiers; " + conditions + "; medians of " +
                std::to_string(rounds) + " rounds"};
  }

  Deps deps_;
  RawReader raw_;
  std::size_t dossiers_;
  Actor reviewer_;
  Actor auditor_;
  ListScope scope_;
};

}  // namespace

std::vector<Row> measure_lists(bool quick) {
  const Folder folder("lists");
  const SystemClock clock;
  RandomFresh fresh(clock);
  Province province(fresh);
  House house(folder.path(), province.definitions());
  Lists100k lists(house, province, quick ? 1'000 : 100'000);
  const int rounds = quick ? 3 : 25;
  return {lists.page("inbox_page", lists.office_box(), ListOrder::due, rounds),
          lists.answer(rounds),
          lists.checks(rounds),
          lists.page("search_page", lists.search(), ListOrder::opened, rounds),
          lists.counts(rounds),
          lists.facets(rounds)};
}

}  // namespace vinhdanh::bench
