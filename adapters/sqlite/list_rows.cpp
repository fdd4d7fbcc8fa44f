// Writes list entries and the index of their search.
#include "adapters/sqlite/list_rows.hpp"

#include "adapters/list_keys.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/list_where.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh::detail {
namespace {

void put_row(Connection& writer, const ListEntry& it, const std::string& marks, const std::string& words,
             const std::string& passes) {
  writer.change(sql::put_entry, it.id, it.version, it.code, it.submission, it.occasion, it.decision, it.plan, it.unit,
                it.territory, it.form, std::string(name_of(it.subject_kind)), it.category, it.external_ref,
                std::string(name_of(it.phase)), it.stage, it.office, it.hand, spaced(it.roles), it.assignee,
                static_cast<int>(it.reserved), due_number(it.due), static_cast<int>(it.held), it.entered.milliseconds,
                it.changed.milliseconds, marks, words, passes);
}

void search_anew(Connection& writer, const StoredEntry& before, const std::string& marks, const std::string& words) {
  if (before.marks == marks && before.words == words) return;
  writer.change(sql::take_from_search, before.entry, before.words, before.marks);
  writer.change(sql::add_to_search, before.entry, words, marks);
}

}  // namespace

std::optional<StoredEntry> stored_entry(Connection& session, const DossierId& id) {
  using Row = std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::string>;
  auto row = session.row<Row>(sql::stored_entry, id);
  if (!row) return std::nullopt;
  auto& [entry, version, marks, words, passes] = *row;
  return StoredEntry{entry, version, std::move(marks), std::move(words), std::move(passes)};
}

void put_entry(Connection& writer, const ListEntry& it) {
  const auto before = stored_entry(writer, it.id);
  if (before && before->version > it.version) return;
  const auto marks = spaced(it.marks);
  const auto words = it.words ? between_spaces(*it.words) : before ? before->words : between_spaces("");
  put_row(writer, it, marks, words, before && !it.all_passes ? before->passes + it.passes : it.passes);
  if (before) return search_anew(writer, *before, marks, words);
  writer.change(sql::add_to_search, writer.value<std::int64_t>(sql::entry_number, it.id).value(), words, marks);
}

void put_words(Connection& writer, const DossierId& id, const std::string& words) {
  const auto before = stored_entry(writer, id);
  if (!before) return;
  const auto text = between_spaces(words);
  if (before->words == text) return;
  writer.change(sql::put_entry_words, text, id);
  search_anew(writer, *before, before->marks, text);
}

}  // namespace vinhdanh::detail
