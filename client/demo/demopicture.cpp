#include "demo/demopicture.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace evencart {

namespace {

constexpr double columnWidth = 244;
constexpr double margin = 24;
constexpr double lineHeight = 17;
constexpr double headHeight = 84;
constexpr std::size_t charactersInALine = 31;
const char *const server = "Server";

std::string number(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0f", value);
    return text.data();
}

std::string escaped(const std::string &text)
{
    std::string safe;
    for (const char c : text)
        safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string{c};
    return safe;
}

std::string wordsFor(DemoOutcome outcome)
{
    return outcome == DemoOutcome::Unreachable ? "no server" : std::string(nameOf(outcome));
}

std::vector<std::string> wrapped(const std::string &text)
{
    std::vector<std::string> lines{{}};
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const std::string word = text.substr(from, end - from);
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > charactersInALine)
            lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        from = end + 1;
    }
    return lines;
}

std::string text(double x, double y, const std::string &style, const std::string &content)
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + style + ">" + escaped(content) + "</text>\n";
}

std::string line(double x1, double y1, double x2, double y2, const std::string &style)
{
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
           "\" " + style + "/>\n";
}

} // namespace

DemoPicture::DemoPicture(const DemoScript &script)
    : m_cast(script.cast), m_columns(script.cast.people), m_title(script.title.english), m_y(headHeight)
{
    // With two people the server stands between them.
    m_columns.insert(m_columns.size() == 2 ? m_columns.begin() + 1 : m_columns.end(), server);
}

double DemoPicture::xOf(const std::string &who) const
{
    const auto found = std::ranges::find(m_columns, who == "Shop" ? server : who);
    return margin + columnWidth * (static_cast<double>(found - m_columns.begin()) + 0.5);
}

void DemoPicture::lifelines(double to)
{
    for (const std::string &who : m_columns) {
        const std::string style = m_cutOff.contains(who)
                                      ? "stroke=\"#b3261e\" stroke-width=\"1.5\" stroke-dasharray=\"3 5\""
                                      : "stroke=\"#9aa79f\" stroke-width=\"2\"";
        m_lines += line(xOf(who), m_y, xOf(who), to, style);
    }
}

void DemoPicture::grow(double height)
{
    lifelines(m_y + height);
    m_y += height;
}

double DemoPicture::box(const std::string &who, Box kind, const std::string &content)
{
    const auto lines = wrapped(content);
    const double height = lineHeight * static_cast<double>(lines.size()) + 12;
    const double left = xOf(who) - columnWidth / 2 + 8;
    const char *fill = kind == Box::Look ? "#ffffff" : kind == Box::Act ? "#dcf0e3" : "#fce5e2";
    const char *edge = kind == Box::Look ? "#c9d2cb" : kind == Box::Act ? "#1d7a4c" : "#b3261e";
    m_body += "<rect x=\"" + number(left) + "\" y=\"" + number(m_y) + "\" width=\"" + number(columnWidth - 16) +
              "\" height=\"" + number(height) + "\" rx=\"6\" fill=\"" + fill + "\" stroke=\"" + edge + "\"/>\n";
    for (std::size_t n = 0; n < lines.size(); ++n)
        m_body += text(left + 10, m_y + 6 + lineHeight * (static_cast<double>(n) + 0.75),
                       kind == Box::Look ? "font-size=\"13\" fill=\"#55615a\"" : "font-size=\"13\" fill=\"#18201b\"",
                       lines[n]);
    return height;
}

void DemoPicture::arrow(const std::string &from, const std::string &to)
{
    const double end = xOf(to) + (xOf(from) < xOf(to) ? -4 : 4);
    m_body += line(xOf(from), m_y, end, m_y + 14, "stroke=\"#1e5da6\" stroke-width=\"1.5\" marker-end=\"url(#tip)\"");
}

void DemoPicture::spread(const std::string &who, const std::vector<std::string> &listeners)
{
    if (m_cutOff.contains(who) || m_cutOff.contains(server))
        return;
    if (who != "Shop")
        arrow(who, server);
    grow(16);
    for (const std::string &other : listeners) {
        if (!m_cutOff.contains(other))
            arrow(server, other);
    }
    grow(20);
}

