#include "translations/errorsentences.h"

#include "translations/errorforms.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <optional>

namespace evencart {

namespace {

constexpr auto sentenceContext = "Error";
constexpr auto detailContext = "ErrorDetail";
constexpr qsizetype markLetters = 2; // "%1"

struct Forms
{
    const char *context;
    std::span<const ErrorForm> forms;
};

std::array<Forms, 2> sentences()
{
    return {{{sentenceContext, errorForms()}, {sentenceContext, serverErrorForms()}}};
}
std::array<Forms, 1> details()
{
    return {{{detailContext, errorDetails()}}};
}

// What was put into the form to make this text; nullopt: it was not made from it. Where a text can be cut in several
// ways, each argument but the last is as short as it can be.
std::optional<QStringList> argumentsOf(QLatin1String form, const QString &text)
{
    QStringList arguments;
    qsizetype read = 0;
    for (qsizetype begin = 0; true; begin += markLetters) {
        const qsizetype mark = form.indexOf(QLatin1Char('%'), begin);
        const bool isLast = mark < 0;
        const QLatin1String piece = form.mid(begin, isLast ? -1 : mark - begin);
        const qsizetype found = begin == 0 ? (text.startsWith(piece) ? 0 : -1)
                                : isLast   ? (text.endsWith(piece) ? text.size() - piece.size() : -1)
                                           : text.indexOf(piece, read);
        if (found < read)
            return std::nullopt;
        if (begin > 0)
            arguments << text.mid(read, found - read);
        read = found + piece.size();
        if (isLast)
            return read == text.size() ? std::optional(arguments) : std::nullopt;
        begin = mark;
    }
}

QString filled(const QString &form, const QStringList &arguments)
{
    QString text;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int number = form[i] == QLatin1Char('%') && i + 1 < form.size() ? form[i + 1].digitValue() : 0;
        if (number >= 1 && number <= arguments.size()) {
            text += arguments[number - 1];
            ++i;
        } else {
            text += form[i];
        }
    }
    return text;
}

// Of several forms that fit ("Line %1: %2" is one of them) the one that says most itself.
std::optional<QString> translated(const QString &english, std::span<const Forms> known, int deepest = 2)
{
    const ErrorForm *best = nullptr;
    const char *context = nullptr;
    QStringList arguments;
    qsizetype bestLetters = -1;
    for (const Forms &each : known) {
        for (const ErrorForm &form : each.forms) {
            const QLatin1String text(form.english);
            const auto fits = argumentsOf(text, english);
            const qsizetype letters = fits ? text.size() - markLetters * fits->size() : -1;
            if (letters <= bestLetters)
                continue;
            best = &form;
            context = each.context;
            arguments = *fits;
            bestLetters = letters;
        }
    }
    if (!best)
        return std::nullopt;
    if (best->said > 0 && deepest > 0) { // a server could send one in another without end
        QString &said = arguments[best->said - 1];
        const auto sentence = translated(said, sentences(), deepest - 1);
        said = sentence ? *sentence : translated(said, details(), deepest - 1).value_or(said);
    }
    return filled(QCoreApplication::translate(context, best->english), arguments);
}

// Never seen in English, where the detail alone says it all.
const char *generalForm(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QT_TRANSLATE_NOOP("Error", "What was given makes no sense here. In English: %1");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("Error", "What was looked for is not there. In English: %1");
    case ErrorCode::Ambiguous:
        return QT_TRANSLATE_NOOP("Error", "What was given fits several things. In English: %1");
    case ErrorCode::Refused:
        return QT_TRANSLATE_NOOP("Error", "This was refused. In English: %1");
    case ErrorCode::Unreachable:
        return QT_TRANSLATE_NOOP("Error", "The server cannot be reached. In English: %1");
    case ErrorCode::Untrusted:
        return QT_TRANSLATE_NOOP("Error", "The server is not the one that is trusted here. In English: %1");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("Error", "Something that was stored or sent is damaged. In English: %1");
    case ErrorCode::TooNew:
        return QT_TRANSLATE_NOOP("Error",
                                 "This was made by a later version of Evencart; update this one. In English: %1");
    case ErrorCode::UpdateNeeded:
        return QT_TRANSLATE_NOOP("Error",
                                 "Only a later version of Evencart can change this; update this one. In English: %1");
    case ErrorCode::InUse:
        return QT_TRANSLATE_NOOP("Error", "Another program is using this. In English: %1");
    case ErrorCode::Io:
        return QT_TRANSLATE_NOOP(
            "Error", "Something could not be read or written; look at the disk and at its permissions. In English: %1");
    case ErrorCode::Limit:
        return QT_TRANSLATE_NOOP("Error", "This is larger than it may be. In English: %1");
    }
    return QT_TRANSLATE_NOOP("Error", "Something went wrong. In English: %1");
}

} // namespace

QString errorSentence(const Error &error)
{
    const QString english = QString::fromStdString(error.message);
    if (english.isEmpty())
        return english;
    if (auto sentence = translated(english, sentences()))
        return *sentence;
    const char *general = generalForm(error.code);
    const QString translation = QCoreApplication::translate(sentenceContext, general);
    return translation == QLatin1String(general) ? english : filled(translation, {english});
}

QString errorPlace(const std::string &english)
{
    const QString place = QString::fromStdString(english);
    return translated(place, details()).value_or(place);
}

} // namespace evencart
