#!/usr/bin/env bash
# Which allocations did a change bring? The diagnostics BOLT1xxx of one commit, or SARIF file, that another has not.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: scripts/sarif-diff.sh [options] BASE HEAD

BASE and HEAD are two commits, or two SARIF 2.1 files as "dotnet build -p:ErrorLog=bolt.sarif%2Cversion=2.1" writes them. Commits are built in
worktrees of their own; the working tree is not touched. Prints each allocation diagnostic (BOLT1xxx) that HEAD has and BASE has not, with
its place in HEAD. Lines may move: a diagnostic is the same where rule, file and message are, so many times as BASE has it.
A file that was moved or renamed counts as new.

  --project PATH      the project or solution to build; default: the only solution of the repository, or else its only project
  --rules REGEX       the rules to compare; default: ^BOLT(1[0-9]{3}|9001)$
  --suppressed        count suppressed diagnostics too: what a pragma or SuppressMessage hides
  --help              this text

Exit code: 0 nothing new; 1 something new; 2 wrong usage, a missing tool or a build that gave no SARIF file.
TEXT
}

fail() {
    printf 'sarif-diff.sh: %s\n' "$1" >&2
    exit 2
}

project='' rules='^BOLT(1[0-9]{3}|9001)$' suppressed=false
sides=()
while (($#)); do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --suppressed) suppressed=true ;;
        --project | --rules)
            (($# > 1)) || fail "'$1' needs a value; see --help."
            if [[ $1 == --project ]]; then project=$2; else rules=$2; fi
            shift
            ;;
        -*) fail "'$1' is no option; see --help." ;;
        *) sides+=("$1") ;;
    esac
    shift
done
((${#sides[@]} == 2)) || { usage >&2; exit 2; }
command -v jq >/dev/null || fail "'jq' is not installed (Debian: apt-get install jq)."

work=$(mktemp -d)
worktrees=()
clean() {
    local tree
    for tree in "${worktrees[@]}"; do git worktree remove --force "$tree" >/dev/null 2>&1 || true; done
    rm -rf "$work"
}
trap clean EXIT

# What to build in a checkout, relative to its root.
find_project() {
    local found
    if [[ -n $project ]]; then
        [[ -e $1/$project ]] || fail "'$project' does not exist in $2."
        printf '%s' "$project"
        return
    fi

    for pattern in '*.sln' '*.slnx' '*.csproj'; do
        found=$(cd "$1" && git ls-files -- ":(glob)$pattern" ":(glob)**/$pattern")
        case $(grep -c . <<<"$found") in
            0) ;;
            1) printf '%s' "$found"; return ;;
            *) fail "$2 has several $pattern; name one by --project." ;;
        esac
    done
    fail "$2 has no solution or project; name one by --project."
}

# Builds a commit; one line a SARIF file.
sarif_of_commit() {
    local commit=$1 tree=$work/$2 target
    command -v dotnet >/dev/null || fail "'dotnet' is not installed; the .NET SDK is needed to build commits."
    git worktree add --quiet --detach "$tree" "$commit" >&2
    target=$(find_project "$tree" "$commit") || exit 2
    printf 'Building %s of %s\n' "$target" "$commit" >&2

    # Relative, so that each project writes its own; a diagnostic that is an error must not keep the others from being read.
    (cd "$tree" && dotnet build "$target" --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false -p:TreatWarningsAsErrors=false \
        '-p:ErrorLog=sarif-diff.sarif%2Cversion=2.1' >"$work/$2.log" 2>&1) || true
    find "$tree" -name sarif-diff.sarif -print >"$work/$2.list"
    [[ -s $work/$2.list ]] || {
        tail -n 20 "$work/$2.log" >&2
        fail "the build of $commit gave no SARIF file; its last lines are above."
    }
}

# One JSON object a line: key, and the place for people. Paths below the root are made relative to it.
diagnostics() {
    local root=$1
    shift
    # shellcheck disable=SC2016 # jq's variables, not the shell's.
    jq -c --arg root "$root" --arg rules "$rules" --argjson suppressed "$suppressed" '
        .runs[]?.results[]?
        | select(.ruleId | test($rules))
        | select($suppressed or ((.suppressions // []) | length == 0))
        | (.locations[0].physicalLocation // {}) as $at
        | (($at.artifactLocation.uri // "") | sub("^file://"; "") | ltrimstr($root + "/")) as $file
        | { key: "\(.ruleId)\t\($file)\t\(.message.text)", rule: .ruleId, text: .message.text,
            place: "\($file)(\($at.region.startLine // 0),\($at.region.startColumn // 0))" }' "$@" | sort -u
}

root=$(git rev-parse --show-toplevel 2>/dev/null) || root=$PWD
index=0
for side in "${sides[@]}"; do
    index=$((index + 1))
    name=side$index
    if [[ -f $side ]]; then
        jq -e '.runs | type == "array"' "$side" >/dev/null 2>&1 || fail "'$side' is no SARIF file."
        jq -e '.version == "2.1.0"' "$side" >/dev/null || fail "'$side' is not SARIF 2.1; build with -p:ErrorLog=FILE%2Cversion=2.1"
        diagnostics "$root" "$side" >"$work/$name.json"
    elif git rev-parse --verify --quiet "$side^{commit}" >/dev/null; then
        worktrees+=("$work/$name")
        sarif_of_commit "$side" "$name"
        mapfile -t files <"$work/$name.list"
        diagnostics "$work/$name" "${files[@]}" >"$work/$name.json"
    else
        fail "'$side' is neither a file nor a commit of this repository."
    fi
done

# As many of HEAD's as BASE has of the same key are old; the last ones are called new.
# shellcheck disable=SC2016
jq -rn --slurpfile base "$work/side1.json" --slurpfile head "$work/side2.json" '
    ($base | group_by(.key) | map({ key: .[0].key, value: length }) | from_entries) as $known
    | $head | group_by(.key) | map(.[($known[.[0].key] // 0):]) | add // [] | .[] | "\(.place): \(.rule): \(.text)"' >"$work/new"

count=$(grep -c . "$work/new" || true)
cat "$work/new"
printf '%d new allocation diagnostics in %s, compared with %s\n' "$count" "${sides[1]}" "${sides[0]}"
((count == 0))
