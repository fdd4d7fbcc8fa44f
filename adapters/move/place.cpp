// A database's address is read as libpq reads it.
#include "adapters/move/place.hpp"

#include "adapters/postgres/address.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

bool looks_like_address(const std::string& text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://") || text.find('=') != std::string::npos;
}

/// The same whether it is there yet or not, and wherever the command is typed.
std::string folder_name(const std::filesystem::path& folder) {
  const auto whole = std::filesystem::weakly_canonical(std::filesystem::absolute(folder));
  return (whole.has_filename() ? whole : whole.parent_path()).string();
}

}  // namespace

std::optional<Home> read_place(const std::string& text, const std::string& schema) {
  if (text.starts_with(sqlite_scheme)) {
    if (text.size() == sqlite_scheme.size()) return std::nullopt;
    return Home{text.substr(sqlite_scheme.size()), "", schema};
  }
  if (!looks_like_address(text)) return std::nullopt;
  auto parts = detail::address_parts(text);
  if (!parts || (*parts)["host"].find('@') != std::string::npos) return std::nullopt;
  return Home{{}, text, schema};
}

std::string place_name(const Home& home) {
  if (home.database.empty()) return std::string(sqlite_scheme) + folder_name(home.folder);
  auto parts = detail::address_parts(home.database).value_or(std::map<std::string, std::string>{});
  const std::string host = parts["host"].empty() ? parts["hostaddr"] : parts["host"];
  const std::string port = parts["port"].empty() ? "" : ":" + parts["port"];
  return "postgresql://" + host + port + "/" + parts["dbname"] + ", schema " + home.schema;
}

}  // namespace vinhdanh