std::vector<std::string> DemoPicture::listenersTo(const DemoAct &act) const
{
    // A checkout changes the stock, which everybody sees.
    const bool isOfACart = !act.isOperators() && act.words.size() > 1 && act.words.front() != "checkout";
    const DemoCast::Cart *cart = isOfACart ? m_cast.cart(act.words[1]) : nullptr;
    std::vector<std::string> listeners = cart ? cart->people : m_cast.people;
    std::erase(listeners, act.actor);
    return listeners;
}

void DemoPicture::add(const DemoRace &race, const DemoEvent &event)
{
    double highest = 0;
    for (std::size_t n = 0; n < race.acts.size(); ++n) {
        const DemoAct &act = race.acts[n];
        const DemoOutcome outcome = event.answers[n].outcome;
        const bool isDone = outcome == DemoOutcome::Done;
        highest = std::max(highest, box(act.actor, isDone ? Box::Act : Box::Refused,
                                        act.toString() + (isDone ? "" : " → " + wordsFor(outcome))));
    }
    grow(highest + 8);
    if (race.acts.size() == 1) {
        spread(race.acts.front().actor, listenersTo(race.acts.front()));
        return;
    }
    for (const DemoAct &act : race.acts)
        arrow(act.actor, server);
    grow(16);
    for (const DemoAct &act : race.acts)
        arrow(server, act.actor);
    grow(20);
}

void DemoPicture::add(const DemoCable &cable)
{
    if (!cable.isPlugged) {
        m_cutOff.insert(cable.person);
        return grow(12);
    }
    m_cutOff.erase(cable.person);
    grow(12);
    spread(cable.person, m_cast.people);
}

void DemoPicture::add(const DemoServer &change)
{
    if (change.what == DemoServer::What::Stop) {
        m_cutOff.insert(server);
        return grow(20);
    }
    const bool wasAway = m_cutOff.erase(server) > 0;
    grow(20);
    for (const std::string &person : m_cast.people) {
        if (wasAway && !m_cutOff.contains(person))
            arrow(person, server);
    }
    grow(16);
    for (const std::string &person : m_cast.people) {
        if (wasAway && !m_cutOff.contains(person))
            arrow(server, person);
    }
    grow(20);
}

void DemoPicture::addAgreement()
{
    const double from = margin + 8;
    const double wide = columnWidth * static_cast<double>(m_columns.size()) - 16;
    m_body += "<rect x=\"" + number(from) + "\" y=\"" + number(m_y) + "\" width=\"" + number(wide) +
              "\" height=\"26\" rx=\"6\" fill=\"#e2edfb\" stroke=\"#1e5da6\"/>\n" +
              text(from + wide / 2, m_y + 18, "font-size=\"13\" fill=\"#18201b\" text-anchor=\"middle\"",
                   "everybody has the same, byte for byte");
    grow(38);
}

void DemoPicture::add(const DemoEvent &event)
{
    if (const auto *race = std::get_if<DemoRace>(&event.step.what)) {
        add(*race, event);
    } else if (const auto *look = std::get_if<DemoLook>(&event.step.what)) {
        grow(box(look->person, Box::Look, "sees " + look->toString()) + 8);
    } else if (const auto *cable = std::get_if<DemoCable>(&event.step.what)) {
        add(*cable);
    } else if (const auto *change = std::get_if<DemoServer>(&event.step.what)) {
        add(*change);
    } else if (std::get_if<DemoSame>(&event.step.what)) {
        addAgreement();
    }
}

std::string DemoPicture::toSvg() const
{
    const double width = 2 * margin + columnWidth * static_cast<double>(m_columns.size());
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " +
                      number(m_y + margin) + "\" font-family=\"Inter, sans-serif\">\n<title>" + escaped(m_title) +
                      "</title>\n<defs><marker id=\"tip\" markerWidth=\"8\" markerHeight=\"8\" refX=\"6\" refY=\"3\" "
                      "orient=\"auto\"><path d=\"M0 0L6 3L0 6z\" fill=\"#1e5da6\"/></marker></defs>\n"
                      "<rect width=\"100%\" height=\"100%\" fill=\"#f5f6f3\"/>\n" +
                      text(margin, 34, "font-size=\"18\" font-weight=\"600\" fill=\"#18201b\"", m_title);
    for (const std::string &who : m_columns)
        svg += text(xOf(who), 70, "font-size=\"14\" font-weight=\"600\" fill=\"#18201b\" text-anchor=\"middle\"", who);
    return svg + m_lines + m_body + "</svg>\n";
}

} // namespace evencart
