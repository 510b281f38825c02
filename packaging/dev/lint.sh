# Format, layers and translations over everything; clang-tidy over what the change touches.

lint_passed=0
lint_failed=0

# check NAME COMMAND...: counts one check, and shows its output only when it fails.
check() {
    local name=$1 log=build/lint-${1// /-}.log
    shift
    mkdir -p build
    if "$@" >"$log" 2>&1 </dev/null; then
        lint_passed=$((lint_passed + 1))
    else
        lint_failed=$((lint_failed + 1))
        tail -n 100 "$log" >&2
        say "dev: $name: failed (all of it: $log)"
    fi
}

sources() { git ls-files -- "${@:-*.cpp}" | while read -r file; do [ ! -e "$file" ] || echo "$file"; done; }

check_format() { sources '*.cpp' '*.h' | xargs -r clang-format-14 --dry-run -Werror; }

# The change: since the branch left origin/main; on main itself (or without a remote) the last commit; and
# what is not committed yet.
changed_files() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
        base=$(git rev-parse -q --verify HEAD~1 || git hash-object -t tree /dev/null)
    fi
    git diff --name-only --diff-filter=d "$base" -- '*.cpp' '*.h'
    git ls-files --others --exclude-standard -- '*.cpp' '*.h'
}

# The sources that show clang-tidy the changed files: a source itself; for a header the source beside it, else
# one that includes it.
tidy_files() {
    local file
    changed_files | sort -u | while read -r file; do
        case $file in
            *.cpp) echo "$file" ;;
            *.h)
                if [ -e "${file%.h}.cpp" ]; then
                    echo "${file%.h}.cpp"
                else
                    git grep -l -F "#include \"$file\"" -- '*.cpp' | head -n 1
                fi
                ;;
        esac
    done | sort -u
}

# Only files that are part of the build can be analysed; the benchmark's floors are not.
in_database() {
    local file
    while read -r file; do
        if grep -q -F "\"file\": \"$here/$file\"" build/dev/compile_commands.json; then echo "$file"; fi
    done
}

check_tidy() {
    "$@" | in_database | xargs -r -P 2 -n 1 clang-tidy-14 -p build/dev --quiet
}

dev_lint() {
    local chosen=tidy_files
    while [ $# -gt 0 ]; do
        case $1 in
            --long) chosen=sources ;;
            *) die "lint: unknown option $1" ;;
        esac
        shift
    done
    need build lint test
    check format check_format
    build dev
    check layers ctest --test-dir build/dev -R '^tst_layers$' --output-on-failure --no-tests=error
    check translations ctest --test-dir build/dev -R '^tst_translations$' --output-on-failure --no-tests=error
    check clang-tidy check_tidy "$chosen"
    echo "$lint_passed passed, $lint_failed failed"
    [ "$lint_failed" -eq 0 ]
}

dev_translations() {
    need build
    build dev squall_lupdate
    say "unfinished: $(cat translations/*.ts | grep -c 'type="unfinished"')"
}
