// Headers of requests and responses: reading by name, and the one setter through which values pass.
#include "api/http/message.hpp"

#include <stdexcept>

#include "api/http/header_syntax.hpp"

namespace vinhdanh {

std::optional<std::string> HttpRequest::header(const std::string& lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  if (found == headers.end()) return std::nullopt;
  return found->second;
}

void HttpResponse::set(std::string name, std::string value) {
  if (!is_header_name(name) || !is_header_value(value))
    throw std::invalid_argument("not a legal header: " + lower_case(name));
  for (auto& [known, text] : headers) {
    if (lower_case(known) == lower_case(name)) {
      text = std::move(value);
      return;
    }
  }
  headers.emplace_back(std::move(name), std::move(value));
}

}  // namespace vinhdanh
