/// Requests to the server in the name of one demo account at a time, and answers that must be as expected.
#pragma once

#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "api/cli/journeys/nodes.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::journeys {

using Json = nlohmann::json;

/// The server answered otherwise than the journey foresaw; `what()` holds the answer with all its reasons.
struct Unexpected : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An account acting in one of its roles.
struct Hand {
  std::string account;  ///< "so_noi_vu_lang_son.head"
  std::string role;     ///< "office_head"
};

/// The account of an office that has a role, as the demo staffs its offices; `deputy` signs KT. for the head.
Hand hand_of(const std::string& office, const std::string& role, bool deputy = false);
/// "chuyên viên", "KT. thủ trưởng": the role as people call it.
std::string spoken(const Hand& hand);

struct Answer {
  int status = 0;
  std::string etag;
  Json body;
  bool again = false;  ///< as Nodes::Reply says
};

class Session {
 public:
  /// `tokens` is the content of demo-tokens.json; throws Unexpected when it has another shape.
  Session(Nodes nodes, const Json& tokens);

  Answer get(const Hand& hand, const std::string& path);
  /// Idempotency-Key is made anew; If-Match is sent when `etag` is not empty.
  Answer post(const Hand& hand, const std::string& path, const Json& body, const std::string& etag = {});
  /// A PUT that may have been done at a node that died is sent again under the version that is there now.
  Answer put(const Hand& hand, const std::string& path, const Json& body, const std::string& etag);
  Answer upload(const Hand& hand, const std::string& path, const std::string& media_type, const std::string& bytes,
                const std::string& etag);

  /// The body when the status is 2xx; otherwise throws with the problem's reasons, saying who did what.
  Answer expected(Answer answer, const Hand& hand, const std::string& what) const;

  /// Moves the server's business clock forward, to 09:00 in Viet Nam on that day; stays when it is later already.
  void day(const std::string& date);
  /// Has something done at 09:00 of that day, when the calendar comes there in the middle of another journey; what it throws ends that
  /// journey.
  void on(const std::string& date, std::function<void()> act);
  [[nodiscard]] const std::string& today() const { return today_; }

  /// An account with that role in the office, for the closing words of the report.
  [[nodiscard]] bool knows(const Hand& hand) const;

 private:
  Answer send(const Hand& hand, const std::string& method, const std::string& path, HttpHeaders headers,
              const std::string& body);
  Answer put_bytes(const Hand& hand, const std::string& path, const std::string& media_type, const std::string& bytes,
                   const std::string& etag);
  void move_clock(const std::string& date);
  [[nodiscard]] const std::string& token_of(const Hand& hand) const;

  Nodes nodes_;
  Json accounts_;
  std::string run_;  ///< makes the keys of this run differ from any other's
  int sent_ = 0;
  std::string today_;
  std::multimap<std::string, std::function<void()>> coming_;
};

/// The member's text; empty when it is absent or null.
std::string text_in(const Json& json, const char* member);

/// The member's array; an empty one when it is absent.
const Json& list_in(const Json& json, const char* member);

/// "409 quota_full: …" and one line for each reason and each wrong member.
std::string told(const Answer& answer);

}  // namespace vinhdanh::journeys
