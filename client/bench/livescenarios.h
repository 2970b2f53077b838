#pragma once

#include "base/result.h"

#include <QString>
#include <QUrl>

namespace evencart::bench {

// The scenarios against a running server. Each prints its figures and returns, or says what went wrong. They run an
// event loop.

// Fills a cart edit by edit; returns when a second client has all of it.
Result<void> seedCart(const QUrl &url, const QString &cart, const QString &ops);
// S5. Stays in the cart until there is a line on standard input.
Result<void> coldJoin(const QUrl &url, const QString &cart, std::size_t items);
// S6. One writer, `readers` readers, then windows (editwindows.h).
Result<void> liveRelay(const QUrl &url, const QString &cart, const QString &ops, std::size_t readers);
// S7. A writer and a reader in each of `carts` carts "fleet-0", "fleet-1" ..., then windows.
Result<void> manyCarts(const QUrl &url, std::size_t carts, const QString &ops);
// S8. `edits` edits by one client, each seen by the other before the next; begins at a line on standard input and ends
// at the next.
struct WireRun
{
    QUrl writerUrl;
    QUrl readerUrl;
    QString cart;
    QString ops;
    int edits = 0;
    std::int64_t firstQuantity = 0;
};
Result<void> wireCost(const WireRun &run);

} // namespace evencart::bench
