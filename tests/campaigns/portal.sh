#!/usr/bin/env bash
# Every browser test of the portal in its long form, on a fresh demo for each: all walks with axe at three widths, every screen in every
# combination, every button of every person and dossier (docs/testing.md).
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
scripts/portal.sh
source scripts/node.sh
TARGETS=vinhdanh scripts/build.sh release
cd portal
export PORTAL_FULL=1
for file in test/browser/*.test.mjs; do
  node test/walk/run.mjs "$file"
done
