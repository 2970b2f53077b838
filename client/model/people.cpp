#include "model/people.h"

namespace evencart {

void People::setSelf(const MemberId &self, const QString &name)
{
    m_self = self;
    m_names[self] = name;
    Q_EMIT changed();
}

void People::learn(const MemberId &member, const QString &name)
{
    QString &known = m_names[member];
    if (known == name || name.isEmpty())
        return;
    known = name;
    Q_EMIT changed();
}

QString People::shownName(const MemberId &member) const
{
    return isSelf(member) ? tr("You") : name(member);
}

QString People::name(const MemberId &member) const
{
    const auto known = m_names.find(member);
    return known == m_names.end() || known->second.isEmpty() ? tr("Somebody") : known->second;
}

QString People::initials(const MemberId &member) const
{
    QString initials;
    for (const QString &word : name(member).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (initials.size() < 2)
            initials += word.front().toUpper();
    }
    return initials;
}

} // namespace evencart
