#include "scenes.h"

#include "identity/keypair.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QtQml/QQmlExtensionPlugin>

#include <iostream>

Q_IMPORT_QML_PLUGIN(Evencart_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ShopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_TypingPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(EvencartPlugin)

using namespace evencart;
using namespace evencart::gallery;

namespace {

// A profile that exists, as it is now: its first cart, after it has met its server.
void takeWindow(Stage &stage, const QString &profile)
{
    stage.openProfile(profile);
    stage.until("the server", [&] {
        const SyncStatus::State state = stage.session().sync()->state();
        return state == SyncStatus::Online || state == SyncStatus::OnlyHere;
    });
    stage.grab();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Makes pictures of every screen of Evencart."));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Where the pictures go."), QStringLiteral("DIR"),
                                 QStringLiteral("gallery"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Scenes whose name begins so."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("In dark colours."));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("In this language."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption rightToLeft(QStringLiteral("rtl"), QStringLiteral("Mirrored, as for Arabic or Hebrew."));
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     QStringLiteral("One picture of this profile instead, called NAME (--only)."),
                                     QStringLiteral("DIR"));
    parser.addOptions({out, only, dark, language, rightToLeft, profile});
    parser.addHelpOption();
    parser.process(application);
    if (!initCrypto()) {
        std::cerr << "evencart_gallery: no randomness" << std::endl;
        return 1;
    }
    Look look;
    look.dark = parser.isSet(dark);
    look.language = parser.value(language);
    look.rightToLeft = parser.isSet(rightToLeft);
    if (look.rightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    if (parser.isSet(profile)) {
        Stage stage(look, parser.value(only), parser.value(out));
        takeWindow(stage, parser.value(profile));
        return 0;
    }
    int played = 0;
    for (const Scene &scene : allScenes()) {
        const QString name = QString::fromLatin1(scene.name);
        if (!name.startsWith(parser.value(only)))
            continue;
        std::cout << scene.name << std::endl;
        Stage stage(look, name, parser.value(out));
        scene.play(stage);
        ++played;
    }
    if (played == 0)
        std::cerr << "evencart_gallery: no scene is called that" << std::endl;
    return played == 0 ? 1 : 0;
}
