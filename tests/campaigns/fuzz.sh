#!/usr/bin/env bash
# Each fuzz target under libFuzzer with ASan and UBSan for so many seconds (60). What is found is left in build/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift $(($# > 0 ? 1 : 0))
targets=("$@")
[ ${#targets[@]} -eq 0 ] && targets=(http json definition search sheet)

scripts/packages.sh fuzz
mkdir -p build/fuzz/found
cmake -G Ninja -S . -B build/fuzz -DVINHDANH_TESTS=ON -DVINHDANH_FUZZ=ON -DVINHDANH_GATHER=ON -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_CXX_FLAGS="-g1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr \
  -fno-sanitize-recover=all" >build/fuzz/configure.log
ninja -C build/fuzz "${targets[@]/#/fuzz_}"

for target in "${targets[@]}"; do
  seeds=(tests/fuzz/corpus/"$target")
  [ "$target" = definition ] && seeds+=(workflows/plans workflows/law workflows/calendars workflows/organisations)
  mkdir -p "build/fuzz/corpus/$target"
  echo "== $target, $seconds s"
  build/fuzz/tests/fuzz_"$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
    -max_len=65536 -artifact_prefix="build/fuzz/found/$target-" "build/fuzz/corpus/$target" "${seeds[@]}" 2>&1 |
    grep -Ev '^#|^INFO|NEW_FUNC' || { echo "$target: see build/fuzz/found" >&2; exit 1; }
done
