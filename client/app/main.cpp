#include "app/application.h"
#include "app/qmlmodules.h"
#include "app/selftest.h"
#include "base/systemclock.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"
#include "keychain/keychainvault.h"
#include "process/signalwatcher.h"

#include <QDir>
#include <QGuiApplication>
#include <QIcon>
#include <QTemporaryDir>

#include <iostream>

using namespace evencart;

namespace {

using namespace std::chrono_literals;

constexpr auto handOverPatience = 30s; // that the first has read its QML, on a slow machine

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("evencart"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EVENCART_VERSION));
}

int complain(const Error &error)
{
    std::cerr << "evencart: " << error.message << std::endl;
    return error.code == ErrorCode::InvalidInput ? 2 : 1;
}

int handOver(const SingleInstance &instance, const LaunchRequest &request)
{
    const auto taken = instance.handOver(request, handOverPatience);
    return taken ? 0 : complain(taken.error());
}

// What needs no window and no display: 0 or more is the program's end.
int answerWithoutWindow(int argc, char **argv, CommandLine &commandLine)
{
    const QCoreApplication application(argc, argv);
    const auto parsed = CommandLine::parse(QCoreApplication::arguments(), QDir::currentPath());
    if (!parsed)
        return complain(parsed.error());
    commandLine = *parsed;
    commandLine.request.activationToken = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    if (commandLine.help || commandLine.version) {
        const QString text =
            commandLine.help ? CommandLine::helpText() : QStringLiteral("evencart " EVENCART_VERSION "\n");
        std::cout << text.toStdString() << std::flush;
        return 0;
    }
    if (commandLine.selfTest)
        return -1;
    SingleInstance instance(commandLine.profile);
    return instance.anotherRuns() ? handOver(instance, commandLine.request) : -1;
}

int runSelfTest(CommandLine commandLine)
{
    const QTemporaryDir directory;
    commandLine.profile = directory.path() + QStringLiteral("/profile");
    QDir().mkpath(commandLine.profile);
    qputenv("XDG_STATE_HOME", directory.path().toUtf8()); // what a profile leaves outside of itself
    const SystemClock clock;
    SystemRandom random;
    Application program(commandLine, clock, random, nullptr); // leaves nothing in anybody's keychain
    SelfTest test(program.session());
    QObject::connect(&test, &SelfTest::passed, &test, [](const QString &sentence) {
        std::cout << "evencart: self-test passed: " << sentence.toStdString() << std::endl;
        QCoreApplication::exit(0);
    });
    QObject::connect(&test, &SelfTest::failed, &test, [](const QString &sentence) {
        std::cerr << "evencart: self-test failed: " << sentence.toStdString() << std::endl;
        QCoreApplication::exit(1);
    });
    if (const auto started = program.start(); !started)
        return complain(started.error());
    return QGuiApplication::exec();
}

int runWindow(const CommandLine &commandLine)
{
    QDir().mkpath(commandLine.profile);
    SingleInstance instance(commandLine.profile);
    if (const auto first = instance.claim(); !first)
        complain(first.error()); // works without hand-over
    else if (!*first)
        return handOver(instance, commandLine.request); // started at the same moment
    const SystemClock clock;
    SystemRandom random;
    KeychainVault vault;
    QObject::connect(qGuiApp, &QCoreApplication::aboutToQuit, qGuiApp, [&vault] { vault.giveUp(); });
    Application program(commandLine, clock, random, &vault);
    if (const auto started = program.start(); !started)
        return complain(started.error());
    program.serve(instance);
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    CommandLine commandLine;
    if (const int answer = answerWithoutWindow(argc, argv, commandLine); answer >= 0)
        return answer;
    if (commandLine.selfTest) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    QGuiApplication application(argc, argv);
    // The end of a session: everything that was done is saved before the program goes.
    const SignalWatcher watcher;
    QObject::connect(&watcher, &SignalWatcher::asked, &application, [] { QCoreApplication::exit(0); });
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Evencart"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.evencart.Evencart"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.evencart.Evencart.svg")));
    if (auto ready = initCrypto(); !ready)
        return complain(ready.error());
    return commandLine.selfTest ? runSelfTest(commandLine) : runWindow(commandLine);
}
