#!/usr/bin/env bash
# The weekly performance check: measures Bolt, and fails where it allocates, is slow, or is slower than it was.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: scripts/performance-regression-check.sh [options] [NAME] [SKIP_BASELINE]

  NAME               what to measure: ZeroAllocation (default; the workloads NoField, TwoFields, TenFields and BoundContext), or workloads of
                     "Bolt.Benchmarks compare", comma-separated, for example LongAscii
  SKIP_BASELINE      true: judge by the fixed bounds alone; default: false
  --update-baseline  replace the baseline by what was measured, if every fixed bound is met; without one, write the first
  --self-test        half a minute: measure Bolt as it is, a fifth slower, and allocating a byte an event, and see that the check
                     finds both; takes no NAME and touches no baseline
  --help             this text

Environment, with the defaults:
  MAX_LATENCY_NS=100000          nanoseconds a call, mean of the slowest round
  MIN_THROUGHPUT_OPS=10000000    events a second until they are with the output, of one thread; of short events (not TenFields)
  MAX_CALLER_RATIO=              time at the caller to the hand-written limit's, of TwoFields and TenFields; default: the bound of "compare"
  MAX_ALLOCATIONS=0              bytes an event, at the caller and of all threads
  MAX_ERROR_RATE=0.001           records lost or changed to events
  REGRESSION_THRESHOLD=0.05      how much slower than the baseline the median may be, before a rank test decides (p < 0.01)
  MAX_BASELINE_DAYS=90           how old the baseline may be
  LAUNCHES=5 ROUNDS=101          processes that measure, and rounds of each
  BASELINES=performance-baselines    where NAME.json is: ratios to a hand-written limit of the same round, and the machine that measured
                                     them. On another processor or framework it has to be measured anew
  RESULTS=artifacts/performance  where the runs and report.md go
  RUNS=                          files of earlier runs to judge instead of measuring, separated by spaces
  BENCHMARKS=                    a built Bolt.Benchmarks.dll; default: the project is built
  CI, GITHUB_REF_NAME, GITHUB_SHA    in CI (CI=true) on the branch main, a baseline that is missing is written; both names go into the report

Exit code: 0 every bound is met; 1 one is not; 2 nothing can be told: wrong usage, a missing tool, no baseline, one of another machine or
framework or too old, or a machine too noisy to tell.
TEXT
}

fail() {
    printf 'performance-regression-check.sh: %s\n' "$1" >&2
    exit 2
}

update=false
self_test=false
arguments=()
while (($#)); do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --update-baseline) update=true ;;
        --self-test) self_test=true ;;
        -*) fail "'$1' is no option; see --help." ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
