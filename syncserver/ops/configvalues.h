#pragma once

#include "ops/serverconfig.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The texts of settings. Each returns nothing for a text that it does not understand entirely.
namespace evencart::ops {

std::optional<bool> parseFlag(std::string_view text);                          // true, false, 1, 0, yes, no, on, off
std::optional<std::int64_t> parseCount(std::string_view text);                 // decimal, not negative
std::optional<std::int64_t> parseBytes(std::string_view text);                 // 4096, 64KiB, 8MiB, 1GiB
std::optional<std::chrono::milliseconds> parseDuration(std::string_view text); // 250ms, 5s, 2m, 1h
std::optional<Endpoint> parseEndpoint(std::string_view text); // 127.0.0.1:8787, [::1]:0, localhost:8787
std::vector<std::string> parseList(std::string_view text);    // separated by commas or spaces

} // namespace evencart::ops
