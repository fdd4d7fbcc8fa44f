/// The papers of one side of a move.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/model/basics.hpp"

namespace vinhdanh::detail {

/// Throws StorageUnavailable, SqlError.
class MovingPapers {
 public:
  virtual ~MovingPapers() = default;
  /// Each paper's id once, in no order.
  virtual void each(const std::function<void(const PaperId&)>& visit) = 0;
  [[nodiscard]] virtual std::optional<std::string> get(const PaperId& id) = 0;
  virtual void put(const PaperId& id, const std::string& bytes) = 0;
};

}  // namespace vinhdanh::detail
