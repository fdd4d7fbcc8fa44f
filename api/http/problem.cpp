// Problems to JSON (RFC 9457), in the language the caller prefers.
#include "api/http/problem.hpp"

#include <algorithm>

#include "api/http/header_syntax.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using Json = nlohmann::ordered_json;

struct Title {
  std::string_view vi;
  std::string_view en;
};

// A refusal's code has no row in the transport's catalogue; its sentence says the rest.
Title title_of(const Problem& problem) {
  if (const KnownProblem* known = find_known_problem(problem.code)) return {known->title_vi, known->title_en};
  switch (problem.status) {
    case 403: return {"Không được phép", "Forbidden"};
    case 404: return {"Không tìm thấy", "Not found"};
    case 409: return {"Trạng thái hiện tại không cho phép", "The current state does not allow this"};
    case 412: return {"Phiên bản đã cũ", "Precondition failed"};
    case 422: return {"Nội dung không đáp ứng quy định", "The content does not meet the rules"};
    default: return {"Không thực hiện được yêu cầu", "The request could not be carried out"};
  }
}

std::string type_of(std::string code) {
  std::replace(code.begin(), code.end(), '_', '-');
  return "/problems/" + code;
}

Json error_json(const ProblemError& error, bool english) {
  Json json{{"pointer", error.pointer}, {"code", error.code}};
  json["detail"] = english && !error.detail_en.empty() ? error.detail_en : error.detail_vi;
  if (!english && !error.detail_en.empty()) json["detail_en"] = error.detail_en;
  return json;
}

Json reason_json(const RefusalReason& reason) {
  const Sentence sentence = sentence_of(reason);
  Json json{{"code", name_of(reason.code)}, {"sentence", {{"vi", sentence.vi}, {"en", sentence.en}}}};
  if (reason.source) {
    if (reason.source->clause) json["citation"] = *reason.source->clause;
    if (reason.source->assumed) json["assumed"] = true;
    if (reason.source->basis) json["basis"] = *reason.source->basis;
    json["confidence"] = name_of(reason.source->confidence);
  }
  if (reason.pointer) json["pointer"] = *reason.pointer;
  json["details"] = reason.details;
  return json;
}

}  // namespace

HttpResponse respond_with(const Problem& problem, const HttpRequest& request) {
  const auto language = preferred_language(request.header("accept-language").value_or(""));
  const bool english = language == "en";
  const Title title = title_of(problem);
  Json body{{"type", type_of(problem.code)},
            {"title", english ? title.en : title.vi},
            {"status", problem.status},
            {"code", problem.code}};
  body["detail"] = english && !problem.detail_en.empty() ? problem.detail_en : problem.detail_vi;
  if (!english && !problem.detail_en.empty()) body["detail_en"] = problem.detail_en;
  for (const auto& error : problem.errors) body["errors"].push_back(error_json(error, english));
  for (const auto& reason : problem.reasons) body["reasons"].push_back(reason_json(reason));
  body["trace_id"] = request.request_id;

  HttpResponse response;
  response.status = problem.status;
  response.code = problem.code;
  response.set("Content-Type", "application/problem+json; charset=utf-8");
  response.set("Content-Language", language);
  response.set("Vary", "Accept-Language");
  for (const auto& [name, value] : problem.headers) response.set(name, value);
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

Problem problem_of(const Refusal& refusal) {
  const RefusalReason& first = refusal.reasons.front();
  const Sentence sentence = sentence_of(first);
  Problem problem;
  problem.status = status_of(first.code);
  problem.code = name_of(first.code);
  problem.detail_vi = sentence.vi;
  problem.detail_en = sentence.en;
  problem.reasons = refusal.reasons;
  return problem;
}

}  // namespace vinhdanh
