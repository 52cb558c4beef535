#!/usr/bin/env bash
# Makes the pictures of docs/images from what the samples really write. The same sources make the same bytes.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: scripts/screenshots.sh [DIRECTORY]

  DIRECTORY    where the pictures go; default: docs/images
  --help       this text

Environment:
  CONFIGURATION=release or debug: take the programs as they are built; default: they are built in Release
TEXT
}

fail() {
    printf 'screenshots.sh: %s\n' "$1" >&2
    exit 2
}

case ${1:-} in
    --help | -h) usage; exit 0 ;;
    -*) fail "'$1' is no option; see --help." ;;
esac
(($# <= 1)) || fail "'$2' is one argument too many; see --help."
command -v dotnet >/dev/null || fail "'dotnet' is not installed; the .NET SDK that global.json names is needed."

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
images=${1:-$repository/docs/images}
mkdir -p "$images"
images=$(cd "$images" && pwd)

if [[ -z ${CONFIGURATION:-} ]]; then
    for project in samples/QuickStart samples/Tail tools/Bolt.Screenshots; do
        dotnet build "$repository/$project" -c Release -v quiet >&2
    done
fi

program() {
    local built=$repository/artifacts/bin/$1/${CONFIGURATION:-release}/$1.dll
    [[ -f $built ]] || fail "'$built' is not built; build it, or leave CONFIGURATION away."
    dotnet "$built" "${@:2}"
}

# A picture, the command as it is shown, and the command. What it says on standard error is not in the picture.
picture() {
    program "${@:3}" 2>/dev/null >output || fail "'${*:3}' has failed."
    program Bolt.Screenshots svg "$2" <output >"$images/$1.svg" || fail "'$1.svg' cannot be drawn."
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unset NO_COLOR BOLT_LEVEL
export FORCE_COLOR=1 BOLT_FORMAT=console

# A directory to walk, and a log to read.
mkdir -p shop/img
printf 'All about the shop.\n' >shop/about.txt
printf 'P6\n1 1\n255\n\0\0\0' >shop/img/dot.ppm
: >shop/orders.lock
ln -s ../shop shop/img/home
find shop -type f -exec touch -d '2026-11-23T08:00:00Z' {} +
program Bolt.Screenshots log shop.log

picture quickstart 'QuickStart shop --time 2026-11-23T09:00:00Z' QuickStart shop --time 2026-11-23T09:00:00Z
picture tail 'Tail shop.log' Tail shop.log
picture tail-filter 'Tail shop.log --where tenant=acme --where "orderId>4711"' Tail shop.log --where tenant=acme --where 'orderId>4711'
