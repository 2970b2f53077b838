#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using evencart::test::patience;

// The program as measuring scripts run it: what it prints and how it ends.
class TestBenchCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString path(const char *name) const { return m_directory->filePath(QString::fromLatin1(name)); }

    static QByteArray addLine(int i)
    {
        return QStringLiteral("{\"t\":\"add\",\"k\":\"key%1\",\"v\":{\"name\":\"Item "
                              "%1\",\"qty\":%2,\"checked\":false,\"category\":\"c\",\"note\":\"\",\"price\":%3}}\n")
            .arg(i)
            .arg(i % 7 + 1)
            .arg(100 + i)
            .toUtf8();
    }

    static QByteArray quantityLine(int i, int quantity)
    {
        return QStringLiteral("{\"t\":\"qty\",\"k\":\"key%1\",\"v\":%2}\n").arg(i).arg(quantity).toUtf8();
    }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    static QJsonObject parsed(const QByteArray &line) { return QJsonDocument::fromJson(line).object(); }

    static QStringList words(const QString &scenario, const QStringList &flags)
    {
        return QStringList{QStringLiteral("bench"), scenario} + flags;
    }

    // Runs a scenario to its end; all of its objects, merged.
    static QJsonObject run(const QString &scenario, const QStringList &flags, int expectedCode = 0)
    {
        QProcess process;
        process.start(QStringLiteral(EVENCARTCTL), words(scenario, flags));
        if (!process.waitForFinished(patience) || process.exitCode() != expectedCode) {
            qWarning() << scenario << process.exitCode() << process.readAllStandardError();
            return {};
        }
        QJsonObject merged;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            const QJsonObject object = parsed(line);
            for (auto entry = object.begin(); entry != object.end(); ++entry)
                merged[entry.key()] = entry.value();
        }
        return merged;
    }

    static QJsonObject nextObject(QProcess &process)
    {
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(patience))
                return {};
        }
        return parsed(process.readLine());
    }

    static QString begin(QProcess &process, const QString &scenario, const QStringList &flags)
    {
        process.start(QStringLiteral(EVENCARTCTL), words(scenario, flags));
        const QJsonObject ready = nextObject(process);
        return ready[QStringLiteral("ready")].toBool() ? QString() : QString::fromUtf8(QJsonDocument(ready).toJson());
    }

    static QJsonObject ask(QProcess &process, const char *line)
    {
        process.write(line);
        return nextObject(process);
    }

    static bool ends(QProcess &process, const char *line)
    {
        process.write(line);
        return process.waitForFinished(patience) && process.exitCode() == 0;
    }

    static QStringList missingIn(const QJsonObject &object, const char *names)
    {
        QStringList missing = QString::fromLatin1(names).split(QLatin1Char(' '));
        missing.removeIf([&](const QString &name) { return object.contains(name); });
        return missing;
    }

    QString startServer(QProcess &server) const
    {
        server.start(QStringLiteral(EVENCARTD),
                     {QStringLiteral("--plain"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                      QStringLiteral("--admin"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"),
                      path("server")});
        return nextObject(server)[QStringLiteral("url")].toString();
    }

    static void stop(QProcess &server)
    {
        server.terminate();
        QVERIFY(server.waitForFinished(patience));
        QCOMPARE(server.exitCode(), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QByteArray base;
        for (int i = 0; i < 20; ++i)
            base += addLine(i);
        write("base", base);
        write("a", quantityLine(0, 50) + quantityLine(2, 51));
        write("b", quantityLine(1, 60) + addLine(100));
        write("merged", base + quantityLine(0, 50) + quantityLine(2, 51) + quantityLine(1, 60) + addLine(100));
    }

    void infoSaysHowTheServerIsStarted()
    {
        const QJsonObject info = run(QStringLiteral("info"), {});
        QCOMPARE(missingIn(info, "versions scenarios thin server"), QStringList());
        QCOMPARE(info[QStringLiteral("scenarios")].toArray().size(), 8);
        QVERIFY(QFile::exists(info[QStringLiteral("server")][QStringLiteral("cmd")][0].toString()));
    }

    void localScenariosAgreeOnTheState()
    {
        const QJsonObject memory = run(QStringLiteral("s1"), {QStringLiteral("--ops"), path("merged"),
                                                              QStringLiteral("--cap"), QStringLiteral("60")});
        QCOMPARE(missingIn(memory, "ops truncated seconds ops_per_s items state rss_kb peak_rss_kb"), QStringList());
        QCOMPARE(memory[QStringLiteral("ops")].toInt(), 24);
        QCOMPARE(memory[QStringLiteral("items")].toInt(), 21);
        QCOMPARE(memory[QStringLiteral("truncated")].toBool(), false);

        const QJsonObject disk =
            run(QStringLiteral("s2"), {QStringLiteral("--ops"), path("merged"), QStringLiteral("--dir"), path("s2"),
                                       QStringLiteral("--cap"), QStringLiteral("60")});
        QCOMPARE(missingIn(disk, "ops seconds items p50_us p99_us max_us disk_bytes durability"), QStringList());
        QCOMPARE(disk[QStringLiteral("state")], memory[QStringLiteral("state")]);

        const QJsonObject merged =
            run(QStringLiteral("s3"), {QStringLiteral("--base"), path("base"), QStringLiteral("--a"), path("a"),
                                       QStringLiteral("--b"), path("b")});
        QCOMPARE(missingIn(merged, "ms bytes messages items"), QStringList());
        QCOMPARE(merged[QStringLiteral("equal")].toBool(), true);
        QCOMPARE(merged[QStringLiteral("state")], memory[QStringLiteral("state")]);

        const QJsonObject saved = run(QStringLiteral("s4prep"),
                                      {QStringLiteral("--ops"), path("merged"), QStringLiteral("--dir"), path("s4")});
        QCOMPARE(saved[QStringLiteral("ok")].toBool(), true);
        const QJsonObject opened = run(QStringLiteral("s4"), {QStringLiteral("--dir"), path("s4")});
        QCOMPARE(missingIn(opened, "ready open_ms total items rss_kb peak_rss_kb"), QStringList());
        QCOMPARE(opened[QStringLiteral("state")], memory[QStringLiteral("state")]);
    }

    void theCapEndsARun()
    {
        const QJsonObject memory = run(QStringLiteral("s1"), {QStringLiteral("--ops"), path("base"),
                                                              QStringLiteral("--cap"), QStringLiteral("0")});
        QCOMPARE(memory[QStringLiteral("ops")].toInt(), 1);
        QCOMPARE(memory[QStringLiteral("truncated")].toBool(), true);
    }

    void whatCannotBeDoneIsAnError()
    {
        QVERIFY(
            run(QStringLiteral("s1"), {QStringLiteral("--ops"), path("nowhere")}, 1).contains(QStringLiteral("error")));
        run(QStringLiteral("s1"), {}, 2);
        run(QStringLiteral("s9"), {}, 2);
    }

    void clientsMeetInACartOfAServer()
    {
        QProcess server;
        const QString url = startServer(server);
        QVERIFY(!url.isEmpty());
        const QStringList there{QStringLiteral("--url"), url, QStringLiteral("--cart"), QStringLiteral("c")};
        const QStringList ops{QStringLiteral("--ops"), path("base")};
        QCOMPARE(run(QStringLiteral("seed"), there + ops)[QStringLiteral("items")].toInt(), 20);

        QProcess joining;
        joining.start(
            QStringLiteral(EVENCARTCTL),
            words(QStringLiteral("join"), there + QStringList{QStringLiteral("--items"), QStringLiteral("20")}));
        QCOMPARE(missingIn(nextObject(joining), "ready ms items state rss_kb peak_rss_kb"), QStringList());
        QVERIFY(ends(joining, "quit\n"));

        QProcess swarm;
        QCOMPARE(begin(swarm, QStringLiteral("swarm"),
                       there + ops + QStringList{QStringLiteral("--full"), QStringLiteral("3")}),
                 QString());
        const QJsonObject rate = ask(swarm, "rate 50 0.2 r0\n");
        QCOMPARE(missingIn(rate, "edits timeout samples_us p50_us p99_us max_us t0 t1"), QStringList());
        QCOMPARE(rate[QStringLiteral("edits")].toInt(), 10);
        QCOMPARE(rate[QStringLiteral("timeout")].toBool(), false);
        QCOMPARE(rate[QStringLiteral("samples_us")].toArray().size(), 30);
        QVERIFY(rate[QStringLiteral("t0")].isString());
        const QJsonObject most = ask(swarm, "max 0.2 10 x0\n");
        QCOMPARE(most[QStringLiteral("timeout")].toBool(), false);
        QVERIFY(most[QStringLiteral("edits")].toInt() > 1);
        QVERIFY(ends(swarm, "quit\n"));

        QProcess wire;
        QCOMPARE(begin(wire, QStringLiteral("wire"),
                       {QStringLiteral("--url-a"), url, QStringLiteral("--url-b"), url, QStringLiteral("--cart"),
                        QStringLiteral("c"), QStringLiteral("--ops"), path("base"), QStringLiteral("--edits"),
                        QStringLiteral("3"), QStringLiteral("--start"), QStringLiteral("900000")}),
                 QString());
        QCOMPARE(ask(wire, "go\n")[QStringLiteral("seen")].toInt(), 3);
        QVERIFY(ends(wire, "end\n"));
        stop(server);
    }

    void aFleetHasAReaderInEveryCart()
    {
        QProcess server;
        const QString url = startServer(server);
        QProcess fleet;
        QCOMPARE(begin(fleet, QStringLiteral("fleet"),
                       {QStringLiteral("--url"), url, QStringLiteral("--carts"), QStringLiteral("3"),
                        QStringLiteral("--ops"), path("base")}),
                 QString());
        const QJsonObject rate = ask(fleet, "rate 30 0.2 r0\n");
        QCOMPARE(rate[QStringLiteral("samples_us")].toArray().size(), 6);
        QVERIFY(ends(fleet, "quit\n"));
        stop(server);
    }
};

QTEST_GUILESS_MAIN(TestBenchCommand)
#include "tst_benchcommand.moc"
