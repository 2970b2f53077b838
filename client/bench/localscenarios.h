#pragma once

#include "base/result.h"

#include <QString>

namespace evencart::bench {

// The scenarios without a network. Each prints its figures and returns, or says what went wrong.
Result<void> localApply(const QString &ops, double capSeconds);                             // S1
Result<void> durableEdits(const QString &ops, const QString &directory, double capSeconds); // S2
Result<void> offlineMerge(const QString &base, const QString &a, const QString &b);         // S3
Result<void> saveHistory(const QString &ops, const QString &directory);                     // S4, before the clock
Result<void> coldOpen(const QString &directory);                                            // S4

} // namespace evencart::bench
