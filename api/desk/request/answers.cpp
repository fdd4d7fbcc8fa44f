// The answers that every handler of the desk gives alike.
#include "api/desk/request/answers.hpp"

#include <algorithm>

#include "api/http/problems.hpp"

namespace vinhdanh {

HttpResponse json_text(int status, std::string body) {
  HttpResponse response;
  response.status = status;
  response.set("Content-Type", "application/json; charset=utf-8");
  response.set("Cache-Control", "no-store");
  response.body = std::move(body);
  return response;
}

HttpResponse json_response(int status, const Json& body) { return json_text(status, body.dump()); }

HttpResponse problem(const HttpRequest& request, std::string_view code) {
  return respond_with(known_problem(code), request);
}

HttpResponse not_found(const HttpRequest& request) {
  auto it = known_problem("not_found");
  it.detail_vi = "Không tìm thấy nội dung này, hoặc ngoài phạm vi được xem.";
  it.detail_en = "There is no such thing here, or it is outside your scope.";
  return respond_with(it, request);
}

HttpResponse invalid(const HttpRequest& request, std::vector<ProblemError> errors) {
  auto it = known_problem("validation");
  it.errors = std::move(errors);
  return respond_with(it, request);
}

HttpResponse refused(const HttpRequest& request, const Refusal& refusal) {
  return respond_with(problem_of(refusal), request);
}

HttpResponse refused(const HttpRequest& request, RefusalReason reason) {
  return refused(request, Refusal{{std::move(reason)}});
}

HttpResponse outcome_unknown(const HttpRequest& request) { return problem(request, "outcome_unknown"); }

HttpResponse busy(const HttpRequest& request) { return problem(request, "busy"); }

HttpResponse storage_unavailable(const HttpRequest& request) { return problem(request, "storage_unavailable"); }

HttpResponse rate_limited(const HttpRequest& request, int seconds) {
  auto limited = known_problem("rate_limited");
  limited.headers.emplace_back("Retry-After", std::to_string(seconds));
  return respond_with(limited, request);
}

ProblemError unknown_value(std::string pointer) {
  return {std::move(pointer), "unknown_value", "Giá trị không có trong danh mục.",
          "The value is not one of those known."};
}

ProblemError missing_value(std::string pointer) {
  return {std::move(pointer), "missing", "Chưa nhập.", "It is missing."};
}

void check_reference(const std::optional<std::string>& reference, std::vector<ProblemError>& errors) {
  static constexpr std::string_view signs = "._:/-";
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || signs.find(c) != signs.npos;
  };
  if (!reference || (!reference->empty() && reference->size() <= 100 && std::ranges::all_of(*reference, allowed)))
    return;
  errors.push_back({"/external_ref", "not_a_reference",
                    "Mã tham chiếu gồm 1 đến 100 chữ cái không dấu, chữ số và các dấu . _ : / -; không ghi họ tên.",
                    "A reference has 1 to 100 letters, digits and . _ : / -; never a person's name."});
}

ProblemError too_long(std::string pointer, std::size_t limit) {
  const auto n = std::to_string(limit);
  return {std::move(pointer), "too_long", "Dài quá giới hạn " + n + " (byte của văn bản, hoặc mục của danh sách).",
          "It is longer than " + n + " (bytes of a text, or items of a list)."};
}

}  // namespace vinhdanh
