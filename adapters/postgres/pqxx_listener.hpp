/// A session that hears and sends notifications (LISTEN, NOTIFY): the only place that speaks libpqxx.
#pragma once

#include <memory>
#include <string>

namespace vinhdanh::detail {

/// Of one thread at a time. Whatever a call throws is a std::exception, and then this is of no further use.
class PqxxListener {
 public:
  /// Connects and listens. `address` as libpq takes it; `channel` at most 63 bytes.
  PqxxListener(const std::string& address, const std::string& channel);
  ~PqxxListener();
  PqxxListener(const PqxxListener&) = delete;
  PqxxListener& operator=(const PqxxListener&) = delete;

  /// Can be read from when there may be something to take.
  [[nodiscard]] int socket() const;
  /// Takes what has come; true when another session notified. Does not wait. For a call after each `notify` too, which may have
  /// read what the socket held.
  bool take();
  void notify();

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh::detail
