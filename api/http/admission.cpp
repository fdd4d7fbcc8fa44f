// The checks on a request's head, in the order in which they are answered.
#include "api/http/admission.hpp"

#include <algorithm>
#include <string_view>

#include "api/http/header_syntax.hpp"
#include "api/http/hosts.hpp"
#include "api/http/problems.hpp"
#include "api/http/target.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t kLongestTarget = 8192;

// Two values of one of these would let two readers of the request disagree.
constexpr std::string_view kSingleFields[] = {"authorization",   "content-encoding", "content-length",
                                              "content-type",    "expect",           "host",
                                              "idempotency-key", "if-match"};
constexpr std::string_view kMethods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"};

template <class List>
bool contains(const List& list, std::string_view item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

/// One head on its way through the checks; each check returns the problem that it finds.
class Checks {
 public:
  Checks(const RequestHead& head, const Router& router, const std::set<std::string>& hosts, Admission& result)
      : head_(head), router_(router), hosts_(hosts), result_(result) {}

  void run() {
    using Check = std::optional<Problem> (Checks::*)();
    constexpr Check framing[] = {&Checks::single_fields, &Checks::length, &Checks::transfer_encoding, &Checks::host,
                                 &Checks::method};
    constexpr Check content[] = {&Checks::target,       &Checks::path,      &Checks::expectation, &Checks::acceptable,
                                 &Checks::body_allowed, &Checks::body_type, &Checks::body_size};
    for (const auto check : framing) {
      if (refuse((this->*check)())) {
        result_.close = true;
        return;
      }
    }
    for (const auto check : content) {
      if (refuse((this->*check)())) return;
    }
  }

 private:
  bool refuse(std::optional<Problem> problem) {
    result_.refusal = std::move(problem);
    return result_.refusal.has_value();
  }

  std::optional<Problem> single_fields() {
    for (const auto& [name, value] : head_.fields) {
      auto [at, is_new] = result_.request.headers.emplace(name, value);
      if (is_new) continue;
      if (contains(kSingleFields, name)) return known_problem("malformed_request");
      at->second += ", " + value;
    }
    return std::nullopt;
  }

  // Beast takes a list of equal lengths for one; another reader may take it for something else (RFC 9112, 6.3).
  std::optional<Problem> length() {
    const auto given = result_.request.header("content-length");
    if (!given || given->find_first_not_of("0123456789") == std::string::npos) return std::nullopt;
    return known_problem("malformed_request");
  }

  std::optional<Problem> transfer_encoding() {
    const auto coding = result_.request.header("transfer-encoding");
    if (!coding) return std::nullopt;
    if (head_.http_1_0) return known_problem("malformed_request");
    if (lower_case(*coding) != "chunked" || !head_.chunked) return known_problem("not_implemented");
    return std::nullopt;
  }

  std::optional<Problem> host() {
    const auto name = result_.request.header("host");
    if (!name || !is_host(*name)) return known_problem("malformed_request");
    if (!hosts_.contains(lower_case(*name))) return known_problem("misdirected_request");
    return std::nullopt;
  }

  std::optional<Problem> method() {
    if (!contains(kMethods, head_.method)) return known_problem("not_implemented");
    result_.request.method = head_.method;
    return std::nullopt;
  }

  std::optional<Problem> target() {
    if (head_.target.size() > kLongestTarget) return known_problem("uri_too_long");
    auto parsed = parse_target(head_.target);
    if (const auto* fault = std::get_if<TargetFault>(&parsed)) {
      if (*fault == TargetFault::malformed) return known_problem("malformed_request");
      if (*fault == TargetFault::not_found) return known_problem("not_found");
      return known_problem("parameter_repeated");
    }
    auto& target = std::get<Target>(parsed);
    result_.request.path = std::move(target.path);
    result_.request.query = std::move(target.query);
    segments_ = std::move(target.segments);
    return std::nullopt;
  }

  std::optional<Problem> path() {
    auto match = router_.find(head_.method, segments_);
    if (match.allowed.empty()) return known_problem("not_found");
    if (!match.route) {
      Problem problem = known_problem("method_not_allowed");
      std::string allow;
      for (const auto& method : match.allowed) allow += (allow.empty() ? "" : ", ") + method;
      problem.headers.emplace_back("Allow", allow);
      return problem;
    }
    result_.route = match.route;
    result_.request.parameters = std::move(match.parameters);
    return std::nullopt;
  }

  std::optional<Problem> expectation() {
    const auto expect = result_.request.header("expect");
    if (!expect || head_.http_1_0) return std::nullopt;
    if (lower_case(*expect) != "100-continue") return known_problem("expectation_failed");
    result_.expects_continue = head_.has_body();
    return std::nullopt;
  }

  std::optional<Problem> acceptable() {
    const auto accept = result_.request.header("accept");
    if (!accept || result_.route->produces == "*/*" || accepts(*accept, result_.route->produces)) return std::nullopt;
    return known_problem("not_acceptable");
  }

  std::optional<Problem> body_allowed() {
    const bool taken = result_.route->body != BodyKind::none;
    if (!taken && head_.has_body()) return known_problem("unexpected_body");
    if (result_.route->body == BodyKind::json && !head_.has_body()) return known_problem("invalid_json");
    return std::nullopt;
  }

  std::optional<Problem> body_type() {
    if (!head_.has_body()) return std::nullopt;
    const auto encoding = result_.request.header("content-encoding");
    if (encoding && lower_case(*encoding) != "identity") return known_problem("unsupported_media_type");
    const std::string type = lower_case(result_.request.header("content-type").value_or(""));
    const std::string media(trimmed(type.substr(0, type.find(';'))));
    if (media.starts_with("multipart/")) return known_problem("unsupported_media_type");
    if (result_.route->body != BodyKind::json) return std::nullopt;
    const auto charset = type.find("charset=");
    const bool utf8 = charset == std::string::npos || type.compare(charset + 8, std::string::npos, "utf-8") == 0 ||
                      type.compare(charset + 8, std::string::npos, "\"utf-8\"") == 0;
    if (media != "application/json" || !utf8) return known_problem("unsupported_media_type");
    return std::nullopt;
  }

  std::optional<Problem> body_size() {
    if (head_.content_length > result_.route->body_limit) return known_problem("payload_too_large");
    return std::nullopt;
  }

  const RequestHead& head_;
  const Router& router_;
  const std::set<std::string>& hosts_;
  Admission& result_;
  std::vector<std::string> segments_;
};

}  // namespace

Admission admit(RequestHead head, const Router& router, const std::set<std::string>& hosts) {
  Admission result;
  result.request.method = head.method;
  Checks(head, router, hosts, result).run();
  return result;
}

}  // namespace vinhdanh
