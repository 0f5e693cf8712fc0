#!/bin/sh
# Root inside a network, mount and process namespace of its own, and outside it whoever called it. Gives the namespace
# its addresses and its resolver, runs the rest of the arguments as an ordinary user, and meanwhile sets the firewall
# as it is asked to: that user cannot. All that is inside ends with this script.
#
#   keeper.sh FOLDER COMMAND…
#
# FOLDER holds: addresses and routes (for `ip -batch`), resolv.conf, and the fifos asked (a path for `nft -f` a line) and answered
# (`ok`, or the complaint).
set -eu
folder=$1
shift

ip -batch "$folder/addresses"
# The kernel's own route to an IPv6 address comes a moment after the address; until then it cannot be replaced.
tries=0
until complaint=$(ip -batch "$folder/routes" 2>&1); do
  tries=$((tries + 1))
  if [ $tries -gt 200 ]; then
    echo "$complaint" >&2
    exit 1
  fi
  sleep 0.01
done
# Real servers get their real ports without being root.
echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start
mount --bind "$folder/resolv.conf" /etc/resolv.conf

mkfifo "$folder/asked" "$folder/answered"
# Open for writing as well, so that it never ends.
exec 8<>"$folder/asked"
while read -r rules <&8; do
  if complaint=$(nft -f "$rules" 2>&1); then echo ok; else echo "$complaint"; fi >"$folder/answered"
done &

unshare --user --map-user=65534 --map-group=65534 -- "$@" 8<&-
