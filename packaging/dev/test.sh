# Building and running the tests.

# Sums a CTest log: every Qt Test program's functions, and one failure for each program that failed without
# counting one (crashed, timed out, could not start).
count_tests() {
    awk '
        /^[0-9]+\/[0-9]+ Testing: / { explained = 0 }
        /^Totals: [0-9]+ passed, [0-9]+ failed/ { passed += $2; failed += $4; skipped += $6; explained += $4 }
        /^Test Failed\.$/ && !explained { failed += 1 }
        /^(Unable to find|Could not find) executable/ { failed += 1 }
        END { printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : "" }' "$1"
}

# The thread sanitizer sees neither the locks nor the writes of libraries that are not built for it (Qt, libpq, libc):
# what they do with memory inside, by memcpy or free, is no race of ours.
sanitizer_options() {
    export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:detect_odr_violation=2:quarantine_size_mb=64
    export UBSAN_OPTIONS=print_stacktrace=1
    export LSAN_OPTIONS=suppressions=$here/tests/sanitizers/lsan.supp:print_suppressions=0
    export TSAN_OPTIONS=suppressions=$here/tests/sanitizers/tsan.supp:second_deadlock_stack=1:ignore_noninstrumented_modules=1
}

# The thread sanitizer sees nothing in a process that has forked, and starting a server is forking: the tests of
# threads find one running. Those that start their own all the same run without its eyes.
server_for_threads() {
    local folder
    folder=$(mktemp -d /tmp/squall-tsan-XXXXXX)
    # shellcheck disable=SC2064
    trap "server_stop '$folder'; rm -rf '$folder'" EXIT
    server_create "$folder"
    server_start "$folder" fsync=off
    export SQUALL_TEST_DSN="host=$folder port=5432 user=squall dbname=postgres"
    export TSAN_OPTIONS+=:die_after_fork=0
}

# run_ctest DIRECTORY LOG ARGUMENTS...: a line for each program, the output of those that fail; adds to LOG.
run_ctest() {
    local directory=$1 log=$2
    shift 2
    rm -f "$directory/Testing/Temporary/LastTest.log"
    local status=0
    ctest --test-dir "$directory" -j "$(nproc)" --output-on-failure --test-output-size-failed 30000 \
        --no-label-summary --no-tests=error "$@" </dev/null |
        grep -v -E '^ +Start +[0-9]+: |^Internal ctest|^Test project|^$' || status=1
    [ ! -e "$directory/Testing/Temporary/LastTest.log" ] || cat "$directory/Testing/Temporary/LastTest.log" >>"$log"
    return "$status"
}

dev_test() {
    local preset=dev filter=()
    while [ $# -gt 0 ]; do
        case $1 in
            --asan) preset=asan ;;
            --tsan) preset=tsan ;;
            --long) export SQUALL_TEST_SEEDS=1-500 ;;
            -*) die "test: unknown option $1" ;;
            *) filter=(-R "$1") ;;
        esac
        shift
    done
    need build test node
    local tree=build/$preset log=build/$preset/tests.log status=0
    # The thread sanitizer is for the code that has threads.
    local parts=("") targets=()
    if [ "$preset" = tsan ]; then
        parts=(/tests/core/pg /tests/models)
        targets=(tests/core/pg/all tests/models/all)
    fi
    tests/servers/setup.sh
    build "$preset" "${targets[@]}"
    sanitizer_options
    # Qt ends a function after five minutes; under a sanitizer the long ones take more. CTest has a limit, too.
    [ "$preset" = dev ] || export QTEST_FUNCTION_TIMEOUT=86400000
    [ "$preset" != tsan ] || server_for_threads
    : >"$log"
    local part
    for part in "${parts[@]}"; do
        run_ctest "$tree$part" "$log" "${filter[@]}" || status=1
    done
    count_tests "$log"
    return "$status"
}
