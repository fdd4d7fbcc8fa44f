#!/usr/bin/env bash
# The leader of three members under Patroni, as examples/deployment/patroni.yml has them, killed N times (6) while people work: its machine,
# PostgreSQL alone, Patroni alone, in turns. VINHDANH_SEED repeats the moments.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-6}
scripts/packages.sh patroni
TARGETS="vinhdanh test_api" scripts/build.sh release -DVINHDANH_TESTS=ON
export VINHDANH_PATRONI=build/patroni.cluster
trap 'tests/support/patroni.sh stop $VINHDANH_PATRONI' EXIT
tests/support/patroni.sh start $VINHDANH_PATRONI
build/release/vinhdanh migrate --database "$(tests/support/patroni.sh url $VINHDANH_PATRONI vinhdanh_owner)" --app-role vinhdanh --demo
VINHDANH_ROUNDS=$rounds build/release/tests/test_api '[patroni]'
