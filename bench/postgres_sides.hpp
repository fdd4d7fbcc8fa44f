/// Two equal databases: what is committed in one is written again in the other, as bare rows.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "adapters/postgres/postgres_connection.hpp"
#include "bench/house.hpp"

namespace vinhdanh::bench {

/// The rows that a change wrote, by table, as the other side writes them.
using WrittenRows = nlohmann::json;

class PostgresSides {
 public:
  /// Makes the databases on the cluster, fills both with these dossiers, and drops them with itself.
  PostgresSides(const std::string& cluster, Province& province, std::size_t dossiers);
  ~PostgresSides();
  PostgresSides(const PostgresSides&) = delete;
  PostgresSides& operator=(const PostgresSides&) = delete;

  House& house() { return *house_; }
  std::vector<DossierId> take(std::size_t count);

  [[nodiscard]] WrittenRows written(const Change& change, const CommitResult& result);
  /// Sends each document as one statement, from that many clients at once.
  void write(const std::vector<std::string>& documents, std::size_t clients);

 private:
  [[nodiscard]] std::string url(const std::string& role, const std::string& database) const;
  void drop();

  std::string host_;
  std::vector<DossierId> ids_;
  std::size_t taken_ = 0;
  std::unique_ptr<House> house_;
  std::unique_ptr<detail::PostgresConnection> reader_;
  std::vector<std::unique_ptr<detail::PostgresConnection>> writers_;
};

}  // namespace vinhdanh::bench
