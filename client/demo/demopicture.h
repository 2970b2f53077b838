#pragma once

#include "demo/demoplayer.h"

#include <set>

namespace evencart {

// A demonstration as a picture (SVG 1.1): a column for each person and for the server, time going down, what they do
// and see in boxes, broken lines where somebody is cut off. Made of what happened, step by step.
class DemoPicture
{
public:
    explicit DemoPicture(const DemoScript &script);

    void add(const DemoEvent &event);
    std::string toSvg() const;

private:
    enum class Box
    {
        Act,
        Refused,
        Look
    };
    double xOf(const std::string &who) const;
    // At the present height; how high it is.
    double box(const std::string &who, Box kind, const std::string &text);
    void arrow(const std::string &from, const std::string &to);
    // What somebody did reaches the server, and from there those of `listeners` who are connected.
    void spread(const std::string &who, const std::vector<std::string> &listeners);
    void add(const DemoRace &race, const DemoEvent &event);
    void add(const DemoCable &cable);
    void add(const DemoServer &change);
    void addAgreement();
    // Who hears of it: the members of the cart that it is about, or everybody.
    std::vector<std::string> listenersTo(const DemoAct &act) const;
    void lifelines(double to);
    void grow(double height);

    DemoCast m_cast;
    std::vector<std::string> m_columns;
    std::string m_title;
    std::set<std::string> m_cutOff; // "Server" too
    std::string m_lines;            // below everything
    std::string m_body;
    double m_y;
};

} // namespace evencart
