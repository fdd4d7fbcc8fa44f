#!/usr/bin/env bash
# A cluster of three members under Patroni on loopback, made with examples/deployment/patroni.yml in a temporary folder, and what may befall it.
#   patroni.sh start FILE            writes the folder to FILE; a cluster that FILE names is stopped first
#   patroni.sh stop FILE
#   patroni.sh url FILE USER         libpq's address of whichever member can be written to
#   patroni.sh leader FILE [BUT]     the member that leads, as soon as it is another than BUT
#   patroni.sh kill FILE MEMBER machine|postgres|patroni
#   patroni.sh resume FILE MEMBER    starts its Patroni unless that runs
#   patroni.sh settle FILE           waits until all three are there and one of them is the synchronous standby
set -euo pipefail

usage="usage: patroni.sh start|stop|url|leader|kill|resume|settle FILE …"
action=${1:?$usage}
file=$(realpath -m "${2:?$usage}")
shift 2
repository=$(realpath "$(dirname "$0")/../..")
members=(db1 db2 db3)
source "$repository/tests/whole/free_port.sh"
cd /  # where the server's owner may be too

folder=$(cat "$file" 2>/dev/null || true)
as_owner=()
[ "$(id -u)" -ne 0 ] || as_owner=(setpriv --reuid postgres --regid postgres --init-groups)
# No function and no shell between: the pid is to be the program's own.
beside() {  # beside NAME COMMAND…
  "${as_owner[@]}" env HOME="$folder" PATRONI_REPLICATION_PASSWORD=one PATRONI_REWIND_PASSWORD=two "${@:2}" >>"$folder/$1.log" 2>&1 </dev/null &
  echo $! >"$folder/$1.pid"
}
port_of() { sed -n "s/^$1 $2 //p" "$folder/ports"; }
runs() { [ -s "$1" ] && kill -0 "$(head -n 1 "$1")" 2>/dev/null; }
postmaster() { echo "$folder/$1/data/postmaster.pid"; }
die() { echo "$1" >&2; tail -n 20 "$folder"/*.log >&2; exit 1; }

make_member() {
  local member=$1
  mkdir "$folder/$member"
  sed -e "s|^name: db1|name: $member|; s|\[db1.example.vn:2379.*\]|[127.0.0.1:$(port_of etcd client)]|" \
    -e "s|db1.example.vn:8008|127.0.0.1:$(port_of "$member" rest)|; s|db1.example.vn:5432|127.0.0.1:$(port_of "$member" postgres)|" \
    -e "s|/var/lib/postgresql/15/vinhdanh|$folder/$member/data|; s|/var/lib/postgresql/vinhdanh.pgpass|$folder/$member/pgpass|" \
    -e "s|/var/run/postgresql|$folder/$member|; s|/etc/ssl/vinhdanh|$folder|; s|/etc/patroni/|$folder/|; s|mode: automatic|mode: 'off'|" \
    "$repository/examples/deployment/patroni.yml" >"$folder/$member.yml"
  ! grep -v '^#' "$folder/$member.yml" | grep -e example.vn -e /var/ -e /etc/ || die "patroni.yml names a place that was not replaced."
}

start() {
  stop
  folder=$(mktemp -d /tmp/vinhdanh-patroni-XXXXXX)
  echo "$folder" >"$file"
  printf '%s %s\n' etcd client etcd peer db1 rest db1 postgres db2 rest db2 postgres db3 rest db3 postgres |
    while read -r name; do echo "$name $(free_port)"; done >"$folder/ports"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
    -keyout "$folder/db.key" -out "$folder/db.pem" 2>/dev/null
  cp "$repository/examples/deployment/roles.sql" "$folder"
  for member in "${members[@]}"; do make_member "$member"; done
  [ "$(id -u)" -ne 0 ] || chown -R postgres "$folder"
  local client peer
  client=http://127.0.0.1:$(port_of etcd client)
  peer=http://127.0.0.1:$(port_of etcd peer)
  beside etcd etcd --data-dir "$folder/etcd" --listen-client-urls "$client" --advertise-client-urls "$client" --listen-peer-urls "$peer" \
    --initial-advertise-peer-urls "$peer" --initial-cluster "default=$peer"
  for member in "${members[@]}"; do resume "$member"; done
  settle
  "${as_owner[@]}" psql -X -q -v ON_ERROR_STOP=1 -h "$folder/$(leader)" -p "$(port_of "$(leader)" postgres)" -U postgres -d postgres \
    -c "ALTER ROLE vinhdanh PASSWORD 'three'" -c "ALTER ROLE vinhdanh_owner PASSWORD 'three'"
  echo '*:*:*:*:three' >"$folder/passwords"
  chmod 600 "$folder/passwords"
}

stop() {
  [ -n "$folder" ] || return 0
  for member in "${members[@]}"; do kill_machine "$member"; done
  ! runs "$folder/etcd.pid" || kill -9 "$(cat "$folder/etcd.pid")"
  rm -rf "$folder" "$file"
}

url() {
  local hosts=""
  for member in "${members[@]}"; do hosts+=${hosts:+,}127.0.0.1:$(port_of "$member" postgres); done
  echo "postgresql://$1@$hosts/vinhdanh?target_session_attrs=read-write&connect_timeout=3&tcp_user_timeout=10000&keepalives_idle=5&keepalives_interval=2&keepalives_count=3\
&sslmode=verify-full&sslrootcert=$folder/db.pem&passfile=$folder/passwords"
}

leads() { curl -fsS -o /dev/null -m 2 "http://127.0.0.1:$(port_of "$1" rest)/leader" 2>/dev/null; }
leader() {
  for _ in $(seq 1 600); do
    for member in "${members[@]}"; do
      if [ "$member" != "${1:-}" ] && leads "$member"; then echo "$member"; return; fi
    done
    sleep 0.2
  done
  die "There is no leader."
}

# The children of a dead postmaster leave when they notice; those of a dead machine leave at once.
kill_machine() {
  local children=""
  ! runs "$folder/$1.pid" || kill -9 "$(cat "$folder/$1.pid")"
  if runs "$(postmaster "$1")"; then
    children=$(ps -o pid= --ppid "$(head -n 1 "$(postmaster "$1")")")
    kill -9 "$(head -n 1 "$(postmaster "$1")")" $children 2>/dev/null || true
  fi
}
kill_member() {
  case $2 in
    machine) kill_machine "$1" ;;
    postgres) kill -9 "$(head -n 1 "$(postmaster "$1")")" ;;
    patroni) kill -9 "$(cat "$folder/$1.pid")" ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
}

resume() { runs "$folder/$1.pid" || beside "$1" patroni "$folder/$1.yml"; }

settle() {
  local wanted='[.members[] | select(.state == "running" or .state == "streaming").role] | sort == ["leader", "replica", "sync_standby"]'
  for _ in $(seq 1 900); do
    for member in "${members[@]}"; do
      if curl -fsS -m 2 "http://127.0.0.1:$(port_of "$member" rest)/cluster" 2>/dev/null | jq -e "$wanted" >/dev/null; then return; fi
    done
    sleep 0.2
  done
  die "The three members do not come together."
}

case "$action" in
  kill) kill_member "$@" ;;
  start | stop | url | leader | resume | settle) "$action" "$@" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
