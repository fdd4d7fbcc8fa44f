/// What a change needs for itself while it is committed, by name.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/decide/change.hpp"

namespace vinhdanh {

/// What one change holds: things that nobody else may touch meanwhile, and things that others may hold in this way too.
struct Holds {
  struct Name {
    std::string kind;  ///< a stream's kind, or answer, reference, register, nomination, login, credential
    std::string id;
    bool alone = true;
  };
  std::vector<Name> names;  ///< each once, alone if it is held in both ways
};
Holds holds_of(const Change& change);

/// What is held by changes at work.
class HeldNames {
 public:
  [[nodiscard]] bool clash_with(const Holds& holds) const;
  /// Whether any of it is held, also in the way that others may hold it too.
  [[nodiscard]] bool meet(const Holds& holds) const;
  void add(const Holds& holds);
  void remove(const Holds& holds);

 private:
  struct Count {
    int alone = 0;
    int together = 0;
  };
  std::unordered_map<std::string, Count> counts_;
};

}  // namespace vinhdanh
