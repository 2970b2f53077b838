#include "bench/benchcommand.h"

#include "bench/figures.h"
#include "bench/livescenarios.h"
#include "bench/localscenarios.h"
#include "identity/keypair.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <functional>
#include <optional>

namespace evencart::bench {

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongUse = 2;
constexpr double defaultCapSeconds = 60;

class Flags
{
public:
    // Pairs of "--name" and value; nullopt where they are not.
    static std::optional<Flags> read(const QStringList &words)
    {
        Flags flags;
        for (qsizetype i = 0; i < words.size(); i += 2) {
            if (!words[i].startsWith(QStringLiteral("--")) || i + 1 == words.size())
                return std::nullopt;
            flags.m_values[words[i].mid(2)] = words[i + 1];
        }
        return flags;
    }

    bool has(const QString &name) const { return m_values.contains(name); }
    QString text(const char *name) const { return m_values.value(QString::fromLatin1(name)); }
    QUrl url(const char *name) const { return QUrl(text(name)); }
    std::size_t count(const char *name) const { return text(name).toULongLong(); }
    double seconds(const char *name) const { return has(QString::fromLatin1(name)) ? text(name).toDouble() : defaultCapSeconds; }

private:
    QMap<QString, QString> m_values;
};

struct Scenario
{
    QString name;
    QStringList flags;
    QString summary;
    std::function<Result<void>(const Flags &)> run;
};

Result<void> printInfo()
{
    const QString server = QCoreApplication::applicationDirPath() + QStringLiteral("/evencartd");
    const QJsonArray command{server, QStringLiteral("--plain"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:{port}"),
                             QStringLiteral("--data"), QStringLiteral("{dir}")};
    QJsonArray scenarios;
    for (int i = 1; i <= 8; ++i)
        scenarios.append(QStringLiteral("S%1").arg(i));
    print({{QStringLiteral("versions"), QJsonObject{{QStringLiteral("ours"), QStringLiteral(EVENCART_VERSION)}}},
           {QStringLiteral("scenarios"), scenarios},
           {QStringLiteral("thin"), false},
           {QStringLiteral("server"), QJsonObject{{QStringLiteral("cmd"), command}, {QStringLiteral("env"), QJsonObject()}}}});
    return {};
}

Result<void> runWire(const Flags &flags)
{
    return wireCost({flags.url("url-a"), flags.url("url-b"), flags.text("cart"), flags.text("ops"), flags.text("edits").toInt(),
                     flags.text("start").toLongLong()});
}

Scenario scenario(const char *name, const char *flags, const char *summary, std::function<Result<void>(const Flags &)> run)
{
    return {QString::fromLatin1(name), QString::fromLatin1(flags).split(QLatin1Char(' '), Qt::SkipEmptyParts), QString::fromLatin1(summary),
            std::move(run)};
}

const std::vector<Scenario> &scenarios()
{
    static const std::vector<Scenario> all{
        scenario("info", "", "version, scenarios and how the server is started", [](const Flags &) { return printInfo(); }),
        scenario("s1", "ops cap", "applies an op stream in memory, for at most CAP seconds",
                 [](const Flags &f) { return localApply(f.text("ops"), f.seconds("cap")); }),
        scenario("s2", "ops dir cap", "the same on disk, each edit durable before the next",
                 [](const Flags &f) { return durableEdits(f.text("ops"), f.text("dir"), f.seconds("cap")); }),
        scenario("s3", "base a b", "merges two offline replicas of one cart",
                 [](const Flags &f) { return offlineMerge(f.text("base"), f.text("a"), f.text("b")); }),
        scenario("s4prep", "ops dir", "saves a history", [](const Flags &f) { return saveHistory(f.text("ops"), f.text("dir")); }),
        scenario("s4", "dir", "opens it and reads every item", [](const Flags &f) { return coldOpen(f.text("dir")); }),
        scenario("seed", "url cart ops", "fills a cart on a server", [](const Flags &f) { return seedCart(f.url("url"), f.text("cart"), f.text("ops")); }),
        scenario("join", "url cart items", "joins a cart and waits for its items; leaves at a line on standard input",
                 [](const Flags &f) { return coldJoin(f.url("url"), f.text("cart"), f.count("items")); }),
        scenario("swarm", "url cart ops full", "one writer and FULL readers of one cart; obeys \"rate R S ID\", \"max S W ID\", \"quit\"",
                 [](const Flags &f) { return liveRelay(f.url("url"), f.text("cart"), f.text("ops"), f.count("full")); }),
        scenario("fleet", "url carts ops", "a writer and a reader in each of CARTS carts; obeys the same",
                 [](const Flags &f) { return manyCarts(f.url("url"), f.count("carts"), f.text("ops")); }),
        scenario("wire", "url-a url-b cart ops edits start", "single edits over two addresses of a server, for counting bytes", runWire)};
    return all;
}

// A cap is not asked for; everything else has to be there.
QString missingFlag(const Scenario &scenario, const Flags &flags)
{
    for (const QString &flag : scenario.flags) {
        if (!flags.has(flag) && flag != QStringLiteral("cap") && flag != QStringLiteral("start"))
            return flag;
    }
    return {};
}

} // namespace

int runBench(const QStringList &arguments)
{
    const auto known = std::find_if(scenarios().begin(), scenarios().end(), [&](const Scenario &s) { return s.name == arguments.value(0); });
    const auto flags = Flags::read(arguments.mid(1));
    const QString missing = known != scenarios().end() && flags ? missingFlag(*known, *flags) : QStringLiteral("SCENARIO");
    if (!missing.isEmpty()) {
        printError({ErrorCode::InvalidInput, "Say --" + missing.toStdString() + "; see \"evencartctl bench --help\"."});
        return wrongUse;
    }
    auto result = initCrypto();
    if (result)
        result = known->run(*flags);
    if (!result)
        printError(result.error());
    return result ? done : failed;
}

QString benchHelp()
{
    QString help = QStringLiteral("evencartctl bench SCENARIO [--flag VALUE]...\n\n"
                                  "An op stream has one JSON object a line: {\"t\":\"add\",\"k\":KEY,\"v\":{\"name\",\"qty\",\"checked\",\"category\",\"note\",\"price\"}},\n"
                                  "{\"t\":\"qty\"|\"check\"|\"note\",\"k\":KEY,\"v\":VALUE} or {\"t\":\"rm\",\"k\":KEY}.\n\n");
    for (const Scenario &scenario : scenarios()) {
        QString words = scenario.name;
        for (const QString &flag : scenario.flags)
            words += QStringLiteral(" --%1 %2").arg(flag, flag.toUpper());
        help += QStringLiteral("  %1\n      %2\n").arg(words, scenario.summary);
    }
    return help;
}

} // namespace evencart::bench
