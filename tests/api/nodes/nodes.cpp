// Starts the binary of this build on the tests' cluster.
#include "tests/api/nodes/nodes.hpp"

#include <signal.h>

namespace vinhdanh::test {

Words at_database(const TemporarySchema& schema) { return {"--database", schema.url(), "--schema", schema.name()}; }

Node::Node(const Words& database, const std::filesystem::path& folder, const Words& more)
    : words_{VINHDANH_BINARY, "serve", "--json", "--demo", "--data", folder.string()} {
  std::filesystem::create_directories(folder);
  words_.insert(words_.end(), database.begin(), database.end());
  words_.insert(words_.end(), more.begin(), more.end());
  words_.insert(words_.end(), {"--listen", "127.0.0.1:0"});
  start();
  words_.back() = url_.substr(url_.rfind('/') + 1);
}

void Node::kill() {
  process_->signal(SIGKILL);
  process_->wait();
}

void Node::stop() {
  process_->signal(SIGTERM);
  process_->wait();
}

void Node::start() {
  process_ = std::make_unique<Process>(words_);
  url_ = nlohmann::json::parse(process_->first_line()).at("url");
}

}  // namespace vinhdanh::test
