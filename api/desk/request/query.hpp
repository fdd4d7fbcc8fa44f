/// Reads the query of a request strictly, and the keyset cursors of lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/desk/request/answers.hpp"
#include "engine/model/actor.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

/// The parameters of one request. Reading a name declares it; `end` refuses what nobody declared.
class QueryReader {
 public:
  explicit QueryReader(const HttpRequest& request) : request_(request) {}

  std::optional<std::string> text(const std::string& name);
  template <class Enum>
  std::optional<Enum> name(const std::string& parameter);
  std::optional<Date> date(const std::string& name);
  std::optional<Instant> instant(const std::string& name);
  std::optional<std::int64_t> number(const std::string& name, std::int64_t least, std::int64_t most);
  std::optional<bool> truth(const std::string& name);
  /// `limit` (1..200, default 50) and `cursor`, which must have been given for this path, filter and caller.
  PageRequest page(const Store& store, const Actor& caller);
  /// The response when anything was wrong, also a parameter that was never asked for.
  [[nodiscard]] std::optional<HttpResponse> end() const;

 private:
  void wrong(const std::string& name);

  const HttpRequest& request_;
  std::vector<std::string> declared_;
  std::vector<ProblemError> errors_;
  std::optional<Problem> bad_page_;
};

/// The answer to a list: `items`, and `cursor` with a `next` link while there may be more after `last`.
Json page_body(const Store& store, const HttpRequest& request, const Actor& caller, Json items,
               const std::optional<std::string>& last);

/// The faults of a page that a body asked for stand in the body.
Problem in_body(Problem problem);

template <class Enum>
std::optional<Enum> QueryReader::name(const std::string& parameter) {
  const auto value = text(parameter);
  if (!value) return std::nullopt;
  const auto parsed = parse_name<Enum>(*value);
  if (!parsed) wrong(parameter);
  return parsed;
}

}  // namespace vinhdanh
