/// Choices that follow from one word, so that a step of a random life means the same wherever it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vinhdanh::test {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// 0 … sides-1; 0 for no sides.
  std::size_t roll(std::size_t sides) { return sides ? next() % sides : 0; }
  bool chance(unsigned percent) { return next() % 100 < percent; }
  template <class T>
  const T& pick(const std::vector<T>& items) {
    return items[roll(items.size())];
  }

 private:
  std::uint64_t next() {  // splitmix64
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace vinhdanh::test
