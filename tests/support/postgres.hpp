/// An installation of its own on the tests' cluster.
#pragma once

#include <string>

namespace vinhdanh::test {

/// A schema in the tests' database, brought to the newest migration; dropped when this goes. The cluster is the one that
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
  std::string folder_;
  std::string name_;
};

}  // namespace vinhdanh::test
