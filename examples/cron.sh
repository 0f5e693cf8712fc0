#!/bin/sh
# Checks a site, and prints the report when the verdict has changed. Cron mails what a job prints.
#   MAILTO=ops@example.com
#   */15 * * * * ORIGIN_GATE_ORIGIN=203.0.113.10 /usr/local/bin/check-site https://www.example.com/
set -eu

state=${STATE_DIRECTORY:-$HOME/.local/state/origin-gate}
mkdir -p "$state"
cd "$state"
exec 9> lock
flock -n 9 || exit 0 # the previous check is still running

code=0
origin-gate "$@" --quiet --wait 1m --baseline last.json --report last.json > report.txt 2>&1 || code=$?
case $code in
  0) verdict=healthy ;;
  1) verdict=unhealthy ;;
  3) exit 0 ;; # inconclusive: this machine couldn't judge the site
  *)
    cat report.txt # a wrong flag, for example
    exit "$code"
    ;;
esac

# The first check reports only an outage.
before=$(cat verdict 2> /dev/null || echo healthy)
echo "$verdict" > verdict
if [ "$verdict" != "$before" ]; then cat report.txt; fi
