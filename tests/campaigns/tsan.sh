#!/usr/bin/env bash
# The committer and the stores with many threads under ThreadSanitizer.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
TARGETS=test_adapters scripts/build.sh tsan -DVINHDANH_TESTS=ON
TSAN_OPTIONS=halt_on_error=1 build/tsan/tests/test_adapters \
  '[committer],64 threads*,no code is given twice*,reads go on while others write*,no id or salt comes twice'
