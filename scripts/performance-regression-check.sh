#!/usr/bin/env bash
# The weekly performance check: measures Bolt, and fails where it allocates, is slow, or is slower than it was.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: scripts/performance-regression-check.sh [options] [NAME] [SKIP_BASELINE]

  NAME               what to measure: ZeroAllocation (default; the workloads NoField, TwoFields and BoundContext), or workloads of
                     "Bolt.Benchmarks compare", comma-separated, for example TenFields
  SKIP_BASELINE      true: judge by the fixed bounds alone; default: false
  --update-baseline  replace the baseline by what was measured, if every fixed bound is met
  --help             this text

Environment, with the defaults:
  MAX_LATENCY_NS=100000          nanoseconds a call, mean of the slowest round
  MIN_THROUGHPUT_OPS=10000000    events a second until they are with the output, of one thread
  MAX_ALLOCATIONS=0              bytes an event at the caller
  MAX_ERROR_RATE=0.001           records lost or changed to events
  REGRESSION_THRESHOLD=0.05      how much slower than the baseline the median may be, before a rank test decides (p < 0.01)
  LAUNCHES=5 ROUNDS=101          processes that measure, and rounds of each
  BASELINES=performance-baselines    where NAME.json is: ratios to a hand-written limit of the same round, so that it holds on another machine
  RESULTS=artifacts/performance  where the runs and report.md go
  RUNS=                          files of earlier runs to judge instead of measuring, separated by spaces
  BENCHMARKS=                    a built Bolt.Benchmarks.dll; default: the project is built
  CI, GITHUB_REF_NAME, GITHUB_SHA    in CI (CI=true) on the branch main, a baseline that is missing is written; both names go into the report

Exit code: 0 every bound is met; 1 one is not; 2 wrong usage, a missing tool, or no baseline to compare with.
TEXT
}

fail() {
    printf 'performance-regression-check.sh: %s\n' "$1" >&2
    exit 2
}

update=false
arguments=()
while (($#)); do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --update-baseline) update=true ;;
        -*) fail "'$1' is no option; see --help." ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
((${#arguments[@]} <= 2)) || fail "'${arguments[2]}' is one argument too many; see --help."
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
if [[ $update == true ]]; then
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
if [[ -n ${RUNS:-} ]]; then
    read -ra runs <<<"$RUNS"
else
    workloads=$name
    [[ $name != ZeroAllocation ]] || workloads=NoField,TwoFields,BoundContext
    for ((launch = 1; launch <= launches; launch++)); do
        run=$results/run-$launch.json
        dotnet "$benchmarks" compare --candidates Bolt --routes BackgroundNull --workloads "$workloads" --rounds "$rounds" --output "$run" \
            || fail "the measurement ended with an error, above."
        runs+=("$run")
    done
fi

options=(
    --max-latency-ns "${MAX_LATENCY_NS:-100000}"
    --min-throughput-ops "${MIN_THROUGHPUT_OPS:-10000000}"
    --max-allocations "${MAX_ALLOCATIONS:-0}"
    --max-error-rate "${MAX_ERROR_RATE:-0.001}"
    --regression-threshold "${REGRESSION_THRESHOLD:-0.05}"
    --report "$results/report.md"
)
[[ $skip_baseline == true ]] || options+=(--baseline "$baseline")
[[ $write_baseline == false ]] || options+=(--write-baseline "$baseline")
[[ -z ${GITHUB_SHA:-} ]] || options+=(--commit "$GITHUB_SHA")
[[ -z ${GITHUB_REF_NAME:-} ]] || options+=(--branch "$GITHUB_REF_NAME")

status=0
dotnet "$benchmarks" check "${runs[@]}" "${options[@]}" || status=$?
printf 'Report: %s\n' "$results/report.md"
exit "$status"
