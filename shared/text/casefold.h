#pragma once

#include <QString>

namespace evencart {

// Full case folding (Unicode CaseFolding.txt, C + F), which QString::toCaseFolded leaves at the simple one (C + S).
// Characters that came after Unicode 14 stay as they are, whichever Unicode Qt knows. The Turkic foldings are not
// used.
QString fullyCaseFolded(const QString &text);

} // namespace evencart
