#!/usr/bin/env bash
# Asks Prometheus the questions of ops/runbook.md by name, and prints the answers with their units.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: scripts/promql.sh [options] NAME...
       scripts/promql.sh [options] --raw 'EXPRESSION'

Asks Prometheus the runbook's queries by name and prints each series of the answer with its unit.

  --list              the names, their units and expressions
  --raw EXPRESSION    any expression instead of a name; the number is printed as it is
  --since DURATION    the values from so long ago until now (query_range), for example 1h, 30m, 90s
  --step SECONDS      the distance of those values; default: 60
  --every SECONDS     ask again and again, a line of time before each answer
  --for SECONDS       how long to go on doing so; default: 600
  --url-encoded       print the address of the query, percent-encoded, and ask nothing
  --json              print what Prometheus answered
  --help              this text

Environment:
  PROMETHEUS_URL      default: http://localhost:9090
  PROMETHEUS_TOKEN    a bearer token, where Prometheus asks for one

Exit code: 0 every query had an answer; 1 one had none; 2 wrong usage or a missing tool; 3 Prometheus did not answer or refused the query.
TEXT
}

# name | unit | expression. The runbook, the dashboards and the alerts use these expressions.
queries() {
    cat <<'TABLE'
p50|seconds|histogram_quantile(0.50, sum by (le) (rate(bolt_logging_duration_seconds_bucket[5m])))
p95|seconds|histogram_quantile(0.95, sum by (le) (rate(bolt_logging_duration_seconds_bucket[5m])))
p99|seconds|histogram_quantile(0.99, sum by (le) (rate(bolt_logging_duration_seconds_bucket[5m])))
p95-by-instance|seconds|histogram_quantile(0.95, sum by (le, instance) (rate(bolt_logging_duration_seconds_bucket[5m])))
handler-p99|seconds|histogram_quantile(0.99, sum by (le, handler) (rate(bolt_handler_duration_seconds_bucket[5m])))
rate|events/s|sum(rate(bolt_log_events_total[5m]))
rate-by-level|events/s|sum by (level) (rate(bolt_log_events_total[5m]))
rate-by-instance|events/s|sum by (instance) (rate(bolt_log_events_total[5m]))
errors|ratio|sum(rate(bolt_logging_errors_total[5m])) / sum(rate(bolt_log_events_total[5m]))
errors-by-reason|errors/s|sum by (reason) (rate(bolt_logging_errors_total[5m]))
error-level|ratio|sum(rate(bolt_log_events_total{level=~"error|fatal"}[5m])) / sum(rate(bolt_log_events_total[5m]))
dropped|events/s|sum(rate(bolt_log_events_dropped_total[5m]))
sampled-out|events/s|sum(rate(bolt_log_events_sampled_out_total[5m]))
allocations|allocations/s|sum(rate(bolt_allocation_count_total[5m]))
allocations-by-instance|allocations/s|sum by (instance) (rate(bolt_allocation_count_total[5m]))
allocation-bytes|bytes/s|sum(rate(bolt_allocation_bytes_total[5m]))
expected-allocations|bytes/s|sum by (reason) (rate(bolt_allocation_expected_bytes_total[5m]))
pool|ratio|(bolt_event_pool_total_events - bolt_event_pool_available_events) / bolt_event_pool_total_events
pool-available|events|bolt_event_pool_available_events
pool-total|events|bolt_event_pool_total_events
pool-pressure|ratio|sum(rate(bolt_event_pool_gets_total[5m])) / sum(rate(bolt_event_pool_puts_total[5m]))
pool-outstanding|events|sum(bolt_event_pool_gets_total) - sum(bolt_event_pool_puts_total)
memory|bytes|process_resident_memory_bytes{job="bolt-app"}
memory-trend|bytes|delta(process_resident_memory_bytes{job="bolt-app"}[1h])
cpu|cores|rate(process_cpu_seconds_total{job="bolt-app"}[5m])
gc|collections/s|sum by (gc_heap_generation) (rate(dotnet_gc_collections_total[5m]))
gc-pause|ratio|sum by (instance) (rate(dotnet_gc_pause_time_seconds_total[5m]))
heap|bytes|sum by (instance) (dotnet_gc_last_collection_heap_size_bytes)
allocated|bytes/s|sum by (instance) (rate(dotnet_gc_heap_total_allocated_bytes_total[5m]))
up|targets|up{job="bolt-app"}
disk|ratio|node_filesystem_avail_bytes{mountpoint=~"/|/var/log"} / node_filesystem_size_bytes{mountpoint=~"/|/var/log"}
firing|alerts|ALERTS{alertstate="firing"}
TABLE
}

fail() {
    printf 'promql.sh: %s\n' "$1" >&2
    exit "${2:-2}"
}

need() {
    command -v "$1" >/dev/null || fail "'$1' is not installed; $2"
}

# 90s, 30m, 1h, 7d
seconds_of() {
    [[ $1 =~ ^([1-9][0-9]*)([smhd]?)$ ]] || fail "'$1' is no duration; write for example 90s, 30m or 1h."
    local count=${BASH_REMATCH[1]}
    case ${BASH_REMATCH[2]} in
        m) echo $((count * 60)) ;;
        h) echo $((count * 3600)) ;;
        d) echo $((count * 86400)) ;;
        *) echo "$count" ;;
    esac
}

