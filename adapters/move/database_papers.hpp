/// Papers that are rows of a database.
#pragma once

#include "adapters/move/moving_papers.hpp"
#include "adapters/postgres/paper_rows.hpp"

namespace vinhdanh::detail {

/// Reads and writes inside the session's transaction.
class DatabasePapers final : public MovingPapers {
 public:
  /// `session` is borrowed.
  explicit DatabasePapers(Connection& session) : session_(session) {}
  void each(const std::function<void(const PaperId&)>& visit) override { each_paper(session_, visit); }
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) override { return paper_of(session_, id); }
  void put(const PaperId& id, const std::string& bytes) override { put_paper(session_, id, bytes); }

 private:
  Connection& session_;
};

}  // namespace vinhdanh::detail
