#include "app/selftest.h"

#include <chrono>

namespace evencart {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s; // a slow machine is no failure, a program that hangs is
const QString item = QStringLiteral("Self-test");

} // namespace

SelfTest::SelfTest(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(false, m_added ? QStringLiteral("an item was added and did not come back.")
                           : QStringLiteral("the profile did not open in time."));
    });
    m_patience.start(patience);
    connect(&session, &AppSession::phaseChanged, this, &SelfTest::lookAtPhase);
    connect(&session, &AppSession::failure, this, [this](const QString &sentence) { end(false, sentence); });
    connect(session.cart(), &OpenCart::cartChanged, this, &SelfTest::addWhenOpen);
    connect(session.cart(), &OpenCart::added, this, &SelfTest::itemArrived);
}

void SelfTest::lookAtPhase()
{
    if (m_session.phase() == AppSession::Failed)
        end(false, m_session.problem());
}

void SelfTest::addWhenOpen()
{
    OpenCart &cart = *m_session.cart();
    if (m_added || !cart.id() || cart.isLoading())
        return;
    if (cart.lines()->count() == 0)
        return end(false, QStringLiteral("the sample cart is empty."));
    m_added = true;
    if (const QString problem = cart.addText(item); !problem.isEmpty())
        end(false, problem);
}

void SelfTest::itemArrived(const QStringList &ids)
{
    for (const QString &id : ids) {
        const auto line = LineId::fromString(id.toStdString());
        const LineView *shown = line ? m_session.cart()->lines()->find(*line) : nullptr;
        if (shown && QString::fromStdString(shown->name) == item)
            return end(true, QStringLiteral("the window loads, the store opens, an edit is saved and shown."));
    }
    end(false, QStringLiteral("an item was added, but another one came back."));
}

void SelfTest::end(bool well, const QString &sentence)
{
    disconnect(&m_session, nullptr, this, nullptr);
    disconnect(m_session.cart(), nullptr, this, nullptr);
    m_patience.stop();
    if (well)
        Q_EMIT passed(sentence);
    else
        Q_EMIT failed(sentence);
}

} // namespace evencart
