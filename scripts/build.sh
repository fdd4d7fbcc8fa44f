#!/usr/bin/env bash
# Configures and builds one preset into build/<preset>: release (-O2), asan (ASan, LSan and UBSan), tsan (TSan). Further arguments go
# to cmake, e.g. -DVINHDANH_TESTS=ON. TARGETS names what to build, everything if it is not set.
set -euo pipefail
cd "$(dirname "$0")/.."

preset=${1:?usage: scripts/build.sh release|asan|tsan [cmake options]}
shift
options=(-DVINHDANH_GATHER=ON)
case "$preset" in
  asan) options+=(-DVINHDANH_SANITIZE=address) ;;
  tsan) options+=(-DVINHDANH_SANITIZE=thread) ;;
esac
read -ra targets <<<"${TARGETS:-}"
jobs=${JOBS:-$(nproc)}
[ "$jobs" -gt 2 ] && [ "$(awk '/MemTotal/{print int($2/1048576)}' /proc/meminfo)" -lt $((jobs * 2)) ] && jobs=2

mkdir -p build
echo "Configuring build/$preset"
cmake -G Ninja -S . -B "build/$preset" -DCMAKE_BUILD_TYPE=Release "${options[@]}" "$@" >"build/configure-$preset.log" 2>&1 ||
  { cat "build/configure-$preset.log" >&2; exit 1; }
rm -f "build/configure-$preset.log"
echo "Building build/$preset with $jobs jobs"
NINJA_STATUS='[%f/%t %es] ' ninja -C "build/$preset" -j "$jobs" "${targets[@]}"
