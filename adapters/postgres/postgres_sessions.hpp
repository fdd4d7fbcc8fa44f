/// Sessions with the server, lent to one thread at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/postgres/postgres_connection.hpp"

namespace vinhdanh::detail {

/// Opens sessions as they are needed, up to `most`; whoever comes when all are lent waits. One that broke is replaced.
class PostgresSessions {
 public:
  /// `check` looks at each new session before it is used and throws what is wrong with it.
  PostgresSessions(PostgresPlace place, int most, std::function<void(Connection&)> check);

  /// A session for as long as this lives. It goes back whole, unless `broken` was said.
  class Loan {
   public:
    Loan(PostgresSessions& from, std::unique_ptr<PostgresConnection> session) : from_(&from), session_(std::move(session)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { from_->give_back(std::move(session_)); }
    PostgresConnection& operator*() { return *session_; }
    PostgresConnection* operator->() { return session_.get(); }
    void broken() { session_.reset(); }

   private:
    PostgresSessions* from_;
    std::unique_ptr<PostgresConnection> session_;
  };
  /// Throws PostgresError when no session can be opened.
  Loan lend();
  /// After a session broke the others are likely to be as dead: each is opened anew when it is next asked for.
  void drop_idle();

 private:
  std::unique_ptr<PostgresConnection> borrow();
  void give_back(std::unique_ptr<PostgresConnection> session);

  const PostgresPlace place_;
  const int most_;
  const std::function<void(Connection&)> check_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<PostgresConnection>> idle_;
  int lent_ = 0;
};

}  // namespace vinhdanh::detail
