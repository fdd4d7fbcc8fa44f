/// A statement's text, one for all databases or one for each.
#pragma once

#include <string>
#include <string_view>

namespace vinhdanh::detail {

enum class Dialect { sqlite, postgres };

}  // namespace vinhdanh::detail

namespace vinhdanh::sql {

/// A view: the text lives on elsewhere. Where the databases differ, a comment beside the statement says why.
class Text {
 public:
  constexpr Text(const char* all) : sqlite_(all), postgres_(sqlite_) {}                // NOLINT: every literal is one
  constexpr Text(std::string_view all) : sqlite_(all), postgres_(all) {}               // NOLINT
  Text(const std::string& all) : sqlite_(all), postgres_(all) {}                       // NOLINT
  constexpr Text(std::string_view sqlite, std::string_view postgres) : sqlite_(sqlite), postgres_(postgres) {}

  [[nodiscard]] constexpr std::string_view in(detail::Dialect dialect) const {
    return dialect == detail::Dialect::sqlite ? sqlite_ : postgres_;
  }

 private:
  std::string_view sqlite_;
  std::string_view postgres_;
};

/// The values of a JSON array of texts that is bound as one parameter, so that a query has one text however long its lists are.
inline std::string listed(detail::Dialect dialect, const std::string& parameter) {
  if (dialect == detail::Dialect::sqlite) return "(SELECT value FROM json_each(" + parameter + "))";
  return "(SELECT jsonb_array_elements_text(CAST(" + parameter + " AS jsonb)))";
}

}  // namespace vinhdanh::sql
