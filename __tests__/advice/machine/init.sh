#!/bin/sh
# The first process of a namespace in which an ordinary user has all rights, so that commands run as on a server.
# Hides folders of the system behind empty ones, with what $1/etc and $1/var have for them, and then runs the rest.
set -eu
folder=$1
shift
ip -batch "$folder/addresses"
echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start
resolver=$(readlink -f /etc/resolv.conf)
hide() {
  [ -d "$1" ] || return 0
  mount -t tmpfs none "$1"
  [ ! -d "$folder/files$1" ] || cp -r "$folder/files$1/." "$1"
}
for hidden in /etc/nginx /etc/apache2 /etc/haproxy /etc/caddy /etc/ssl /etc/fail2ban/jail.d /var/log /var/lib/fail2ban /run; do
  hide "$hidden"
done
mkdir -p /var/log/nginx /var/log/apache2 /run/fail2ban /run/apache2/socks /run/lock/apache2
case $resolver in
  /run/*) mkdir -p "${resolver%/*}" && cp "$folder/resolv.conf" "$resolver" ;;
  *) mount --bind "$folder/resolv.conf" "$resolver" ;;
esac
# Not `exec`: this shell also waits for processes whose parent has ended.
"$@"
