#!/usr/bin/env bash
# Nodes and PostgreSQL itself killed under people at work, N times each (50). VINHDANH_SEED repeats a run.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-50}
scripts/packages.sh test
scripts/build.sh release -DVINHDANH_TESTS=ON
tests/support/postgres.sh start build/release/tests/api.cluster
trap 'tests/support/postgres.sh stop build/release/tests/api.cluster' EXIT
VINHDANH_ROUNDS=$rounds build/release/tests/test_api '[nodes]'