((${#arguments[@]} <= 2)) || fail "'${arguments[2]}' is one argument too many; see --help."
[[ $self_test == false || ($update == false && ${#arguments[@]} -eq 0) ]] || fail '--self-test stands alone; see --help.'
name=${arguments[0]:-ZeroAllocation}
case ${arguments[1]:-false} in
    true | skip_baseline) skip_baseline=true ;;
    false) skip_baseline=false ;;
    *) fail "SKIP_BASELINE='${arguments[1]}': true or false is needed." ;;
esac
[[ $name =~ ^[A-Za-z,]+$ ]] || fail "NAME='$name': ZeroAllocation or names of workloads are needed."
command -v dotnet >/dev/null || fail "'dotnet' is not installed; the .NET SDK that global.json names is needed."

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
baseline=${BASELINES:-$repository/performance-baselines}/$name.json
results=${RESULTS:-$repository/artifacts/performance}
launches=${LAUNCHES:-5} rounds=${ROUNDS:-101}
[[ $launches =~ ^[1-9][0-9]?$ ]] || fail "LAUNCHES='$launches': a number from 1 to 99 is needed."
[[ $rounds =~ ^[1-9][0-9]{0,2}$ ]] || fail "ROUNDS='$rounds': a number from 1 to 999 is needed."

# Before minutes of measuring, not after them.
write_baseline=false
if [[ $self_test == true ]]; then
    skip_baseline=true
elif [[ $update == true ]]; then
    write_baseline=true skip_baseline=true
elif [[ $skip_baseline == false && ! -f $baseline ]]; then
    [[ ${CI:-} == true && ${GITHUB_REF_NAME:-} == main ]] \
        || fail "there is no baseline '$baseline'; measure one with --update-baseline, or pass SKIP_BASELINE=true as the second argument."
    write_baseline=true skip_baseline=true
fi

benchmarks=${BENCHMARKS:-}
if [[ -z $benchmarks ]]; then
    project=$repository/benchmarks/Bolt.Benchmarks
    dotnet build "$project" -c Release --nologo -v quiet || fail "$project does not build."
    benchmarks=$(dotnet msbuild "$project" -p:Configuration=Release -getProperty:TargetPath)
fi
[[ -f $benchmarks ]] || fail "BENCHMARKS='$benchmarks' is no file."

mkdir -p "$results"
runs=()

# Fills runs.
measure() {
    local prefix=$1 workloads=$2 launches=$3 rounds=$4 launch run
    shift 4
    runs=()
    for ((launch = 1; launch <= launches; launch++)); do
        run=$results/$prefix-$launch.json
        dotnet "$benchmarks" compare --parts Rows --candidates Bolt --routes BackgroundNull --workloads "$workloads" --rounds "$rounds" --output "$run" "$@" \
            || fail "the measurement ended with an error, above."
        runs+=("$run")
    done
}

# The check has to fail on what is planted, and to name it. Whether Bolt meets its bound is not asked: the comparison has to find what is slow.
self_test() {
    local directory baseline status
    directory=$(mktemp -d)
    trap "rm -rf '$directory'" EXIT
    baseline=$directory/baseline.json

    judge() {
        status=0
        dotnet "$benchmarks" check "${runs[@]}" --max-caller-ratio 1000 "$@" >"$directory/said" 2>&1 || status=$?
        cat "$directory/said"
        ((status != 2)) || fail 'nothing can be told, as said above; run it again when the machine is quiet.'
    }

    finds() {
        [[ $status -eq 1 ]] && grep -q "^NOT MET .*: $2: " "$directory/said" || { printf 'self-test: NOT FOUND: %s\n' "$1"; exit 1; }
        printf 'self-test: found: %s\n' "$1"
    }

    measure self-test-plain TwoFields 2 31 >/dev/null
    judge --write-baseline "$baseline"
    [[ $status -eq 0 ]] || fail 'Bolt does not meet its own bounds without a regression, as said above.'
    measure self-test-slow TwoFields 2 31 --plant Slow >/dev/null
    judge --baseline "$baseline"
    finds 'a call that is a fifth slower' 'time at the caller, compared with the baseline'
    measure self-test-allocate TwoFields 2 31 --plant Allocate >/dev/null
    judge --baseline "$baseline"
    finds 'a byte an event' 'allocated by all threads'
}

if [[ $self_test == true ]]; then
    self_test
    exit 0
fi

if [[ -n ${RUNS:-} ]]; then
    read -ra runs <<<"$RUNS"
else
    workloads=$name
    [[ $name != ZeroAllocation ]] || workloads=NoField,TwoFields,TenFields,BoundContext
    measure run "$workloads" "$launches" "$rounds"
fi

options=(
    --max-latency-ns "${MAX_LATENCY_NS:-100000}"
    --min-throughput-ops "${MIN_THROUGHPUT_OPS:-10000000}"
    --max-allocations "${MAX_ALLOCATIONS:-0}"
    --max-error-rate "${MAX_ERROR_RATE:-0.001}"
    --regression-threshold "${REGRESSION_THRESHOLD:-0.05}"
    --max-baseline-days "${MAX_BASELINE_DAYS:-90}"
    --report "$results/report.md"
)
[[ -z ${MAX_CALLER_RATIO:-} ]] || options+=(--max-caller-ratio "$MAX_CALLER_RATIO")
[[ $skip_baseline == true ]] || options+=(--baseline "$baseline")
[[ $write_baseline == false ]] || options+=(--write-baseline "$baseline")
[[ -z ${GITHUB_SHA:-} ]] || options+=(--commit "$GITHUB_SHA")
[[ -z ${GITHUB_REF_NAME:-} ]] || options+=(--branch "$GITHUB_REF_NAME")

status=0
dotnet "$benchmarks" check "${runs[@]}" "${options[@]}" || status=$?
printf 'Report: %s\n' "$results/report.md"
exit "$status"
