#pragma once

#include "client/people/livepeople.h"
#include "support/desk.h"

namespace evencart::test {

// A profile with one cart that nobody else has, for a window to open. False: it could not be made.
[[nodiscard]] bool makeOwnCart(const QString &profile, const char *name, const QStringList &items);

// Ann, who will sit at the window, and Ben, who has none, in one cart on a real server on loopback. The server can go
// and come back at the same address.
class SharedCart
{
public:
    // Makes the cart "Ours" with these items and lets Ben in. False where that does not work; it is said why.
    [[nodiscard]] bool make(const QStringList &items);
    // Without Ben: the server is Ann's, the cart is on it.
    [[nodiscard]] bool makeAlone(const QStringList &items);

    QString annsProfile() const { return m_directory.filePath(QStringLiteral("ann")); }
    Desk &ben() { return *m_ben; }
    LiveServer &server() { return m_server; }
    QString serversFolder() const { return m_directory.filePath(QStringLiteral("server")); }
    [[nodiscard]] bool startServer() { return m_server.start(serversFolder()); }

    // To Ann's open cart; empty: it was not given.
    static QString invitation(AppSession &session, int role);
    // False: it says why.
    [[nodiscard]] static bool join(Desk &somebody, const QString &link);
    // Ben has nothing to tell and has heard everything.
    [[nodiscard]] bool benIsSynced();

private:
    QTemporaryDir m_directory;
    LiveServer m_server;
    std::unique_ptr<Desk> m_ben;
};

} // namespace evencart::test
