# cmake -DOUTPUT=… -DFILES=… -P embed.cmake
# Writes a header with the text of every query file as a constant named after the file.
set(text "#pragma once\n\nnamespace squall::catalog::queries {\n\n")
foreach(file IN LISTS FILES)
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} query)
    string(APPEND text "inline constexpr char ${name}[] = R\"sql(${query})sql\";\n\n")
endforeach()
file(WRITE ${OUTPUT} "${text}} // namespace squall::catalog::queries\n")
