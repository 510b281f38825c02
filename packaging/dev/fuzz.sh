# Running the libFuzzer programs over what reads SQL.

dev_fuzz() {
    local seconds=${1:-60} tree=build/fuzz status=0 name
    local names=(fuzz_tokenize fuzz_split fuzz_format fuzz_snapshot fuzz_journal fuzz_dotenv) seeds dictionary
    need build fuzz
    build fuzz "${names[@]}"
    sanitizer_options
    for name in "${names[@]}"; do
        # What it finds on the way is kept there, and a finding in the folder beside it.
        mkdir -p "$tree/corpus/$name" "$tree/found"
        case $name in
            fuzz_dotenv) seeds=tests/core/drizzle/dotenv dictionary=tests/fuzz/dotenv.dict ;;
            fuzz_snapshot | fuzz_journal) seeds=tests/conformance/cases dictionary=tests/fuzz/json.dict ;;
            *) seeds=tests/core/sql/corpus dictionary=tests/fuzz/sql.dict ;;
        esac
        logged "$tree/$name.log" "$tree/bin/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
            -dict="$dictionary" -artifact_prefix="$tree/found/$name-" -print_final_stats=1 \
            "$tree/corpus/$name" "$seeds" || status=1
        say "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$tree/$name.log") runs"
    done
    return "$status"
}
