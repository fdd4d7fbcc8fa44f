#!/usr/bin/env bash
# Writes pictures of every screen in each of its states, at 1440 and 390 px, in both languages: portal_pictures.sh FOLDER [SCREEN…]
set -euo pipefail
[ $# -ge 1 ] || { echo "Name the folder for the pictures." >&2; exit 2; }
folder=$(realpath -m "$1")
shift
cd "$(dirname "$0")/../.."
scripts/packages.sh test
scripts/portal.sh
source scripts/node.sh
TARGETS=vinhdanh scripts/build.sh release
cd portal
exec node test/walk/pictures.mjs "$folder" "$@"
