#!/bin/sh
# install.sh NPM FOLDER: what package-lock.json names, in FOLDER.
set -eu
npm=$1 folder=$2
cd "$(dirname "$0")"

mkdir -p "$folder"
cp package.json package-lock.json .npmrc "$folder/"
cd "$folder"
if ! log=$("$npm" ci --ignore-scripts --no-audit --no-fund --loglevel=error 2>&1 </dev/null); then
    printf '%s\n' "$log" >&2
    echo "app/evaluate/js: npm could not bring the evaluator's packages; is the network reachable?" >&2
    exit 1
fi
touch complete
