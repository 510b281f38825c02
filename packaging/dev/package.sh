# A Debian package of the release build.

dev_package() {
    need build run package
    build release
    logged build/package.log cpack --config build/release/CPackConfig.cmake -G DEB -B build
    rm -rf build/_CPack_Packages
    ls build/squall_*.deb
}
