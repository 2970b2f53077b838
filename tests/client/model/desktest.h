#pragma once

#include "support/desk.h"

namespace evencart::test {

// What tests of models over the open cart have in common: a desk of Ann's with the empty cart "week" open.
class DeskTest : public QObject
{
    Q_OBJECT

protected:
    OpenCart &cart() { return m_desk->cart(); }
    void add(std::initializer_list<const char *> items)
    {
        for (const char *item : items)
            QCOMPARE(cart().addText(QString::fromUtf8(item)), QString());
        QVERIFY(m_desk->settle());
    }

    std::unique_ptr<Desk> m_desk;

protected Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->openNewCart("week"));
    }
    void cleanup() { m_desk.reset(); }
};

} // namespace evencart::test
