#pragma once

#include "base/systemclock.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"
#include "model/appsession.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace evencart::test {

// A session over a profile in a temporary directory, with one empty cart open. Everything is real but the window.
class SessionFixture
{
public:
    SessionFixture()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        [[maybe_unused]] const auto ready = initCrypto();
        start();
    }

    // Waits for an empty cart of its own to be open.
    bool openCart(const QString &name = QStringLiteral("Shop"))
    {
        const bool ready = QTest::qWaitFor([this] {
            return session->phase() == AppSession::Ready && !session->cart()->isLoading();
        });
        session->createCart(name);
        return ready &&
               QTest::qWaitFor([&] { return session->cart()->name() == name && !session->cart()->isLoading(); });
    }

    // As after closing the window and starting the program again.
    void restart()
    {
        session.reset();
        engine.reset();
        start();
    }

    OpenCart &cart() { return *session->cart(); }

    // The lines as "milk 2 l" or "[x] milk 1", in the cart's order.
    QStringList lines()
    {
        QStringList texts;
        for (int row = 0; row < cart().lines()->count(); ++row) {
            const LineView &line = cart().lines()->line(row);
            texts << (line.checked ? QStringLiteral("[x] ") : QString()) + QString::fromStdString(line.name) +
                         QLatin1Char(' ') + QString::number(static_cast<double>(line.quantity) / 1000) +
                         (line.unit.empty() ? QString() : QLatin1Char(' ') + QString::fromStdString(line.unit));
        }
        return texts;
    }
    QString idOf(const QString &name)
    {
        for (int row = 0; row < cart().lines()->count(); ++row) {
            if (cart().lines()->line(row).name == name.toStdString())
                return QString::fromStdString(cart().lines()->line(row).id.toString());
        }
        return {};
    }

    QTemporaryDir directory;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<AppSession> session;

private:
    void start()
    {
        preferences = std::make_unique<Preferences>(directory.filePath(QStringLiteral("app.ini")));
        engine = std::make_unique<Engine>(clock, random);
        session = std::make_unique<AppSession>(*engine, *preferences);
        session->open(directory.path(), QStringLiteral("me"));
    }
};

} // namespace evencart::test
