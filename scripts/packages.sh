#!/usr/bin/env bash
# Installs the Debian packages that building (`run`) or also testing (`test`), testing under Patroni (`patroni`) or fuzzing (`fuzz`)
# needs; does nothing where all are there.
set -euo pipefail

build=(g++ cmake ninja-build pkg-config ccache libboost1.81-dev libboost-url1.81-dev libsoci-dev libsqlite3-dev libpq-dev libpqxx-dev
       nlohmann-json3-dev libssl-dev libcurl4-openssl-dev libsodium-dev libglib2.0-dev libspdlog-dev libfmt-dev libcli11-dev
       prometheus-cpp-dev libzip-dev libpugixml-dev libxlsxwriter-dev curl jq ca-certificates)
test=(catch2 librapidcheck-dev sqlite3 postgresql-15 nginx-light openssl chromium)

wanted=("${build[@]}")
if [[ ${1:-run} = test || ${1:-run} = patroni ]]; then
  wanted+=("${test[@]}")
fi
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)

[ "${1:-run}" = patroni ] && wanted+=(patroni etcd-server)
[ "${1:-run}" = fuzz ] && wanted+=(clang-16 libclang-rt-16-dev)

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Root or sudo is needed to install: ${missing[*]}" >&2; exit 1; }
  sudo=sudo
fi
# The tests start clusters of their own: installing the server must not start one on this machine's port.
if [[ " ${missing[*]} " == *" postgresql-15 "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  $sudo mkdir -p /etc/postgresql-common
  echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
# Nor is any other service to start because the tests install its program: Debian asks this file before it starts one.
policy=/usr/sbin/policy-rc.d
log=$(mktemp)
tidy() {
  rm -f "$log"
  [ -z "${our_policy:-}" ] || $sudo rm -f "$policy"
}
trap tidy EXIT
if [ ! -e "$policy" ]; then
  our_policy=yes
  printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
  $sudo chmod 755 "$policy"
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
if ! { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive \
       apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  echo "The packages could not be installed." >&2
  exit 1
fi
