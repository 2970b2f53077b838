#include "text/normalize.h"

#include "text/casefold.h"

#include <QString>

#include <algorithm>

namespace evencart {

namespace {

constexpr QChar::UnicodeVersion pinned = QChar::Unicode_14_0;
constexpr int mostPasses = 8; // three are the most that any code point needs

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string normalizedAscii(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            gap = !out.empty();
            continue;
        }
        if (gap)
            out += ' ';
        gap = false;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
}

bool isInvisible(QChar c)
{
    switch (c.unicode()) {
    case 0x00ad:
    case 0x200b:
    case 0x2060:
    case 0xfe0e:
    case 0xfe0f:
    case 0xfeff:
        return true;
    default:
        return false;
    }
}

QString onePass(const QString &text)
{
    QString next = fullyCaseFolded(text.normalized(QString::NormalizationForm_KC, pinned));
    next.removeIf(isInvisible);
    return next.normalized(QString::NormalizationForm_KC, pinned).simplified();
}

} // namespace

std::string normalizedName(std::string_view utf8)
{
    if (isAscii(utf8))
        return normalizedAscii(utf8);
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    for (int pass = 0; pass < mostPasses; ++pass) {
        QString next = onePass(text);
        if (next == text)
            break;
        text = std::move(next);
    }
    return text.toStdString();
}

} // namespace evencart
