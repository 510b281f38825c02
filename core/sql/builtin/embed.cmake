# cmake -DOUTPUT=… -DFILES=… -P embed.cmake
# Writes a header with the text of every list as a constant named after the file.
set(text "#pragma once\n\nnamespace squall::sql::builtin {\n\n")
foreach(file IN LISTS FILES)
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} list)
    string(APPEND text "inline constexpr char ${name}[] = R\"list(${list})list\";\n\n")
endforeach()
file(WRITE ${OUTPUT} "${text}} // namespace squall::sql::builtin\n")
