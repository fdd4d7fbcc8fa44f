/// Keyset pages: `limit` and an opaque `cursor` that only its caller can use, and only with the same filter.
#pragma once

#include <string>
#include <variant>

#include "api/http/problem.hpp"
#include "engine/model/actor.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

/// Cursors outlive a restart when the key does: derive it from the installation's id.
class Paging {
 public:
  explicit Paging(std::string key) : key_(std::move(key)) {}

  /// `limit` 1..200 (50 when absent), else 422 `validation`; a cursor that was not made for this caller, path and
  /// filter is 400 `invalid_cursor`. The filter is every other query parameter.
  [[nodiscard]] std::variant<PageRequest, Problem> page_of(const HttpRequest& request, const Actor& caller) const;

  /// The cursor of the page that follows the sort key `after`.
  [[nodiscard]] std::string cursor_after(const std::string& after, const HttpRequest& request,
                                         const Actor& caller) const;

  /// Path and query of the next page: the request's own, with this cursor.
  [[nodiscard]] std::string next_link(const std::string& cursor, const HttpRequest& request) const;

 private:
  [[nodiscard]] std::string seal(const std::string& after, const HttpRequest& request, const Actor& caller) const;
  std::string key_;
};

}  // namespace vinhdanh
