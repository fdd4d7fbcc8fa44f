/// An installation of its own on the tests' cluster.
#pragma once

#include <memory>
#include <string>

namespace vinhdanh::detail {
class PostgresConnection;
}

namespace vinhdanh::test {

/// A schema in the tests' database, empty and at the newest migration. Making one takes long, so they are kept and emptied for
/// the next; one that is asked for at another migration is its own and dropped when this goes. The cluster is the one that
/// `tests/support/postgres.sh start` made; ctest does that before these tests.
class TemporarySchema {
 public:
  /// `up_to`: the last migration, 0 for all, -1 for none.
  explicit TemporarySchema(bool demo = false, int up_to = 0);
  ~TemporarySchema();
  TemporarySchema(const TemporarySchema&) = delete;
  TemporarySchema& operator=(const TemporarySchema&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Of the database, as the role of the application, of the tables' owner, and of the cluster's superuser.
  [[nodiscard]] std::string url() const { return url_of("vinhdanh_app"); }
  [[nodiscard]] std::string owner_url() const { return url_of("vinhdanh_owner"); }
  [[nodiscard]] std::string superuser_url() const { return url_of("postgres"); }

 private:
  [[nodiscard]] std::string url_of(const std::string& role) const;
  void take_kept(bool demo);
  std::string folder_;
  std::string name_;
  std::unique_ptr<detail::PostgresConnection> keeper_;  ///< holds the lock on a kept schema
};

}  // namespace vinhdanh::test
