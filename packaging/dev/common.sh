# What every part of ./dev uses.

say() { printf '%s\n' "$*" >&2; }

die() {
    say "dev: $*"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# Runs a command as root: directly, or through sudo, which may only ask where somebody can answer.
as_root() {
    if is_root; then
        "$@"
    elif ! have sudo; then
        die "this needs root, and there is no sudo: $*"
    elif [ -t 0 ] && [ -t 2 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# logged FILE COMMAND...: keeps the output in FILE, and shows its end only when the command fails.
logged() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 60 "$log" >&2
        say "dev: failed: $* (all of it: $log)"
        return 1
    fi
}
