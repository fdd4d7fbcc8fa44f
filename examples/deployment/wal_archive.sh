#!/usr/bin/env bash
# PostgreSQL's archive_command and restore_command: its log in a folder on another disk, each piece durable there before PostgreSQL may drop it.
#   WAL_ARCHIVE=FOLDER wal_archive.sh put PATH NAME   a piece that is there already is never replaced by another
#   WAL_ARCHIVE=FOLDER wal_archive.sh get NAME PATH   ends with 1 where there is none, which ends a recovery, and with 200 where that is not known
set -euo pipefail
usage="usage: WAL_ARCHIVE=FOLDER wal_archive.sh put PATH NAME | get NAME PATH"
archive=${WAL_ARCHIVE:?$usage}

# A link is made only where nothing has the name, also when an old and a new primary come at once.
put() {
  part=$archive/.$2.$$
  trap 'rm -f -- "$part"' EXIT
  cp -- "$1" "$part"
  sync -- "$part"
  if ! ln -- "$part" "$archive/$2" 2>/dev/null && ! cmp -s -- "$part" "$archive/$2"; then
    echo "$archive/$2 is there and another, or cannot be made." >&2
    return 1
  fi
  sync -- "$archive"
}

# A disk that is not mounted or cannot be read is not the end of the history: PostgreSQL stops at what is above 125.
get() {
  [ -d "$archive" ] || { echo "There is no $archive." >&2; exit 200; }
  [ -e "$archive/$1" ] || exit 1
  cp -- "$archive/$1" "$2" || exit 200
}

[ $# -eq 3 ] || { echo "$usage" >&2; exit 200; }
case $1 in
  put | get) "$@" ;;
  *) echo "$usage" >&2; exit 200 ;;
esac
