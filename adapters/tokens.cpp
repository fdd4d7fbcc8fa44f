// Makes tokens and writes the demo's.
#include "adapters/tokens.hpp"

#include <nlohmann/json.hpp>

#include "adapters/files/durable_file.hpp"
#include "adapters/random.hpp"

namespace vinhdanh {
namespace {

/// RFC 4648 section 5, without padding.
std::string base64url(const std::string& bytes) {
  static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  unsigned window = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    window = (window << 8 | byte) & 0xffffU;
    for (bits += 8; bits >= 6; bits -= 6) text += letters[window >> (bits - 6) & 63U];
  }
  if (bits > 0) text += letters[window << (6 - bits) & 63U];
  return text;
}

}  // namespace

std::string new_token_text() { return "vd_" + base64url(random_bytes(32)); }

std::string demo_tokens_text(const std::map<std::string, std::vector<DemoToken>>& tokens) {
  nlohmann::json text = nlohmann::json::object();
  for (const auto& [login, list] : tokens) {
    auto& entries = text[login] = nlohmann::json::array();
    for (const auto& [appointment, token] : list) {
      entries.push_back({{"appointment", appointment.id}, {"office", appointment.office},
                         {"role", name_of(appointment.role)}, {"capacity", name_of(appointment.capacity)},
                         {"token", token}});
    }
  }
  return text.dump(2) + "\n";
}

void write_demo_tokens(const std::filesystem::path& folder,
                       const std::map<std::string, std::vector<DemoToken>>& tokens) {
  write_private_file(folder / "demo-tokens.json", demo_tokens_text(tokens));
}

}  // namespace vinhdanh
