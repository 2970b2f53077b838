#include "scenes.h"

#include "identity/keypair.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QtQml/QQmlExtensionPlugin>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Evencart_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_PeoplePlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ShopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_StoryPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_TypingPlugin)
Q_IMPORT_QML_PLUGIN(EvencartPlugin)

using namespace evencart::windowbench;

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures Evencart's window: start, memory, keys, scrolling, others' edits."));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("start, keys, scroll or others."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption lines(QStringLiteral("lines"), QStringLiteral("Lines of the large cart."),
                                   QStringLiteral("N"), QStringLiteral("10000"));
    const QCommandLineOption runs(QStringLiteral("runs"), QStringLiteral("Starts, and a tenth of the keys."),
                                  QStringLiteral("N"), QStringLiteral("20"));
    QCommandLineOption child(QStringLiteral("first-frame-of"), QString(), QStringLiteral("DIR"));
    child.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption started(QStringLiteral("started"), QString(), QStringLiteral("NS"));
    started.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({only, lines, runs, child, started});
    parser.addHelpOption();
    parser.process(application);
    if (!evencart::initCrypto())
        return 1;
    if (parser.isSet(child))
        return firstFrameHere(parser.value(child), parser.value(started).toLongLong());

    const QString wanted = parser.value(only);
    const auto asked = [&wanted](const char *name) { return wanted.isEmpty() || wanted == QLatin1String(name); };
    std::printf("Platform %s, renderer %s\n| what | figures |\n|---|---|\n",
                qPrintable(QGuiApplication::platformName()),
                qEnvironmentVariable("QT_QUICK_BACKEND", QStringLiteral("default")).toUtf8().constData());
    if (asked("start"))
        firstFrame(QCoreApplication::applicationFilePath(), parser.value(runs).toInt());
    if (asked("keys"))
        keysToPaintedRow(parser.value(lines).toInt(), parser.value(runs).toInt() * 10);
    if (asked("scroll"))
        scrolling(parser.value(lines).toInt(), 600);
    if (asked("others"))
        othersEdits(parser.value(lines).toInt(), 50, 10);
    return 0;
}
