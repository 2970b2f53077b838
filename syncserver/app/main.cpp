#include "app/admincommand.h"
#include "app/server.h"
#include "base/systemclock.h"
#include "identity/systemrandom.h"
#include "ops/logging.h"
#include "ops/signalwatcher.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <csignal>
#include <cstdio>

#include <sys/stat.h>

namespace {

using namespace evencart;

int fail(const Error &error, int code)
{
    std::fprintf(stderr, "evencartd: %s\n", error.message.c_str());
    return code;
}

int exitCodeOf(const Error &error)
{
    return error.code == ErrorCode::InvalidInput                                 ? 2
           : error.code == ErrorCode::Corrupt || error.code == ErrorCode::TooNew ? 5
           : error.code == ErrorCode::InUse                                      ? 6
                                                                                 : 1;
}

void announce(const app::Server &server)
{
    const QJsonObject ready{{QStringLiteral("ready"), true},
                            {QStringLiteral("url"), QString::fromStdString(server.url())},
                            {QStringLiteral("admin"), QString::fromStdString(server.adminUrl())},
                            {QStringLiteral("fingerprint"), QString::fromStdString(server.fingerprint())},
                            {QStringLiteral("epoch"), QString::fromStdString(server.epoch().toString())}};
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int serve(const std::vector<std::string> &arguments, const ops::ServerConfig &config)
{
    ops::installLogging(config.logFormat, config.logLevel);
    if (auto ready = initCrypto(); !ready)
        return fail(ready.error(), 1);
    SystemClock clock;
    SystemRandom random;
    ops::SignalWatcher signals;
    auto server = app::Server::start(config, clock, random, EVENCART_VERSION);
    if (!server)
        return fail(server.error(), exitCodeOf(server.error()));
    QObject::connect(&signals, &ops::SignalWatcher::terminationRequested, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    QObject::connect(&signals, &ops::SignalWatcher::reloadRequested, QCoreApplication::instance(), [&] {
        const auto parsed = ops::readConfig(arguments, ops::processEnvironment());
        const auto done = parsed ? (*server)->reconfigure(parsed->config) : Result<void>(parsed.error());
        if (!done)
            qWarning("The configuration was not read again: %s", done.error().message.c_str());
        else
            ops::installLogging(parsed->config.logFormat, parsed->config.logLevel);
    });
    announce(**server);
    QCoreApplication::exec();
    if (const auto stopped = (*server)->stop(); !stopped)
        return fail(stopped.error(), 1);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(S_IRWXG | S_IRWXO);    // what it writes is its owner's alone, a backup too
    std::signal(SIGXFSZ, SIG_IGN); // a file as large as it may get is an error like a full disk, no reason to die
    QCoreApplication application(argc, argv);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "admin") {
        if (auto ready = initCrypto(); !ready)
            return fail(ready.error(), 1);
        SystemClock clock;
        SystemRandom random;
        return app::runAdmin({arguments.begin() + 1, arguments.end()}, clock, random);
    }
    const auto parsed = ops::readConfig(arguments, ops::processEnvironment());
    if (!parsed)
        return fail(parsed.error(), 2);
    switch (parsed->action) {
    case ops::ConfigAction::ShowHelp:
        std::fputs(ops::configHelp().c_str(), stdout);
        return 0;
    case ops::ConfigAction::ShowVersion:
        std::puts("evencartd " EVENCART_VERSION);
        return 0;
    case ops::ConfigAction::Run:
        return serve(arguments, parsed->config);
    }
    return 1;
}
