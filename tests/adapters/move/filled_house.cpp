// Fills by the contract suite's helpers.
#include "tests/adapters/move/filled_house.hpp"

#include <sstream>

#include "adapters/postgres/postgres_blobs.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/sql/sql_access_log.hpp"
#include "adapters/sql/sql_duties.hpp"
#include "adapters/sql/sql_lists.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "adapters/sql/sql_sign_in.hpp"
#include "adapters/sql/sql_webhooks.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "tests/adapters/lists/entries.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

const std::string strange = "ngữ \"trích\" \\ / \n\r\t\x01\x7f 🏅 '; -- :name {} [null] 1";
constexpr int most_accesses = 2 * more_than_at_once;
constexpr std::size_t piece = 256 * 1024;

const std::vector<std::string> paper_ids{"0190a0a0-0000-7000-8000-000000000001", "0190a0a0-0000-7000-8000-000000000002",
                                         "0190a0a0-0000-7000-8000-000000000a03", "0190a0a0-0000-7000-8000-000000000b04"};

std::string bytes_of(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>((i * 31 + i / 251) % 256);
  return bytes;
}

void must(Store& store, const Change& change) { REQUIRE(commit_one(store, change).status == CommitStatus::done); }

std::string numbered(const std::string& name, int number) {
  const std::string digits = std::to_string(number);
  return name + std::string(6 - digits.size(), '0') + digits;
}

Notice notice(const std::string& id, bool mail) {
  Notice it;
  it.id = id;
  it.key = "key of " + id;
  it.person = "p1";
  it.kind = "overdue";
  it.stream_id = "d1";
  it.at = Instant{1'737'684'184'005};
  it.details = {{"code", strange}};
  it.mail = mail;
  return it;
}

void fill_dossiers(SqlStore& store, int many) {
  lay_ground(store);
  for (const char* id : {"d1", "d2", "d3"}) {
    Change change = opening(id);
    change.entries = {entry(id)};
    change.workspace = Workspace{id, 0, "{\"text\":\"" + std::string(id) + "\"}"};
    must(store, change);
  }
  std::vector<Change> some;
  for (int i = 0; i < many; ++i) some.push_back(opening(numbered("many-", i)));
  for (const CommitResult& result : store.commit(some)) REQUIRE(result.status == CommitStatus::done);
  must(store, withdrawing("d2", 0));
  Change claiming;
  claiming.claims = {{"d1", "award of somebody"}};
  must(store, claiming);
}

void fill_decisions(SqlStore& store) {
  Change change = writing({decision("decision-1")});
  change.registers = {{"chairman", 2025, "88/QĐ-UBND", "decision-1"}};
  must(store, change);
  must(store, moving("k", 3, QuotaStep::reserve, "d1"));
  must(store, moving("k", 3, QuotaStep::reserve_and_consume, "d3"));
}

void fill_values(SqlStore& store) {
  Change change;
  change.personal = {{"value-1", StreamKind::dossier, "d1", "content", "salt", encode(strange)}};
  change.answer = kept("p1", "key-1", Instant{9'000'000'000'000});
  change.answer->body = strange;
  change.tokens = {{"token hash", "appointment-1", Instant{9'000'000'000'000}}};
  must(store, change);
  must(store, writing({DefinitionRecord{"plan", {"plan-a", 1, "hash-1"}, "{\"name\":\"" + std::string("ngữ") + "\"}", true},
                       DefinitionRecord{"law", {"law-a", 2, "hash-2"}, "{}", false}}));
  store.next_code(2025);
  store.next_code(2025);
  store.set_meta("clock_offset", "12345");
}

void fill_people(SqlStore& store) {
  must(store, writing({account("p1"), account("p2", true), appointment("a1", *Date::of(2025, 1, 2)),
                       appointment("a2", *Date::of(2025, 1, 2), *Date::of(2025, 3, 4))}));
  Change change;
  change.credentials = {{"p1", "$argon2id$v=19$x", true, "SECRET", true, 7}};
  must(store, change);
  SqlSignIn sign_in(store);
  sign_in.put_session({"hash-1", "id-1", "p1", "a1", true, Instant{1}, Instant{2}, Instant{9'000'000'000'000}, "::1", strange});
  sign_in.put_session(
      {"hash-2", "id-2", "p1", std::nullopt, false, Instant{1}, Instant{2}, Instant{9'000'000'000'000}, "::1", ""});
  sign_in.end_session("p1", "id-2");
}

