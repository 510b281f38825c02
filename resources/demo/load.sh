#!/usr/bin/env bash
# Puts the demo into a database: the migrations, their ledger as drizzle-orm leaves it, and the rows.
# Needs bash, psql and sha256sum; finds the server through the PG* variables. What is there already stays.
set -euo pipefail

if [[ $# -ne 1 ]]; then
    echo "usage: ${0##*/} DATABASE" >&2
    exit 2
fi
database=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
cd -- "$here"
export PGCLIENTENCODING=UTF8 PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"

runPsql() {
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 "$@"
}

createDatabase() {
    PGDATABASE=${PGDATABASE:-postgres} runPsql --set=name="$database" <<'SQL'
select format('create database %I template template0 encoding ''UTF8''', :'name')
where not exists (select from pg_database where datname = :'name') \gexec
SQL
}

# One line for each migration: its time, its tag.
journal() {
    local line when='' tag
    while IFS= read -r line; do
        if [[ $line =~ \"when\":\ *([0-9]+) ]]; then
            when=${BASH_REMATCH[1]}
        elif [[ $line =~ \"tag\":\ *\"([^\"]+)\" ]]; then
            tag=${BASH_REMATCH[1]}
            printf '%s %s\n' "$when" "$tag"
        fi
    done <drizzle/meta/_journal.json
}

# Like drizzle-orm: all in one transaction, and only what is younger than the youngest one in the ledger.
migrationScript() {
    local when tag hash
    cat <<'SQL'
begin;
select pg_advisory_xact_lock(hashtext('drizzle.__drizzle_migrations')) \g /dev/null
-- gen_random_uuid() came into the core with 13.
select current_setting('server_version_num')::int < 130000 as "needsExtension" \gset
\if :needsExtension
create extension if not exists pgcrypto;
\endif
create schema if not exists drizzle;
create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
select coalesce(max(created_at), 0) as newest from drizzle.__drizzle_migrations \gset
SQL
    while read -r when tag; do
        hash=$(sha256sum -- "drizzle/$tag.sql")
        cat <<SQL
select :newest < $when as pending \\gset
\\if :pending
\\i 'drizzle/$tag.sql'
insert into drizzle.__drizzle_migrations (hash, created_at) values ('${hash%% *}', $when);
\\endif
SQL
    done < <(journal)
    echo 'commit;'
}

# By itself, because an enum's new value cannot be used in the transaction that adds it.
seedScript() {
    cat <<'SQL'
begin;
lock table users in share row exclusive mode;
select not exists (select from users) as empty \gset
\if :empty
\i seed.sql
\endif
commit;
SQL
}

createDatabase
# Not --dbname: a name with = in it would be read as a connection string.
export PGDATABASE=$database
migrationScript | runPsql
seedScript | runPsql
