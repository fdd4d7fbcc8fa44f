// The list. A new migration needs its line here: a test compares it with both databases.
#include "adapters/move/moved_tables.hpp"

#include <sstream>

namespace vinhdanh::detail {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// `columns` are parted by spaces; one that ends with # is a number.
MovedTable table(const std::string& name, const std::string& key, const std::string& columns) {
  MovedTable it;
  it.name = name;
  it.key = words_of(key);
  for (std::string& word : words_of(columns)) {
    const bool is_number = word.back() == '#';
    if (is_number) word.pop_back();
    it.columns.push_back({word, is_number});
  }
  return it;
}

/// What a place gives itself does not come along: its schema, its identity (written before the first row), the marks of moves.
MovedTable meta() {
  MovedTable it = table("meta", "name", "name value");
  it.only = "name NOT IN ('schema_version', 'instance', 'demo', 'moved_to', 'moving_in')";
  return it;
}

MovedTable events() {
  MovedTable it = table("events", "", "kind id n# hash bytes type at#");
  it.is_feed = true;
  return it;
}

std::vector<MovedTable> all_tables() {
  return {
      meta(),
      events(),
      table("stream_head", "kind id", "kind id n# hash"),
      table("occasion", "id", "id version# plan territory open# external_ref body"),
      table("submission", "id", "id version# occasion unit external_ref body"),
      table("decision", "id", "id version# authority occasion state external_ref body"),
      table("dossier", "id",
            "id version# code submission occasion plan unit territory form phase stage external_ref decision nominee_person "
            "nominee_office body"),
      table("nomination", "dossier", "dossier key"),
      table("workspace", "dossier", "dossier version# content"),
      table("quota", "key", "key lim# reserved# consumed#"),
      table("quota_holder", "key dossier", "key dossier state"),
      table("register", "authority year number", "authority year# number decision"),
      table("kept_answer", "principal key", "principal key fingerprint status# headers body receipts expires#"),
      table("personal_value", "id", "id stream stream_id path salt value"),
      table("account", "person", "person version# login disabled# body"),
      table("appointment", "id", "id version# person first_day# last_day# pending# body"),
      table("token", "sha256", "sha256 appointment expires#"),
      table("definition", "kind id version", "kind id version# sha256 active# bytes"),
      table("code_sequence", "year", "year# last#"),
      table("dossier_list", "id",
            "id version# code submission occasion decision plan unit territory form subject_kind category external_ref phase "
            "stage office hand roles assignee reserved# due# held# entered# changed# marks words passes"),
      table("saved_view", "person id", "person id version# name filter"),
      table("credential", "person", "person password must_change# totp_secret totp_confirmed# totp_step#"),
      table("session", "sha256",
            "sha256 id person appointment second_factor# created# seen# expires# address agent ended#"),
      table("duty", "id", "id version# plan duty unit due_day# state body"),
      table("notice", "id", "id key person kind stream stream_id at# details mail# read#"),
      table("mail", "notice", "notice state due# attempts# at# why"),
      table("webhook", "id",
            "id person appointment url types secret earlier_secret earlier_until# paused# made# last_delivered# last_failed#"),
      table("webhook_delivery", "webhook stream stream_id n",
            "webhook stream stream_id n# event state due# leased# attempts# why"),
      table("access_log", "seq",
            "seq# at# minute# kind who person appointment office address method route target status# code request_id count#"),
  };
}

}  // namespace

const std::vector<MovedTable>& moved_tables() {
  static const std::vector<MovedTable> tables = all_tables();
  return tables;
}

std::vector<std::string> order_of(const MovedTable& table, Dialect dialect) {
  if (!table.is_feed) return table.key;
  return dialect == Dialect::sqlite ? std::vector<std::string>{"seq"} : std::vector<std::string>{"xid", "seq"};
}

const std::vector<std::string>& unmoved_things() {
  static const std::vector<std::string> things = {
      "paper",              // bytes, which a folder keeps as files (moving_papers.hpp)
      "feed_cursor",        // places in the feed (feed_cursors.hpp)
      "events.seq",         // numbered anew
      "events.xid",         // the transaction that wrote them here
      "lease",              // of nodes that run
      "job",                // of the people of this place; its files are no papers
      "appointment.office", // PostgreSQL computes it
      "dossier_list.search",
      "dossier_list.entry", // SQLite numbers entries, by their ids' order here, so that none is late
      "dossier_list.late",
      "dossier_search",     // SQLite's index of words with its tables, made anew of dossier_list
      "dossier_search_config",
      "dossier_search_data",
      "dossier_search_idx",
      "sqlite_sequence",    // SQLite keeps it
  };
  return things;
}

}  // namespace vinhdanh::detail
