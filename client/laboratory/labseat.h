#pragma once

#include "laboratory/lablinesmodel.h"

#include <QObject>

namespace evencart {

// One person at the laboratory's table, as of the last look(). Not the person: what is done goes through Laboratory.
class LabSeat : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Of the laboratory.")
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString cartName READ cartName CONSTANT)
    Q_PROPERTY(bool online READ isOnline NOTIFY changed)  // the cable is plugged in
    Q_PROPERTY(int pending READ pending NOTIFY changed)   // changes that the server has not got
    Q_PROPERTY(int rejected READ rejected NOTIFY changed) // changes that it refused
    Q_PROPERTY(QString digest READ digest NOTIFY changed) // the beginning of it
    Q_PROPERTY(bool agrees READ agrees NOTIFY changed)    // nothing pending, and the first seat's digest
    Q_PROPERTY(evencart::LabLinesModel *lines READ lines CONSTANT)

public:
    LabSeat(LabPerson &person, std::string cart, QObject *parent);

    QString name() const { return m_shown.name; }
    QString cartName() const { return QString::fromStdString(m_cart); }
    bool isOnline() const { return m_shown.isOnline; }
    int pending() const { return m_shown.pending; }
    int rejected() const { return m_shown.rejected; }
    QString digest() const { return m_shown.digest; }
    bool agrees() const { return m_shown.agrees; }
    LabLinesModel *lines() { return &m_lines; }

    LabPerson &person() { return m_person; }
    const CartReplica &replica() const { return *m_person.cartNamed(m_cart); }
    const std::string &cart() const { return m_cart; }
    void look(bool isOnline, const QString &firstDigest);

Q_SIGNALS:
    void changed();

private:
    struct Shown
    {
        QString name;
        bool isOnline = true;
        int pending = 0;
        int rejected = 0;
        QString digest;
        bool agrees = false;
        friend bool operator==(const Shown &, const Shown &) = default;
    };

    LabPerson &m_person;
    std::string m_cart;
    Shown m_shown;
    LabLinesModel m_lines;
};

} // namespace evencart
