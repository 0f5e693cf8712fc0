#!/bin/sh
# Stands in for journalctl: prints what a unit that the staged systemctl started has written. Other options are ignored.
unit=
while [ $# -gt 0 ]; do
  [ "$1" = -u ] && unit=${2%.service}
  shift
done
cat "$STATE/$unit.log"
