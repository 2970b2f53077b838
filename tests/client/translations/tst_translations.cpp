#include "model/wording.h"
#include "translations/translations.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <map>

using namespace evencart;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment; // tells apart what has the same source
    bool plural = false;
    bool finished = true;
    QStringList texts; // one, or a form for each number

    QString key() const { return context + QStringLiteral(" | ") + source + QStringLiteral(" | ") + comment; }
};

QString fileOf(const QString &language)
{
    return QStringLiteral(EVENCART_CLIENT "/translations/evencart_%1.ts").arg(language);
}

void readMessage(QXmlStreamReader &xml, Message &message)
{
    message.plural = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!message.plural) {
                message.texts << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.texts << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
}

std::map<QString, Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    std::map<QString, Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("name"))
            context = xml.readElementText();
        else if (xml.name() == QStringLiteral("message")) {
            Message message;
            message.context = context;
            readMessage(xml, message);
            messages[message.key()] = message;
        }
    }
    return messages;
}

// "%1", "%L2", "%n", in order.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?\\d+|L?n)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

QString translated(const char *context, const char *source, int n = -1)
{
    return QCoreApplication::translate(context, source, nullptr, n);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsFinished_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English plurals") << QStringLiteral("en");
    }
    void everyMessageIsFinished()
    {
        QFETCH(QString, language);
        const auto messages = messagesOf(fileOf(language));
        QVERIFY(messages.size() > 40);
        QStringList wrong;
        for (const auto &[key, message] : messages) {
            const qsizetype forms = message.plural ? 2 : 1;
            if (!message.finished || message.texts.size() != forms || message.texts.contains(QString()))
                wrong << key;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void placeholdersAgree_data() { everyMessageIsFinished_data(); }
    void placeholdersAgree()
    {
        QFETCH(QString, language);
        QStringList wrong;
        for (const auto &[key, message] : messagesOf(fileOf(language))) {
            for (qsizetype form = 0; form < message.texts.size(); ++form) {
                QStringList wanted = placeholders(message.source);
                const QStringList found = placeholders(message.texts[form]);
                if (message.plural && form == 0 && !found.contains(QStringLiteral("%n")))
                    wanted.removeAll(QStringLiteral("%n")); // "every day"
                if (found != wanted)
                    wrong << message.texts[form];
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    // What people see was once written and never brought into the files: they saw "Add 0 item(s)".
    void nothingIsMissing_data() { everyMessageIsFinished_data(); }
    void nothingIsMissing()
    {
        QFETCH(QString, language);
        const QTemporaryDir directory;
        const QString copy = directory.filePath(QStringLiteral("evencart_%1.ts").arg(language));
        QVERIFY(QFile::copy(fileOf(language), copy));
        QStringList arguments{QStringLiteral("-silent"),      QStringLiteral("-no-obsolete"),
                              QStringLiteral("-locations"),   QStringLiteral("none"),
                              QStringLiteral("-extensions"),  QStringLiteral("cpp,h,qml"),
                              QStringLiteral(EVENCART_CLIENT)};
        if (language == QStringLiteral("en"))
            arguments << QStringLiteral("-pluralonly");
        QCOMPARE(QProcess::execute(QStringLiteral(LUPDATE), arguments << QStringLiteral("-ts") << copy), 0);

        const auto kept = messagesOf(fileOf(language));
        const auto found = messagesOf(copy);
        QVERIFY(!found.empty());
        QStringList news, old; // `cmake --build --preset dev --target update_translations`, then translate
        for (const auto &[key, message] : found) {
            if (!kept.contains(key))
                news << key;
        }
        for (const auto &[key, message] : kept) {
            if (!found.contains(key))
                old << key;
        }
        QVERIFY2(news.isEmpty(), qPrintable(news.join(QLatin1Char('\n'))));
        QVERIFY2(old.isEmpty(), qPrintable(old.join(QLatin1Char('\n'))));
    }

    void everyLanguageHasItsName()
    {
        QCOMPARE(Translations::languages(), (QStringList{QStringLiteral("de"), QStringLiteral("en")}));
        QCOMPARE(Translations::nameOf(QStringLiteral("de")), QStringLiteral("Deutsch"));
        QCOMPARE(Translations::nameOf(QStringLiteral("en")), QStringLiteral("English"));
    }

    void englishCounts()
    {
        Translations translations;
        translations.use(QStringLiteral("en"));
        QCOMPARE(translated("TemplatesDialog", "%n item(s)", 1), QStringLiteral("1 item"));
        QCOMPARE(translated("TemplatesDialog", "%n item(s)", 2), QStringLiteral("2 items"));
        QCOMPARE(translated("PasteSheet", "Add %n item(s)", 0), QStringLiteral("Add 0 items"));
        QCOMPARE(wording::amount(1000, "bunch"), QStringLiteral("1\u00a0bunch"));
        QCOMPARE(wording::amount(3000, "bunch"), QStringLiteral("3\u00a0bunches"));
        QCOMPARE(translated("Sidebar", "Settings"), QStringLiteral("Settings"));
    }

    void germanIsGerman()
    {
        Translations translations;
        translations.use(QStringLiteral("de"));
        QCOMPARE(translated("Sidebar", "Settings"), QStringLiteral("Einstellungen"));
        QCOMPARE(translated("MemberEntry", "%n device(s)", 1), QStringLiteral("1 Gerät"));
        QCOMPARE(translated("MemberEntry", "%n device(s)", 3), QStringLiteral("3 Geräte"));
        QCOMPARE(wording::ago(0, QDateTime::currentDateTime()), QStringLiteral("nie"));
        QCOMPARE(wording::amount(1500, "kg"), QStringLiteral("1,5\u00a0kg"));
        QCOMPARE(wording::amount(1000, "bottle"), QStringLiteral("1\u00a0Flasche"));
        QCOMPARE(wording::amount(6000, "bottle"), QStringLiteral("6\u00a0Flaschen"));
        QCOMPARE(wording::amount(500, "bottle"), QStringLiteral("0,5\u00a0Flaschen"));
        QCOMPARE(wording::money({"EUR", 199}), QStringLiteral("1,99\u00a0€"));
        QCOMPARE(QLocale().toString(QDate(2026, 3, 7), QStringLiteral("dddd, d. MMMM")),
                 QStringLiteral("Samstag, 7. März"));
    }

    void switchesAndEnds()
    {
        {
            Translations translations;
            translations.use(QStringLiteral("de"));
            translations.use(QStringLiteral("en"));
            QCOMPARE(translated("Sidebar", "Settings"), QStringLiteral("Settings"));
            QCOMPARE(wording::amount(1500, "kg"), QStringLiteral("1.5\u00a0kg"));
            translations.use(QStringLiteral("de"));
            QCOMPARE(translated("Sidebar", "Settings"), QStringLiteral("Einstellungen"));
        }
        QCOMPARE(translated("Sidebar", "Settings"), QStringLiteral("Settings"));
    }

    void findsTheLanguage_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *name, const char *chosen, const char *wanted, const char *language) {
            QTest::newRow(name) << QString::fromLatin1(chosen) << QString::fromLatin1(wanted)
                                << QString::fromLatin1(language);
        };
        row("chosen", "de", "en-US", "de");
        row("the system's", "", "de-AT de en", "de");
        row("the first that there is", "", "fr-FR fr de-DE", "de");
        row("none that there is", "", "fr-FR fr", "en");
        row("of no country", "", "C", "en");
        row("chosen in a later version", "fr", "de-DE", "de");
    }
    void findsTheLanguage()
    {
        QFETCH(QString, chosen);
        QFETCH(QString, wanted);
        QTEST(Translations::languageFor(chosen, wanted.split(QLatin1Char(' '))), "language");
    }

    void keepsTheFormatsOfTheSystem_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("formats");
        const auto row = [](const char *name, const char *chosen, const char *system, const char *formats) {
            QTest::newRow(name) << QString::fromLatin1(chosen) << QString::fromLatin1(system)
                                << QString::fromLatin1(formats);
        };
        row("nothing chosen", "", "fr_FR", "fr_FR");
        row("the same language", "de", "de_AT", "de_AT");
        row("spoken in that country", "en", "de_DE", "en_DE");
        row("not spoken there", "de", "en_IE", "de_DE");
        row("damaged settings", "?", "en_IE", "en_IE");
    }
    void keepsTheFormatsOfTheSystem()
    {
        QFETCH(QString, chosen);
        QFETCH(QString, system);
        QFETCH(QString, formats);
        QCOMPARE(Translations::formatsFor(chosen, QLocale(system)).name(), formats);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
