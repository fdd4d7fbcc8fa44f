// Reads the query of a request strictly, and the keyset cursors of lists.
#include "api/desk/request/query.hpp"

#include <algorithm>
#include <charconv>

#include "api/http/paging.hpp"
#include "api/http/problems.hpp"

namespace vinhdanh {

constexpr std::size_t kLongestParameter = 300;

Json page_body(const Store& store, const HttpRequest& request, const Actor& caller, Json items,
               const std::optional<std::string>& last) {
  Json body{{"items", std::move(items)}};
  if (!last) return body;
  const Paging paging(store.instance());
  const auto cursor = paging.cursor_after(*last, request, caller);
  body["next"] = paging.next_link(cursor, request);
  body["cursor"] = cursor;
  return body;
}

Problem in_body(Problem problem) {
  for (auto& error : problem.errors) {
    if (error.pointer == "#/query/limit") error.pointer = "/limit";
  }
  return problem;
}

namespace {

ProblemError not_a_date(std::string pointer) {
  return {std::move(pointer), "not_a_date", "Cần một ngày có thật, viết YYYY-MM-DD.",
          "It must be a day that exists, written YYYY-MM-DD."};
}

ProblemError not_an_instant(std::string pointer) {
  return {std::move(pointer), "not_an_instant", "Cần một thời điểm UTC có thật, viết YYYY-MM-DDThh:mm:ssZ.",
          "It must be an instant in UTC that exists, written YYYY-MM-DDThh:mm:ssZ."};
}

ProblemError out_of_range(std::string pointer, std::int64_t least, std::int64_t most) {
  const auto from = std::to_string(least);
  const auto to = std::to_string(most);
  return {std::move(pointer), "out_of_range", "Cần một số nguyên từ " + from + " đến " + to + ".",
          "It must be a whole number from " + from + " to " + to + "."};
}

std::string query_pointer(const std::string& name) { return "#/query/" + name; }

}  // namespace

void QueryReader::wrong(const std::string& name) { errors_.push_back(unknown_value(query_pointer(name))); }

std::optional<std::string> QueryReader::text(const std::string& name) {
  declared_.push_back(name);
  const auto found = request_.query.find(name);
  if (found == request_.query.end()) return std::nullopt;
  const auto length = found->second.size();
  if (length == 0 || length > kLongestParameter) {
    errors_.push_back(length == 0 ? missing_value(query_pointer(name)) : too_long(query_pointer(name), kLongestParameter));
    return std::nullopt;
  }
  return found->second;
}

std::optional<Date> QueryReader::date(const std::string& name) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  const auto parsed = Date::parse(*value);
  if (!parsed) errors_.push_back(not_a_date(query_pointer(name)));
  return parsed;
}

std::optional<Instant> QueryReader::instant(const std::string& name) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  const auto parsed = Instant::parse(*value);
  if (!parsed) errors_.push_back(not_an_instant(query_pointer(name)));
  return parsed;
}

std::optional<std::int64_t> QueryReader::number(const std::string& name, std::int64_t least, std::int64_t most) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  std::int64_t parsed = 0;
  const char* const last = value->data() + value->size();
  const auto [end, fault] = std::from_chars(value->data(), last, parsed);
  if (fault != std::errc{} || end != last || parsed < least || parsed > most) {
    errors_.push_back(out_of_range(query_pointer(name), least, most));
    return std::nullopt;
  }
  return parsed;
}

std::optional<bool> QueryReader::truth(const std::string& name) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  if (*value != "true" && *value != "false") wrong(name);
  return *value == "true";
}

PageRequest QueryReader::page(const Store& store, const Actor& caller) {
  declared_.insert(declared_.end(), {"limit", "cursor"});
  auto page = Paging(store.instance()).page_of(request_, caller);
  if (auto* fault = std::get_if<Problem>(&page)) {
    bad_page_ = std::move(*fault);
    return {};
  }
  return std::get<PageRequest>(page);
}

std::optional<HttpResponse> QueryReader::end() const {
  for (const auto& [name, value] : request_.query) {
    if (std::ranges::find(declared_, name) != declared_.end()) continue;
    auto problem = known_problem("unknown_parameter");
    problem.errors.push_back(unknown_value("#/query/" + name));
    return respond_with(problem, request_);
  }
  if (bad_page_) return respond_with(*bad_page_, request_);
  if (!errors_.empty()) return invalid(request_, errors_);
  return std::nullopt;
}

}  // namespace vinhdanh
