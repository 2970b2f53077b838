#include "scenes.h"

#include <QFile>

namespace evencart::gallery {

namespace {

void firstRun(Stage &stage)
{
    stage.open();
    stage.grab();
}

void inUse(Stage &stage)
{
    // Ann's profile is held by another program: here, by the one who prepares the pictures.
    const StoryClock clock;
    test::SeededRandom random{9};
    const auto holder = Workspace::open(stage.profile(), QStringLiteral("Ann"), clock, random);
    stage.openAsItIs(stage.profile());
    stage.until("the refusal", [&] { return stage.session().phase() == AppSession::Failed; });
    stage.grab();
}

void damaged(Stage &stage)
{
    stage.people().leave();
    QFile database(stage.profile() + QStringLiteral("/carts.db"));
    if (database.open(QIODevice::ReadWrite))
        database.write(QByteArray(8192, '\x5a'));
    database.close();
    stage.openAsItIs(stage.profile());
    stage.until("the refusal", [&] { return stage.session().phase() == AppSession::Failed; });
    stage.grab();
}

} // namespace

std::vector<Scene> startScenes()
{
    return {{"first-run", firstRun}, {"profile-in-use", inUse}, {"profile-damaged", damaged}};
}

} // namespace evencart::gallery
