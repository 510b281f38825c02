# The private PostgreSQL with the demo's database, and Squall on it.

demo_database=coaching

demo_home() {
    if is_root; then
        echo "$(getent passwd postgres | cut -d: -f6)/squall-demo"
    else
        mkdir -p "${XDG_DATA_HOME:-$HOME/.local/share}"
        echo "$(realpath "${XDG_DATA_HOME:-$HOME/.local/share}")/squall/demo"
    fi
}

# Loads the demo unless what is there came from the same files.
demo_load() {
    local wanted stamp=$demo_folder/data/demo
    wanted=$(find resources/demo -name node_modules -prune -o -type f -print0 | sort -z | xargs -0 cat | cksum)
    [ "$(as_server cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    say "Loading the demo's database"
    as_server rm -f "$stamp"
    local -x PGHOST=$demo_folder PGPORT=5432 PGUSER=squall PGDATABASE=postgres
    logged build/demo.log "$pg_bin/dropdb" --if-exists --force "$demo_database"
    logged build/demo.log resources/demo/load.sh "$demo_database"
    as_server sh -c "echo '$wanted' >'$stamp'"
}

# Ends what ./dev run started: the window if it is still there, then the server unless another run uses it.
demo_stop() {
    if [ -n "${studio:-}" ] && kill "$studio" 2>/dev/null; then wait "$studio" || true; fi
    flock -x 9
    if flock -n -x 8; then server_stop "$demo_folder"; fi
}

demo_start() {
    demo_folder=$(demo_home)
    server_create "$demo_folder"
    # 9 is held while the server is started or stopped, 8 is shared by all who use it.
    exec 8>"$demo_folder/users" 9>"$demo_folder/starting"
    flock -x 9
    trap demo_stop EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    server_start "$demo_folder"
    demo_load
    flock -s 8
    flock -u 9
}

dev_run() {
    need build run
    build release
    demo_start
    # The demo's project finds its database there, too.
    local -x DATABASE_URL="postgresql://squall@/$demo_database?host=$demo_folder&port=5432"
    local arguments=(--url "$DATABASE_URL" resources/demo) status=0
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