base=${PROMETHEUS_URL:-http://localhost:9090}
base=${base%/}
raw='' since='' step=60 every='' duration=600 action=ask
names=()
while (($#)); do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --list) queries | awk -F'|' '{ expression = substr($0, length($1) + length($2) + 3); printf "%-24s %-14s %s\n", $1, $2, expression }'; exit 0 ;;
        --url-encoded) action=address ;;
        --json) action=json ;;
        --raw | --since | --step | --every | --for)
            (($# > 1)) || fail "'$1' needs a value; see --help."
            case $1 in
                --raw) raw=$2 ;;
                --since) since=$(seconds_of "$2") ;;
                --step) step=$(seconds_of "$2") ;;
                --every) every=$(seconds_of "$2") ;;
                --for) duration=$(seconds_of "$2") ;;
            esac
            shift
            ;;
        -*) fail "'$1' is no option; see --help." ;;
        *) names+=("$1") ;;
    esac
    shift
done

if [[ -n $raw ]]; then
    ((${#names[@]} == 0)) || fail "'${names[0]}' and --raw exclude each other."
    names=('')
elif ((${#names[@]} == 0)); then
    usage >&2
    exit 2
fi

need curl 'install it (Debian: apt-get install curl).'
need jq 'install it (Debian: apt-get install jq).'

# The line of a name in the table.
lookup() {
    local line
    line=$(queries | awk -F'|' -v name="$1" '$1 == name')
    [[ -n $line ]] || fail "'$1' is no query; known are: $(queries | cut -d'|' -f1 | paste -sd' ')"
    printf '%s' "$line"
}

address() {
    local path=query parameters
    parameters="query=$(jq -rn --arg text "$1" '$text | @uri')"
    if [[ -n $since ]]; then
        local now
        now=$(date +%s)
        path=query_range
        parameters+="&start=$((now - since))&end=$now&step=$step"
    fi
    printf '%s/api/v1/%s?%s' "$base" "$path" "$parameters"
}

# A number as a person reads it.
# shellcheck disable=SC2016 # jq's variables, not the shell's.
readonly print='
def fixed($digits): . * pow(10; $digits) | round / pow(10; $digits);
def binary($unit): if (. | fabs) >= 1073741824 then "\(. / 1073741824 | fixed(2)) GiB\($unit)"
    elif (. | fabs) >= 1048576 then "\(. / 1048576 | fixed(2)) MiB\($unit)"
    elif (. | fabs) >= 1024 then "\(. / 1024 | fixed(2)) KiB\($unit)"
    else "\(fixed(1)) B\($unit)" end;
def shown: . as $text | if IN("NaN", "+Inf", "-Inf") then "\($text) (nothing to divide or to rank: no events in the window?)" else
    tonumber | if $unit == "seconds" then
        if . >= 1 then "\(fixed(3)) s" elif . >= 0.001 then "\(. * 1000 | fixed(3)) ms" else "\(. * 1000000 | fixed(3)) µs" end
    elif $unit == "ratio" then "\(. * 100 | fixed(3)) %"
    elif $unit == "bytes" then binary("")
    elif $unit == "bytes/s" then binary("/s")
    elif $unit == "" then $text
    else "\(fixed(3)) \($unit)" end end;
def labels: to_entries | map(select(.key | IN("__name__", "otel_scope_name", "otel_scope_version", "job") | not) | "\(.key)=\"\(.value)\"") | join(",") | if . == "" then "" else "{\(.)} " end;
if .data.resultType == "scalar" then .data.result[1] | shown
elif .data.resultType == "string" then .data.result[1]
else .data.result[] | (.metric | labels) as $labels
    | if .values then .values[] | "\(.[0] | todate) \($labels)\(.[1] | shown)" else "\($labels)\(.value[1] | shown)" end
end'

# One query, one answer. 1: there was none.
ask() {
    local name=$1 unit='' expression=$raw line answer address
    if [[ -n $name ]]; then
        line=$(lookup "$name") || exit
        unit=${line#*|}
        expression=${unit#*|}
        unit=${unit%%|*}
    fi

    address=$(address "$expression")
    if [[ $action == address ]]; then
        printf '%s\n' "$address"
        return 0
    fi

    local headers=()
    [[ -z ${PROMETHEUS_TOKEN:-} ]] || headers=(--header @<(printf 'Authorization: Bearer %s' "$PROMETHEUS_TOKEN"))
    answer=$(curl --silent --show-error --max-time 30 "${headers[@]}" "$address") \
        || fail "Prometheus does not answer at $base; set PROMETHEUS_URL, or forward its port: kubectl port-forward -n monitoring service/prometheus 9090" 3
    jq -e '.status == "success"' >/dev/null 2>&1 <<<"$answer" \
        || fail "Prometheus at $base refuses: $(jq -r '.error // "an error without text"' 2>/dev/null <<<"$answer" || head -c 300 <<<"$answer")" 3

    if [[ $action == json ]]; then
        jq . <<<"$answer"
    else
        jq -r --arg unit "$unit" "$print" <<<"$answer" | sed "s|^|${name:+$name }|"
    fi

    jq -e '.data.result | length > 0' >/dev/null <<<"$answer" || {
        printf '%s: no data. Is the target up (scripts/promql.sh up), and has the metric been scraped twice?\n' "${name:-$raw}" >&2
        return 1
    }
}

ask_all() {
    local name status=0
    for name in "${names[@]}"; do
        ask "$name" || status=$?
        ((status < 2)) || exit "$status"
    done
    return "$status"
}

if [[ -z $every ]]; then
    ask_all
    exit
fi

end=$((SECONDS + duration)) status=0
while :; do
    date -u +'%FT%TZ'
    ask_all || status=$?
    ((SECONDS + every <= end)) || exit "$status"
    sleep "$every"
done
