#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "text/decimal.h"

#include <QString>

#include <istream>
#include <ostream>
#include <string>

namespace evencart::cli {

// What a run of the command line takes from around it: streams, clocks, randomness, and how the person writes numbers.
// The programs give it the real things, tests others. Everything outlives the run.
struct Environment
{
    const Clock &clock;
    RandomSource &random;
    std::istream &in;
    std::ostream &out;
    std::ostream &err;
    DecimalSeparator decimal = DecimalSeparator::Point;
    std::string currency;     // ISO 4217, meant where a price names none; may be empty
    QString loginName;        // of a profile that has to be made
    QString defaultDirectory; // of the profile

    char decimalCharacter() const { return decimal == DecimalSeparator::Comma ? ',' : '.'; }
};

} // namespace evencart::cli
