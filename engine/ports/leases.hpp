/// Work that any node could do, and one at a time does.
#pragma once

#include <cstdint>
#include <string>

namespace vinhdanh {

enum class Leased {
  no,     ///< another node does it
  still,  ///< this one goes on doing it
  anew,   ///< this one does it from now on; another may have done some of it since this one last did
};

/// A lease spares nodes the same work twice; that nothing is done twice rests on the work's own keys, since a node may be slower
/// than its lease. Safe from several threads. Throws StorageUnavailable.
class Leases {
 public:
  virtual ~Leases() = default;
  /// Takes the work, or keeps it, for that long from now on.
  virtual Leased take(const std::string& work, std::int64_t milliseconds) = 0;
  /// Lets another have it at once; nothing when this one has it not.
  virtual void give_back(const std::string& work) = 0;
};

}  // namespace vinhdanh
