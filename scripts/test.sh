#!/usr/bin/env bash
# Builds everything and runs every test project and the tests of the islands. The last line is "N passed, N failed".
# With arguments, only the projects whose names contain one of them: scripts/test.sh Domain Planning
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/stamp.sh
. "$root/scripts/stamp.sh"
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

results=$root/.build/tests
# A test run must not find the settings or the data of a program that somebody runs here.
unset TESSERA_DATA TESSERA_URLS PORT ASPNETCORE_URLS ASPNETCORE_ENVIRONMENT
export TESSERA_HOME=$root

chosen() {
    local wanted
    [[ $# -eq 1 ]] && return
    for wanted in "${@:2}"; do
        [[ $1 == *"$wanted"* ]] && return
    done
    return 1
}

projects() {
    local folder
    for folder in "$root"/tests/*.Tests; do
        chosen "${folder##*/}" "$@" && printf '%s\n' "${folder##*/}"
    done
    return 0
}

# At most two at a time: most of them use both cores by themselves.
run_projects() {
    # shellcheck disable=SC2016
    xargs -P 2 -I '{}' bash -c '
        name=$1 results=$2 dll=$3/tests/$1/bin/Release/net10.0/$1.dll
        limit=$(command -v timeout >/dev/null && echo "timeout 1200")
        if [[ -f $dll ]]; then
            code=0
            $limit dotnet "$dll" -noColor -ctrf "$results/$name.json" </dev/null >"$results/$name.log" 2>&1 || code=$?
        else
            code=1
            echo "It was not built: $dll" >"$results/$name.log"
        fi
        echo "$code" >"$results/$name.code"
    ' - '{}' "$results" "$root"
}

run_islands() {
    chosen islands "$@" && grep -q '"test":' "$root/package.json" || return 0
    local code=0
    (cd "$root" && npm test --silent) >"$results/islands.log" 2>&1 </dev/null || code=$?
    echo "$code" >"$results/islands.code"
}

require_chromium
build_all
rm -rf "$results"
mkdir -p "$results"
projects "$@" | run_projects
run_islands "$@"
node "$root/scripts/count-tests.mjs" "$results"
