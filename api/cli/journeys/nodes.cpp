// In turn, and past those that do not answer.
#include "api/cli/journeys/nodes.hpp"

#include <chrono>
#include <optional>
#include <thread>

namespace vinhdanh::journeys {
namespace {

constexpr int most_tries = 300;
constexpr std::chrono::milliseconds pause{200};

bool settles(const HttpReply& reply) { return reply.status != 503; }

}  // namespace

Nodes::Nodes(const std::vector<std::string>& urls) {
  if (urls.empty()) throw std::invalid_argument("no server is named");
  for (const std::string& url : urls) clients_.push_back(HttpClient::to(url));
}

Nodes::Reply Nodes::request(const std::string& method, const std::string& path, const HttpHeaders& headers,
                            const std::string& body) {
  const int tries = clients_.size() == 1 ? 1 : most_tries;
  for (int tried = 1;; ++tried) {
    HttpClient& client = clients_[next_++ % clients_.size()];
    try {
      HttpReply reply = client.request(method, path, headers, body);
      if (tried == tries || settles(reply)) return {std::move(reply), tried > 1};
    } catch (const HttpFailure&) {
      if (tried == tries) throw;
    }
    // The next node at once; after all of them, when one may be back.
    if (static_cast<std::size_t>(tried) % clients_.size() == 0) std::this_thread::sleep_for(pause);
  }
}

}  // namespace vinhdanh::journeys
