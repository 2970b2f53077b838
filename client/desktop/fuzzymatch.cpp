#include "desktop/fuzzymatch.h"

#include <QStringList>

#include <algorithm>

namespace evencart {

namespace {

constexpr int wordBegins = 8;
constexpr int follows = 6;
constexpr int textBegins = 4;
constexpr int skipped = -1;
constexpr int mostSkipped = -12;

QString plain(const QString &text)
{
    QString letters;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing)
            letters += letter.toCaseFolded();
    }
    return letters;
}

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

// The best over all places where the word may begin; greedy from there.
std::optional<int> matchWord(const QString &word, const QString &text)
{
    std::optional<int> best;
    for (qsizetype start = text.indexOf(word.front()); start >= 0; start = text.indexOf(word.front(), start + 1)) {
        int score = start == 0 ? textBegins : 0;
        qsizetype at = start;
        qsizetype previous = -2;
        for (const QChar letter : word) {
            // A beginning of a word is what people mean; else the next place where the letter is.
            qsizetype found = text.indexOf(letter, at);
            if (found != at) {
                for (qsizetype later = found; later >= 0; later = text.indexOf(letter, later + 1)) {
                    if (beginsWord(text, later)) {
                        found = later;
                        break;
                    }
                }
            }
            if (found < 0) {
                at = -1;
                break;
            }
            if (found == previous + 1)
                score += follows;
            else if (previous >= 0)
                score += std::max(mostSkipped, skipped * static_cast<int>(found - previous - 1));
            if (beginsWord(text, found))
                score += wordBegins;
            previous = found;
            at = found + 1;
        }
        if (at >= 0 && (!best || score > *best))
            best = score;
    }
    return best;
}

} // namespace

std::optional<int> fuzzyMatch(const QString &typed, const QString &text)
{
    const QString letters = plain(text);
    int score = 0;
    for (const QString &word : plain(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto match = matchWord(word, letters);
        if (!match)
            return std::nullopt;
        score += *match;
    }
    return score;
}

} // namespace evencart
