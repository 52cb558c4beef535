#!/usr/bin/env bash
# The monthly capacity test of bolt-app where k6 is not at hand: the scenario and thresholds of load-test.js, driven by hey or wrk.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: scripts/load-test.sh

Sends requests to bolt-app, nine in ten to /orders/{id} and one in ten to /, ends by itself, and judges them: the 95th percentile of each, the
rate of errors (no answer, or none of status 200), and whether the rate that was asked for was reached.

Environment, as for "k6 run scripts/load-test.js":
  BASE_URL         default: http://localhost:8080
  DURATION         seconds; default: 30
  RATE             requests a second; default: 200. With wrk, which knows no rate: as many as CONNECTIONS give
  CONNECTIONS      at a time; default: 10
  MAX_P95_MS       milliseconds that the 95th percentile may be; default: 50
  MAX_ERROR_RATE   errors to requests; default: 0.001
  LOAD_TOOL        hey or wrk; default: hey, if it is installed

Exit code: 0 all thresholds are met; 1 one is not; 2 wrong usage or a missing tool.
TEXT
}

fail() {
    printf 'load-test.sh: %s\n' "$1" >&2
    exit 2
}

case ${1:-} in
    '') ;;
    --help | -h) usage; exit 0 ;;
    *) fail "'$1' is no option; see --help." ;;
esac

base=${BASE_URL:-http://localhost:8080}
base=${base%/}
duration=${DURATION:-30} rate=${RATE:-200} connections=${CONNECTIONS:-10}
max_p95=${MAX_P95_MS:-50} max_error_rate=${MAX_ERROR_RATE:-0.001}
duration=${duration%s}

whole() {
    [[ $2 =~ ^[1-9][0-9]{0,5}$ ]] || fail "$1='$2': a whole number from 1 to 999999 is needed."
}
decimal() {
    [[ $2 =~ ^[0-9]+(\.[0-9]+)?$ ]] || fail "$1='$2': a number such as $3 is needed."
}
whole DURATION "$duration"
whole RATE "$rate"
whole CONNECTIONS "$connections"
decimal MAX_P95_MS "$max_p95" 50
decimal MAX_ERROR_RATE "$max_error_rate" 0.001

tool=${LOAD_TOOL:-}
if [[ -z $tool ]]; then
    for candidate in hey wrk; do
        if command -v "$candidate" >/dev/null; then
            tool=$candidate
            break
        fi
    done
    [[ -n $tool ]] || fail "neither 'hey' nor 'wrk' is installed (Debian: apt-get install hey)."
fi
case $tool in
    hey | wrk) command -v "$tool" >/dev/null || fail "'$tool' is not installed (Debian: apt-get install $tool)." ;;
    *) fail "LOAD_TOOL='$tool': hey or wrk is needed." ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# hey limits the rate of each of its workers, so a low rate needs few of them.
run_hey() {
    local name=$1 url=$2 wanted=$3 workers=$connections
    ((workers <= wanted)) || workers=$wanted
    hey -z "${duration}s" -c "$workers" -q "$(awk -v rate="$wanted" -v workers="$workers" 'BEGIN { print rate / workers }')" "$url" >"$work/$name.out" 2>&1 \
        || true

    # requests, errors, 95th percentile in milliseconds
    awk '
        /^Status code distribution:/ { part = "status"; next }
        /^Error distribution:/ { part = "error"; next }
        /^  Slowest:/ { slowest = $2 * 1000 }
        /^  95% in / { p95 = $3 * 1000 }
        part == "status" && $1 ~ /^\[[0-9]+\]$/ { requests += $2; if ($1 != "[200]") errors += $2 }
        part == "error" && $1 ~ /^\[[0-9]+\]$/ { count = substr($1, 2) + 0; requests += count; errors += count }
        # Of a few requests hey tells no percentiles.
        END { print requests + 0, errors + 0, (p95 > 0 ? p95 : slowest) + 0 }' "$work/$name.out" >"$work/$name.result"
}

run_wrk() {
    local name=$1 url=$2 share=$connections
    [[ $name == orders ]] || share=1
    cat >"$work/report.lua" <<'LUA'
done = function(summary, latency, requests)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.timeout + e.status
  io.stderr:write(string.format("%d %d %.3f\n", summary.requests + e.connect + e.read + e.write + e.timeout, failed, latency:percentile(95) / 1000))
end
LUA
    wrk -t 1 -c "$share" -d "${duration}s" -s "$work/report.lua" "$url" >"$work/$name.out" 2>"$work/$name.result" || true
    grep -qE '^[0-9]+ [0-9]+ ' "$work/$name.result" || { cat "$work/$name.result" >>"$work/$name.out"; echo '0 0 0' >"$work/$name.result"; }
}

drive() {
    case $tool in
        hey) run_hey "$@" ;;
        wrk) run_wrk "$@" ;;
    esac
}

front_rate=$(((rate + 9) / 10))
printf '%s against %s: %s s, %s requests/s, %s connections\n' "$tool" "$base" "$duration" "$rate" "$connections"
drive orders "$base/orders/42" $((rate - front_rate > 0 ? rate - front_rate : 1)) &
first=$!
drive front "$base/" "$front_rate" &
second=$!
wait "$first" "$second"

awk -v max_p95="$max_p95" -v max_error_rate="$max_error_rate" -v rate="$rate" -v duration="$duration" -v tool="$tool" '
    function judge(met, text) { printf "%s  %s\n", met ? "met    " : "NOT MET", text; if (!met) failed = 1 }
    {
        name = FILENAME == ARGV[1] ? "/orders/{id}" : "/"
        requests += $1
        errors += $2
        judge($1 > $2 && $3 <= max_p95, sprintf("%s: 95th percentile %.3f ms, at most %s ms (%d requests)", name, $3, max_p95, $1))
    }
    END {
        judge(requests > 0 && errors <= max_error_rate * requests, sprintf("errors: %d of %d requests, at most %s", errors, requests, max_error_rate))
        if (tool == "hey")
            judge(requests >= rate * duration * 0.9, sprintf("rate: %.0f requests/s, at least nine tenths of %s", requests / duration, rate))
        exit failed
    }' "$work/orders.result" "$work/front.result" && exit 0

cat "$work/orders.out" "$work/front.out" | grep -A 5 -E '^(Status code|Error) distribution|unable|Socket errors|Non-2xx' >&2 || true
exit 1
