# evencart_library(Name SOURCES ... [LINKS ...] [PRIVATE_LINKS ...])
# One static library per folder, with the alias Evencart::Name. Headers are included by their path below the
# top folder they live in ("crdt/dot.h", "net/listener.h").
function(evencart_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    string(TOLOWER "evencart_${name}" target)
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(Evencart::${name} ALIAS ${target})
    target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/..")
    target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS} evencart_warnings evencart_qt_strict)
endfunction()

# What ends a test that hangs, in seconds; nothing else: builders may be ten times slower than a developer's machine.
set(EVENCART_HANG_GUARD 1200)
if(EVENCART_SANITIZE OR EVENCART_COVERAGE)
    set(EVENCART_HANG_GUARD 3600) # neither optimised nor alone
endif()

# evencart_test(tst_name LINKS ... [LABELS ...] [WRAPPER program ...])
# builds tst_name.cpp as a Qt Test program; WRAPPER runs it.
function(evencart_test name)
    cmake_parse_arguments(ARG "" "" "LINKS;LABELS;SOURCES;WRAPPER" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test evencart_warnings evencart_qt_strict)
    target_compile_options(${name} PRIVATE "SHELL:-include ${CMAKE_SOURCE_DIR}/tests/support/patience.h")
    target_compile_definitions(${name} PRIVATE EVENCART_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
                               EVENCART_SAMPLES="${CMAKE_SOURCE_DIR}/resources/samples")
    add_test(NAME ${name} COMMAND ${ARG_WRAPPER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${EVENCART_HANG_GUARD} LABELS "${ARG_LABELS}"
        ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC;QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_leaks=1;QTEST_FUNCTION_TIMEOUT=${EVENCART_HANG_GUARD}000")
endfunction()
