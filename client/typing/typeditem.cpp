#include "typing/typeditem.h"

#include <algorithm>

namespace evencart {

namespace {

bool isWordEnd(const QString &text, qsizetype at)
{
    return at == text.size() || text[at].isSpace() || text[at] == QLatin1Char(',');
}

} // namespace

TypedItem::TypedItem(QuickAddOptions options)
    : m_options(std::move(options)), m_item(Error{ErrorCode::InvalidInput, {}})
{
    read();
}

void TypedItem::setText(const QString &text)
{
    m_text = text;
    read();
}

// A literal that does not stand in the text any more, as whole words, is forgotten.
std::vector<TypedItem::Quoted> TypedItem::literalsInText() const
{
    std::vector<Quoted> found;
    for (const QString &literal : m_literals) {
        for (qsizetype at = m_text.indexOf(literal); at >= 0; at = m_text.indexOf(literal, at + 1)) {
            const qsizetype end = at + literal.size();
            if ((at == 0 || m_text[at - 1].isSpace()) && isWordEnd(m_text, end)) {
                found.push_back({at, end});
                break;
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Quoted &a, const Quoted &b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    qsizetype reached = 0;
    std::erase_if(found, [&](const Quoted &quoted) {
        const bool inside = quoted.begin < reached;
        reached = inside ? reached : quoted.end;
        return inside;
    });
    return found;
}

void TypedItem::read()
{
    const std::vector<Quoted> literals = literalsInText();
    QStringList kept;
    m_quoted = m_text;
    for (auto at = literals.rbegin(); at != literals.rend(); ++at) {
        kept.prepend(m_text.mid(at->begin, at->end - at->begin));
        m_quoted.insert(at->end, QChar(0x201D));
        m_quoted.insert(at->begin, QChar(0x201C));
    }
    m_literals = kept;
    m_parts.clear();
    const QByteArray utf8 = m_quoted.toUtf8();
    m_item = parseQuickAdd(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())), m_options);
    if (!m_item)
        return;
    // Back from bytes of the quoted text to characters of the typed one.
    const auto typed = [&](std::size_t byte) {
        const qsizetype inQuoted = QString::fromUtf8(utf8.left(static_cast<qsizetype>(byte))).size();
        qsizetype marks = 0;
        for (const Quoted &literal : literals) {
            marks += literal.begin + marks < inQuoted ? 1 : 0;
            marks += literal.end + marks < inQuoted ? 1 : 0;
        }
        return inQuoted - marks;
    };
    for (const Recognised &part : m_item->parts)
        m_parts.push_back({part.kind, typed(part.begin), typed(part.end)});
}

bool TypedItem::has(Recognised::Kind kind) const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [&](const Part &part) { return part.kind == kind; });
}

bool TypedItem::makeLiteralBefore(qsizetype position)
{
    const auto part =
        std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &candidate) { return candidate.end == position; });
    if (part == m_parts.end())
        return false;
    qsizetype begin = part->begin;
    if (part->kind == Recognised::Unit && part != m_parts.begin() && (part - 1)->kind == Recognised::Quantity)
        begin = (part - 1)->begin; // "500 g" is one thing
    if (part->kind == Recognised::Note) {
        // What makes it a note is the comma behind the word before.
        begin = std::max<qsizetype>(m_text.lastIndexOf(QLatin1Char(','), begin), 0);
        while (begin > 0 && !m_text[begin - 1].isSpace())
            --begin;
    }
    while (begin > 0 && !m_text[begin - 1].isSpace())
        --begin; // "500g" has its number without a space before
    const QStringList before = m_literals;
    const Recognised::Kind kind = part->kind;
    m_literals << m_text.mid(begin, position - begin);
    read();
    const bool gone = m_item && std::none_of(m_parts.begin(), m_parts.end(), [&](const Part &still) {
                          return still.kind == kind && still.end == position;
                      });
    if (gone)
        return true;
    m_literals = before;
    read();
    return false;
}

} // namespace evencart
