#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace evencart {

// What a start of the program asks for, besides a window: by its command line, a clicked link, a dropped file, the
// desktop's menu. A second start hands it to the first one (desktop/singleinstance.h), so it is data from outside:
// bounded, and checked when it is read. It carries texts as they were given; nothing here was understood yet.
struct LaunchRequest
{
    static constexpr int mostBytes = 64 * 1024; // of the encoded form
    static constexpr int mostEntries = 256;     // of each list

    QStringList add;         // items to add to the open cart, as typed
    QStringList links;       // invitations
    QStringList files;       // absolute paths of carts or lists to bring in
    QString page;            // "", "new-cart" or "join": what the window shows first
    QString activationToken; // lets the first program's window come to the front (xdg-activation)

    bool asksForNothing() const { return add.isEmpty() && links.isEmpty() && files.isEmpty() && page.isEmpty(); }
    static bool isPage(const QString &name);

    friend bool operator==(const LaunchRequest &, const LaunchRequest &) = default;
};

// Limit: more than a start may ask for.
Result<QByteArray> encode(const LaunchRequest &request);
// InvalidInput: not a request, or one with something unknown in it.
Result<LaunchRequest> decodeLaunchRequest(const QByteArray &message);

} // namespace evencart
