#!/bin/sh
# The first process of the bastion, in a user and a mount namespace: gives it other users and host names than the runner
# has, connects its network, and becomes the command as an ordinary user. sshd needs that: for separating privileges as
# root it would have to change groups, which a user namespace forbids.
#
#   bastion-init.sh NAMESPACE FOLDER COMMAND…
#
# NAMESPACE: the folder of namespace-init.sh, or `-` to stay on this network. FOLDER holds passwd and hosts.
set -eu
namespace=$1
folder=$2
shift 2

mount --bind "$folder/passwd" /etc/passwd
mount --bind "$folder/hosts" /etc/hosts
if [ "$namespace" != - ]; then
  echo "bastion $$" >"$namespace/requests"
  read -r response <"$namespace/responses"
  if [ "$response" != ok ]; then
    echo "$response" >&2
    exit 1
  fi
  ip -batch "$namespace/uplink"
  echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start
  # A dropped connection fails after three seconds instead of two minutes.
  echo 1 >/proc/sys/net/ipv4/tcp_syn_retries
fi
exec unshare --user --map-user=1000 --map-group=1000 -- "$@"
