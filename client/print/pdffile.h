#pragma once

#include "base/result.h"

#include <QColor>
#include <QFont>
#include <QPdfWriter>
#include <QString>

#include <functional>

namespace evencart {

// Makes `file` from what `paint` draws on A4 pages, whole or not at all. Any thread. Io where it cannot be written or
// `paint` says that it could not.
Result<void> writePdf(const QString &file, const QString &title, const std::function<bool(QPdfWriter &)> &paint);

// What all pages have in common.
namespace paper {

inline constexpr int dotsPerInch = 300;
inline constexpr double millimetre = dotsPerInch / 25.4;
inline constexpr QColor ink(0x1b, 0x1f, 0x24);
inline constexpr QColor paleInk(0x5a, 0x62, 0x6b);
inline constexpr QColor rule(0xb4, 0xba, 0xc1);

QFont fontOf(double points, QFont::Weight weight = QFont::Normal);

} // namespace paper

} // namespace evencart
