# evencart_embed_sql(target header namespace file.sql ...)
# Compiles numbered migrations (0001_name.sql, 0002_name.sql ...) into the target: `header` defines, in `namespace`,
# `inline constexpr sqlite::Migration migrations[]`. A changed file configures again.
function(evencart_embed_sql target header namespace)
    set(entries "")
    foreach(file IN LISTS ARGN)
        get_filename_component(name "${file}" NAME)
        if(NOT name MATCHES "^0*([1-9][0-9]*)_[a-z0-9_]+\\.sql$")
            message(FATAL_ERROR "${file}: a migration is called NNNN_name.sql")
        endif()
        set(number "${CMAKE_MATCH_1}")
        file(READ "${CMAKE_CURRENT_SOURCE_DIR}/${file}" sql)
        string(APPEND entries "    {${number}, R\"sql(${sql})sql\"},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    endforeach()
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/generated/${header}" @ONLY CONTENT
"#pragma once

#include \"sqlite/migrations.h\"

namespace @namespace@ {

inline constexpr evencart::sqlite::Migration migrations[] = {
@entries@};

} // namespace @namespace@
")
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/generated")
endfunction()
