#!/bin/sh
# The first process of a network, mount and process namespace: root inside it, an ordinary user outside.
# Sets up addresses and the resolver, runs the command as an ordinary user, and meanwhile applies firewall rules
# on request, which that user may not do. When this script ends, every process of the namespace ends.
#
#   namespace-init.sh FOLDER COMMAND…
#
# FOLDER holds: addresses and routes (for `ip -batch`), resolv.conf, and two fifos: requests (one path for `nft -f`
# per line) and responses (`ok`, or nft's error).
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
while read -r rules <&8; do
  if error=$(nft -f "$rules" 2>&1); then echo ok; else echo "$error"; fi >"$folder/responses"
done &

if [ -n "${ORIGIN_GATE_NAMESPACE_ROOT:-}" ]; then
  # A test that administers a server stays root inside the namespace. As process 1, this shell reaps all others.
  "$@" 8<&-
else
  unshare --user --map-user=65534 --map-group=65534 -- "$@" 8<&-
fi
