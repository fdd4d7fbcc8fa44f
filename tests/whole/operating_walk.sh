#!/usr/bin/env bash
# Runs what docs/operating.md tells an administrator to type for the first people, the backup and its restoring, as it
# stands there but in a temporary folder, and compares what it prints.
#   operating_walk.sh PROGRAM REPOSITORY
set -euo pipefail
program=$(realpath "$1")
repository=$2
work=$(mktemp -d)
stop() {
  if [ -s "$work/pid" ]; then kill "$(cat "$work/pid")" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

mkdir -p "$work/bin" "$work/srv/vinhdanh" "$work/srv/backup" "$work/other/vinhdanh"
ln -s "$program" "$work/bin/vinhdanh"

# Servers go to the background, one at a time, and a first password comes from standard input.
cat >"$work/before.sh" <<'END'
vinhdanh() {
  case "${1:-} ${2:-}" in
    "user password") echo "một mật khẩu đầu tiên" | command vinhdanh "$@" ;;
    "serve "*) serve_beside "$@" ;;
    *) command vinhdanh "$@" ;;
  esac
}
serve_beside() {
  if [ -s "$WORK/pid" ]; then
    kill "$(cat "$WORK/pid")"
    wait "$(cat "$WORK/pid")"
  fi
  command vinhdanh "$@" >>"$WORK/served" 2>>"$WORK/log" &
  echo $! >"$WORK/pid"
  for _ in $(seq 1 200); do
    curl -fsS -o /dev/null "http://127.0.0.1:$PORT/readyz" 2>/dev/null && return
    sleep 0.05
  done
  tail -n 5 "$WORK/log" >&2
  return 1
}
END

port=$(free_port)
awk '/^## /{wanted = /^## (A real folder, first steps|Backup and restore)$/}
     /^```bash/{inside = wanted; next} /^```/{inside = 0} inside' "$repository/docs/operating.md" |
  sed -e "s#/srv/#$work/srv/#g" -e "s#/mnt/other/#$work/other/#g" -e "s#127\.0\.0\.1:8080#127.0.0.1:$port#g" >"$work/page.sh"
cat "$work/before.sh" "$work/page.sh" >"$work/walk.sh"

# What `read` asks for: each one's first password and her new one.
printf '%s\n' "một mật khẩu đầu tiên" "của riêng Thu, rất dài" "một mật khẩu đầu tiên" "của riêng Hoa, rất dài" >"$work/typed"
PATH="$work/bin:$PATH" WORK=$work PORT=$port bash -eu -o pipefail "$work/walk.sh" <"$work/typed" >"$work/printed" ||
  { cat "$work/printed" >&2; tail -n 5 "$work/log" >&2; exit 1; }
grep -v -e '"receipts"' -e '"session"' -e '^Schema' "$work/printed" |
  sed -E -e 's/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/ID/g' -e "s#$work##g" -e 's/made [^;]+Z/made TIME/' |
  diff - "$repository/tests/whole/operating_walk.txt"
