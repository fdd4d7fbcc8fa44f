/// Requests of one district's clerk: enough to write to the store and to the papers.
#pragma once

#include <string>

#include "engine/codec/json.hpp"
#include "tests/faults/faulty_server.hpp"

namespace vinhdanh::test {

class SmallWork {
 public:
  /// Opens a review on the demo server.
  explicit SmallWork(FaultyServer& server);

  /// POST of a new submission under this key.
  [[nodiscard]] Sent submission(const std::string& key) const;
  /// PUT of the letter of a submission that is there.
  [[nodiscard]] Sent letter(const std::string& submission);
  /// A read that must be answered.
  [[nodiscard]] Sent look(const std::string& submission) const;
  /// How many submissions there are.
  int submissions();

 private:
  [[nodiscard]] HttpHeaders as(const std::string& account, const std::string& role) const;

  FaultyServer& server_;
  nlohmann::json tokens_;
  std::string occasion_;
};

/// The id that an answer names.
std::string id_in(const HttpReply& reply);

}  // namespace vinhdanh::test
