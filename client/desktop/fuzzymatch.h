#pragma once

#include <QString>

#include <optional>

namespace evencart {

// How well `text` fits what somebody typed to find it; nothing where it does not. All words typed have to occur, in any
// order; the letters of a word may stand apart ("nwc" finds "New cart"), but letters in a row and at beginnings of
// words count more. Higher is better. Case and accents do not matter.
std::optional<int> fuzzyMatch(const QString &typed, const QString &text);

} // namespace evencart
