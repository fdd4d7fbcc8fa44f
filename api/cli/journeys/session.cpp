// Requests in the name of demo accounts: token, Idempotency-Key, If-Match, and problems told in full.
#include "api/cli/journeys/session.hpp"

#include <map>
#include <utility>

#include "adapters/random.hpp"

namespace vinhdanh::journeys {

namespace {

const std::map<std::string, std::pair<const char*, const char*>>& words() {
  static const std::map<std::string, std::pair<const char*, const char*>> all = {
      {"unit_head", {"head", "thủ trưởng đơn vị"}},
      {"office_head", {"head", "lãnh đạo"}},
      {"decider", {"head", "người ký"}},
      {"unit_clerk", {"clerk", "cán bộ đơn vị"}},
      {"registry_clerk", {"clerk", "văn thư"}},
      {"intake_reviewer", {"clerk", "tiếp nhận"}},
      {"specialist", {"specialist", "chuyên viên"}},
      {"appraiser", {"specialist", "thẩm định viên"}},
      {"council_secretariat", {"secretary", "thư ký hội đồng"}},
      {"recorder", {"recorder", "người ghi kết quả"}},
      {"board_officer", {"board", "cán bộ thi đua"}}};
  return all;
}

/// A reason's Vietnamese sentence, or what a problem says in general.
std::string sentence_in(const Json& entry) {
  if (entry.contains("sentence")) return text_in(entry["sentence"], "vi");
  const auto detail = text_in(entry, "detail");
  return detail.empty() ? entry.dump() : detail;
}

bool is_deputy(const Hand& hand) { return hand.account.ends_with(".deputy"); }

}  // namespace

Hand hand_of(const std::string& office, const std::string& role, bool deputy) {
  const auto found = words().find(role);
  if (found == words().end()) throw Unexpected("no demo account has the role " + role);
  return {office + "." + (deputy ? "deputy" : found->second.first), role};
}

std::string spoken(const Hand& hand) {
  const auto found = words().find(hand.role);
  const std::string word = found == words().end() ? hand.role : found->second.second;
  return (is_deputy(hand) ? "KT. " : "") + word;
}

std::string text_in(const Json& json, const char* member) {
  if (!json.is_object()) return {};
  const auto found = json.find(member);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_in(const Json& json, const char* member) {
  static const Json none = Json::array();
  const auto found = json.find(member);
  return found != json.end() && found->is_array() ? *found : none;
}

std::string told(const Answer& answer) {
  auto text = std::to_string(answer.status);
  if (!answer.body.is_object()) return text;
  text += " " + text_in(answer.body, "code") + ": " + sentence_in(answer.body);
  for (const char* list : {"reasons", "errors"}) {
    if (!answer.body.contains(list) || !answer.body[list].is_array()) continue;
    for (const auto& entry : answer.body[list]) {
      const auto pointer = text_in(entry, "pointer");
      text += "\n    - " + text_in(entry, "code") + (pointer.empty() ? "" : " " + pointer) + ": " + sentence_in(entry);
    }
  }
  return text;
}

Session::Session(Nodes nodes, const Json& tokens) : nodes_(std::move(nodes)), run_(hex_text(random_bytes(8))) {
  if (!tokens.is_object() || tokens.empty()) throw Unexpected("the tokens file is not an object of accounts");
  accounts_ = tokens;
}

bool Session::knows(const Hand& hand) const {
  if (!accounts_.contains(hand.account)) return false;
  for (const auto& entry : accounts_[hand.account]) {
    if (entry.value("role", "") == hand.role) return true;
  }
  return false;
}

const std::string& Session::token_of(const Hand& hand) const {
  if (accounts_.contains(hand.account)) {
    for (const auto& entry : accounts_[hand.account]) {
      if (entry.value("role", "") == hand.role) return entry["token"].get_ref<const std::string&>();
    }
  }
  throw Unexpected("no token for " + hand.account + " as " + hand.role);
}

Answer Session::send(const Hand& hand, const std::string& method, const std::string& path, HttpHeaders headers,
                     const std::string& body) {
  headers.emplace_back("Authorization", "Bearer " + token_of(hand));
  const auto [reply, again] = nodes_.request(method, path, headers, body);
  return {reply.status, reply.header("etag").value_or(""), Json::parse(reply.body, nullptr, false), again};
}

Answer Session::get(const Hand& hand, const std::string& path) { return send(hand, "GET", path, {}, {}); }

Answer Session::post(const Hand& hand, const std::string& path, const Json& body, const std::string& etag) {
  HttpHeaders headers{{"Idempotency-Key", "journeys-" + run_ + "-" + std::to_string(++sent_)},
                      {"Content-Type", "application/json"}};
  if (!etag.empty()) headers.emplace_back("If-Match", etag);
  return send(hand, "POST", path, std::move(headers), body.dump());
}

Answer Session::put(const Hand& hand, const std::string& path, const Json& body, const std::string& etag) {
  return put_bytes(hand, path, "application/json", body.dump(), etag);
}

Answer Session::upload(const Hand& hand, const std::string& path, const std::string& media_type,
                       const std::string& bytes, const std::string& etag) {
  return put_bytes(hand, path, media_type, bytes, etag);
}

Answer Session::put_bytes(const Hand& hand, const std::string& path, const std::string& media_type,
                          const std::string& bytes, const std::string& etag) {
  auto answer = send(hand, "PUT", path, {{"Content-Type", media_type}, {"If-Match", etag}}, bytes);
  if (!answer.again || answer.status != 412) return answer;
  const auto now = get(hand, path.substr(0, path.find("/papers/")));
  return send(hand, "PUT", path, {{"Content-Type", media_type}, {"If-Match", now.etag}}, bytes);
}

Answer Session::expected(Answer answer, const Hand& hand, const std::string& what) const {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw Unexpected(today_ + "  " + what + "\n  " + hand.account + " (" + hand.role + "): " + told(answer));
}

void Session::on(const std::string& date, std::function<void()> act) { coming_.emplace(date, std::move(act)); }

void Session::day(const std::string& date) {
  while (!coming_.empty() && coming_.begin()->first <= date) {
    const auto [on, act] = *coming_.begin();
    coming_.erase(coming_.begin());
    move_clock(on);
    act();
  }
  move_clock(date);
}

void Session::move_clock(const std::string& date) {
  if (date <= today_) return;
  const auto& any = accounts_.begin();
  const Hand hand{any.key(), any.value().at(0).value("role", "")};
  const auto answer = post(hand, "/v1/demo/clock", {{"now", date + "T02:00:00.000Z"}});
  // Moved at a node that died: there it cannot be moved to the same moment a second time.
  if (!answer.again) expected(answer, hand, "đặt lịch làm việc đến " + date);
  today_ = date;
}

}  // namespace vinhdanh::journeys
