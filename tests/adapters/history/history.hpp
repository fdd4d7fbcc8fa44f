/// What clients saw of registers that several of them read and write at once, and whether it can have happened in one order.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace vinhdanh::test {

/// Of one thing with a version: a dossier, a submission.
struct Operation {
  enum class Kind { read, write };
  Kind kind = Kind::read;
  std::string thing;
  std::int64_t version = 0;  ///< that was read, or that the write made
  std::int64_t invoked = 0;  ///< moments of one clock
  std::int64_t answered = 0;
  int client = 0;
};

/// Of one limit: a place that was taken or given back.
struct PlaceOperation {
  enum class Kind { taken, given_back };
  Kind kind = Kind::taken;
  std::string key;
  std::string holder;
  std::int64_t invoked = 0;
  std::int64_t answered = 0;
};

/// Written by several clients.
class ClientHistory {
 public:
  /// The next moment: later than every one given before.
  std::int64_t moment();
  void add(Operation operation);
  void add(PlaceOperation operation);
  [[nodiscard]] std::vector<Operation> operations() const;
  [[nodiscard]] std::vector<PlaceOperation> places() const;

 private:
  mutable std::mutex mutex_;
  std::int64_t moment_ = 0;
  std::vector<Operation> operations_;
  std::vector<PlaceOperation> places_;
};

/// Why they cannot have happened in one order that also is the order of time (linearizability of registers whose writes say
/// which version they made): a version written twice, one read before anybody wrote it, and one read or made after a later one
/// had been answered. Empty when they can. Version 0 is there from the start.
std::vector<std::string> order_faults(std::vector<Operation> operations);

/// The moments at which more were certainly held than there are places: taken and answered, and not yet being given back.
std::vector<std::string> place_faults(const std::vector<PlaceOperation>& operations, std::int64_t places);

}  // namespace vinhdanh::test
