// Plan 003, a certificate of merit: a district's clerk and head, and the department that receives.
#include "tests/api/cli/clerk_at_work.hpp"

#include <stdexcept>
#include <utility>

#include "api/cli/journeys/movement.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {

using nlohmann::json;

namespace {

const std::string clerk = "huyen_nho_quan.clerk";
const std::string head = "huyen_nho_quan.head";
const std::string board = "so_noi_vu_ninh_binh.board";
const std::string receiver = "so_ldtbxh_ninh_binh.clerk";

/// By exception: the clerk works on a thread, where the test's own assertions must not be used.
void expect_success(const Sent& sent, const HttpReply& reply) {
  if (reply.status / 100 == 2) return;
  throw std::runtime_error(sent.method + " " + sent.path + ": " + std::to_string(reply.status) + " " + reply.body);
}

/// The id in "/v1/dossiers/ID/papers/…".
std::string thing_in(const std::string& path) {
  const auto begin = path.find('/', 4) + 1;
  return path.substr(begin, path.find('/', begin) - begin);
}

const json letter = {{"number", "41/TTr-UBND"}, {"date", "2020-09-01"}};

}  // namespace

std::string ClerkAtWork::bearer(const std::string& account, const std::string& role) const {
  for (const auto& entry : tokens_.at(account)) {
    if (entry.at("role") == role) return "Bearer " + entry.at("token").get<std::string>();
  }
  throw std::runtime_error(account + " is not " + role);
}

void ClerkAtWork::note(const json& body) {
  for (const auto& receipt : body.value("receipts", json::array())) {
    const std::string stream = receipt.at("stream").get<std::string>() + " " + receipt.at("id").get<std::string>();
    receipts_[stream][receipt.at("n")] = receipt.at("hash");
  }
  if (after_first_) std::exchange(after_first_, nullptr)();
}

json ClerkAtWork::send(Sent sent) {
  pending_ = std::move(sent);
  const auto reply = client_->request(pending_->method, pending_->path, pending_->headers, pending_->body);
  expect_success(*pending_, reply);
  pending_.reset();
  auto body = json::parse(reply.body);
  note(body);
  return body;
}

json ClerkAtWork::act(const std::string& account, const std::string& role, const std::string& path, const json& payload,
                      const std::string& etag) {
  HttpHeaders headers{{"Authorization", bearer(account, role)}, {"Idempotency-Key", run_ + std::to_string(++sent_)}};
  if (!etag.empty()) headers.emplace_back("If-Match", etag);
  return send({"POST", path, std::move(headers), payload.dump()});
}

json ClerkAtWork::get(const std::string& account, const std::string& role, const std::string& path, std::string& etag) {
  const Sent question{"GET", path, {{"Authorization", bearer(account, role)}}, {}};
  const auto reply = client_->request(question.method, question.path, question.headers);
  expect_success(question, reply);
  etag = reply.header("etag").value_or("");
  return json::parse(reply.body);
}

void ClerkAtWork::upload(const std::string& account, const std::string& role, const std::string& path) {
  std::string etag;
  get(account, role, path.substr(0, path.find("/papers/")), etag);
  send({"PUT", path + "?kind=scanned",
        {{"Authorization", bearer(account, role)}, {"If-Match", etag}, {"Content-Type", "application/pdf"}},
        journeys::small_pdf()});
}

void ClerkAtWork::write_content(const std::string& dossier) {
  std::string etag;
  const std::string path = "/v1/dossiers/" + dossier + "/content";
  json content = get(clerk, "unit_clerk", path, etag).at("content");
  content.merge_patch({{"nominee", {{"name", "Phạm Thị Thu Hà"}, {"title", "Công chức văn hóa - xã hội"}}},
                       {"achievement", "Sáng kiến rà soát hộ nghèo theo bản đồ thôn."},
                       {"achievement_from", "2016-01-01"},
                       {"achievement_to", "2020-08-31"}});
  send({"PUT", path, {{"Authorization", bearer(clerk, "unit_clerk")}, {"If-Match", etag}}, content.dump()});
}

void ClerkAtWork::open_review() {
  act(board, "board_officer", "/v1/demo/clock", {{"now", "2020-09-01T02:00:00.000Z"}});
  occasion_ = act(board, "board_officer", "/v1/occasions",
                  {{"plan", "ninh-binh-2016-2020"},
                   {"milestone", "final_review"},
                   {"name", "Tổng kết Phong trào thi đua 2016-2020"},
                   {"document", {{"number", "1520/HD-SNV"}, {"date", "2020-09-01"}}},
                   {"forms", {"provincial_merit"}},
                   {"places", json::array()},
                   {"opens", "2020-09-01"},
                   {"receipt_deadline", "2020-10-15"}})
                  .at("id");
}

