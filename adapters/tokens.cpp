// Makes tokens and writes the demo's.
#include "adapters/tokens.hpp"

#include "adapters/files/durable_file.hpp"
#include "adapters/random.hpp"
#include "engine/codec/base64url.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

std::string new_token_text() { return "vd_" + to_base64url(random_bytes(32)); }

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
