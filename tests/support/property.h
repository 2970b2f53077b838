#pragma once

#include <cstdlib>
#include <random>
#include <string>

#include <rapidcheck.h>

// How the random tests are configured: EVENCART_SEED replays a run, EVENCART_RUNS changes how many histories a property
// tries, and RapidCheck's own RC_PARAMS is honoured above both (its "reproduce=..." replays a minimised failure).
namespace evencart::test {

inline int runsOr(int usual)
{
    const char *given = std::getenv("EVENCART_RUNS");
    return given ? std::atoi(given) : usual;
}

// Call it once, before the first property. Prints the seed.
inline void configureProperties(const char *program, int runs, int longest)
{
    const char *given = std::getenv("RC_PARAMS");
    std::string params = given ? given : "";
    const auto usual = [&](const std::string &name, const std::string &value) {
        if (params.find(name + '=') == std::string::npos)
            params += ' ' + name + '=' + value;
    };
    const char *seed = std::getenv("EVENCART_SEED");
    usual("seed", seed ? seed : std::to_string(std::random_device{}()));
    usual("max_success", std::to_string(runs));
    usual("max_size", std::to_string(longest));
    setenv("RC_PARAMS", params.c_str(), 1);
    std::printf("%s: RC_PARAMS=\"%s\" (or EVENCART_SEED)\n", program, params.c_str());
    std::fflush(stdout);
}

// Words of full width whatever the size: only the length of a history grows with it.
inline rc::Gen<std::vector<std::uint32_t>> histories()
{
    return rc::gen::container<std::vector<std::uint32_t>>(
        rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
}

} // namespace evencart::test
