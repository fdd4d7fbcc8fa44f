#!/usr/bin/env bash
# Measures everything on both databases and puts it into README.md and figures.svg. On a machine that does nothing else; takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/packages.sh test
TARGETS=vinhdanh_bench scripts/build.sh release -DVINHDANH_TESTS=ON
tests/support/postgres.sh start build/bench.cluster
trap 'tests/support/postgres.sh stop build/bench.cluster' EXIT
build/release/vinhdanh_bench --json --cluster build/bench.cluster >build/figures.json
node bench/draw.mjs build/figures.json bench/README.md bench/figures.svg
