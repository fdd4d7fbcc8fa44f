/// A unit's clerk and head at work over HTTP, who note every receipt: what a server that is killed must still have.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include "api/cli/http_client.hpp"
#include "engine/codec/json.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh::test {

/// A request as it can be sent again: the same token, key, If-Match and bytes.
struct Sent {
  std::string method;
  std::string path;
  HttpHeaders headers;
  std::string body;
};

/// Stream ("dossier 0192…") → n → hash, of every receipt that arrived.
using Receipts = std::map<std::string, std::map<std::int64_t, std::string>>;

class ClerkAtWork {
 public:
  /// `tokens` is the content of demo-tokens.json.
  ClerkAtWork(nlohmann::json tokens, std::string run) : tokens_(std::move(tokens)), run_(std::move(run)) {}

  /// The server to talk to from now on.
  void meet(HttpClient client) { client_.emplace(std::move(client)); }
  /// The day of the demo's clock and the review that the dossiers are for.
  void open_review();
  /// A dossier from a new submission to its receipt. Throws std::runtime_error at an answer that is no success.
  void one_dossier();
  /// Dossier after dossier until the server is gone or it is `enough`. `after_first` is called when the first answer has arrived, or
  /// when there will be none.
  void work_until_gone(const std::function<void()>& after_first, const std::stop_token& enough = {});
  /// What was sent and not answered, sent once more as it was; a command also a third time, to hear the same.
  void finish();

  [[nodiscard]] const Receipts& receipts() const { return receipts_; }
  /// What waits for `finish`.
  [[nodiscard]] const std::optional<Sent>& pending() const { return pending_; }
  /// The submission or dossier whose If-Match told `finish` that the PUT without an answer had been done; else empty.
  [[nodiscard]] const std::string& unheard() const { return unheard_; }
  /// Takes what the store says for the receipt that never came.
  void adopt(const std::string& stream, std::int64_t n, const std::string& hash) { receipts_[stream][n] = hash; }

 private:
  nlohmann::json act(const std::string& account, const std::string& role, const std::string& path,
                     const nlohmann::json& payload, const std::string& etag = {});
  void upload(const std::string& account, const std::string& role, const std::string& path);
  void write_content(const std::string& dossier);
  nlohmann::json send(Sent sent);
  nlohmann::json get(const std::string& account, const std::string& role, const std::string& path, std::string& etag);
  void note(const nlohmann::json& body);
  [[nodiscard]] std::string bearer(const std::string& account, const std::string& role) const;

  nlohmann::json tokens_;
  std::string run_;
  std::optional<HttpClient> client_;
  std::function<void()> after_first_;
  std::string occasion_;
  int sent_ = 0;
  std::optional<Sent> pending_;
  std::string unheard_;
  Receipts receipts_;
};

/// What a store holds, as receipts: of everything but accounts, offices and what the program does by itself.
Receipts stored_in(const Store& store);
/// Each receipt is there with its hash.
void check_nothing_lost(const Receipts& receipts, const Receipts& stored);
/// Nothing is there without a receipt, except what the clerk found done without having heard.
void check_nothing_twice(ClerkAtWork& clerk, const Receipts& stored);

}  // namespace vinhdanh::test
