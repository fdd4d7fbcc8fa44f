// libpq reads its own addresses.
#include "adapters/postgres/address.hpp"

#include <libpq-fe.h>

#include <memory>

namespace vinhdanh::detail {

std::optional<std::map<std::string, std::string>> address_parts(const std::string& url) {
  char* said = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), &said),
                                                                             PQconninfoFree);
  PQfreemem(said);  // it may hold a secret
  if (!options) return std::nullopt;
  std::map<std::string, std::string> parts;
  for (const PQconninfoOption* it = options.get(); it->keyword != nullptr; ++it)
    if (it->val != nullptr) parts[it->keyword] = it->val;
  return parts;
}

std::string address_with(const std::string& url, const std::map<std::string, std::string>& more) {
  auto parts = address_parts(url);
  if (!parts) return url;
  parts->insert(more.begin(), more.end());
  std::string all;
  for (const auto& [keyword, value] : *parts) {
    all += (all.empty() ? "" : " ") + keyword + "='";
    for (const char c : value) all += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    all += '\'';
  }
  return all;
}

}  // namespace vinhdanh::detail
