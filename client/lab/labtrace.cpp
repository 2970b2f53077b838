#include "lab/labtrace.h"

#include <charconv>

namespace evencart {

namespace {

constexpr std::string_view seedMark = "# seed ";

std::string seconds(std::uint64_t milliseconds)
{
    const std::string rest = std::to_string(milliseconds % 1000);
    return std::to_string(milliseconds / 1000) + "." + std::string(3 - rest.size(), '0') + rest;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

LabTrace::LabTrace(std::string title, std::uint64_t seed) : m_title(std::move(title)), m_seed(seed) {}

void LabTrace::setCart(const std::string &name, std::vector<std::string> people)
{
    m_cast.carts.push_back({name, std::move(people)});
}

void LabTrace::line(std::uint64_t at, const std::string &text)
{
    if (at > m_at || m_lines.empty())
        m_lines += "at " + seconds(at) + "\n";
    m_at = at;
    m_lines += text + "\n";
}

void LabTrace::add(std::uint64_t at, const DemoAct &act, DemoOutcome outcome)
{
    line(at, act.actor + ": " + act.toString() +
                 (outcome == DemoOutcome::Done ? std::string() : " => " + std::string(nameOf(outcome))));
}

void LabTrace::add(std::uint64_t at, const DemoCable &cable)
{
    line(at, (cable.isPlugged ? "online " : "offline ") + cable.person);
}

void LabTrace::add(std::uint64_t at, const DemoServer &server)
{
    line(at, "server " + std::string(nameOf(server.what)));
}

void LabTrace::add(std::uint64_t at, const DemoNetwork &network)
{
    line(at, "network delay " + std::to_string(network.delay) + " loss " + std::to_string(network.lossPercent));
}

void LabTrace::end(std::uint64_t at)
{
    line(at, "# the end");
}

std::string LabTrace::toText() const
{
    std::string text = std::string(seedMark) + std::to_string(m_seed) + "\ntitle " + m_title + "\npeople " +
                       joined(m_cast.people) + "\n";
    for (const auto &cart : m_cast.carts)
        text += "cart " + cart.name + ": " + joined(cart.people) + "\n";
    return text + "\n" + m_lines;
}

std::optional<std::uint64_t> LabTrace::seedIn(std::string_view text)
{
    if (!text.starts_with(seedMark))
        return std::nullopt;
    std::uint64_t seed = 0;
    const std::string_view digits = text.substr(seedMark.size());
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    return read.ec == std::errc() ? std::optional(seed) : std::nullopt;
}

} // namespace evencart
