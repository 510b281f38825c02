# Configuring and building a preset.

# build PRESET [TARGET...]: quiet when all is well, and nearly free when nothing changed.
build() {
    local preset=$1
    shift
    local tree=build/$preset
    if [ ! -e "$tree/build.ninja" ] || [ CMakePresets.json -nt "$tree/.configured" ]; then
        logged "$tree/configure.log" cmake --preset "$preset"
        touch "$tree/.configured"
    fi
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    if [ -t 1 ]; then
        cmake --build "$tree" "${targets[@]}" </dev/null
    else
        logged "$tree/build.log" cmake --build "$tree" "${targets[@]}"
    fi
}

dev_build() {
    need build
    local start=$SECONDS
    build release
    say "build/release/bin is up to date ($((SECONDS - start)) s)"
}

dev_bench() {
    need build bench
    build release
    build release bench-browse bench-complete bench-diagram bench-evaluate bench-layout bench-reading
    bench/run.sh "$@"
}
