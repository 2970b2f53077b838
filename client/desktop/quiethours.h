#pragma once

#include <QTime>

namespace evencart {

// The part of the day in which nothing is to pop up. May go over midnight; from == to is none.
struct QuietHours
{
    QTime from;
    QTime to;

    bool contain(const QTime &time) const
    {
        if (!from.isValid() || !to.isValid() || from == to)
            return false;
        return from < to ? time >= from && time < to : time >= from || time < to;
    }
};

} // namespace evencart
