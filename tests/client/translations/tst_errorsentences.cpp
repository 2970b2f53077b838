#include "crdt/delta.h"
#include "identity/invitelink.h"
#include "portability/csv.h"
#include "profile/keyfile.h"
#include "sharing/serveraddress.h"
#include "sqlite/database.h"
#include "support/seededrandom.h"
#include "text/money.h"
#include "text/quickadd.h"
#include "translations/errorforms.h"
#include "translations/errorsentences.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

namespace {

struct Table
{
    const char *context;
    std::span<const ErrorForm> forms;
};

const Table tables[] = {{"Error", errorForms()}, {"Error", serverErrorForms()}, {"ErrorDetail", errorDetails()}};

// A detail that is in the list, and data with what must not be taken for an argument.
const QString knownDetail = QStringLiteral("it is too long");
const QString knownDetailInGerman = QStringLiteral("Er ist zu lang");

int countOf(const QString &form)
{
    return static_cast<int>(form.count(QLatin1Char('%')));
}

QString dataFor(int argument)
{
    return QStringLiteral("/Zoë’s %2/") + QString::number(argument);
}

QString filled(const QString &form, int said, const QString &detail)
{
    QString text;
    for (const QChar letter : form)
        text += letter == QLatin1Char('%') ? QChar(1) : letter;
    for (int i = 1; i <= countOf(form); ++i)
        text.replace(QChar(1) + QString::number(i), i == said ? detail : dataFor(i));
    return text;
}

Error errorOf(const QString &english)
{
    return {ErrorCode::Io, english.toStdString()};
}

template <typename T>
Error must(const Result<T> &result)
{
    return result ? Error{ErrorCode::Io, {}} : result.error();
}

void sentences()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QString>("english");
    QTest::addColumn<int>("said");
    for (const Table &table : tables) {
        for (const ErrorForm &form : table.forms)
            QTest::newRow(form.english) << QByteArray(table.context) << QString::fromLatin1(form.english) << form.said;
    }
}

} // namespace

class TestErrorSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsAreWellMade_data() { sentences(); }
    void formsAreWellMade()
    {
        QFETCH(QString, english);
        QFETCH(int, said);
        QVERIFY(!english.contains(QRegularExpression(QStringLiteral("%\\d%|%\\D|%$"))));
        for (int i = 1, from = 0; i <= countOf(english); ++i) { // each once, in order
            from = static_cast<int>(english.indexOf(QLatin1Char('%'), from)) + 1;
            QCOMPARE(english[from].digitValue(), i);
        }
        QVERIFY(said >= 0 && said <= countOf(english));
    }

    void eachIsGerman_data() { sentences(); }
    void eachIsGerman()
    {
        QFETCH(QByteArray, context);
        QFETCH(QString, english);
        QFETCH(int, said);
        Translations translations;
        translations.use(QStringLiteral("de"));
        const QString german = QCoreApplication::translate(context.constData(), english.toLatin1().constData());
        QVERIFY(german != english);
        const QString text = filled(english, said, knownDetail);
        const QString shown = context == "Error" ? errorSentence(errorOf(text)) : errorPlace(text.toStdString());
        QCOMPARE(shown, filled(german, said, knownDetailInGerman));
    }

    void englishStaysAsItIs_data() { sentences(); }
    void englishStaysAsItIs()
    {
        QFETCH(QString, english);
        QFETCH(int, said);
        const QString text = filled(english, said, knownDetail);
        Translations translations;
        for (const char *language : {"", "en"}) {
            if (*language)
                translations.use(QLatin1String(language));
            QCOMPARE(errorSentence(errorOf(text)), text);
            QCOMPARE(errorPlace(text.toStdString()), text);
        }
    }

    void whatIsNotKnownSaysWhatItIsAbout_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        const auto row = [](ErrorCode code, const char *word) {
            QTest::newRow(errorName(code)) << static_cast<int>(code) << QString::fromUtf8(word);
        };
        row(ErrorCode::InvalidInput, "Angabe");
        row(ErrorCode::NotFound, "Gesuchte");
        row(ErrorCode::Ambiguous, "mehrere");
        row(ErrorCode::Refused, "abgelehnt");
        row(ErrorCode::Unreachable, "nicht erreichbar");
        row(ErrorCode::Untrusted, "vertraut");
        row(ErrorCode::Corrupt, "beschädigt");
        row(ErrorCode::TooNew, "neueren Version");
        row(ErrorCode::UpdateNeeded, "neuere Version");
        row(ErrorCode::InUse, "anderen Programm");
        row(ErrorCode::Io, "lesen oder schreiben");
        row(ErrorCode::Limit, "größer");
    }
    void whatIsNotKnownSaysWhatItIsAbout()
    {
        QFETCH(int, code);
        QFETCH(QString, word);
        const Error error{static_cast<ErrorCode>(code), "The moon of Zoë is 100% %1 away."};
        const QString english = QString::fromStdString(error.message);
        QCOMPARE(errorSentence(error), english);
        Translations translations;
        translations.use(QStringLiteral("de"));
        const QString shown = errorSentence(error);
        QVERIFY2(shown.contains(word) && shown.endsWith(english) && shown != english, qPrintable(shown));
        translations.use(QStringLiteral("en"));
        QCOMPARE(errorSentence(error), english);
    }

    void whatTheLibrariesSay_data()
    {
        QTest::addColumn<QString>("english"); // as it comes from there
        QTest::addColumn<QString>("german");
        const auto row = [](const char *name, const Error &error, const QString &german) {
            QTest::newRow(name) << QString::fromStdString(error.message) << german;
        };
        const QString folder = m_directory.path();
        const std::string missing = (folder + QStringLiteral("/gone/evencart.db")).toStdString();
        row("a database", must(sqlite::Database::open(missing, sqlite::Database::Mode::Create)),
            QStringLiteral("%1 lässt sich nicht öffnen: Sieh nach, ob es den Ordner gibt und welche Rechte er hat "
                           "(SQLite: unable to open database file).")
                .arg(QString::fromStdString(missing)));
        row("keys", damagedKeys(folder),
            QStringLiteral("Die Schlüssel in %1/keys lassen sich nicht verwenden: Die Schlüsseldatei ist beschädigt; "
                           "hol sie aus einer Sicherung zurück.")
                .arg(folder));
        row("a link of another kind", must(parseInviteLink("https://example.org")),
            QStringLiteral("Das ist kein Einladungslink: Er sollte mit evencart:// anfangen."));
        row("half a link", must(parseInviteLink("evencart://cart.example.org:8787/AbC")),
            QStringLiteral(
                "Dieser Einladungslink ist unvollständig oder vertippt; kopiere den ganzen Link noch einmal."));
        row("an address", must(readServerUrl("ftp://x")),
            QStringLiteral("„ftp://x“ ist keine Serveradresse; schreib sie wie wss://cart.example.org:8787."));
        row("a fingerprint", must(readFingerprint("abc")),
            QStringLiteral("Das ist kein Fingerabdruck: Er hat 64 hexadezimale Ziffern. Der Server zeigt ihn beim "
                           "Start."));
        row("a price", must(parseMoney("1.99 ABCD")),
            QStringLiteral(
                "Eine Währung „ABCD“ gibt es nicht: Nimm ein Kürzel aus drei Buchstaben, zum Beispiel EUR."));
        row("an item", must(parseQuickAdd("milk #dairy #cold")),
            QStringLiteral("Ein Artikel hat eine Kategorie: Setz „#cold“ in Anführungszeichen, wenn es zum Namen "
                           "gehört."));
        row("a line of a list", must(parsePastedList("bread\nmilk #dairy #cold").back()),
            QStringLiteral("Zeile 2: Ein Artikel hat eine Kategorie: Setz „#cold“ in Anführungszeichen, wenn es zum "
                           "Namen gehört."));
        row("a table", must(csv::read("name\n\"milk")),
            QStringLiteral("Zeile 2: Ein Anführungszeichen wird nicht geschlossen."));
        row("a change", must(decodeDelta("?")), QStringLiteral("Diese Änderung ist beschädigt: Ihr fehlt der Kopf."));
    }
    void whatTheLibrariesSay()
    {
        QFETCH(QString, english);
        QFETCH(QString, german);
        QVERIFY(!english.isEmpty());
        QCOMPARE(errorSentence(errorOf(english)), english);
        Translations translations;
        translations.use(QStringLiteral("de"));
        QCOMPARE(errorSentence(errorOf(english)), german);
    }

    // Of a later server, or of Qt.
    void anUnknownDetailStaysInItsSentence()
    {
        Translations translations;
        translations.use(QStringLiteral("de"));
        QCOMPARE(errorSentence({ErrorCode::Corrupt, "The server does not keep to the protocol: it sings."}),
                 QStringLiteral("Der Server hält sich nicht an das Protokoll: it sings."));
        QCOMPARE(errorSentence({ErrorCode::Unreachable, "The server wss://a:1 cannot be reached: Host not found."}),
                 QStringLiteral("Der Server wss://a:1 ist nicht erreichbar: Host not found."));
    }

    // A server says what it likes: this one would have us follow its sentences until the stack ends.
    void sentencesInSentencesAreFollowedForAWhile()
    {
        Translations translations;
        translations.use(QStringLiteral("de"));
        QString english = QStringLiteral("The quantity is none.");
        for (int i = 0; i < 20000; ++i)
            english.prepend(QStringLiteral("Line 1: "));
        const QString shown = errorSentence(errorOf(english));
        QVERIFY(shown.startsWith(QStringLiteral("Zeile 1: Zeile 1: ")));
        QVERIFY(shown.endsWith(QStringLiteral("Line 1: The quantity is none.")));
    }

    void nothingStaysNothing()
    {
        Translations translations;
        translations.use(QStringLiteral("de"));
        QCOMPARE(errorSentence({ErrorCode::Refused, {}}), QString());
        QCOMPARE(errorPlace({}), QString());
        QCOMPARE(errorPlace("line 12"), QStringLiteral("Zeile 12"));
        QCOMPARE(errorPlace("somewhere"), QStringLiteral("somewhere"));
    }

private:
    static Error damagedKeys(const QString &folder)
    {
        QFile file(folder + QStringLiteral("/keys"));
        if (!file.open(QIODevice::WriteOnly) || file.write("nonsense") < 0)
            return {ErrorCode::Io, {}};
        file.close();
        test::SeededRandom random(1);
        return must(KeyFile(folder, nullptr).open(random));
    }

    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestErrorSentences)
#include "tst_errorsentences.moc"
