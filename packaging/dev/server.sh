# A private PostgreSQL: one folder holds its data, its socket and its log; nothing listens on TCP.

pg_bin=/usr/lib/postgresql/15/bin

# PostgreSQL refuses to run as root; its processes then run as Debian's postgres account, which must also be
# able to reach the folder.
as_server() {
    if is_root; then
        (cd / && exec setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=/ "$@")
    else
        "$@"
    fi
}

# server_pid FOLDER: the process that serves it, if it lives. A process id left behind by a crash may by now
# belong to any other program.
server_pid() {
    local pid
    pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) || return 1
    [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$1/data" ] || return 1
    echo "$pid"
}

# server_create FOLDER: a cluster in it, unless there is a whole one.
server_create() {
    local folder=$1
    # A socket's path may have 107 bytes.
    [ ${#folder} -le 90 ] || die "the path is too long for a socket: $folder"
    if is_root; then
        install -d -o postgres -g postgres -m 700 "$folder"
    else
        mkdir -p "$folder" && chmod 700 "$folder"
    fi
    if [ ! -e "$folder/data/complete" ]; then
        as_server rm -rf "$folder/data"
        logged build/initdb.log as_server "$pg_bin/initdb" -D "$folder/data" -U squall -A trust -E UTF8 \
            --locale=C.UTF-8 --no-sync
        as_server touch "$folder/data/complete"
    fi
}

# server_start FOLDER [NAME=VALUE...]: does nothing if it runs already.
server_start() {
    local folder=$1 options setting
    shift
    server_pid "$folder" >/dev/null && return
    as_server rm -f "$folder/data/postmaster.pid" "$folder"/.s.PGSQL.5432*
    options="-c listen_addresses= -c port=5432 -c unix_socket_directories='$folder' -c unix_socket_permissions=0700"
    for setting in "$@"; do options+=" -c $setting"; done
    # It must not inherit the locks of ./dev run.
    if ! as_server "$pg_bin/pg_ctl" start -s -w -D "$folder/data" -l "$folder/server.log" -o "$options" \
        </dev/null >/dev/null 8>&- 9>&-; then
        as_server tail -n 20 "$folder/server.log" >&2
        die "the server of $folder did not start"
    fi
}

server_stop() {
    local pid
    pid=$(server_pid "$1") || return 0
    kill -INT "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
}
