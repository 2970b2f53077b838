#include "scenes.h"

#include <QFile>

namespace evencart::gallery {

namespace {

void showPage(Stage &stage, const char *name)
{
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QString::fromLatin1(name)));
    stage.settle();
    stage.settle();
}

void openWeek(Stage &stage)
{
    stage.people().addFor(stage.people().ann(), week);
    stage.people().meet();
    stage.open();
}

void badLink(Stage &stage)
{
    openWeek(stage);
    showPage(stage, "join");
    stage.type(QStringLiteral("evencart://cart.example.org/AbCdEf"));
    stage.grab();
}

void wrongFingerprint(Stage &stage)
{
    openWeek(stage);
    ConnectionState connection;
    connection.hasServer = true;
    connection.final = true;
    connection.error =
        Error{ErrorCode::Untrusted,
              "The server wss://cart.example.org:8787 is not the one that this profile trusts: its certificate has "
              "another fingerprint. Nothing was sent to it. If the server was set up anew, ask its owner for the new "
              "fingerprint and use \"server set\"."};
    stage.session().sync()->setConnection(connection);
    showPage(stage, "sync");
    stage.grab();
}

void brokenFile(Stage &stage)
{
    openWeek(stage);
    const QString path = stage.profile() + QStringLiteral("/broken.csv");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(
            "name,quantity,price,currency,checked\nmilk,many,,,\nbread,1,2.50,EURO,\neggs,6,,,perhaps\nbutter,1,,,\n");
    file.close();
    LaunchRequest request;
    request.files << path;
    stage.program().desktop().take(request, [](const QString &) {});
    stage.settle();
    stage.settle();
    stage.grab();
}

} // namespace

std::vector<Scene> errorScenes()
{
    return {{"error-link", badLink}, {"error-fingerprint", wrongFingerprint}, {"error-file", brokenFile}};
}

} // namespace evencart::gallery
