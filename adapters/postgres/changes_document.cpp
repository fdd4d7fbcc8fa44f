// Writes the document with the codec's own writer of texts: it is the longest step of a commit outside the server.
#include "adapters/postgres/changes_document.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "adapters/accept.hpp"
#include "adapters/list_keys.hpp"
#include "adapters/sql/list_where.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/direct.hpp"

namespace vinhdanh::detail {
namespace {

/// One object, member by member.
class Row {
 public:
  Row(std::string& out, std::size_t change) : out_(out) {
    out_ += R"({"i":)";
    out_ += std::to_string(change);
  }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;
  ~Row() { out_ += '}'; }

  Row& text(std::string_view name, std::string_view value) {
    key(name);
    write_text(out_, value);
    return *this;
  }
  Row& text(std::string_view name, const std::optional<std::string>& value) { return value ? text(name, *value) : *this; }
  Row& text(std::string_view name, const std::string& value) { return text(name, std::string_view(value)); }
  Row& text(std::string_view name, const char* value) { return text(name, std::string_view(value)); }
  Row& number(std::string_view name, std::int64_t value) {
    key(name);
    out_ += std::to_string(value);
    return *this;
  }
  Row& raw(std::string_view name, std::string_view json) {
    key(name);
    out_ += json;
    return *this;
  }

 private:
  void key(std::string_view name) {
    out_ += ",\"";
    out_ += name;
    out_ += "\":";
  }
  std::string& out_;
};

/// The document's arrays by name, each as long as rows were added.
class Document {
 public:
  Row row(const std::string& table, std::size_t change) {
    std::string& rows = tables_[table];
    if (!rows.empty()) rows += ',';
    return {rows, change};
  }
  [[nodiscard]] std::string text(std::size_t count, Instant seen, const std::string& locks) const {
    std::string all = R"({"count":)" + std::to_string(count) + R"(,"seen":)" + std::to_string(seen.milliseconds) + locks;
    for (const auto& [name, rows] : tables_) all += ",\"" + name + "\":[" + rows + "]";
    return all + "}";
  }

