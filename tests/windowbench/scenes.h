#pragma once

#include <QString>

namespace evencart::windowbench {

// Each prints its figures, one a line of a table: | what | figures |
void firstFrame(const QString &program, int runs);                   // of an empty profile, of one with 10,000 lines
int firstFrameHere(const QString &profile, qint64 startNanoseconds); // in a process of its own
void keysToPaintedRow(int lines, int runs);
void scrolling(int lines, int frames);
void othersEdits(int lines, int editsPerSecond, int seconds); // of a second person, over a real server

} // namespace evencart::windowbench
