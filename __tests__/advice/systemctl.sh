#!/bin/sh
# Stands in for systemctl, because systemd must be process 1: runs the commands of a unit's file and keeps the output.
# Knows start, stop, restart, reload, status. UNITS has further unit files, STATE has process ids and logs.
set -eu
action=$1
unit=${2%.service}
file=${UNITS:-/nonexistent}/$unit.service
[ -e "$file" ] || file=/lib/systemd/system/$unit.service
[ -e "$file" ] || { echo "Unit $unit.service could not be found." >&2; exit 4; }
pid=${STATE:-/run}/$unit.pid
log=${STATE:-/var/log}/$unit.log

eval "$(sed -n 's/^Environment=\(.*\)/export \1/p' "$file")"
MAINPID=$(cat "$pid" 2>/dev/null || true)
export MAINPID
runs() { [ -n "$MAINPID" ] && kill -0 "$MAINPID" 2>/dev/null; }
commands() { sed -n "s/^$1=[-@+!:]*//p" "$file"; }

start() {
  line="exec $(commands ExecStart | tail -n 1)"
  if grep -q '^Type=forking' "$file"; then
    setsid sh -c "$line" >>"$log" 2>&1 </dev/null
  else
    setsid sh -c "$line" >>"$log" 2>&1 </dev/null &
    echo $! >"$pid"
  fi
}
stop() {
  runs || return 0
  kill "$MAINPID"
  while runs; do sleep 0.02; done
}

case $action in
  start) runs || start ;;
  stop) stop ;;
  restart) stop; start ;;
  reload) commands ExecReload | while read -r line; do sh -c "$line" || exit 1; done ;;
  status)
    if runs; then echo 'Active: active (running)'; else echo 'Active: inactive (dead)'; fi
    tail -n 10 "$log" 2>/dev/null || true
    runs || exit 3
    exit 0 ;;
  *) echo "systemctl $action is not staged" >&2; exit 64 ;;
esac
echo "$action of $unit done"
