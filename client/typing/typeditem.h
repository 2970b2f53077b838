#pragma once

#include "text/quickadd.h"

#include <QString>
#include <QStringList>

namespace evencart {

// What stands in the quick-add field and how it is understood, in the offsets of a text field (UTF-16).
//
// A person can say of a stretch that was recognised ("7 up", an amount) that it is just part of the name. Such
// stretches are kept beside the text, not in it: what was typed stays as it is, and a stretch that is typed over is
// recognised again. For the grammar they are put into quotes.
class TypedItem
{
public:
    explicit TypedItem(QuickAddOptions options = {});

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    // What addText() would be given: the text with its literal stretches in quotes.
    const QString &quoted() const { return m_quoted; }

    struct Part
    {
        Recognised::Kind kind;
        qsizetype begin;
        qsizetype end;
    };
    const Result<ParsedItem> &item() const { return m_item; }
    const std::vector<Part> &parts() const { return m_parts; } // ascending; empty where the item cannot be read
    bool has(Recognised::Kind kind) const;

    // Takes what ends at `position` as part of the name. false: nothing recognised ends there.
    bool makeLiteralBefore(qsizetype position);

private:
    struct Quoted // an insertion into m_quoted
    {
        qsizetype begin;
        qsizetype end;
    };

    void read();
    std::vector<Quoted> literalsInText() const;

    QuickAddOptions m_options;
    QString m_text;
    QString m_quoted;
    QStringList m_literals;
    Result<ParsedItem> m_item;
    std::vector<Part> m_parts;
};

} // namespace evencart
