#!/bin/sh
# Stands in for systemctl, because systemd must be process 1: runs the commands of a unit's file and keeps the output.
# Knows start, stop, restart, reload, status. UNITS has further unit files, STATE has process ids and logs.
set -eu
action=$1
unit=${2%.service}
file=$UNITS/$unit.service
[ -e "$file" ] || file=/lib/systemd/system/$unit.service
[ -e "$file" ] || { echo "Unit $unit.service could not be found." >&2; exit 4; }
pid=$STATE/$unit.pid
log=$STATE/$unit.log

eval "$(sed -n 's/^Environment=\(.*\)/export \1/p' "$file")"
MAINPID=$(cat "$pid" 2>/dev/null || true)
export MAINPID
runs() { [ -n "$MAINPID" ] && kill -0 "$MAINPID" 2>/dev/null; }
commands() { sed -n "s/^$1=[-@+!:]*//p" "$file"; }

start() {
  setsid sh -c "exec $(commands ExecStart | tail -n 1)" >>"$log" 2>&1 </dev/null &
  echo $! >"$pid"
}
stop() {
  runs || return 0
  kill "$MAINPID"
  while runs; do sleep 0.05; done
  rm -f "$pid"
}

case $action in
  start) runs || start ;;
  stop) stop ;;
  restart) stop; start ;;
  reload)
    runs || { echo "$unit.service is not active, cannot reload." >&2; exit 1; }
    commands ExecReload | while read -r line; do sh -c "$line"; done ;;
  status)
    if runs; then echo "Active: active (running)"; else echo "Active: inactive (dead)"; fi
    tail -n 10 "$log" 2>/dev/null || true
    runs || exit 3 ;;
  *) echo "systemctl $action is not staged" >&2; exit 64 ;;
esac
