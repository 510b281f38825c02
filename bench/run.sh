#!/usr/bin/env bash
# Squall beside its floors and its peers in the same rounds, on a private server:
# `./dev bench [catalog|startup|browse|reading|complete|layout|diagram|evaluate]`.
# Exits with 0 whether or not a goal is met; only what could not be measured is a failure.
# BENCH_ROUNDS and BENCH_TABLES change the number of rounds (5) and the sizes ("1000 5000"), BENCH_EVENTS and
# BENCH_WIDE the rows that are browsed (10 million and 1 million), BENCH_ROWS those that are read (1 million).
# BENCH_KIT names a folder with drizzle-kit and drizzle-orm in its node_modules, for `evaluate`.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
# shellcheck source=/dev/null
source packaging/dev/common.sh
# shellcheck source=/dev/null
source packaging/dev/server.sh

bin=$PWD/build/release/bin
floors=$PWD/build/bench
rounds=${BENCH_ROUNDS:-5}
sizes=${BENCH_TABLES:-1000 5000}
version_runs=40

# floor NAME PACKAGE: builds one of bench/floor when its source is newer.
floor() {
    [ ! "$floors/$1" -nt "bench/floor/$1.cpp" ] || return 0
    local flags
    read -ra flags <<<"$(pkg-config --cflags --libs "$2")"
    logged "$floors/$1.log" c++ -O2 -std=c++20 -fPIC "bench/floor/$1.cpp" "${flags[@]}" -o "$floors/$1"
}

start_server() {
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/squall-bench-XXXXXX")
    chmod 711 "$scratch"
    server=$scratch/server
    trap 'server_stop "$server"; rm -rf "$scratch"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    server_create "$server"
    server_start "$server" fsync=off jit=off autovacuum=off shared_buffers=256MB max_locks_per_transaction=1000
    export BENCH_PGDATA=$server/data PGHOST=$server PGPORT=5432 PGUSER=squall
}

# Schemas of the wanted sizes, each in a database of its own.
load_schemas() {
    local tables
    for tables in $sizes; do
        python3 bench/gen/gen_schema.py --tables "$tables" --out "$scratch/schema$tables"
        "$pg_bin/createdb" "tables$tables"
        logged "$floors/load.log" "$pg_bin/psql" -X -q -v ON_ERROR_STOP=1 -1 -f "$scratch/schema$tables/v1.sql" "tables$tables"
        logged "$floors/load.log" "$pg_bin/psql" -X -q -c 'vacuum analyze' "tables$tables"
    done
}

url_of() { echo "postgresql://squall@/tables$1?host=$server&port=5432"; }

bench_catalog() {
    local tables url
    for tables in $sizes; do
        url=$(url_of "$tables")
        echo "Reading the catalog of $tables tables"
        python3 bench/measure.py -n "$rounds" \
            --goal 'inspect-json wall 2 floor' --goal 'inspect-json cpu 2 floor' \
            --goal 'inspect-json wall 1 pg_dump' --goal 'inspect-json peak 1 pg_dump' \
            --goal 'inspect-sql wall 2 floor' --goal 'inspect-sql wall 1 pg_dump' --goal 'inspect-sql peak 1 pg_dump' \
            "floor=PGDATABASE=tables$tables exec $floors/pgfloor catalog bench/floor/catalog.sql" \
            "pg_dump=exec $pg_bin/pg_dump -s tables$tables" \
            "inspect-json=exec $bin/squall inspect --url '$url' --output json -o /dev/null" \
            "inspect-sql=exec $bin/squall inspect --url '$url' --output sql -o /dev/null"
    done
}

# repeated COMMAND: a process of a few milliseconds many times, so that the shell that starts it does not count.
repeated() { echo "i=0; while [ \$i -lt $version_runs ]; do $1 || exit 1; i=\$((i + 1)); done"; }

bench_startup() {
    echo "Starting the command line, $version_runs times"
    python3 bench/measure.py -n "$rounds" --goal 'version wall 2 bare-core' --goal 'version cpu 2 bare-core' \
        "bare-core=$(repeated "$floors/coreapp")" "version=$(repeated "$bin/squall --version")"
    echo "Starting the window"
    mkdir -p "$scratch/home"
    local isolated="env HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home XDG_DATA_HOME=$scratch/home XDG_CACHE_HOME=$scratch/home"
    python3 bench/startup.py -n "$rounds" --goal 'studio 1.3 bare-qt' \
        "bare-qt=$isolated $floors/qtfloor" \
        "studio=$isolated $bin/squall-studio" \
        "studio-1000-tables=$isolated $bin/squall-studio --url '$(url_of "${sizes%% *}")'"
}

