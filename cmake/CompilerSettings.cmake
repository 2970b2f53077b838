set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(EVENCART_WERROR "Treat warnings as errors" ON)
set(EVENCART_SANITIZE "" CACHE STRING "Value for -fsanitize=, for example address,undefined")
option(EVENCART_COVERAGE "Instrument for gcov" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-B/usr/libexec/mold)
endif()

if(CMAKE_CXX_CLANG_TIDY)
    list(GET CMAKE_CXX_CLANG_TIDY 0 tidy)
    find_program(CLANG_TIDY_PROGRAM "${tidy}")
    if(NOT CLANG_TIDY_PROGRAM)
        message(FATAL_ERROR "${tidy} is missing: `tools/setup tidy` installs it.")
    endif()
endif()

# Everyone's warnings.
add_library(evencart_warnings INTERFACE)
target_compile_options(evencart_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wold-style-cast
    # GCC 12 and 13 see overlaps in std::string that are not there (gcc.gnu.org/PR105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<BOOL:${EVENCART_WERROR}>:-Werror>)

# Hardening as in docs/decisions.md; sanitizers bring their own runtime and clash with _FORTIFY_SOURCE.
if(NOT EVENCART_SANITIZE)
    add_compile_options(-fstack-protector-strong -fstack-clash-protection -fcf-protection)
    add_compile_options($<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE> $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
    add_link_options(-Wl,-z,relro,-z,now)
else()
    add_compile_options(-fsanitize=${EVENCART_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${EVENCART_SANITIZE})
endif()
if(EVENCART_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

# Qt used strictly: no implicit text conversions, no deprecated calls.
add_library(evencart_qt_strict INTERFACE)
target_compile_definitions(evencart_qt_strict INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
