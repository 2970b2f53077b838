#include "base/systemclock.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"
#include "model/appsession.h"
#include "qml/iconprovider.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QtQml/QQmlExtensionPlugin>

#include <iostream>

Q_IMPORT_QML_PLUGIN(Evencart_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_StoryPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_TypingPlugin)
Q_IMPORT_QML_PLUGIN(EvencartPlugin)

using namespace evencart;

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("evencart"));
    QGuiApplication::setApplicationVersion(QStringLiteral(EVENCART_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("The data directory."),
                                     QStringLiteral("DIR"), Profile::defaultDirectory());
    parser.addOption(profile);
    parser.process(application);
    if (auto ready = initCrypto(); !ready) {
        std::cerr << "evencart: " << ready.error().message << std::endl;
        return 1;
    }
    SystemClock clock;
    SystemRandom random;
    const QString directory = parser.value(profile);
    QDir().mkpath(directory);
    Preferences preferences(directory + QStringLiteral("/app.ini"));
    Engine engine(clock, random);
    AppSession session(engine, preferences);
    QQmlApplicationEngine qml;
    qml.addImageProvider(QStringLiteral("icons"), new IconProvider); // the engine owns it
    qml.addImportPath(QStringLiteral("qrc:/"));
    qml.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)}});
    qml.load(QUrl(QStringLiteral("qrc:/Evencart/Main.qml")));
    if (qml.rootObjects().isEmpty())
        return 1;
    session.open(directory, qEnvironmentVariable("USER", QStringLiteral("me")));
    return QGuiApplication::exec();
}
