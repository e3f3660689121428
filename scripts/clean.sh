#!/usr/bin/env bash
# Removes what builds made. The data in .tessera stays.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
rm -rf "$root"/.build "$root"/artifacts "$root"/node_modules "$root"/src/Tessera.Web/wwwroot/assets "$root"/src/Tessera.Web/Places \
    "$root"/{src,tests,bench}/*/{bin,obj}
