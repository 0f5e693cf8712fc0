#!/bin/sh
# The first process of a network, mount and process namespace: root inside it, an ordinary user outside.
# Sets up addresses and the resolver, runs the command as an ordinary user, and meanwhile applies firewall rules
# on request, which that user may not do. When this script ends, every process of the namespace ends.
#
#   namespace-init.sh FOLDER COMMAND…
#
# FOLDER holds: addresses, routes and bastion-routes (for `ip -batch`), resolv.conf, and two fifos: requests and
# responses (`ok`, or the error). A request is a line: `firewall` with a path for `nft -f`, or `bastion` with the
# process whose network becomes the bastion's.
set -eu
folder=$1
shift

ip -batch "$folder/addresses"
# The kernel adds its own route for an IPv6 address shortly after the address. Until then it cannot be replaced.
tries=0
until error=$(ip -batch "$folder/routes" 2>&1); do
  tries=$((tries + 1))
  if [ $tries -gt 200 ]; then
    echo "$error" >&2
    exit 1
  fi
  sleep 0.01
done
# Lets servers listen on ports below 1024 without root.
echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start
mount --bind "$folder/resolv.conf" /etc/resolv.conf

mkfifo "$folder/requests" "$folder/responses"
# Also open for writing, so that reading never hits the end of the file.
exec 8<>"$folder/requests"
connect_bastion() {
  # The link of an earlier bastion disappears a moment after its last process.
  ip link delete bastion 2>/dev/null || true
  ip link add bastion type veth peer name uplink netns "$1" && ip -batch "$folder/bastion-routes"
}
while read -r request argument <&8; do
  case $request in
    firewall) error=$(nft -f "$argument" 2>&1) && error=ok ;;
    bastion) error=$(connect_bastion "$argument" 2>&1) && error=ok ;;
  esac
  echo "$error" >"$folder/responses"
done &

if [ -n "${ORIGIN_GATE_NAMESPACE_ROOT:-}" ]; then
  # A test that administers a server stays root inside the namespace. As process 1, this shell reaps all others.
  "$@" 8<&-
else
  unshare --user --map-user=65534 --map-group=65534 -- "$@" 8<&-
fi
