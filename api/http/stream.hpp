/// An answer that goes on after its head: text that is sent as it comes, until either end is through.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace vinhdanh {

/// Shared by who writes, from any thread, and the connection that sends. A receiver that leaves more than `most_unsent` bytes
/// untaken is too slow: the stream is over and the connection is closed.
class Stream {
 public:
  static constexpr std::size_t most_unsent = std::size_t{256} * 1024;

  /// False when it is over; then nothing more is sent.
  bool send(const std::string& text);
  /// What was sent still goes out.
  void end();
  [[nodiscard]] bool over() const;

  // For the connection.
  /// `wake` is called, from any thread, whenever there is something to do; it must not call back into the stream at once.
  void attach(std::function<void()> wake);
  /// The receiver is gone.
  void detach();
  /// What waits, perhaps empty; nothing when all was taken and no more will come.
  std::optional<std::string> take();

 private:
  mutable std::mutex mutex_;
  std::string waiting_;
  std::function<void()> wake_;
  bool over_ = false;
};

}  // namespace vinhdanh
