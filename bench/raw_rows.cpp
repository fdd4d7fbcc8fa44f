// Rows of a change and the loop that writes them.
#include "bench/raw_rows.hpp"

#include <sqlite3.h>

#include <map>
#include <stdexcept>
#include <tuple>

#include "adapters/accept.hpp"
#include "adapters/list_keys.hpp"
#include "adapters/sqlite/list_query.hpp"
#include "adapters/sql/statements_lists.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh::bench {
namespace {

using Value = std::variant<std::monostate, std::int64_t, std::string>;

Value value_of(const std::string& text) { return text; }
Value value_of(std::string_view text) { return std::string(text); }
Value value_of(std::int64_t number) { return number; }
Value value_of(int number) { return std::int64_t{number}; }
template <class T>
Value value_of(const std::optional<T>& value) {
  return value ? value_of(*value) : Value{};
}

template <class... Params>
RawWrite raw(sql::Text statement, const Params&... params) {
  return {statement.in(detail::Dialect::sqlite), {value_of(params)...}};
}

RawWrite raw_entry(const ListEntry& it, const Searched& after) {
  return raw(sql::put_entry, it.id, it.version, it.code, it.submission, it.occasion, it.decision, it.plan, it.unit,
             it.territory, it.form, name_of(it.subject_kind), it.category, it.external_ref, name_of(it.phase), it.stage,
             it.office, it.hand, detail::spaced(it.roles), it.assignee, it.reserved ? 1 : 0, due_number(it.due),
             it.held ? 1 : 0, it.entered.milliseconds, it.changed.milliseconds, after.marks, after.words, after.passes);
}

void add_aggregate(std::vector<RawWrite>& rows, const Aggregate& aggregate) {
  const auto* it = std::get_if<Dossier>(&aggregate);
  if (it == nullptr) throw std::logic_error("only acts on dossiers are written again");
  rows.push_back(raw(sql::put_dossier, it->id, it->version, it->code, it->submission, it->occasion, it->plan.id,
                     it->unit, it->territory, it->form, name_of(it->phase), it->stage, it->external_ref, it->decision,
                     it->nominee_person, it->nominee_office, encode(*it)));
}

}  // namespace

std::vector<RawWrite> rows_written(const Store& store, const Change& change, const CommitResult& result,
                                   const Searched& before, const Searched& after) {
  std::vector<RawWrite> rows;
  for (const Touch& touch : change.touches) {
    const bool of_submission = touch.kind == StreamKind::submission;
    rows.push_back(raw(of_submission ? sql::touch_submission : sql::touch_decision, touch.id));
  }
  for (const Aggregate& aggregate : change.next) add_aggregate(rows, aggregate);
  for (const PersonalValue& it : change.personal)
    rows.push_back(raw(sql::add_personal, it.id, name_of(it.stream), it.stream_id, it.path, it.salt, it.value));
  for (const ListEntry& entry : change.entries) rows.push_back(raw_entry(entry, after));
  if (std::tie(before.words, before.marks) != std::tie(after.words, after.marks)) {
    rows.push_back(raw(sql::take_from_search, before.entry, before.words, before.marks));
    rows.push_back(raw(sql::add_to_search, after.entry, after.words, after.marks));
  }
  std::map<std::pair<StreamKind, std::string>, CommitResult::Place> heads;
  for (std::size_t i = 0; i < change.events.size(); ++i) {
    const auto& place = result.receipts.at(i);
    const auto sealed = store.events(place.stream, place.stream_id, place.n, 1);
    rows.push_back(raw(sql::add_event, name_of(place.stream), place.stream_id, place.n, place.hash,
                       sealed.at(0).bytes, type_of(change.events[i]), change.events[i].at.milliseconds));
    heads[{place.stream, place.stream_id}] = place;
  }
  for (const auto& [stream, head] : heads)
    rows.push_back(raw(sql::put_head, name_of(stream.first), stream.second, head.n, head.hash));
  if (const auto& it = change.answer) {
    rows.push_back(raw(sql::put_answer, it->principal, it->key, it->fingerprint, it->status, it->headers, it->body,
                       receipts_text(result.receipts), it->expires.milliseconds));
  }
  return rows;
}

struct RawWriter::Inside {
  sqlite3* db = nullptr;
  std::map<std::string_view, sqlite3_stmt*> statements;

  void expect(bool good) const {
    if (!good) throw std::runtime_error(sqlite3_errmsg(db));
  }
  void script(const char* text) const { expect(sqlite3_exec(db, text, nullptr, nullptr, nullptr) == SQLITE_OK); }
  sqlite3_stmt* prepared(std::string_view text) {
    sqlite3_stmt*& statement = statements[text];
    if (statement == nullptr)
      expect(sqlite3_prepare_v2(db, text.data(), static_cast<int>(text.size()), &statement, nullptr) == SQLITE_OK);
    return statement;
  }
  void run(const RawWrite& row) {
    sqlite3_stmt* statement = prepared(row.statement);
    int place = 0;
    for (const Value& value : row.parameters) {
      ++place;
      if (const auto* text = std::get_if<std::string>(&value))
        sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
      else if (const auto* number = std::get_if<std::int64_t>(&value))
        sqlite3_bind_int64(statement, place, *number);
      else
        sqlite3_bind_null(statement, place);
    }
    expect(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
  }
};

RawWriter::RawWriter(const std::filesystem::path& database) : inside_(std::make_unique<Inside>()) {
  inside_->expect(sqlite3_open(database.c_str(), &inside_->db) == SQLITE_OK);
  inside_->script(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; "
      "PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0;");
}

RawWriter::~RawWriter() {
  for (const auto& [text, statement] : inside_->statements) sqlite3_finalize(statement);
  sqlite3_close(inside_->db);
}

void RawWriter::write(std::span<const std::vector<RawWrite>> changes, std::size_t batch) {
  for (std::size_t from = 0; from < changes.size(); from += batch) {
    inside_->script("BEGIN IMMEDIATE");
    for (const auto& rows : changes.subspan(from, std::min(batch, changes.size() - from))) {
      for (const RawWrite& row : rows) inside_->run(row);
    }
    inside_->script("COMMIT");
  }
}

}  // namespace vinhdanh::bench
