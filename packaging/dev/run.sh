# The private PostgreSQL with the demo's database, and Squall on it.

demo_bin=/usr/lib/postgresql/15/bin
demo_database=coaching

# PostgreSQL refuses to run as root; its processes then run as Debian's postgres account, which must also be
# able to reach its folder.
demo_home() {
    if is_root; then
        echo "$(getent passwd postgres | cut -d: -f6)/squall-demo"
    else
        echo "${XDG_DATA_HOME:-$HOME/.local/share}/squall/demo"
    fi
}

as_server() {
    if is_root; then
        (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=/ "$@")
    else
        "$@"
    fi
}

# The process that serves the data directory, if it lives: a process id left behind by a crash may by now
# belong to any other program.
demo_server() {
    local pid
    pid=$(head -n 1 "$demo_data/postmaster.pid" 2>/dev/null) || return 1
    [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$demo_data" ] || return 1
    echo "$pid"
}

demo_prepare() {
    demo_folder=$(demo_home)
    demo_data=$demo_folder/data
    if is_root; then
        install -d -o postgres -g postgres -m 700 "$demo_folder"
    else
        mkdir -p "$demo_folder" && chmod 700 "$demo_folder"
    fi
    demo_folder=$(realpath "$demo_folder")
    demo_data=$demo_folder/data
    # A socket's path may have 107 bytes.
    [ ${#demo_folder} -le 90 ] || die "the path is too long for a socket: $demo_folder (set XDG_DATA_HOME)"
    if [ ! -e "$demo_data/initialised" ]; then
        as_server rm -rf "$demo_data"
        logged build/initdb.log as_server "$demo_bin/initdb" -D "$demo_data" -U squall -A trust -E UTF8 \
            --locale=C.UTF-8 --no-sync
        as_server touch "$demo_data/initialised"
    fi
}

demo_start() {
    demo_server >/dev/null && return
    as_server rm -f "$demo_data/postmaster.pid" "$demo_folder"/.s.PGSQL.5432*
    if ! as_server "$demo_bin/pg_ctl" start -s -w -D "$demo_data" -l "$demo_folder/server.log" \
        -o "-c listen_addresses= -c port=5432 -c unix_socket_directories='$demo_folder' -c unix_socket_permissions=0700" \
        </dev/null >/dev/null 8>&- 9>&-; then
        as_server tail -n 20 "$demo_folder/server.log" >&2
        die "the demo's server did not start"
    fi
}

# Ends what ./dev run started: the window if it is still there, then the server unless another run uses it.
demo_stop() {
    local pid
    if [ -n "${studio:-}" ] && kill "$studio" 2>/dev/null; then wait "$studio" || true; fi
    flock -x 9
    flock -n -x 8 || return 0
    pid=$(demo_server) || return 0
    kill -INT "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
}

# Loads the demo unless what is there came from the same files.
demo_load() {
    local wanted stamp=$demo_data/demo-loaded
    wanted=$(find resources/demo -name node_modules -prune -o -type f -print0 | sort -z | xargs -0 cat | cksum)
    [ "$(as_server cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    say "Loading the demo's database"
    as_server rm -f "$stamp"
    local -x PGHOST=$demo_folder PGPORT=5432 PGUSER=squall PGDATABASE=postgres
    logged build/demo.log "$demo_bin/dropdb" --if-exists --force "$demo_database"
    logged build/demo.log resources/demo/load.sh "$demo_database"
    as_server sh -c "echo '$wanted' >'$stamp'"
}

dev_run() {
    need build run
    build release
    demo_prepare
    # 9 is held while the server is started or stopped, 8 is shared by all who use it.
    exec 8>"$demo_folder/users" 9>"$demo_folder/starting"
    flock -x 9
    trap demo_stop EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    demo_start
    demo_load
    flock -s 8
    flock -u 9
    local url="postgresql://squall@/$demo_database?host=$demo_folder&port=5432" status=0
    local arguments=(--url "$url")
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "No display; taking the tour instead: its pictures go to build/tour"
        export QT_QPA_PLATFORM=offscreen
        arguments+=(--tour build/tour)
    fi
    # It keeps 8, so that a window that outlives this script keeps its server. It runs in the background, because
    # the shell answers signals only between commands.
    build/release/bin/squall-studio "${arguments[@]}" "$@" 9>&- &
    studio=$!
    wait "$studio" || status=$?
    studio=
    return "$status"
}