 private:
  std::map<std::string, std::string> tables_;
};

/// The same on every node and in every build, so that two lock the same number for one thing (FNV-1a, 64 bits).
std::int64_t number_of(const Holds::Name& name) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::string& part : {name.kind, std::string(" "), name.id}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return static_cast<std::int64_t>(hash);
}

/// Kinds whose things have a row that can be locked. What may not exist yet is locked by a number made of its name.
bool has_row(const std::string& kind) {
  static constexpr std::array kinds = {"dossier", "submission", "occasion", "decision"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

std::string locks_of(std::span<const Holds> holds) {
  std::set<std::int64_t> names;
  std::map<std::string, std::set<std::string>> rows;
  for (const Holds& held : holds) {
    for (const Holds::Name& name : held.names) {
      if (has_row(name.kind)) rows[name.kind].insert(name.id);
      else names.insert(number_of(name));
    }
  }
  std::string all = R"(,"names":[)";
  for (const std::int64_t name : names) all += (all.back() == '[' ? "" : ",") + std::to_string(name);
  all += R"(],"lock":{)";
  for (const auto& [kind, ids] : rows) {
    all += (all.back() == '{' ? "\"" : ",\"") + kind + "\":[";
    for (const std::string& id : ids) {
      if (all.back() != '[') all += ',';
      write_text(all, id);
    }
    all += ']';
  }
  return all + "}";
}

std::int64_t as_number(bool value) { return value ? 1 : 0; }

/// The rows of one change.
class ChangeRows {
 public:
  ChangeRows(Document& to, std::size_t number, const std::string& instance)
      : to_(to), number_(number), instance_(instance) {}

  void add(const Change& change) {
    add_checks(change);
    std::int64_t place = 0;
    for (const Aggregate* aggregate : in_writing_order(change.next)) {
      place_ = place++;
      std::visit(*this, *aggregate);
    }
    add_quota(change.quota);
    add_apart(change);
    add_events(change.events);
    for (const ListEntry& entry : change.entries) add_entry(entry);
  }

  void operator()(const Dossier& it) {
    row("dossiers").text("id", it.id).number("version", it.version).text("code", it.code).text("submission", it.submission)
        .text("occasion", it.occasion).text("plan", it.plan.id).text("unit", it.unit).text("territory", it.territory)
        .text("form", it.form).text("phase", name_of(it.phase)).text("stage", it.stage).text("external_ref", it.external_ref)
        .text("decision", it.decision).text("nominee_person", it.nominee_person).text("nominee_office", it.nominee_office)
        .text("body", encode(it));
  }
  void operator()(const Submission& it) {
    row("submissions").text("id", it.id).number("version", it.version).text("occasion", it.occasion).text("unit", it.unit)
        .text("external_ref", it.external_ref).text("body", encode(it));
  }
  void operator()(const Occasion& it) {
    row("occasions").text("id", it.id).number("version", it.version).text("plan", it.plan.id).text("territory", it.territory)
        .number("open", as_number(it.open)).text("external_ref", it.external_ref).text("body", encode(it));
  }
  void operator()(const Decision& it) {
    row("decisions").text("id", it.id).number("version", it.version).text("authority", it.authority)
        .text("occasion", it.occasion).text("state", name_of(it.state)).text("external_ref", it.external_ref)
        .text("body", encode(it));
  }
  void operator()(const Account& it) {
    row("accounts").number("o", place_).text("person", it.person).number("version", it.version).text("login", it.login)
        .number("disabled", as_number(it.disabled)).text("body", encode(it));
  }
  void operator()(const Appointment& it) {
    auto to = row("appointments");
    to.text("id", it.id).number("version", it.version).text("person", it.person).number("first_day", it.from.days());
    if (it.to) to.number("last_day", it.to->days());
    to.number("pending", as_number(it.pending.value_or(false))).text("body", encode(it));
  }
  void operator()(const DefinitionRecord& it) {
    row("definitions").number("o", place_).text("kind", it.kind).text("id", it.ref.id).number("version", it.ref.version)
        .text("sha256", it.ref.sha256).number("active", as_number(it.active)).text("bytes", it.bytes);
  }
  void operator()(const DutyTask& it) {
    row("duties").number("o", place_).text("id", it.id).number("version", it.version).text("plan", it.plan.id)
        .text("duty", it.duty).text("unit", it.unit).number("due_day", it.due.days()).text("state", name_of(it.state))
        .text("body", encode(it));
  }

 private:
  Row row(const std::string& table) { return to_.row(table, number_); }

  void add_checks(const Change& change) {
    std::int64_t place = 0;
    if (change.acting) row("acting").text("acting", *change.acting).number("day", change.acting_on.days());
    for (const Guard& it : change.guards)
      row("guards").number("o", place++).text("kind", name_of(it.kind)).text("id", it.id).number("version", it.version);
    for (const Touch& it : change.touches) {
      auto to = row("touches");
      to.number("o", place++).text("kind", name_of(it.kind)).text("id", it.id);
      if (it.required_state) to.text("state", name_of(*it.required_state));
    }
    for (const Reference& it : references_of(change))
      row("references").number("o", place++).text("kind", name_of(it.kind)).text("scope", it.scope).text("ref", it.text)
          .text("id", it.id);
    for (const RegisterEntry& it : change.registers)
      row("registers").number("o", place++).text("authority", it.authority).number("year", it.year).text("number", it.number)
          .text("decision", it.decision);
    for (const Claim& it : change.claims)
      row("claims").number("o", place++).text("dossier", it.dossier).text("key", it.key);
    if (const auto clash = clash_within(change))
      row("clashes").text("status", name_of(clash->status)).text("detail", clash->detail);
    if (const auto& it = change.answer) {
      row("answers").text("principal", it->principal).text("key", it->key).text("fingerprint", it->fingerprint)
          .number("status", it->status).text("headers", it->headers).text("body", it->body)
          .number("expires", it->expires.milliseconds);
    }
  }

  void add_quota(const std::vector<QuotaMove>& moves) {
    if (moves.empty()) return;
    std::string list = "[";
    for (const QuotaMove& it : moves) {
      list += list.size() > 1 ? R"(,{"key":)" : R"({"key":)";
      write_text(list, it.key);
      list += R"(,"places":)" + std::to_string(it.limit) + R"(,"step":)";
      write_text(list, name_of(it.step));
      list += R"(,"dossier":)";
      write_text(list, it.dossier);
      list += '}';
    }
    row("quota").raw("moves", list + "]");
  }

  void add_apart(const Change& change) {
    for (const PersonalValue& it : change.personal)
      row("personal").text("id", it.id).text("stream", name_of(it.stream)).text("stream_id", it.stream_id)
          .text("path", it.path).text("salt", it.salt).text("value", it.value);
    for (const Token& it : change.tokens)
      row("tokens").text("sha256", it.sha256).text("appointment", it.appointment).number("expires", it.expires.milliseconds);
    for (const Credential& it : change.credentials)
      row("credentials").text("person", it.person).text("password", it.password)
          .number("must_change", as_number(it.must_change)).text("totp_secret", it.totp_secret)
          .number("totp_confirmed", as_number(it.totp_confirmed)).number("totp_step", it.totp_step);
    for (const PersonId& it : change.end_sessions) row("end_sessions").text("person", it);
    if (const auto& it = change.workspace)
      row("workspaces").text("dossier", it->dossier).number("version", it->version).text("content", it->content);
  }

  void add_events(const std::vector<Event>& events) {
    std::int64_t place = 0;
    for (const Event& it : events) {
      const OpenBytes bytes = open_bytes(it);
      row("events").number("o", place++).text("kind", name_of(it.stream)).text("id", it.stream_id).text("type", type_of(it))
          .number("at", it.at.milliseconds).text("genesis", genesis(instance_, it.stream, it.stream_id))
          .text("before", bytes.before).text("after", bytes.after);
    }
  }

  void add_entry(const ListEntry& it) {
    auto to = row("entries");
    to.text("id", it.id).number("version", it.version).text("code", it.code).text("submission", it.submission)
        .text("occasion", it.occasion).text("decision", it.decision).text("plan", it.plan).text("unit", it.unit)
        .text("territory", it.territory).text("form", it.form).text("subject_kind", name_of(it.subject_kind))
        .text("category", it.category).text("external_ref", it.external_ref).text("phase", name_of(it.phase))
        .text("stage", it.stage).text("office", it.office).text("hand", it.hand).text("roles", spaced(it.roles))
        .text("assignee", it.assignee).number("reserved", as_number(it.reserved)).number("due", due_number(it.due)).number("held", as_number(it.held))
        .number("entered", it.entered.milliseconds).number("changed", it.changed.milliseconds)
        .text("marks", spaced(it.marks));
    if (it.words) to.text("words", between_spaces(*it.words));
    if (!it.passes.empty()) to.text("passes", it.passes);
    if (it.all_passes) row("whole").text("id", it.id);
  }

  Document& to_;
  std::size_t number_;
  const std::string& instance_;
  std::int64_t place_ = 0;
};

}  // namespace

std::string entries_document(std::span<const ListEntry> entries) {
  Change change;
  change.entries.assign(entries.begin(), entries.end());
  return changes_document({&change, 1}, {}, "", {});
}

std::string changes_document(std::span<const Change> changes, std::span<const Holds> holds, const std::string& instance,
                             Instant seen) {
  Document document;
  for (std::size_t i = 0; i < changes.size(); ++i) ChangeRows(document, i + 1, instance).add(changes[i]);
  return document.text(changes.size(), seen, locks_of(holds));
}

}  // namespace vinhdanh::detail
