#!/usr/bin/env bash
# Takes the pictures in docs/pictures: the program with the example offices, in a folder and on a port of its own.
# With arguments, pictures of these pages: scripts/pictures.sh /hargita/hu/partners
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/stamp.sh
. "$root/scripts/stamp.sh"
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

pictures=$root/docs/pictures
port=${PORT:-8099}
scratch=$(mktemp -d)
pages=("$@")
[[ $# -gt 0 ]] || pages=(/hargita/en /svenljunga/en/partners/tamsalu)

stop() {
    kill -TERM "$server" 2>/dev/null && wait "$server" || true
    rm -rf "$scratch"
}

# One width only: a headless Chromium started like this lays out at 500 px at the least, so a picture for a telephone would lie.
picture() {
    local name=${1#/}
    name=${name//\//-}
    "$CHROMIUM" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$scratch/browser" --virtual-time-budget=5000 \
        --window-size=1280,1200 --screenshot="$pictures/${name:-offices}.png" "http://localhost:$port$1" >>"$scratch/browser.log" 2>&1 ||
        { cat "$scratch/browser.log" >&2; exit 1; }
    echo "docs/pictures/${name:-offices}.png"
}

require_chromium
is_built || build_program
mkdir -p "$pictures"
TESSERA_DATA=$scratch/data PORT=$port "$root/tessera" serve --examples >"$scratch/server.log" 2>&1 &
server=$!
trap stop EXIT
for ((attempt = 0; attempt < 300; attempt++)); do
    curl -fsS -o /dev/null "http://localhost:$port/" 2>/dev/null && break
    kill -0 "$server" 2>/dev/null || { cat "$scratch/server.log" >&2; exit 1; }
    sleep 0.2
done
for page in "${pages[@]}"; do
    picture "$page"
done
