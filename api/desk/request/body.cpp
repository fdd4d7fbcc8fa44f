// Reads a JSON body into a struct, or gives the problem that says what is wrong with it.
#include "api/desk/request/body.hpp"

#include "api/http/problems.hpp"
#include "engine/codec/json_guard.hpp"

namespace vinhdanh {

namespace {

constexpr std::size_t kLongest = 20'000;
constexpr std::size_t kLongestName = 300;
constexpr std::size_t kMostItems = 500;

bool is_short(std::string_view member) {
  return member == "number" || member == "external_ref" || member == "id" || member == "pointer" || member == "code";
}

void trim(std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return text.clear();
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Trims every text and notes what is too long.
void tidy(Json& json, const std::string& pointer, std::string_view member, std::vector<ProblemError>& errors) {
  if (errors.size() >= 20) return;
  if (json.is_string()) {
    auto& text = json.get_ref<std::string&>();
    trim(text);
    const auto most = is_short(member) ? kLongestName : kLongest;
    if (text.size() > most) errors.push_back(too_long(pointer, most));
  } else if (json.is_structured()) {
    if (json.size() > kMostItems) return errors.push_back(too_long(pointer, kMostItems));
    for (auto item = json.begin(); item != json.end(); ++item) {
      auto inner = pointer;
      const auto name = json.is_object() ? item.key() : std::to_string(std::distance(json.begin(), item));
      append_pointer(inner, name);
      tidy(*item, inner, json.is_object() ? std::string_view(name) : member, errors);
    }
  }
}

}  // namespace

Or<Json> parse_body(const HttpRequest& request) {
  auto parsed = parse_strict(request.body);
  if (!parsed.error) {
    std::vector<ProblemError> errors;
    tidy(parsed.value, "", "", errors);
    if (!errors.empty()) return invalid(request, errors);
    return std::move(parsed.value);
  }
  ProblemError error{"", parsed.error->code,
                     "Nội dung không hợp lệ gần byte " + std::to_string(parsed.error->offset) + ".",
                     parsed.error->message};
  if (parsed.error->concerns_value()) return invalid(request, {error});
  auto problem = known_problem("invalid_json");
  problem.errors.push_back(std::move(error));
  return respond_with(problem, request);
}

std::vector<ProblemError> as_problem_errors(const std::vector<DecodeError>& errors) {
  std::vector<ProblemError> converted;
  for (const auto& error : errors) converted.push_back({error.pointer, error.code, error.detail_vi, error.detail_en});
  return converted;
}

}  // namespace vinhdanh