# Browsing: the view itself in one process, bare statements between its own.
bench_browse() {
    local log=$floors/load.log
    echo "Browsing: loading ${BENCH_EVENTS:-10000000} events and ${BENCH_WIDE:-1000000} wide rows"
    "$pg_bin/createdb" browse
    logged "$log" "$pg_bin/psql" -X -q -v "events=${BENCH_EVENTS:-10000000}" -v "wide=${BENCH_WIDE:-1000000}" \
        -f bench/gen/data.sql browse
    QT_QPA_PLATFORM=offscreen "$bin/bench-browse" "postgresql://squall@/browse?host=$server&port=5432"
}

# Reading a result: the window's own beside libpq row by row, and the command line's beside COPY binary.
bench_reading() {
    "$pg_bin/createdb" reading
    logged "$floors/load.log" "$pg_bin/psql" -X -q -v "events=${BENCH_ROWS:-1000000}" -v wide=1 \
        -f bench/gen/data.sql reading
    local url="postgresql://squall@/reading?host=$server&port=5432"
    echo "Reading ${BENCH_ROWS:-1000000} rows in the window"
    PGDATABASE=reading QT_QPA_PLATFORM=offscreen "$bin/bench-reading" "$url" "$floors/pgfloor" "$rounds"
    echo "Writing them as CSV (goal for its memory: at most 32 MiB)"
    python3 bench/measure.py -n "$rounds" --goal 'query-csv wall 1.6 copy-binary' \
        "copy-binary=exec $pg_bin/psql -X -q -c 'copy (select * from events) to stdout (format binary)' reading" \
        "query-csv=exec $bin/squall query --url '$url' --format csv 'select * from events'"
}

# Completing needs no server.
bench_complete() { "$bin/bench-complete" 5000; }

# Nor do diagrams.
bench_layout() { "$bin/bench-layout"; }
bench_diagram() { QT_QPA_PLATFORM=offscreen "$bin/bench-diagram" 1000; }

# Reading Drizzle projects, and writing their first migration beside drizzle-kit where that is installed.
bench_evaluate() {
    local tables project
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/squall-bench-XXXXXX")
    trap 'rm -rf "$scratch"' EXIT
    export XDG_CACHE_HOME=$scratch/cache XDG_DATA_HOME=$scratch/data
    for tables in 100 1000; do
        project=$scratch/$tables
        python3 bench/gen/gen_schema.py --tables "$tables" --out "$project" --url postgres://localhost/bench
        echo '{}' >"$project/package.json"
        if [ -n "${BENCH_KIT:-}" ]; then
            mkdir -p "$project/node_modules"
            cp -rL "$BENCH_KIT/node_modules/drizzle-orm" "$project/node_modules/"
        fi
        "$bin/bench-evaluate" "$project" drizzle1.config.json
        "$bin/bench-evaluate" "$project" drizzle1.config.json
        [ -n "${BENCH_KIT:-}" ] || continue
        local enter="cd $project && rm -rf drizzle"
        local ours="$bin/squall generate --config drizzle1.config.json"
        python3 bench/measure.py -n "$rounds" --goal 'cold wall 0.125 drizzle-kit' --goal 'warm wall 0.025 nothing-new' \
            "drizzle-kit=$enter && exec $BENCH_KIT/node_modules/.bin/drizzle-kit generate --config drizzle1.config.json" \
            "nothing-new=cd $project && exec $BENCH_KIT/node_modules/.bin/drizzle-kit generate --config drizzle1.config.json" \
            "warm=cd $project && exec $ours" \
            "cold=$enter && rm -rf $XDG_CACHE_HOME && exec $ours"
    done
}

mkdir -p "$floors"
case ${1:-all} in
    complete | layout | diagram | evaluate)
        "bench_$1"
        exit
        ;;
esac
floor pgfloor libpq
floor coreapp Qt6Core
floor qtfloor Qt6Widgets
start_server
case ${1:-all} in
    all)
        load_schemas
        bench_catalog
        bench_startup
        bench_browse
        bench_reading
        bench_complete
        bench_layout
        bench_diagram
        (bench_evaluate)
        ;;
    catalog | startup)
        load_schemas
        "bench_$1"
        ;;
    browse) bench_browse ;;
    reading) bench_reading ;;
    *) die "bench: unknown part $1 (catalog, startup, browse, reading, complete, layout, diagram, evaluate)" ;;
esac
