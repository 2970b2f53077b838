#include "desktop/cartprinter.h"

#include "print/cartpages.h"
#include "translations/errorsentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

namespace evencart {

namespace {

// A cart's name as a file's: what no file system minds.
QString fileName(const QString &cart)
{
    QString name;
    for (const QChar letter : cart.left(60))
        name += letter.isLetterOrNumber() || letter == QLatin1Char(' ') ? letter : QChar(QLatin1Char('-'));
    return name.simplified().isEmpty() ? QStringLiteral("Evencart") : name.simplified();
}

} // namespace

void CartPrinter::printCart(bool everything)
{
    // The profile's directory is the user's alone; a shared temporary directory is not.
    const QString folder = m_session->directory() + QStringLiteral("/print");
    QDir().mkpath(folder);
    const QString file = folder + QLatin1Char('/') + fileName(m_session->cart()->name()) + QStringLiteral(".pdf");
    make(file, everything, [this, file] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
            Q_EMIT failed(tr("There is no program that opens PDF files. The pages are in %1.").arg(file));
    });
}

void CartPrinter::save(const QUrl &file, bool everything)
{
    const QString path = file.toLocalFile();
    make(path, everything, [this, path] { Q_EMIT saved(path); });
}

void CartPrinter::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged();
}

void CartPrinter::make(const QString &file, bool everything, std::function<void()> then)
{
    const auto cart = m_session->cart()->id();
    if (!cart || m_busy)
        return;
    setBusy(true);
    const PrintWhat what = everything ? PrintWhat::Everything : PrintWhat::ToBuy;
    m_session->engine().ask<Result<PrintedCart>>(
        this,
        [cart = *cart, what, shop = m_session->preferences()->shopOrder()](EngineRoom &room) -> Result<PrintedCart> {
            const auto replica = room.workspace().cart(cart);
            if (!replica)
                return replica.error();
            return printedCart(room.workspace(), **replica, shop, what);
        },
        [this, file, then = std::move(then)](const Result<PrintedCart> &printed) {
            if (printed)
                return paint(*printed, file, then);
            setBusy(false);
            Q_EMIT failed(errorSentence(printed.error()));
        });
}

void CartPrinter::paint(const PrintedCart &cart, const QString &file, std::function<void()> then)
{
    const QString date = QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    const int count = static_cast<int>(cart.lineCount());
    const PageWords words{tr("Other"), tr("%n thing(s), printed %1", nullptr, count).arg(date), tr("Page %1 of %2")};
    QThreadPool::globalInstance()->start([printer = QPointer<CartPrinter>(this), cart, words, file, then] {
        const auto written = writePages(cart, words, file);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [printer, written, then] {
                if (!printer)
                    return;
                printer->setBusy(false);
                if (written)
                    then();
                else
                    Q_EMIT printer->failed(errorSentence(written.error()));
            },
            Qt::QueuedConnection);
    });
}

} // namespace evencart
