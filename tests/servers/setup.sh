#!/bin/sh
# Brings the servers of package-lock.json here. Silent, and quick when they already are.
set -eu
cd "$(dirname "$0")"

stamp=node_modules/.squall-ready
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(cksum < package-lock.json)" ]; then
    exit 0
fi

exec 9> .setup.lock
flock 9
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(cksum < package-lock.json)" ]; then
    exit 0
fi

if ! log=$(npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 2>&1); then
    printf '%s\n' "$log" >&2
    echo "tests/servers: npm could not bring the test servers; is the network reachable?" >&2
    exit 1
fi
# The archives leave out the symbolic links of the shared libraries and list them instead.
node -e '
    const fs = require("fs"), path = require("path");
    for (const server of fs.readdirSync("node_modules")) {
        const list = path.join("node_modules", server, "native", "pg-symlinks.json");
        if (!fs.existsSync(list))
            continue;
        for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
            const link = path.join("node_modules", server, target);
            fs.rmSync(link, { force: true });
            fs.symlinkSync(path.relative(path.dirname(target), source), link);
        }
    }'
cksum < package-lock.json > "$stamp"
