#pragma once

#include "demo/demoscript.h"

#include <optional>

namespace evencart {

// What was done in the laboratory and when, as the text of a demonstration: played again in a world of the same seed,
// the same happens, message by message; with real programs the same acts alone. Times are the laboratory's, in
// milliseconds.
class LabTrace
{
public:
    LabTrace(std::string title, std::uint64_t seed);

    void setPeople(std::vector<std::string> people) { m_cast.people = std::move(people); }
    void setCart(const std::string &name, std::vector<std::string> people);
    const DemoCast &cast() const { return m_cast; }

    // In the order in which it happened.
    // `outcome`: as far as it was known at once; what was asked and not answered yet is done.
    void add(std::uint64_t at, const DemoAct &act, DemoOutcome outcome = DemoOutcome::Done);
    void add(std::uint64_t at, const DemoCable &cable);
    void add(std::uint64_t at, const DemoServer &server);
    void add(std::uint64_t at, const DemoNetwork &network);
    void end(std::uint64_t at);

    std::string toText() const;
    // The seed that a trace names; nothing for a text that names none.
    static std::optional<std::uint64_t> seedIn(std::string_view text);

private:
    void line(std::uint64_t at, const std::string &text);

    std::string m_title;
    std::uint64_t m_seed;
    DemoCast m_cast;
    std::string m_lines;
    std::uint64_t m_at = 0;
};

} // namespace evencart
