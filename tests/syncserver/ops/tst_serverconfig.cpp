#include "ops/serverconfig.h"

#include "ops/configvalues.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::ops;
using namespace std::chrono_literals;

using Arguments = std::vector<std::string>;

class TestServerConfig : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Environment m_home{{"HOME", "/home/ann"}};

    std::string file(const QByteArray &content, const QString &name = QStringLiteral("evencartd.toml"))
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            return "cannot write";
        return path.toStdString();
    }

    static QByteArray resource(const char *name)
    {
        QFile in(QStringLiteral(EVENCART_SOURCE "/") + QLatin1String(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void runsWithoutAnySetting()
    {
        const auto parsed = readConfig({}, m_home);
        QVERIFY(parsed.ok());
        const ServerConfig &config = parsed->config;
        QCOMPARE(config.dataDirectory, std::string("/home/ann/.local/state/evencart"));
        QCOMPARE(config.storeDirectory(), std::string("/home/ann/.local/state/evencart"));
        QVERIFY(config.listen == (Endpoint{QHostAddress(QHostAddress::AnyIPv4), 8787}));
        QVERIFY(config.admin == (Endpoint{QHostAddress(QHostAddress::LocalHost), 8788}));
        QVERIFY(!config.isPlain);
        QCOMPARE(config.workers, 8);
    }

    void findsTheDataDirectory_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a service") << "/var/lib/evencart"
                                   << "/x"
                                   << "/var/lib/evencart";
        QTest::newRow("a service with two") << "/var/lib/evencart:/var/lib/other"
                                            << ""
                                            << "/var/lib/evencart";
        QTest::newRow("a user's state home") << ""
                                             << "/home/ann/state"
                                             << "/home/ann/state/evencart";
        QTest::newRow("a relative state home counts as none") << ""
                                                              << "state"
                                                              << "/home/ann/.local/state/evencart";
    }
    void findsTheDataDirectory()
    {
        QFETCH(QString, service);
        QFETCH(QString, state);
        QFETCH(QString, expected);
        Environment environment = m_home;
        environment["STATE_DIRECTORY"] = service.toStdString();
        environment["XDG_STATE_HOME"] = state.toStdString();
        QCOMPARE(defaultDataDirectory(environment), expected.toStdString());
    }
    void keepsItsTokenOutsideOfTheDataDirectory()
    {
        Environment environment = m_home;
        QCOMPARE(readConfig({}, environment)->config.incarnationDirectory,
                 std::string("/home/ann/.local/state/evencartd/incarnations"));
        environment["XDG_STATE_HOME"] = "/home/ann/state";
        QCOMPARE(incarnationDirectory(environment), std::string("/home/ann/state/evencartd/incarnations"));
        environment["CACHE_DIRECTORY"] = "/var/cache/evencart:/var/cache/other";
        QCOMPARE(incarnationDirectory(environment), std::string("/var/cache/evencart/incarnations"));
    }

    void optionBeatsVariableBeatsFile()
    {
        const std::string path = file("workers = 2\nlog-level = \"error\"\ndata = \"/from/file\"\n");
        Environment environment = m_home;
        environment["EVENCARTD_WORKERS"] = "3";
        environment["EVENCARTD_LOG_LEVEL"] = "warning";
        const auto parsed = readConfig({"--config", path, "--workers", "4"}, environment);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().message.c_str());
        QCOMPARE(parsed->config.workers, 4);
        QCOMPARE(parsed->config.logLevel, LogLevel::Warning);
        QCOMPARE(parsed->config.dataDirectory, std::string("/from/file"));
    }

    void theFileMayBeNamedByAVariable()
    {
        Environment environment = m_home;
        environment["EVENCARTD_CONFIG"] = file("workers = 5\n");
        QCOMPARE(readConfig({}, environment)->config.workers, 5);
    }

    void everySettingIsReadInEveryForm()
    {
        const auto parsed =
            readConfig({"--listen=[::1]:0", "--plain", "--admin", "localhost:9000", "--store", "sqlite:/d",
                        "--allow-origin", "https://a.example,https://b.example", "--log-format=json", "--limit-message",
                        "2MiB", "--limit-slow-reader-time=250ms", "--limit-bytes-per-second=1MiB",
                        "--limit-connections", "10", "--insecure=off"},
                       m_home);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().message.c_str());
        const ServerConfig &config = parsed->config;
        QVERIFY(config.listen == (Endpoint{QHostAddress(QHostAddress::LocalHostIPv6), 0}));
        QVERIFY(config.isPlain && !config.isInsecure);
        QCOMPARE(config.admin.port, quint16(9000));
        QCOMPARE(config.storeDirectory(), std::string("/d"));
        QCOMPARE(config.allowedOrigins.size(), std::size_t(2));
        QCOMPARE(config.logFormat, LogFormat::Json);
        QCOMPARE(config.limits.messageBytes, std::int64_t(2 * 1024 * 1024));
        QVERIFY(config.limits.slowReaderDeadline == 250ms);
        QCOMPARE(config.limits.bytesPerSecond, 1024.0 * 1024.0);
        QCOMPARE(config.limits.connections, 10);
    }

    void listsMayBeTomlArrays()
    {
        const auto parsed =
            readConfig({"--config", file("allow-origin = [\"https://a.example\", \"https://b.example\"]\n")}, m_home);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->config.allowedOrigins.at(1), std::string("https://b.example"));
    }

    void theFileMayBeIni_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("by its name") << "evencartd.ini";
        QTest::newRow("by its content") << "evencartd.conf";
    }
    void theFileMayBeIni()
    {
        QFETCH(QString, name);
        const std::string path =
            file("\xef\xbb\xbf; the family's\r\n[evencartd]\r\n\r\n# twice a comment\nlisten=127.0.0.1:0\n"
                 "  plain = yes\ndata = \"/with a space\"\n"
                 "allow-origin = https://a.example, https://b.example\nlimit-message=2MiB",
                 name);
        const auto parsed = readConfig({"--config", path}, m_home);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().message.c_str());
        QVERIFY(parsed->config.listen == (Endpoint{QHostAddress(QHostAddress::LocalHost), 0}));
        QVERIFY(parsed->config.isPlain);
        QCOMPARE(parsed->config.dataDirectory, std::string("/with a space"));
        QCOMPARE(parsed->config.allowedOrigins.at(1), std::string("https://b.example"));
        QCOMPARE(parsed->config.limits.messageBytes, std::int64_t(2 * 1024 * 1024));
    }

    void aFileOfAnyNameMayBeToml()
    {
        const auto parsed = readConfig(
            {"--config", file("workers = 7 # as many\nlog-level = 'error'\n", QStringLiteral("evencartd.conf"))},
            m_home);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->config.workers, 7);
        QCOMPARE(parsed->config.logLevel, LogLevel::Error);
    }

    void helpAndVersionComeBeforeAnythingElse()
    {
        QCOMPARE(readConfig({"--help"}, {{"EVENCARTD_NONSENSE", "1"}})->action, ConfigAction::ShowHelp);
        QCOMPARE(readConfig({"--version"}, m_home)->action, ConfigAction::ShowVersion);
        for (const std::string &name : configOptionNames())
            QVERIFY2(configHelp().find("--" + name) != std::string::npos, name.c_str());
    }

    void refusesWrongUse_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char *name, const Arguments &arguments, const char *mentions) {
            QTest::newRow(name) << arguments << QString::fromLatin1(mentions);
        };
        row("an unknown option", {"--lisen", "127.0.0.1:1"}, "--lisen");
        row("a stray word", {"start"}, "start");
        row("a missing value", {"--data"}, "--data needs a value");
        row("an empty value", {"--data="}, "not empty");
        row("an address without a port", {"--listen", "127.0.0.1"}, "--listen");
        row("a name instead of an address", {"--listen", "example.org:80"}, "--listen");
        row("IPv6 without brackets", {"--listen", "::1:8787"}, "brackets");
        row("a port too large", {"--listen", "127.0.0.1:65536"}, "65535");
        row("a negative port", {"--admin", "127.0.0.1:-1"}, "--admin");
        row("a port with a tail", {"--admin", "127.0.0.1:80x"}, "--admin");
        row("no workers", {"--workers", "0"}, "from 1 to 64");
        row("a fraction of a worker", {"--workers", "1.5"}, "whole number");
        row("a flag that is neither", {"--plain=maybe"}, "true or false");
        row("a size with an unknown unit", {"--limit-message", "1MB"}, "1GiB");
        row("a size below what a delta needs", {"--limit-message", "1KiB"}, "65536");
        row("a size that overflows", {"--limit-pending-output", "99999999999GiB"}, "--limit-pending-output");
        row("a time without a unit", {"--limit-silence", "45"}, "45");
        row("a time too long", {"--limit-silence", "2h"}, "one hour");
        row("a negative count", {"--limit-connections", "-5"}, "--limit-connections");
        row("an unknown log level", {"--log-level", "loud"}, "debug, info");
        row("an unknown log format", {"--log-format", "xml"}, "json");
        row("an origin without a scheme", {"--allow-origin", "cart.example.org"}, "https://");
        row("plain off loopback", {"--plain"}, "--insecure");
        row("a certificate without its key", {"--tls-certificate", "a.pem"}, "--tls-key");
        row("a key without its certificate", {"--tls-key", "a.pem"}, "--tls-certificate");
        row("a certificate for nothing", {"--plain", "--insecure", "--tls-certificate", "a.pem", "--tls-key", "b.pem"},
            "--plain");
        row("a store of another kind", {"--plain", "--insecure", "--store", "postgres://db/carts"}, "sqlite:DIR");
        row("a store without a folder", {"--plain", "--insecure", "--store", "sqlite:"}, "sqlite:DIR");
        row("one address for both", {"--listen", "127.0.0.1:80", "--admin", "127.0.0.1:80"}, "--admin");
        row("a file that is not there", {"--config", "/nowhere/evencartd.toml"}, "/nowhere/evencartd.toml");
    }
    void refusesWrongUse()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, mentions);
        const auto parsed = readConfig(arguments, m_home);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
        QVERIFY2(parsed.error().message.find(mentions.toStdString()) != std::string::npos,
                 parsed.error().message.c_str());
    }

    void refusesABadFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("mentions");
        const QString toml = QStringLiteral("evencartd.toml");
        const QString ini = QStringLiteral("evencartd.ini");
        const QString other = QStringLiteral("evencartd.conf");
        QTest::newRow("not TOML") << toml << QByteArray("workers = 2\nlisten 127.0.0.1\n") << "line 2";
        QTest::newRow("INI by the name of TOML") << toml << QByteArray("listen = 127.0.0.1:0\n") << "line 1";
        QTest::newRow("an unknown key") << toml << QByteArray("\nworkrs = 2\n") << "line 2, workrs";
        QTest::newRow("a bad value") << toml << QByteArray("workers = 0\n") << "line 1, workers";
        QTest::newRow("a table") << toml << QByteArray("[limits]\nmessage = 1\n") << "limits";
        QTest::newRow("a fraction") << toml << QByteArray("workers = 2.5\n") << "workers";
        QTest::newRow("a key twice") << toml << QByteArray("workers = 2\nworkers = 3\n") << "line 2";
        QTest::newRow("too large") << toml << QByteArray(2 * 1024 * 1024, '#') << "too large";
        QTest::newRow("INI without a value") << ini << QByteArray("workers = 2\nplain\n") << "line 2: a setting";
        QTest::newRow("INI without a name") << ini << QByteArray("= 2\n") << "line 1: a setting";
        QTest::newRow("an unknown key of INI") << ini << QByteArray("\nworkrs=2\n") << "line 2, workrs";
        QTest::newRow("a bad value of INI") << ini << QByteArray("listen=nowhere\n") << "line 1, listen";
        QTest::newRow("a key of INI twice") << ini << QByteArray("workers=2\nworkers=3\n") << "line 2: workers";
        QTest::newRow("a section of something else") << ini << QByteArray("[limits]\nmessage=1\n") << "line 1";
        QTest::newRow("a section below") << ini << QByteArray("workers=2\n[evencartd]\n") << "line 2";
        QTest::newRow("a mistake in either reading")
            << other << QByteArray("plain = true # yes\nworkers = 2x\n") << "as TOML: ";
        QTest::newRow("neither") << other << QByteArray("workers = 2\nwhat is this?\n") << "line 2";
    }
    void refusesABadFile()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, mentions);
        const auto parsed = readConfig({"--config", file(content, name)}, m_home);
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().message.find(mentions.toStdString()) != std::string::npos,
                 parsed.error().message.c_str());
    }

    void refusesABadVariable()
    {
        Environment environment = m_home;
        environment["EVENCARTD_WORKERS"] = "many";
        auto parsed = readConfig({}, environment);
        QVERIFY(!parsed.ok());
        QVERIFY(parsed.error().message.starts_with("EVENCARTD_WORKERS"));
        parsed = readConfig({}, {{"EVENCARTD_WROKERS", "3"}});
        QVERIFY(!parsed.ok());
        QVERIFY(parsed.error().message.find("EVENCARTD_WROKERS") != std::string::npos);
    }

    void theSampleParsesAsItIsAndWithEveryLineSwitchedOn()
    {
        const QByteArray sample = resource("resources/evencartd.toml");
        QVERIFY(!sample.isEmpty());
        QVERIFY(readConfig({"--config", file(sample)}, m_home).ok());

        static const QRegularExpression setting(QStringLiteral("^# ([a-z-]+ = )"), QRegularExpression::MultilineOption);
        QString all = QString::fromUtf8(sample);
        all.replace(setting, QStringLiteral("\\1"));
        const auto parsed = readConfig({"--config", file(all.toUtf8())}, m_home);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().message.c_str());

        // What the sample calls the default is the default.
        const auto plain = readConfig({}, m_home);
        QCOMPARE(parsed->config.limits.messageBytes, plain->config.limits.messageBytes);
        QCOMPARE(parsed->config.limits.byteBurst, plain->config.limits.byteBurst);
        QVERIFY(parsed->config.limits.deadAfter == plain->config.limits.deadAfter);
        QVERIFY(parsed->config.listen == plain->config.listen && parsed->config.admin == plain->config.admin);
    }

    void sampleAndManPageNameEverySetting()
    {
        const QByteArray sample = resource("resources/evencartd.toml");
        const QByteArray manual = resource("docs/man/evencartd.8").replace(QByteArray("\\-"), QByteArray("-"));
        for (const std::string &name : configOptionNames()) {
            const QByteArray text = QByteArray::fromStdString(name);
            QVERIFY2(name == "config" || sample.contains("\n# " + text + " = "), name.c_str());
            QVERIFY2(manual.contains("--" + text), name.c_str());
        }
    }

    void valuesAreReadWholeOrNotAtAll()
    {
        QCOMPARE(*parseBytes("64KiB"), std::int64_t(65536));
        QVERIFY(!parseBytes("") && !parseBytes("KiB") && !parseBytes("1 KiB") && !parseBytes("-1"));
        QVERIFY(*parseDuration("2m") == 120s);
        QVERIFY(!parseDuration("s") && !parseDuration("1d") && !parseDuration("1.5s"));
        QVERIFY(!parseCount("0x10") && !parseCount("+1") && !parseCount(" 1"));
        QVERIFY(!parseEndpoint(":80") && !parseEndpoint("[]:80") && !parseEndpoint("127.0.0.1:"));
    }
};

QTEST_GUILESS_MAIN(TestServerConfig)
#include "tst_serverconfig.moc"
