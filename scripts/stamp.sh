# shellcheck shell=bash
# Tells whether the program that lies in bin is the one that the sources describe. Sourced by the launcher, where every
# millisecond counts. Expects $root.

: "${root:?}"
program=$root/src/Tessera.Web/bin/Release/net10.0/tessera.dll
stamp=$root/.build/stamp
places=$root/src/Tessera.Web/Places/places.index

# Every file that a build reads, not those that it writes. Arguments are further conditions of find.
find_sources() {
    (
        cd "$root" || exit
        shopt -s nullglob
        find src package*.json tsconfig*.json Directory.*.props Directory.*.targets global.json .editorconfig BannedSymbols.txt scripts/*.mjs \
            \( -type d \( -name bin -o -name obj -o -name node_modules -o -path src/Tessera.Web/wwwroot/assets -o -path src/Tessera.Web/Places \) -prune \) \
            -o -type f ! -path 'src/Tessera.Web/Maps/*.json' "$@" -print
    )
}

# The names tell of a file that was removed, which no date does.
source_names() { find_sources | LC_ALL=C sort | cksum; }

is_built() {
    [[ -f $program && -f $stamp && -f $places ]] || return 1
    [[ -z $(find_sources -newer "$stamp" | head -n 1) && $(<"$stamp") == "$(source_names)" ]]
}

# Both are called around a build: what is edited while the build runs has to be built again.
begin_stamp() {
    mkdir -p "$root/.build"
    source_names >"$stamp.next"
}

finish_stamp() { mv -f "$stamp.next" "$stamp"; }
