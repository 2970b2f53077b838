#include "text/casefold.h"

#include <algorithm>
#include <iterator>

namespace evencart {

namespace {

struct Expansion
{
    char16_t from;
    const char16_t *to;
};

// The entries of status F in CaseFolding-14.0.0.txt, ascending. All of them lie in the basic plane.
// clang-format off
constexpr Expansion expansions[] = {
    {0x00df, u"ss"}, {0x0130, u"i\u0307"}, {0x0149, u"\u02bcn"}, {0x01f0, u"j\u030c"},
    {0x0390, u"\u03b9\u0308\u0301"}, {0x03b0, u"\u03c5\u0308\u0301"}, {0x0587, u"\u0565\u0582"},
    {0x1e96, u"h\u0331"}, {0x1e97, u"t\u0308"}, {0x1e98, u"w\u030a"}, {0x1e99, u"y\u030a"}, {0x1e9a, u"a\u02be"},
    {0x1e9e, u"ss"}, {0x1f50, u"\u03c5\u0313"}, {0x1f52, u"\u03c5\u0313\u0300"}, {0x1f54, u"\u03c5\u0313\u0301"},
    {0x1f56, u"\u03c5\u0313\u0342"}, {0x1f80, u"\u1f00\u03b9"}, {0x1f81, u"\u1f01\u03b9"},
    {0x1f82, u"\u1f02\u03b9"}, {0x1f83, u"\u1f03\u03b9"}, {0x1f84, u"\u1f04\u03b9"}, {0x1f85, u"\u1f05\u03b9"},
    {0x1f86, u"\u1f06\u03b9"}, {0x1f87, u"\u1f07\u03b9"}, {0x1f88, u"\u1f00\u03b9"}, {0x1f89, u"\u1f01\u03b9"},
    {0x1f8a, u"\u1f02\u03b9"}, {0x1f8b, u"\u1f03\u03b9"}, {0x1f8c, u"\u1f04\u03b9"}, {0x1f8d, u"\u1f05\u03b9"},
    {0x1f8e, u"\u1f06\u03b9"}, {0x1f8f, u"\u1f07\u03b9"}, {0x1f90, u"\u1f20\u03b9"}, {0x1f91, u"\u1f21\u03b9"},
    {0x1f92, u"\u1f22\u03b9"}, {0x1f93, u"\u1f23\u03b9"}, {0x1f94, u"\u1f24\u03b9"}, {0x1f95, u"\u1f25\u03b9"},
    {0x1f96, u"\u1f26\u03b9"}, {0x1f97, u"\u1f27\u03b9"}, {0x1f98, u"\u1f20\u03b9"}, {0x1f99, u"\u1f21\u03b9"},
    {0x1f9a, u"\u1f22\u03b9"}, {0x1f9b, u"\u1f23\u03b9"}, {0x1f9c, u"\u1f24\u03b9"}, {0x1f9d, u"\u1f25\u03b9"},
    {0x1f9e, u"\u1f26\u03b9"}, {0x1f9f, u"\u1f27\u03b9"}, {0x1fa0, u"\u1f60\u03b9"}, {0x1fa1, u"\u1f61\u03b9"},
    {0x1fa2, u"\u1f62\u03b9"}, {0x1fa3, u"\u1f63\u03b9"}, {0x1fa4, u"\u1f64\u03b9"}, {0x1fa5, u"\u1f65\u03b9"},
    {0x1fa6, u"\u1f66\u03b9"}, {0x1fa7, u"\u1f67\u03b9"}, {0x1fa8, u"\u1f60\u03b9"}, {0x1fa9, u"\u1f61\u03b9"},
    {0x1faa, u"\u1f62\u03b9"}, {0x1fab, u"\u1f63\u03b9"}, {0x1fac, u"\u1f64\u03b9"}, {0x1fad, u"\u1f65\u03b9"},
    {0x1fae, u"\u1f66\u03b9"}, {0x1faf, u"\u1f67\u03b9"}, {0x1fb2, u"\u1f70\u03b9"}, {0x1fb3, u"\u03b1\u03b9"},
    {0x1fb4, u"\u03ac\u03b9"}, {0x1fb6, u"\u03b1\u0342"}, {0x1fb7, u"\u03b1\u0342\u03b9"},
    {0x1fbc, u"\u03b1\u03b9"}, {0x1fc2, u"\u1f74\u03b9"}, {0x1fc3, u"\u03b7\u03b9"}, {0x1fc4, u"\u03ae\u03b9"},
    {0x1fc6, u"\u03b7\u0342"}, {0x1fc7, u"\u03b7\u0342\u03b9"}, {0x1fcc, u"\u03b7\u03b9"},
    {0x1fd2, u"\u03b9\u0308\u0300"}, {0x1fd3, u"\u03b9\u0308\u0301"}, {0x1fd6, u"\u03b9\u0342"},
    {0x1fd7, u"\u03b9\u0308\u0342"}, {0x1fe2, u"\u03c5\u0308\u0300"}, {0x1fe3, u"\u03c5\u0308\u0301"},
    {0x1fe4, u"\u03c1\u0313"}, {0x1fe6, u"\u03c5\u0342"}, {0x1fe7, u"\u03c5\u0308\u0342"},
    {0x1ff2, u"\u1f7c\u03b9"}, {0x1ff3, u"\u03c9\u03b9"}, {0x1ff4, u"\u03ce\u03b9"}, {0x1ff6, u"\u03c9\u0342"},
    {0x1ff7, u"\u03c9\u0342\u03b9"}, {0x1ffc, u"\u03c9\u03b9"}, {0xfb00, u"ff"}, {0xfb01, u"fi"}, {0xfb02, u"fl"},
    {0xfb03, u"ffi"}, {0xfb04, u"ffl"}, {0xfb05, u"st"}, {0xfb06, u"st"}, {0xfb13, u"\u0574\u0576"},
    {0xfb14, u"\u0574\u0565"}, {0xfb15, u"\u0574\u056b"}, {0xfb16, u"\u057e\u0576"}, {0xfb17, u"\u0574\u056d"},
};
// clang-format on

const char16_t *expansionOf(char32_t code)
{
    const auto *found = std::lower_bound(std::begin(expansions), std::end(expansions), code,
                                         [](const Expansion &row, char32_t wanted) { return row.from < wanted; });
    return found != std::end(expansions) && found->from == code ? found->to : nullptr;
}

bool isYoungerThanPinned(char32_t code)
{
    const QChar::UnicodeVersion since = QChar::unicodeVersion(code);
    return since == QChar::Unicode_Unassigned || since > QChar::Unicode_14_0;
}

void appendFolded(QString &out, char32_t code)
{
    if (const char16_t *expansion = expansionOf(code))
        out += QStringView(expansion);
    else
        out += QChar::fromUcs4(isYoungerThanPinned(code) ? code : QChar::toCaseFolded(code));
}

} // namespace

QString fullyCaseFolded(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t code = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        appendFolded(out, code);
        at += pair ? 1 : 0;
    }
    return out;
}

} // namespace evencart