void ClerkAtWork::one_dossier() {
  const std::string submission = act(clerk, "unit_clerk", "/v1/submissions", {{"occasion", occasion_}}).at("id");
  upload(clerk, "unit_clerk", "/v1/submissions/" + submission + "/papers/submission_letter");
  const json opened = act(clerk, "unit_clerk", "/v1/submissions/" + submission + "/dossiers",
                          {{"form", "provincial_merit"}, {"subject_kind", "individual"}, {"category", "official"}});
  const std::string dossier = opened.at("id");
  const std::string path = "/v1/dossiers/" + dossier;
  write_content(dossier);
  upload(clerk, "unit_clerk", path + "/papers/achievement_report");
  const auto command = [&](const std::string& account, const std::string& role, const std::string& name,
                           const json& body) {
    std::string etag;
    get(account, role, path, etag);
    act(account, role, path + "/actions/" + name, body, etag);
  };
  command(head, "unit_head", "submit", {{"letter", letter}});
  command(head, "unit_head", "recall", json::object());
  command(head, "unit_head", "submit", {{"letter", letter}});
  command(receiver, "intake_reviewer", "receive", json::object());
}

void ClerkAtWork::work_until_gone(const std::function<void()>& after_first, const std::stop_token& enough) {
  after_first_ = after_first;
  const auto told = [this] {
    if (after_first_) std::exchange(after_first_, nullptr)();
  };
  try {
    while (!enough.stop_requested()) one_dossier();
  } catch (const HttpFailure&) {
    told();
  } catch (...) {
    told();
    throw;
  }
}

void ClerkAtWork::finish() {
  unheard_.clear();
  if (!pending_) return;
  const Sent sent = *std::exchange(pending_, std::nullopt);
  const auto again = [&] { return client_->request(sent.method, sent.path, sent.headers, sent.body); };
  const HttpReply second = again();
  if (sent.method == "PUT" && second.status == 412) {
    unheard_ = thing_in(sent.path);
    return;
  }
  expect_success(sent, second);
  note(json::parse(second.body));
  if (sent.method == "PUT") return;
  const HttpReply third = again();
  CHECK(third.status == second.status);
  CHECK(third.body == second.body);
  CHECK(third.header("idempotency-replayed") == "true");
}

Receipts stored_in(const Store& store) {
  Receipts stored;
  std::optional<StreamRef> after;
  for (auto page = store.streams(after, 200); !page.empty(); page = store.streams(after, 200)) {
    for (const StreamRef& stream : page) {
      // The demo's people, and what the program does by itself.
      if (stream.kind == StreamKind::account || stream.kind == StreamKind::organisation) continue;
      if (stream.kind == StreamKind::duty) continue;
      for (const auto& event : store.raw_events(stream.kind, stream.id))
        stored[std::string(name_of(stream.kind)) + " " + stream.id][event.n] = event.hash;
    }
    after = page.back();
  }
  return stored;
}

void check_nothing_lost(const Receipts& receipts, const Receipts& stored) {
  int lost = 0;
  for (const auto& [stream, events] : receipts) {
    for (const auto& [n, hash] : events) {
      const auto found = stored.find(stream);
      if (found != stored.end() && found->second.contains(n) && found->second.at(n) == hash) continue;
      ++lost;
      UNSCOPED_INFO(stream << " n=" << n << " " << hash);
    }
  }
  CHECK(lost == 0);
}

void check_nothing_twice(ClerkAtWork& clerk, const Receipts& stored) {
  int unknown = 0;
  for (const auto& [stream, events] : stored) {
    for (const auto& [n, hash] : events) {
      const auto known = clerk.receipts().find(stream);
      if (known != clerk.receipts().end() && known->second.contains(n)) continue;
      if (!clerk.unheard().empty() && stream.ends_with(" " + clerk.unheard()) && n == events.rbegin()->first) {
        clerk.adopt(stream, n, hash);
        continue;
      }
      ++unknown;
      UNSCOPED_INFO(stream << " n=" << n << " " << hash);
    }
  }
  CHECK(unknown == 0);
}

}  // namespace vinhdanh::test
