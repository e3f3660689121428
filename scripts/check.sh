#!/usr/bin/env bash
# What a reviewer should not have to look for: the build with all analyzers, the layout of the code, the types of the islands, the scripts.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/stamp.sh
. "$root/scripts/stamp.sh"
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

cd "$root"
# What was built without analyzers, by make run, would count as built.
build_all --no-incremental
echo "Checking the layout of the code…"
logged format dotnet format Tessera.slnx --verify-no-changes --no-restore
echo "Checking the islands…"
logged islands npm run check --if-present
echo "Checking the scripts…"
for script in tessera .ci/run scripts/*.sh; do
    logged scripts bash -n "$script"
done
if command -v shellcheck >/dev/null; then
    logged scripts shellcheck -x tessera .ci/run scripts/*.sh
fi
echo "All is well."
