#include "sharedcart.h"

#include "people/inviteflow.h"
#include "people/joinflow.h"
#include "people/sharingtasks.h"

#include <iostream>

namespace evencart::test {

namespace {

bool waitUntil(const char *what, const std::function<bool()> &holds)
{
    if (QTest::qWaitFor(holds, Desk::patience))
        return true;
    std::cerr << "Did not come: " << what << std::endl;
    return false;
}

} // namespace

bool makeOwnCart(const QString &profile, const char *name, const QStringList &items)
{
    QDir().mkpath(profile);
    Desk desk(profile);
    if (!desk.open() || !desk.openNewCart(name))
        return false;
    for (const QString &item : items)
        desk.cart().addText(item);
    return desk.settle() && waitUntil("the items", [&] { return desk.names().size() == items.size(); });
}

bool SharedCart::makeAlone(const QStringList &items)
{
    if (!startServer())
        return false;
    if (!makeOwnCart(annsProfile(), "Ours", items))
        return false;
    Desk ann(annsProfile());
    if (!ann.open() || !waitUntil("Ann's cart", [&] { return ann.cart().name() == QStringLiteral("Ours"); }))
        return false;
    const auto set = ann.ask<Result<void>>([this](EngineRoom &room) {
        return changeServer(room, m_server.url.toStdString(), m_server.fingerprint.toStdString());
    });
    return set.ok() && waitUntil("Ann on line", [&] {
               return ann.session().sync()->state() == SyncStatus::Online && ann.session().sync()->waiting() == 0 &&
                      ann.names().size() == items.size();
           });
}

bool SharedCart::make(const QStringList &items)
{
    if (!makeAlone(items))
        return false;
    Desk ann(annsProfile());
    if (!ann.open() || !waitUntil("Ann's cart", [&] { return ann.cart().name() == QStringLiteral("Ours"); }))
        return false;
    const QString link = invitation(ann.session(), InviteFlow::Editor);
    m_ben = std::make_unique<Desk>();
    return m_ben->open("Ben") && join(*m_ben, link) &&
           waitUntil("Ben's items", [&] { return m_ben->names().size() == items.size() && benIsSynced(); });
}

QString SharedCart::invitation(AppSession &session, int role)
{
    InviteFlow invite;
    invite.setSession(&session);
    invite.setRole(static_cast<InviteFlow::Role>(role));
    invite.ask();
    (void)waitUntil("the invitation", [&] { return invite.state() != InviteFlow::Asking; });
    return invite.link();
}

bool SharedCart::join(Desk &somebody, const QString &link)
{
    JoinFlow flow;
    flow.setSession(&somebody.session());
    flow.setText(link);
    flow.join();
    (void)waitUntil("the cart that was joined", [&] { return flow.state() != JoinFlow::Joining; });
    if (flow.state() != JoinFlow::Joined)
        std::cerr << flow.problem().toStdString() << std::endl;
    return flow.state() == JoinFlow::Joined;
}

bool SharedCart::benIsSynced()
{
    const SyncStatus &sync = *m_ben->session().sync();
    return sync.state() == SyncStatus::Online && sync.waiting() == 0;
}

} // namespace evencart::test
