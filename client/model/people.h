#pragma once

#include "base/ids.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <map>
#include <string>

namespace evencart {

// Names for members, as far as they were heard of, and whether a member is me. Lives on the interface's thread; models
// ask it when they draw, and again after changed().
class People : public QObject
{
    Q_OBJECT

public:
    explicit People(QObject *parent = nullptr) : QObject(parent) {}

    void setSelf(const MemberId &self, const QString &name);
    void learn(const MemberId &member, const QString &name);

    const MemberId &self() const { return m_self; }
    bool isSelf(const MemberId &member) const { return member == m_self; }
    // "You" for me, "Somebody" for a member that was not heard of.
    QString shownName(const MemberId &member) const;
    QString name(const MemberId &member) const; // the name itself, also for me
    QString initials(const MemberId &member) const;
    // Picks one of Theme's member colours, the same on every machine.
    int colourIndex(const MemberId &member) const { return member.raw[0] % 8; }

Q_SIGNALS:
    void changed();

private:
    MemberId m_self;
    std::map<MemberId, QString> m_names;
};

} // namespace evencart
