/// Where new ids and salts come from; the engine never draws randomness itself.
#pragma once

#include <string>

namespace vinhdanh {

class Fresh {
 public:
  virtual ~Fresh() = default;
  /// A new lower-case UUIDv7.
  virtual std::string id() = 0;
  /// 32 random bytes as 64 lower-case hex digits.
  virtual std::string salt() = 0;
};

}  // namespace vinhdanh
