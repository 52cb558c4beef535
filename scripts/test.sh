#!/usr/bin/env bash
# Every test, those included that run real servers: installs what is missing of them (on Debian and its like), then runs the
# tests; a missing server is a failure here, not a skipped test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A program, and the package of Debian's that has it.
needed=(
    'prometheus prometheus'
    'promtool prometheus'
    'prometheus-alertmanager prometheus-alertmanager'
    'amtool prometheus-alertmanager'
    'prometheus-node-exporter prometheus-node-exporter'
    'go golang-go'
    'jq jq'
    'hey hey'
    'curl curl'
)

PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
missing=()
for entry in "${needed[@]}"; do
    command -v "${entry%% *}" >/dev/null || missing+=("${entry##* }")
done

if [ ${#missing[@]} -gt 0 ]; then
    if ! command -v apt-get >/dev/null; then
        printf 'Install these, or run `dotnet test Bolt.sln -c Release`, which skips the tests that need them: %s\n' "${missing[*]}" >&2
        exit 2
    fi

    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    # RUNLEVEL=1: the packages' services are not to be started; tests start their own, on free ports.
    "${as_root[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# The operations by themselves: what they measure on a busy day would suffer from the other tests.
status=0
dotnet test Bolt.sln -c Release --filter 'FullyQualifiedName!~Bolt.Operations.Tests' || status=$?
BOLT_OPERATIONS=required dotnet test tests/Bolt.Operations.Tests -c Release --no-build || status=$?
exit "$status"
