#pragma once

#include "base/systemclock.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"
#include "model/appsession.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <stdexcept>

namespace evencart::test {

// A person at the app, without its window: a profile in a temporary directory, with the real engine and its thread.
// Several desks may share a room's server (serverprocess.h). Waits by turning the event loop, never by sleeping.
class Desk
{
public:
    // `profile`: an existing directory, for a second program on it; otherwise a new one.
    explicit Desk(const QString &profile = {})
        : m_profile(profile.isEmpty() ? m_directory.filePath(QStringLiteral("profile")) : profile)
    {
        if (auto ready = initCrypto(); !ready)
            throw std::runtime_error(ready.error().message);
        if (profile.isEmpty())
            QDir().mkpath(m_profile);
        keepTokensApart();
        start();
    }
    ~Desk() { stop(); }

    const QString &profile() const { return m_profile; }
    QString file(const char *name) const { return m_profile + QLatin1Char('/') + QLatin1String(name); }
    Engine &engine() { return *m_engine; }
    AppSession &session() { return *m_session; }
    OpenCart &cart() { return *m_session->cart(); }
    Preferences &preferences() { return *m_preferences; }

    // What tells a copied database from the one that was last open here must outlive one desk, not the test. For the
    // programs that a test starts, too.
    static void keepTokensApart()
    {
        static const QTemporaryDir state;
        qputenv("XDG_STATE_HOME", QFile::encodeName(state.path()));
    }

    // True when it is ready, false when it failed.
    bool open(const char *name = "Ann")
    {
        m_session->open(m_profile, QString::fromUtf8(name));
        (void)QTest::qWaitFor([this] { return m_session->phase() != AppSession::Opening; }, patience);
        return m_session->phase() == AppSession::Ready;
    }
    // A new cart, open and with nothing in it.
    bool openNewCart(const char *name)
    {
        m_session->createCart(QString::fromUtf8(name));
        return QTest::qWaitFor([&] { return cart().name() == QString::fromUtf8(name) && !cart().isLoading(); },
                               patience);
    }
    // The program ends, as when its window is closed; start() is the next one.
    void stop()
    {
        m_session.reset();
        m_engine.reset();
        m_preferences.reset();
    }
    void start()
    {
        m_preferences = std::make_unique<Preferences>(m_profile + QStringLiteral("/app.ini"));
        m_engine = std::make_unique<Engine>(m_clock, m_random);
        m_session = std::make_unique<AppSession>(*m_engine, *m_preferences);
    }

    // Until everything that was asked for is done and its answers are here.
    bool settle()
    {
        bool answered = false;
        m_engine->ask<bool>(
            m_engine.get(), [](EngineRoom &) { return true; }, [&](bool) { answered = true; });
        return QTest::qWaitFor([&] { return answered; }, patience);
    }
    // Runs something on the engine's thread and waits for its answer.
    template <typename T>
    T ask(std::function<T(EngineRoom &)> work)
    {
        std::optional<T> answer;
        m_engine->ask<T>(m_engine.get(), std::move(work), [&](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
            throw std::runtime_error("the engine does not answer");
        return std::move(*answer);
    }

    QString idOf(const char *name)
    {
        for (int row = 0; row < cart().lines()->count(); ++row) {
            if (cart().lines()->line(row).name == name)
                return QString::fromStdString(cart().lines()->line(row).id.toString());
        }
        return {};
    }
    QVariant of(const char *name, int role)
    {
        const auto line = LineId::fromString(idOf(name).toStdString());
        const int row = line ? cart().lines()->rowOf(*line) : -1;
        return row < 0 ? QVariant() : cart().lines()->index(row).data(role);
    }
    QString amount(const char *name) { return of(name, LineModel::AmountRole).toString(); }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < cart().lines()->count(); ++row)
            names << cart().lines()->index(row).data(LineModel::NameRole).toString();
        return names;
    }

    static constexpr int patience = test::patience;

private:
    QTemporaryDir m_directory;
    QString m_profile;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AppSession> m_session;
};

} // namespace evencart::test
