# Installing the Debian packages of packaging/debian-packages.txt.

# Names of the packages of the given groups.
packages_of() {
    local groups=" $* "
    awk -v groups="$groups" '!/^#/ && NF >= 2 && index(groups, " " $1 " ") { print $2 }' \
        packaging/debian-packages.txt | sort -u
}

# Those of the packages on stdin that are not installed.
missing_packages() {
    comm -23 - <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | awk '$1 == "installed" { print $2 }' | sort -u)
}

# Whether the Node and npm on the PATH are new enough.
has_node() {
    have node && have npm && node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)'
}

missing_node() {
    has_node || PATH=/usr/bin:$PATH has_node || printf '%s\n' nodejs npm | missing_packages
}

# An older Node gives way to Debian's behind it on the PATH.
prefer_node() {
    has_node || PATH=/usr/bin:$PATH
    has_node || die "Squall is built with Node 18 or newer, with npm"
}

# need GROUP...: installs what the groups lack. The group `node` stands for Node and npm, which building needs too.
need() {
    have dpkg-query || die "this is not Debian; packaging/debian-packages.txt lists what to install by hand"
    local missing
    mapfile -t missing < <(packages_of "$@" | missing_packages)
    case " $* " in *" node "* | *" build "*) mapfile -t -O ${#missing[@]} missing < <(missing_node) ;; esac
    [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
    case " $* " in *" node "* | *" build "*) prefer_node ;; esac
}

# Installs without starting any service: no system-wide PostgreSQL cluster, nothing that listens.
install_packages() {
    say "Installing $*"
    local script
    script=$(declare -f logged say install_quietly)
    as_root env DEBIAN_FRONTEND=noninteractive bash -c "set -euo pipefail; $script; install_quietly \"\$@\"" dev "$@" ||
        die "could not install: $*"
}

# Runs as root. What it puts into /etc for the time of the installation it takes away again.
install_quietly() {
    local policy=/usr/sbin/policy-rc.d cluster=/etc/postgresql-common/createcluster.d/squall-dev.conf
    local log
    log=$(mktemp)
    local undo=("$cluster")
    mkdir -p "${cluster%/*}"
    echo 'create_main_cluster = false' >"$cluster"
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
        undo+=("$policy")
    fi
    # shellcheck disable=SC2064
    trap "rm -f ${undo[*]} $log" EXIT
    logged "$log" apt-get update -q
    logged "$log" apt-get install -q -y --no-install-recommends "$@"
    case " $* " in
        *" pgbouncer "*) [ ! -d /run/systemd/system ] || systemctl -q disable pgbouncer.service ;;
    esac
}
