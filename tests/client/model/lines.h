#pragma once

#include "engine/cartupdate.h"

#include <string>

// Lines and updates by hand, as the engine would send them.
namespace evencart::test {

inline MemberId memberNumber(std::uint8_t n)
{
    MemberId member;
    member.raw[0] = n;
    return member;
}

inline LineId lineNumber(std::uint32_t n)
{
    LineId line;
    line.raw[0] = static_cast<std::uint8_t>(n >> 16);
    line.raw[1] = static_cast<std::uint8_t>(n >> 8);
    line.raw[2] = static_cast<std::uint8_t>(n);
    line.raw[15] = 1; // the null id is the cart's header
    return line;
}

inline QString idOf(std::uint32_t n)
{
    return QString::fromStdString(lineNumber(n).toString());
}

// Line n stands at n's place, one thing of it, wanted and last changed by member 1.
inline LineView lineOf(std::uint32_t n, const std::string &name)
{
    LineView line;
    line.id = lineNumber(n);
    line.present = true;
    line.name = name;
    line.quantity = line.rawQuantity = 1000;
    line.wantedBy = {{memberNumber(1), 1000}};
    line.changedBy = memberNumber(1);
    line.birth.stamp = Hlc{n};
    line.orderKey = Bytes(line.id.bytes());
    return line;
}

inline CartUpdate updateOf(CartUpdate::Source source, Ticket ticket, std::vector<LineView> lines,
                           std::vector<LineId> gone = {}, CartReplica::LineState state = CartReplica::LineState::Local)
{
    CartUpdate update;
    update.source = source;
    update.ticket = ticket;
    for (LineView &line : lines)
        update.lines.push_back({std::move(line), state});
    update.gone = std::move(gone);
    return update;
}

} // namespace evencart::test
