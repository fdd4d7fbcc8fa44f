// Queries: a clause for each question that is asked, keyset pages in the order of ids.

#include "adapters/accept.hpp"
#include "adapters/sql/inner.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using Row = std::tuple<std::int64_t, std::string>;
using Rows = std::vector<Row>;

/// The clauses of one query and their parameters.
class Clauses {
 public:
  explicit Clauses(detail::Dialect dialect) : dialect_(dialect) {}

  void in(const std::string& column, const std::vector<std::string>& values) {
    if (!values.empty()) add(column + " IN " + sql::listed(dialect_, name()), nlohmann::json(values).dump());
  }
  template <class Enum>
  void in_names(const std::string& column, const std::vector<Enum>& values) {
    std::vector<std::string> names;
    for (const Enum value : values) names.emplace_back(name_of(value));
    in(column, names);
  }
  void at(const std::vector<std::pair<std::string, StageId>>& places) {
    if (places.empty()) return;
    // No function over JSON is common to both.
    const std::string pairs = dialect_ == detail::Dialect::sqlite
                                  ? "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(" + name() + "))"
                                  : "(SELECT value ->> 0, value ->> 1 FROM jsonb_array_elements(CAST(" + name() + " AS jsonb)))";
    add("(plan, stage) IN " + pairs, nlohmann::json(places).dump());
  }
  void is(const std::string& column, const std::optional<std::string>& value) {
    if (value) add(column + " = " + name(), *value);
  }
  void flag(const std::string& column, const std::optional<bool>& value) {
    if (value) text_ += " AND " + column + (*value ? " = 1" : " = 0");
  }

  /// Rows (version, body) of the page.
  [[nodiscard]] Rows rows(Connection& reader, const std::string& table, const PageRequest& page) const {
    const std::string text = "SELECT version, body FROM " + table + " WHERE id > :after" + text_ +
                             " ORDER BY id LIMIT " + std::to_string(page_limit(page));
    std::vector<std::string> values = {page.after};
    values.insert(values.end(), values_.begin(), values_.end());
    return reader.rows<Row>(text, values);
  }

 private:
  [[nodiscard]] std::string name() const { return ":p" + std::to_string(values_.size()); }
  void add(const std::string& clause, std::string value) {
    text_ += " AND " + clause;
    values_.push_back(std::move(value));
  }

  detail::Dialect dialect_;
  std::string text_;
  std::vector<std::string> values_;
};

template <class T>
std::vector<T> page_of(const Clauses& clauses, Connection& reader, const std::string& table, const PageRequest& page) {
  std::vector<T> found;
  for (const auto& [version, body] : clauses.rows(reader, table, page)) {
    found.push_back(decode<T>(body));
    found.back().version = version;
  }
  return found;
}

}  // namespace

std::vector<Dossier> SqlStore::find_dossiers(const DossierQuery& query) const {
  Clauses clauses(inner_->database->dialect());
  clauses.in("occasion", query.occasions);
  clauses.in("submission", query.submissions);
  clauses.in("decision", query.decisions);
  clauses.in("unit", query.units);
  clauses.in("territory", query.territories);
  clauses.at(query.plan_stages);
  clauses.in_names("phase", query.phases);
  clauses.in("form", query.forms);
  clauses.is("external_ref", query.external_ref);
  clauses.is("code", query.code);
  clauses.is("nominee_person", query.nominee_person);
  clauses.is("nominee_office", query.nominee_office);
  return inner_->read([&](Connection& reader) { return page_of<Dossier>(clauses, reader, "dossier", query.page); });
}

std::vector<Submission> SqlStore::find_submissions(const SubmissionQuery& query) const {
  Clauses clauses(inner_->database->dialect());
  clauses.in("occasion", query.occasions);
  clauses.in("unit", query.units);
  clauses.is("external_ref", query.external_ref);
  return inner_->read(
      [&](Connection& reader) { return page_of<Submission>(clauses, reader, "submission", query.page); });
}

std::vector<Occasion> SqlStore::find_occasions(const OccasionQuery& query) const {
  Clauses clauses(inner_->database->dialect());
  clauses.is("plan", query.plan);
  clauses.in("territory", query.territories);
  clauses.flag("open", query.open);
  clauses.is("external_ref", query.external_ref);
  return inner_->read([&](Connection& reader) { return page_of<Occasion>(clauses, reader, "occasion", query.page); });
}

std::vector<Decision> SqlStore::find_decisions(const DecisionQuery& query) const {
  Clauses clauses(inner_->database->dialect());
  clauses.in("authority", query.authorities);
  clauses.in("occasion", query.occasions);
  if (query.state) clauses.is("state", std::string(name_of(*query.state)));
  clauses.is("external_ref", query.external_ref);
  return inner_->read([&](Connection& reader) { return page_of<Decision>(clauses, reader, "decision", query.page); });
}

}  // namespace vinhdanh
