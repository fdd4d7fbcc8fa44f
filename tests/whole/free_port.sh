# shellcheck shell=bash
# For the tests that start a server by hand: `source` it, then `$(free_port)`.

# Below the range from which the system hands out ports, so that nothing takes it meanwhile by chance.
free_port() {
  local port
  for _ in $(seq 1 50); do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  echo "No free port was found." >&2
  return 1
}
