/// What this machine cannot test is said, not passed over in silence.
#pragma once

#include "tests/support/catch.hpp"

/// Prints why the test is not run; ctest then counts it as skipped and names it (tests/CMakeLists.txt). `return` follows.
#define NOT_RUN(why) WARN("not run here: " why)
