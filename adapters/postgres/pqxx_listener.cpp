// What libpqxx 6.4 and 7 have in common, so that either will do.
#include "adapters/postgres/pqxx_listener.hpp"

#include <pqxx/connection>
#include <pqxx/nontransaction>
#include <pqxx/notification>

#include <stdexcept>
#include <utility>

namespace vinhdanh::detail {
namespace {

// A notification that is lost is looked for, so none need be on disk. One that must wait for the lock which all that notify
// share is given up.
constexpr const char* listener_settings = "SET synchronous_commit = off; SET lock_timeout = '5s'";

}  // namespace

struct PqxxListener::Inner {
  /// Notes whether anybody else notified.
  class Others final : public pqxx::notification_receiver {
   public:
    Others(pqxx::connection& connection, const std::string& channel)
        : notification_receiver(connection, channel), me_(connection.backendpid()) {}
    void operator()(const std::string&, int backend_pid) override { heard = heard || backend_pid != me_; }
    bool heard = false;

   private:
    const int me_;
  };

  Inner(const std::string& address, const std::string& channel)
      : connection(address.c_str()), notice("NOTIFY " + connection.quote_name(channel)) {
    run(listener_settings);
    others = std::make_unique<Others>(connection, channel);
  }
  void run(const std::string& text) {
    pqxx::nontransaction statement(connection);
    statement.exec(text);
  }

  pqxx::connection connection;
  const std::string notice;
  std::unique_ptr<Others> others;
};

PqxxListener::PqxxListener(const std::string& address, const std::string& channel)
    : inner_(std::make_unique<Inner>(address, channel)) {}
PqxxListener::~PqxxListener() = default;

int PqxxListener::socket() const { return inner_->connection.sock(); }

bool PqxxListener::take() {
  while (inner_->connection.get_notifs() > 0) {
  }
  // 6.4 finds nothing on a connection that broke, and says no more.
  if (!inner_->connection.is_open()) throw std::runtime_error("the connection broke");
  return std::exchange(inner_->others->heard, false);
}

void PqxxListener::notify() { inner_->run(inner_->notice); }

}  // namespace vinhdanh::detail
