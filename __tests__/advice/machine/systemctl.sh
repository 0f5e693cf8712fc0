#!/bin/sh
# Stands in for systemctl, because systemd must be process 1: runs the commands of the unit that the package installed.
set -eu
action=$1
unit=$2
file=/lib/systemd/system/$unit.service
pid=/run/$unit.pid
log=/var/log/$unit.log
eval "$(sed -n 's/^Environment=\(.*\)/export \1/p' "$file")"
commands() { sed -n "s/^$1=[-@+!:]*//p" "$file"; }
MAINPID=$(cat "$pid" 2>/dev/null || true)
export MAINPID
runs() { [ -n "$MAINPID" ] && kill -0 "$MAINPID" 2>/dev/null; }

start() {
  line="exec $(commands ExecStart | tail -n 1)"
  if grep -q '^Type=notify' "$file"; then
    setsid sh -c "$line" >>"$log" 2>&1 </dev/null &
    echo $! >"$pid"
  else
    setsid sh -c "$line" >>"$log" 2>&1 </dev/null
  fi
}
case $action in
  start) runs || start ;;
  restart)
    kill "$MAINPID"
    while runs; do sleep 0.02; done
    start ;;
  reload) commands ExecReload | while read -r line; do sh -c "$line" || exit 1; done ;;
  status) if runs; then echo 'Active: active (running)'; else echo 'Active: inactive (dead)'; fi ;;
  *) exit 64 ;;
esac
[ "$action" = status ] || echo "$action of $unit done"