DutyTask duty() {
  DutyTask it;
  it.id = "t1";
  it.plan = {"plan-a", 1, "hash"};
  it.duty = "yearly_report";
  it.unit = "unit-1";
  it.due = *Date::of(2025, 12, 31);
  return it;
}

void fill_duties(SqlStore& store) {
  Change change;
  change.guards = {{StreamKind::duty, "t1", -1}};
  change.events = {event(StreamKind::duty, "t1", DutyAssigned{duty()})};
  change.next = {duty()};
  must(store, change);
}

void fill_notices(SqlStore& store, int many) {
  SqlNotices notices(store);
  const auto fed = notices.feed({}, many / 2);
  REQUIRE_FALSE(fed.empty());
  const std::vector<Notice> some{notice("n1", true), notice("n2", false), notice("n3", true)};
  notices.put(some, std::pair(std::string(reader_name), fed.back().place));
  notices.put({}, std::pair(std::string("slow"), fed.front().place));
  const std::vector<std::string> read{"n2"};
  notices.mark_read("p1", read, Instant{77});
  REQUIRE(notices.take_mail(Instant{100}, Instant{200}, 1).size() == 1);
  notices.mail_sent("n1", Instant{150});
}

Webhook webhook(const std::string& id, bool paused) {
  Webhook it;
  it.id = id;
  it.person = "p1";
  it.appointment = "a1";
  it.url = "https://example.org/" + strange;
  it.types = {"dossier_opened", strange};
  it.secret = "whsec_first";
  it.earlier_secret = paused ? "whsec_earlier" : "";
  it.earlier_until = Instant{5};
  it.paused = paused;
  it.made = Instant{1'737'684'184'005};
  return it;
}

