// Plan 003 again: the shortest way to something that is written.
#include "tests/faults/small_work.hpp"

#include <fstream>
#include <stdexcept>

#include "api/cli/journeys/movement.hpp"

namespace vinhdanh::test {
namespace {

using nlohmann::json;

HttpReply accepted(HttpReply reply) {
  if (reply.status / 100 != 2) throw std::runtime_error(std::to_string(reply.status) + " " + reply.body);
  return reply;
}

HttpHeaders with(HttpHeaders headers, const std::string& name, const std::string& value) {
  headers.emplace_back(name, value);
  return headers;
}

}  // namespace

SmallWork::SmallWork(FaultyServer& server)
    : server_(server), tokens_(json::parse(std::ifstream(server.data() / "demo-tokens.json"))) {
  const auto board = as("so_noi_vu_ninh_binh.board", "board_officer");
  accepted(server_.send({"POST", "/v1/demo/clock", with(board, "Idempotency-Key", "clock"),
                         json{{"now", "2020-09-01T02:00:00.000Z"}}.dump()}));
  const json review{{"plan", "ninh-binh-2016-2020"},
                    {"milestone", "final_review"},
                    {"name", "Tổng kết 2016-2020"},
                    {"document", {{"number", "1520/HD-SNV"}, {"date", "2020-09-01"}}},
                    {"forms", {"provincial_merit"}},
                    {"places", json::array()},
                    {"opens", "2020-09-01"},
                    {"receipt_deadline", "2020-10-15"}};
  occasion_ = id_in(accepted(server_.send({"POST", "/v1/occasions", with(board, "Idempotency-Key", "review"), review.dump()})));
}

HttpHeaders SmallWork::as(const std::string& account, const std::string& role) const {
  for (const auto& entry : tokens_.at(account)) {
    if (entry.at("role") == role) return {{"Authorization", "Bearer " + entry.at("token").get<std::string>()}};
  }
  throw std::runtime_error(account + " is not " + role);
}

Sent SmallWork::submission(const std::string& key) const {
  return {"POST", "/v1/submissions", with(as("huyen_nho_quan.clerk", "unit_clerk"), "Idempotency-Key", key),
          json{{"occasion", occasion_}}.dump()};
}

Sent SmallWork::look(const std::string& submission) const {
  return {"GET", "/v1/submissions/" + submission, as("huyen_nho_quan.clerk", "unit_clerk"), {}};
}

Sent SmallWork::letter(const std::string& submission) {
  auto headers = as("huyen_nho_quan.clerk", "unit_clerk");
  headers.emplace_back("If-Match", accepted(server_.send(look(submission))).header("etag").value_or(""));
  headers.emplace_back("Content-Type", "application/pdf");
  return {"PUT", "/v1/submissions/" + submission + "/papers/submission_letter?kind=scanned", headers,
          journeys::small_pdf()};
}

int SmallWork::submissions() {
  const auto reply = accepted(server_.send({"GET", "/v1/submissions?limit=200", as("huyen_nho_quan.clerk", "unit_clerk"), {}}));
  return static_cast<int>(json::parse(reply.body).at("items").size());
}

std::string id_in(const HttpReply& reply) { return json::parse(reply.body).at("id"); }

}  // namespace vinhdanh::test
