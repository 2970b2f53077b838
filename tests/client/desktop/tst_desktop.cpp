#include "base/systemclock.h"
#include "desktop/desktop.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

// A profile, opened as the program opens it, over a directory that goes away.
class TestDesktop : public QObject
{
    Q_OBJECT

    struct Program
    {
        explicit Program(const QString &directory)
            : preferences(directory + QStringLiteral("/app.ini")), engine(clock, random), session(engine, preferences),
              desktop(session), profile(directory)
        {
        }
        void open() { session.open(profile, QStringLiteral("Ann")); }
        void makeCart()
        {
            QTRY_COMPARE(session.phase(), AppSession::Ready);
            session.createCart(QStringLiteral("Groceries"));
            QTRY_VERIFY(session.cart()->id() && !session.cart()->isLoading());
        }

        SystemClock clock;
        SystemRandom random;
        Preferences preferences;
        Engine engine;
        AppSession session;
        Desktop desktop;
        QString profile;
    };

    QTemporaryDir m_directory;
    std::unique_ptr<Program> m_program;

    QString m_answer;
    int m_answers = 0;
    void take(const LaunchRequest &request)
    {
        m_program->desktop.take(request, [this](const QString &problem) {
            m_answer = problem;
            ++m_answers;
        });
    }
    bool has(const char *name) const
    {
        LineModel &lines = *m_program->session.cart()->lines();
        for (int row = 0; row < lines.count(); ++row) {
            if (lines.line(row).name == name)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(initCrypto().ok());
        qputenv("XDG_STATE_HOME", (m_directory.path() + QStringLiteral("/state")).toUtf8());
    }
    void init()
    {
        const QString directory = m_directory.path() + QLatin1Char('/') + QLatin1String(QTest::currentTestFunction());
        QVERIFY(QDir().mkpath(directory));
        m_program = std::make_unique<Program>(directory);
        m_answers = 0;
    }
    void cleanup() { m_program.reset(); }

    void itemsGoIntoTheOpenCart()
    {
        m_program->open();
        m_program->makeCart();
        LaunchRequest request;
        request.add << QStringLiteral("2x milk") << QStringLiteral("bread");
        take(request);
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer, QString());
        QTRY_VERIFY(has("milk") && has("bread"));
    }

    void whatComesEarlyWaitsForTheProfile()
    {
        LaunchRequest request;
        request.add << QStringLiteral("milk");
        request.page = QStringLiteral("new-cart");
        QSignalSpy newCart(&m_program->desktop, &Desktop::newCartWanted);
        take(request);
        m_program->open();
        QCOMPARE(newCart.count(), 0);
        QCOMPARE(m_answers, 0);
        m_program->makeCart();
        QTRY_COMPARE(newCart.count(), 1);
        QTRY_COMPARE(m_answers, 1);
        QTRY_VERIFY(has("milk"));
    }

    void aProfileThatDoesNotOpenIsTheAnswer()
    {
        QFile damaged(m_program->profile + QStringLiteral("/carts.db"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(8192, 'x'));
        damaged.close();
        LaunchRequest request;
        request.add << QStringLiteral("milk");
        take(request);
        m_program->open();
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer, m_program->session.problem());
        QVERIFY(!m_answer.isEmpty());
    }

    // What fails in the window, or for another start, at the same time was its answer, too.
    void onlyItsOwnFailuresAreTheAnswer()
    {
        m_program->open();
        m_program->makeCart();
        const auto refuse = [](Edit &) -> Result<void> { return Error{ErrorCode::InvalidInput, "No."}; };
        QSignalSpy failed(m_program->session.cart(), &OpenCart::failed);
        m_program->engine.edit(*m_program->session.cart()->id(), QStringLiteral("fail"), refuse);
        LaunchRequest request;
        request.add << QStringLiteral("milk");
        take(request);
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_answer, QString());
        QVERIFY(has("milk"));
    }

    void everyRequestBringsTheWindowForward()
    {
        QSignalSpy wanted(&m_program->desktop, &Desktop::windowWanted);
        LaunchRequest request;
        request.activationToken = QStringLiteral("t");
        take(request);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("t"));
    }

    void whatMakesNoSenseIsSaidAndTheRestIsDone()
    {
        m_program->open();
        m_program->makeCart();
        QSignalSpy join(&m_program->desktop, &Desktop::joinWanted);
        QSignalSpy files(&m_program->desktop, &Desktop::filesOffered);
        LaunchRequest request;
        request.links << QStringLiteral("evencart://nonsense");
        request.files << QStringLiteral("/tmp/list.txt");
        take(request);
        QTRY_VERIFY(!m_answer.isEmpty());
        QCOMPARE(join.count(), 0);
        QCOMPARE(files.count(), 1);
        QCOMPARE(files.front().front().value<QList<QUrl>>(),
                 QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/tmp/list.txt"))});
    }
};

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
