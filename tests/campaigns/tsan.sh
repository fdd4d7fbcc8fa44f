#!/usr/bin/env bash
# The committer and the stores with many threads under ThreadSanitizer.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
mkdir -p build/tsan
cmake -G Ninja -S . -B build/tsan -DVINHDANH_TESTS=ON -DVINHDANH_GATHER=ON -DVINHDANH_SANITIZE=thread -DCMAKE_BUILD_TYPE=Release \
  >build/tsan/configure.log
ninja -C build/tsan -j "${JOBS:-$(nproc)}" test_adapters
TSAN_OPTIONS=halt_on_error=1 build/tsan/tests/test_adapters \
  '[committer],64 threads*,no code is given twice*,reads go on while others write*,no id or salt comes twice'