/// One is behind the first event, with some delivered, some that wait and a dead one; one stands where the notices do.
void fill_webhooks(SqlStore& store, int many) {
  SqlWebhooks webhooks(store);
  const FeedPlace first = SqlNotices(store).feed({}, 1).at(0).place;
  webhooks.add_webhook(webhook("w1", false), {});
  webhooks.add_webhook(webhook("w2", true), SqlNotices(store).cursor(reader_name));
  std::vector<Delivery> some;
  for (int i = 0; i < many; ++i)
    some.push_back({{"w1", StreamKind::dossier, numbered("many-", i / 2), i % 2}, strange, 0, Instant{100 + i}, false, ""});
  REQUIRE(webhooks.put_deliveries("w1", some, {}, first));
  REQUIRE(webhooks.take_deliveries(Instant{200}, Instant{9'000}, 3).size() == 3);
  webhooks.delivered(some.at(0).key, Instant{201});
  webhooks.not_delivered(some.at(2).key, Instant{202}, Instant{300}, strange);
  webhooks.not_delivered(some.at(4).key, Instant{203}, std::nullopt, strange);
}

void fill_accesses(SqlStore& store, int many) {
  std::vector<AccessEntry> entries;
  for (int i = 0; i < many; ++i) {
    AccessEntry it;
    it.at = Instant{1'737'684'184'005 + i};
    it.person = "p1";
    it.address = "192.0.2.7";
    it.method = "GET";
    it.route = "/v1/dossiers/{id}";
    it.target = numbered("target-", i);
    it.status = 404;
    it.code = "not_found";
    it.request_id = strange;
    entries.push_back(it);
  }
  SqlAccessLog log(store);
  log.add(entries);
  log.drop_before(Instant{1'737'684'184'005 + 20});
}

template <class T>
void tell(std::ostream& out, const std::string& name, const std::vector<T>& all) {
  for (const T& it : all) out << name << ' ' << encode(it) << '\n';
}

void tell_streams(std::ostream& out, const SqlStore& store) {
  for (auto page = store.streams({}, 200); !page.empty(); page = store.streams(page.back(), 200)) {
    for (const StreamRef& it : page)
      for (const auto& row : store.raw_events(it.kind, it.id))
        out << it.id << ' ' << row.n << ' ' << row.hash << ' ' << row.bytes << '\n';
  }
}

void tell_things(std::ostream& out, SqlStore& store) {
  DossierQuery query;
  query.page.limit = 200;
  for (auto page = store.find_dossiers(query); !page.empty(); page = store.find_dossiers(query)) {
    tell(out, "dossier", page);
    query.page.after = page.back().id;
  }
  tell(out, "submission", store.find_submissions({}));
  tell(out, "occasion", store.find_occasions({}));
  tell(out, "decision", store.find_decisions({}));
  tell(out, "account", store.accounts());
  tell(out, "appointment", store.appointments());
  tell(out, "appointment here", store.appointments_of("office-1"));
  for (const auto& it : store.quotas("")) {
    out << "quota " << it.key << ' ' << it.limit << ' ' << it.reserved << ' ' << it.consumed;
    for (const auto& holder : it.holders) out << ' ' << holder;
    out << '\n';
  }
  for (const auto& it : store.definitions())
    out << it.kind << it.ref.id << it.ref.version << it.ref.sha256 << it.active << it.bytes << '\n';
  const std::vector<std::string> ids{"value-1"};
  out << store.personal(ids).at("value-1").value << store.workspace("d1").value().content
      << store.token("token hash").value().appointment;
  const auto answer = store.answer("p1", "key-1", Instant{1}).value();
  out << answer.fingerprint << answer.status << answer.headers << answer.body << answer.expires.milliseconds << '\n';
  out << store.meta("clock_offset").value() << store.instance() << store.demo() << '\n';
}

void tell_people(std::ostream& out, SqlStore& store) {
  SqlSignIn sign_in(store);
  for (const auto& it : sign_in.sessions("p1"))
    out << it.sha256 << it.id << it.appointment.value_or("") << it.second_factor << it.agent << '\n';
  out << sign_in.session("hash-2").has_value() << sign_in.credential("p1").value().totp_step << '\n';
  SqlNotices notices(store);
  for (const auto& it : notices.of("p1", false, "", 50))
    out << it.id << it.details.at("code") << it.read.value_or(Instant{}).milliseconds << '\n';
  SqlAccessLog log(store);
  AccessQuery query;
  query.limit = most_accesses;
  for (const auto& it : log.find(query)) out << it.seq << ' ' << it.target << it.request_id << '\n';
  out << log.kept_from().value().milliseconds << '\n';
  tell(out, "duty", SqlDuties(store).find({}));
}

std::string told(const Delivery& it) {
  return std::string(name_of(it.key.stream)) + ' ' + it.key.stream_id + ' ' + std::to_string(it.key.n) + ' ' + it.event + ' ' +
         std::to_string(it.attempts) + ' ' + std::to_string(it.due.milliseconds) + ' ' + it.why;
}

void tell_webhooks(std::ostream& out, SqlStore& store) {
  const SqlWebhooks webhooks(store);
  for (const Webhook& it : webhooks.webhooks()) {
    const WebhookState state = webhooks.webhook_state(it.id);
    out << it.id << ' ' << it.person << ' ' << it.appointment << ' ' << it.url << ' ' << it.secret << ' ' << it.earlier_secret
        << ' ' << it.earlier_until.milliseconds << ' ' << it.paused << ' ' << it.made.milliseconds << ' ' << state.waiting << ' '
        << state.last_delivered.value_or(Instant{}).milliseconds << ' ' << state.last_failed.value_or(Instant{}).milliseconds;
    for (const std::string& type : it.types) out << ' ' << type;
    for (const Delivery& gone : webhooks.dead_deliveries(it.id, std::nullopt, 10)) out << "\n dead " << told(gone);
    const std::size_t behind = SqlNotices(store).feed(webhooks.webhook_place(it.id), 10'000).size();
    out << "\n to come " << behind << '\n';
  }
}

void tell_lists(std::ostream& out, SqlStore& store) {
  SqlLists lists(store);
  ListRequest request;
  request.filter.words = {"truong"};
  for (const auto& it : lists.find(request).entries) out << it.id << it.code << it.hand << '\n';
  for (const auto& it : lists.views("p1")) out << it.id << it.name << it.filter << it.version << '\n';
  out << lists.computed_for() << '\n';
}

}  // namespace

void fill(SqlStore& store, BlobStore& papers, int many) {
  fill_dossiers(store, many);
  fill_decisions(store);
  fill_values(store);
  fill_people(store);
  fill_duties(store);
  fill_notices(store, many);
  fill_webhooks(store, many);
  fill_accesses(store, many);
  SqlLists lists(store);
  lists.save_view({"v1", "p1", strange, "{}", 0}, 10);
  lists.set_computed_for("a day and a digest");
  const std::size_t sizes[] = {0, 1, piece, 2 * piece + 7};
  for (std::size_t i = 0; i < paper_ids.size(); ++i) papers.put(paper_ids[i], bytes_of(sizes[i]));
}

std::string told_by(const Home& home) {
  const OpenHome open = open_to_read(home);
  std::ostringstream out;
  tell_streams(out, *open.store);
  tell_things(out, *open.store);
  tell_people(out, *open.store);
  tell_webhooks(out, *open.store);
  tell_lists(out, *open.store);
  for (const auto& id : paper_ids) {
    const auto bytes = open.papers->get(id);
    out << id << ' ' << (bytes ? sha256_hex(*bytes) : "none") << '\n';
  }
  return out.str();
}

std::string unread_by_reader(const Home& home) {
  const OpenHome open = open_to_read(home);
  const SqlNotices notices(*open.store);
  std::string hashes;
  FeedPlace place = notices.cursor(reader_name);
  for (auto fed = notices.feed(place, 200); !fed.empty(); fed = notices.feed(place, 200)) {
    for (const FedEvent& it : fed) hashes += it.event.hash + "\n";
    place = fed.back().place;
  }
  return hashes;
}

std::string taken_in(const Home& home) {
  const OpenHome open = open_home(home, std::nullopt);
  SqlWebhooks webhooks(*open.store);
  std::string all;
  for (const Delivery& it : webhooks.take_deliveries(Instant{10'000}, Instant{20'000}, 10'000)) all += told(it) + "\n";
  return all;
}

FilledFolder::FilledFolder(int many) {
  const OpenHome open = open_home(home, std::nullopt);
  fill(*open.store, *open.papers, many);
}

FilledDatabase::FilledDatabase(int many) {
  const OpenHome open = open_home(home, std::nullopt);
  fill(*open.store, *open.papers, many);
}

int FilledDatabase::newest_of_schema() { return newest_postgres_schema(); }

std::vector<std::string> chain_faults(const OpenHome& open) {
  std::vector<std::string> faults;
  for (const char* id : {"d1", "d2", "many-000001"}) {
    const std::string fault = chain_fault(*open.store, StreamKind::dossier, id);
    if (!fault.empty()) faults.push_back(fault);
  }
  return faults;
}

MoveRequest request(const Home& from, const Home& to) { return {from, to, to.database.empty() ? "" : app_role}; }

Moved move_now(const Home& from, const Home& to) {
  Seam quiet;
  return move_installation(request(from, to), chain_faults, quiet);
}

MoveFault refusal(const Home& from, const Home& to) {
  try {
    move_now(from, to);
  } catch (const MoveRefused& refused) {
    INFO(refused.what());
    return refused.fault;
  }
  FAIL("it moved");
  throw Killed{};
}

namespace {

std::optional<OpenFault> fault_of(const std::function<OpenHome()>& open) {
  try {
    open();
  } catch (const CannotOpen& fault) {
    return fault.fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<OpenFault> closed_to_work(const Home& home) {
  return fault_of([&] { return open_home(home, std::nullopt); });
}
std::optional<OpenFault> closed_to_read(const Home& home) {
  return fault_of([&] { return open_to_read(home); });
}

}  // namespace vinhdanh::test
