# Every target of ours links squall_flags: warnings, sanitizers and the linker in one place.
add_library(squall_flags INTERFACE)
target_compile_options(squall_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${SQUALL_WERROR}>:-Werror>
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
target_compile_definitions(squall_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SQUALL_VERSION="${PROJECT_VERSION}")
target_include_directories(squall_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_link_options(squall_flags INTERFACE -Wl,--as-needed)

if(SQUALL_SANITIZE)
    target_compile_options(squall_flags INTERFACE -fsanitize=${SQUALL_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(squall_flags INTERFACE -fsanitize=${SQUALL_SANITIZE})
    if(SQUALL_SANITIZE MATCHES "undefined")
        target_compile_options(squall_flags INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()

find_program(MOLD mold)
if(MOLD AND NOT SQUALL_SANITIZE)
    target_link_options(squall_flags INTERFACE -fuse-ld=mold)
endif()
