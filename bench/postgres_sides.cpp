// A database filled by the product, its copy, and a function in the copy that writes rows and checks nothing.
#include "bench/postgres_sides.hpp"

#include <atomic>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "adapters/postgres/postgres_schema.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::bench {
namespace {

constexpr auto ours = "bench_ours";
constexpr auto floor_name = "bench_floor";
constexpr auto owner = "vinhdanh_owner";
constexpr auto app = "vinhdanh_app";
constexpr std::size_t most_clients = 32;

/// The inserts and updates of a change's tables and nothing else.
constexpr auto bare_rows = R"sql(
CREATE FUNCTION bare_rows(doc jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO events (kind, id, n, hash, bytes, type, at)
    SELECT kind, id, n, hash, bytes, type, at FROM jsonb_populate_recordset(NULL::events, doc -> 'events');
  INSERT INTO stream_head (kind, id, n, hash)
    SELECT kind, id, n, hash FROM jsonb_populate_recordset(NULL::stream_head, doc -> 'heads')
    ON CONFLICT (kind, id) DO UPDATE SET n = excluded.n, hash = excluded.hash;
  UPDATE dossier SET version = r.version, phase = r.phase, stage = r.stage, decision = r.decision, body = r.body
    FROM jsonb_populate_recordset(NULL::dossier, doc -> 'dossiers') AS r WHERE dossier.id = r.id;
  UPDATE dossier_list SET version = r.version, phase = r.phase, stage = r.stage, office = r.office, hand = r.hand,
    roles = r.roles, assignee = r.assignee, reserved = r.reserved, due = r.due, held = r.held, entered = r.entered,
    changed = r.changed, marks = r.marks, words = r.words, passes = r.passes
    FROM jsonb_populate_recordset(NULL::dossier_list, doc -> 'entries') AS r WHERE dossier_list.id = r.id;
  INSERT INTO personal_value SELECT * FROM jsonb_populate_recordset(NULL::personal_value, doc -> 'personal');
  INSERT INTO kept_answer SELECT * FROM jsonb_populate_recordset(NULL::kept_answer, doc -> 'answers');
$$)sql";

constexpr std::string_view written_rows = R"sql(
WITH receipt AS (SELECT * FROM jsonb_to_recordset(CAST(:receipts AS jsonb)) AS r(kind text, id text, n bigint))
SELECT CAST(jsonb_build_object(
  'events', (SELECT jsonb_agg(to_jsonb(e) - 'xid' - 'seq') FROM events e JOIN receipt USING (kind, id, n)),
  'heads', (SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'id', e.id, 'n', e.n, 'hash', e.hash)) FROM events e
            JOIN (SELECT kind, id, max(n) AS n FROM receipt GROUP BY kind, id) AS last USING (kind, id, n)),
  'dossiers', (SELECT jsonb_agg(to_jsonb(d)) FROM dossier d WHERE d.id = :dossier),
  'entries', (SELECT jsonb_agg(to_jsonb(l) - 'search') FROM dossier_list l WHERE l.id = :entry),
  'personal', (SELECT jsonb_agg(to_jsonb(p)) FROM personal_value p
               WHERE p.id = ANY (ARRAY(SELECT jsonb_array_elements_text(CAST(:personal AS jsonb))))),
  'answers', (SELECT jsonb_agg(to_jsonb(k)) FROM kept_answer k WHERE k.principal = :principal AND k.key = :key)) AS text))sql";

std::string host_in(const std::string& cluster) {
  std::ifstream file(cluster);
  std::string host;
  if (!std::getline(file, host)) throw std::runtime_error("no cluster is written down in " + cluster);
  return host;
}

}  // namespace

std::string PostgresSides::url(const std::string& role, const std::string& database) const {
  return "host=" + host_ + " user=" + role + " dbname=" + database;
}

PostgresSides::PostgresSides(const std::string& cluster, Province& province, std::size_t dossiers) : host_(host_in(cluster)) {
  drop();
  {
    detail::PostgresConnection maker({url(owner, "postgres"), "public"});
    maker.script(std::string("CREATE DATABASE ") + ours + " TEMPLATE template0 ENCODING 'UTF8'");
  }
  migrate_postgres({{url(owner, ours)}, app, true});
  const Home home{{}, url(app, ours)};
  {
    House house(home, province.definitions());
    ids_ = fill(house, province, dossiers, 0);
  }
  {
    detail::PostgresConnection maker({url(owner, "postgres"), "public"});
    maker.script(std::string("CREATE DATABASE ") + floor_name + " TEMPLATE " + ours);
  }
  detail::PostgresConnection({url(owner, floor_name)}).script(bare_rows);
  house_ = std::make_unique<House>(home, province.definitions());
  reader_ = std::make_unique<detail::PostgresConnection>(detail::PostgresPlace{url(app, ours)});
  // A document's rows are few, which the server cannot know.
  reader_->script("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
  for (std::size_t i = 0; i < most_clients; ++i)
    writers_.push_back(std::make_unique<detail::PostgresConnection>(detail::PostgresPlace{url(app, floor_name)}));
}

PostgresSides::~PostgresSides() {
  house_.reset();
  reader_.reset();
  writers_.clear();
  try {
    drop();
  } catch (const std::exception&) {
    // They go with the cluster.
  }
}

void PostgresSides::drop() {
  detail::PostgresConnection maker({url(owner, "postgres"), "public"});
  for (const char* name : {ours, floor_name}) maker.script(std::string("DROP DATABASE IF EXISTS ") + name + " WITH (FORCE)");
}

std::vector<DossierId> PostgresSides::take(std::size_t count) {
  const auto from = ids_.begin() + static_cast<std::ptrdiff_t>(taken_);
  taken_ += count;
  return {from, from + static_cast<std::ptrdiff_t>(count)};
}

WrittenRows PostgresSides::written(const Change& change, const CommitResult& result) {
  nlohmann::json receipts = nlohmann::json::array();
  std::string dossier;
  for (const auto& it : result.receipts) {
    receipts.push_back({{"kind", name_of(it.stream)}, {"id", it.stream_id}, {"n", it.n}});
    if (it.stream == StreamKind::dossier) dossier = it.stream_id;
  }
  nlohmann::json personal = nlohmann::json::array();
  for (const PersonalValue& it : change.personal) personal.push_back(it.id);
  const KeptAnswer& answer = change.answer.value();
  auto rows = nlohmann::json::parse(reader_
                                        ->value<std::string>(written_rows, receipts.dump(), dossier, dossier, personal.dump(),
                                                             answer.principal, answer.key)
                                        .value());
  for (auto& table : rows) {
    if (table.is_null()) table = nlohmann::json::array();
  }
  return rows;
}

void PostgresSides::write(const std::vector<std::string>& documents, std::size_t clients) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  const auto work = [&](detail::PostgresConnection& writer) {
    try {
      for (std::size_t i = next++; i < documents.size(); i = next++)
        writer.rows<std::tuple<std::string>>("SELECT CAST(bare_rows(CAST(:doc AS jsonb)) AS text)", documents[i]);
    } catch (const std::exception&) {
      failed = true;
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < clients; ++i) threads.emplace_back(work, std::ref(*writers_.at(i)));
  }
  if (failed) throw std::runtime_error("the floor could not write its rows");
}

}  // namespace vinhdanh::bench
