# Everything comes from Debian 12's packages; the floors below are what we build and test against.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network WebSockets Test Gui Qml Quick QuickControls2 QuickTest Svg DBus LinguistTools)
find_package(Qt6Keychain 0.13 REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
pkg_check_modules(Zstd REQUIRED IMPORTED_TARGET libzstd>=1.5.4)
pkg_check_modules(Qrencode REQUIRED IMPORTED_TARGET libqrencode>=4.1.1)
pkg_check_modules(TomlPlusPlus REQUIRED IMPORTED_TARGET tomlplusplus>=3.3)

# Debian's librapidcheck-dev ships no CMake package and no pkg-config file.
find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
add_library(rapidcheck INTERFACE)
target_include_directories(rapidcheck SYSTEM INTERFACE "${RAPIDCHECK_INCLUDE_DIR}")
target_link_libraries(rapidcheck INTERFACE "${RAPIDCHECK_LIBRARY}")
