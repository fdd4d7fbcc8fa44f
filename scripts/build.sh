#!/usr/bin/env bash
# Configures and builds one preset into build/<preset>: release (-O2) or asan (ASan and UBSan, without Boost.Beast, command line and program).
# Further arguments go to cmake, e.g. -DVINHDANH_TESTS=ON.
set -euo pipefail
cd "$(dirname "$0")/.."

preset=${1:?usage: scripts/build.sh release|asan [cmake options]}
shift
options=(-DVINHDANH_GATHER=ON)
[ "$preset" = asan ] && options+=(-DVINHDANH_SANITIZE=ON)
jobs=${JOBS:-$(nproc)}
[ "$jobs" -gt 2 ] && [ "$(awk '/MemTotal/{print int($2/1048576)}' /proc/meminfo)" -lt $((jobs * 2)) ] && jobs=2

mkdir -p build
echo "Configuring build/$preset"
cmake -G Ninja -S . -B "build/$preset" -DCMAKE_BUILD_TYPE=Release "${options[@]}" "$@" >"build/configure-$preset.log" 2>&1 ||
  { cat "build/configure-$preset.log" >&2; exit 1; }
rm -f "build/configure-$preset.log"
echo "Building build/$preset with $jobs jobs"
NINJA_STATUS='[%f/%t %es] ' ninja -C "build/$preset" -j "$jobs"
