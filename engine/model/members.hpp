/// Lists the members of a struct once, so that one codec reads and writes all of them.
#pragma once

#define VD_EXPAND(...) VD_EXPAND3(VD_EXPAND3(VD_EXPAND3(VD_EXPAND3(__VA_ARGS__))))
#define VD_EXPAND3(...) VD_EXPAND2(VD_EXPAND2(VD_EXPAND2(VD_EXPAND2(__VA_ARGS__))))
#define VD_EXPAND2(...) VD_EXPAND1(VD_EXPAND1(VD_EXPAND1(VD_EXPAND1(__VA_ARGS__))))
#define VD_EXPAND1(...) __VA_ARGS__
#define VD_PARENS ()
#define VD_EACH(first, ...) visit(#first, self.first); __VA_OPT__(VD_EACH_AGAIN VD_PARENS(__VA_ARGS__))
#define VD_EACH_AGAIN() VD_EACH

/// Inside a struct: `VINHDANH_MEMBERS(a, b)` gives `members(self, visit)`, which calls `visit("a", self.a)` and so on.
#define VINHDANH_MEMBERS(...)                                    \
  template <class Self, class Visit>                             \
  static void members([[maybe_unused]] Self& self, [[maybe_unused]] Visit&& visit) { \
    __VA_OPT__(VD_EXPAND(VD_EACH(__VA_ARGS__)))                  \
  }
