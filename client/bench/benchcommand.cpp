#include "bench/benchcommand.h"

#include "bench/figures.h"
#include "bench/livescenarios.h"
#include "bench/localscenarios.h"
#include "bench/orderscenario.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace evencart::bench {

namespace {

constexpr double defaultCapSeconds = 60;

// The values of a scenario's options.
class Flags
{
public:
    explicit Flags(const cli::Arguments &arguments) : m_arguments(arguments) {}

    bool has(const std::string &name) const { return m_arguments.has(name); }
    QString text(const char *name) const { return QString::fromStdString(m_arguments.option(name).value_or("")); }
    QUrl url(const char *name) const { return QUrl(text(name)); }
    std::size_t count(const char *name) const { return text(name).toULongLong(); }
    double seconds(const char *name) const { return has(name) ? text(name).toDouble() : defaultCapSeconds; }

private:
    const cli::Arguments &m_arguments;
};

struct Scenario
{
    std::string name;
    std::vector<std::string> flags;
    std::string summary;
    std::function<Result<void>(const Flags &)> run;
};

Result<void> printInfo()
{
    const QString server = QCoreApplication::applicationDirPath() + QStringLiteral("/evencartd");
    const QJsonArray command{server,
                             QStringLiteral("--plain"),
                             QStringLiteral("--listen"),
                             QStringLiteral("127.0.0.1:{port}"),
                             QStringLiteral("--data"),
                             QStringLiteral("{dir}")};
    QJsonArray scenarios;
    for (int i = 1; i <= 8; ++i)
        scenarios.append(QStringLiteral("S%1").arg(i));
    print({{QStringLiteral("versions"), QJsonObject{{QStringLiteral("ours"), QStringLiteral(EVENCART_VERSION)}}},
           {QStringLiteral("scenarios"), scenarios},
           {QStringLiteral("thin"), false},
           {QStringLiteral("server"),
            QJsonObject{{QStringLiteral("cmd"), command}, {QStringLiteral("env"), QJsonObject()}}}});
    return {};
}

Result<void> runWire(const Flags &flags)
{
    return wireCost({flags.url("url-a"), flags.url("url-b"), flags.text("cart"), flags.text("ops"),
                     flags.text("edits").toInt(), flags.text("start").toLongLong()});
}

const std::vector<Scenario> &scenarios()
{
    static const std::vector<Scenario> all{
        {"info", {}, "version, scenarios and how the server is started", [](const Flags &) { return printInfo(); }},
        {"s1",
         {"ops", "cap"},
         "applies an op stream in memory, for at most CAP seconds",
         [](const Flags &f) { return localApply(f.text("ops"), f.seconds("cap")); }},
        {"s2",
         {"ops", "dir", "cap"},
         "the same on disk, each edit durable before the next",
         [](const Flags &f) { return durableEdits(f.text("ops"), f.text("dir"), f.seconds("cap")); }},
        {"s3",
         {"base", "a", "b"},
         "merges two offline replicas of one cart",
         [](const Flags &f) { return offlineMerge(f.text("base"), f.text("a"), f.text("b")); }},
        {"s4prep",
         {"ops", "dir"},
         "saves a history",
         [](const Flags &f) { return saveHistory(f.text("ops"), f.text("dir")); }},
        {"s4", {"dir"}, "opens it and reads every item", [](const Flags &f) { return coldOpen(f.text("dir")); }},
        {"seed",
         {"url", "cart", "ops"},
         "fills a cart on a server",
         [](const Flags &f) { return seedCart(f.url("url"), f.text("cart"), f.text("ops")); }},
        {"join",
         {"url", "cart", "items"},
         "joins a cart and waits for its items; leaves at a line on standard input",
         [](const Flags &f) { return coldJoin(f.url("url"), f.text("cart"), f.count("items")); }},
        {"swarm",
         {"url", "cart", "ops", "full"},
         "one writer and FULL readers of one cart; obeys rate R S ID, max S W ID, quit",
         [](const Flags &f) { return liveRelay(f.url("url"), f.text("cart"), f.text("ops"), f.count("full")); }},
        {"fleet",
         {"url", "carts", "ops"},
         "a writer and a reader in each of CARTS carts; obeys the same",
         [](const Flags &f) { return manyCarts(f.url("url"), f.count("carts"), f.text("ops")); }},
        {"wire",
         {"url-a", "url-b", "cart", "ops", "edits", "start"},
         "single edits over two addresses of a server, for counting bytes",
         runWire},
        {"orders",
         {"url", "sku", "buyers", "orders"},
         "BUYERS clients order one thing each, over and over, until ORDERS were placed",
         [](const Flags &f) {
             return placeOrders({f.url("url"), f.text("sku").toStdString(), std::max<std::size_t>(f.count("buyers"), 1),
                                 f.count("orders")});
         }},
    };
    return all;
}

// The first option that a scenario misses; empty where it has them all. A cap is not asked for.
std::string missingFlag(const Scenario &scenario, const Flags &flags)
{
    const auto missing = std::find_if(scenario.flags.begin(), scenario.flags.end(),
                                      [&](const std::string &flag) { return flag != "cap" && !flags.has(flag); });
    return missing == scenario.flags.end() ? std::string() : *missing;
}

Result<cli::ExitCode> run(cli::Invocation &invocation)
{
    const std::string name = invocation.arguments.at(0);
    const auto known = std::find_if(scenarios().begin(), scenarios().end(),
                                    [&](const Scenario &scenario) { return scenario.name == name; });
    if (known == scenarios().end())
        return Error{ErrorCode::InvalidInput,
                     "There is no scenario \"" + name + "\"; \"evencartctl bench --help\" lists them."};
    const Flags flags(invocation.arguments);
    if (const std::string missing = missingFlag(*known, flags); !missing.empty())
        return Error{ErrorCode::InvalidInput, "The scenario " + name + " needs --" + missing + "."};
    const auto result = known->run(flags);
    if (result)
        return cli::ExitCode::Done;
    printError(result.error());
    return cli::ExitCode::Failed;
}

std::string details()
{
    std::string text =
        "An op stream has one JSON object a line: "
        "{\"t\":\"add\",\"k\":KEY,\"v\":{\"name\",\"qty\",\"checked\",\"category\",\"note\",\"price\"}},\n"
        "{\"t\":\"qty\"|\"check\"|\"note\",\"k\":KEY,\"v\":VALUE} or {\"t\":\"rm\",\"k\":KEY}. Answers are JSON, one "
        "object a line.\n";
    for (const Scenario &scenario : scenarios()) {
        text += "\n  " + scenario.name;
        for (const std::string &flag : scenario.flags)
            text += " --" + flag;
        text += "\n      " + scenario.summary;
    }
    return text;
}

} // namespace

cli::Command benchCommand()
{
    return {"bench",
            "SCENARIO",
            "Runs a scenario of the benchmark (docs/benchmarks.md)",
            details(),
            {{"ops", "FILE", "Op stream"},
             {"base", "FILE", "Op stream that both replicas begin with"},
             {"a", "FILE", "Op stream of the first replica"},
             {"b", "FILE", "Op stream of the second replica"},
             {"dir", "DIR", "Where the store is"},
             {"cap", "SECONDS", "When to stop"},
             {"url", "URL", "The server"},
             {"url-a", "URL", "The server, for the writer"},
             {"url-b", "URL", "The server, for the reader"},
             {"cart", "NAME", "The benchmark's name of a cart"},
             {"carts", "N", "How many carts"},
             {"items", "N", "How many items to wait for"},
             {"full", "N", "How many readers"},
             {"edits", "N", "How many edits"},
             {"start", "N", "The first quantity"},
             {"sku", "ID", "What is ordered"},
             {"buyers", "N", "How many order at the same time"},
             {"orders", "N", "How many orders"}},
            run};
}

} // namespace evencart::bench
