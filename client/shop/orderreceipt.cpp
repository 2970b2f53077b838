#include "shop/orderreceipt.h"

#include "model/wording.h"
#include "portability/orderfile.h"
#include "shop/shopwords.h"
#include "translations/errorsentences.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <utility>

namespace evencart {

OrderReceipt::OrderReceipt(const OrdersModel &orders, QObject *parent) : QObject(parent), m_orders(orders) {}

void OrderReceipt::show(const QString &key)
{
    const protocol::Order *order = m_orders.order(key.toStdString());
    if (!order)
        return;
    m_order = *order;
    m_printed = {};
    m_printed.title = tr("Order %1").arg(order->number);
    const QDateTime placed = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(order->placed));
    m_printed.facts = {tr("Placed %1").arg(QLocale().toString(placed, QLocale::LongFormat)),
                       tr("From the cart %1").arg(m_orders.cartName(order->cart)),
                       tr("Key %1").arg(wording::text(order->key))};
    for (const protocol::OrderLine &line : order->lines)
        m_printed.lines.push_back({wording::amount(line.quantity, line.unit), wording::text(line.name),
                                   shopwords::unitPrice({order->currency, line.price}, line.unit),
                                   wording::money({order->currency, line.total})});
    m_printed.totalLabel = tr("Total");
    m_printed.total = wording::money({order->currency, order->total});
    m_printed.page = tr("Page %1 of %2");
    Q_EMIT changed();
}

QVariantList OrderReceipt::lines() const
{
    QVariantList lines;
    for (const PrintedReceipt::Line &line : m_printed.lines)
        lines.append(QVariantMap{{QStringLiteral("amount"), line.amount},
                                 {QStringLiteral("name"), line.name},
                                 {QStringLiteral("price"), line.price},
                                 {QStringLiteral("total"), line.total}});
    return lines;
}

QString OrderReceipt::text() const
{
    QStringList text{m_printed.title};
    text << m_printed.facts << QString();
    for (const PrintedReceipt::Line &line : m_printed.lines)
        text << tr("%1 %2, %3 each: %4", "a line of a receipt: amount, name, price of one, price of all")
                    .arg(line.amount, line.name, line.price, line.total);
    text << QString() << tr("%1: %2", "the total of a receipt").arg(m_printed.totalLabel, m_printed.total);
    return text.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void OrderReceipt::copyText()
{
    QGuiApplication::clipboard()->setText(text());
    Q_EMIT told(tr("Copied the receipt as text."));
}

QString OrderReceipt::fileName(const QString &ending) const
{
    return m_printed.title + QLatin1Char('.') + ending;
}

void OrderReceipt::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged();
}

void OrderReceipt::save(const QUrl &file)
{
    if (!m_order)
        return;
    const QString path = file.toLocalFile();
    const QString ending = QFileInfo(path).suffix().toLower();
    const auto saved = [this, path] { Q_EMIT told(tr("Saved as %1").arg(path)); };
    if (ending == QLatin1String("pdf"))
        return writePages(path, saved);
    const QByteArray content = ending == QLatin1String("csv")    ? QByteArray::fromStdString(orderCsv(*m_order))
                               : ending == QLatin1String("json") ? QJsonDocument(orderJson(*m_order)).toJson()
                                                                 : text().toUtf8();
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size() || !target.commit())
        return Q_EMIT failed(tr("Cannot write %1: %2. Choose another place.").arg(path, target.errorString()));
    saved();
}

void OrderReceipt::print()
{
    if (!m_order || !m_session)
        return;
    // The profile's directory is the user's alone; a shared temporary directory is not.
    const QString folder = m_session->directory() + QStringLiteral("/print");
    QDir().mkpath(folder);
    const QString file = folder + QLatin1Char('/') + fileName(QStringLiteral("pdf"));
    writePages(file, [this, file] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
            Q_EMIT failed(tr("There is no program that opens PDF files. The pages are in %1.").arg(file));
    });
}

void OrderReceipt::writePages(const QString &file, std::function<void()> then)
{
    if (m_busy)
        return;
    setBusy(true);
    QThreadPool::globalInstance()->start(
        [receipt = QPointer<OrderReceipt>(this), printed = m_printed, file, then = std::move(then)] {
            const auto written = writeReceipt(printed, file);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receipt, written, then] {
                    if (!receipt)
                        return;
                    receipt->setBusy(false);
                    if (written)
                        then();
                    else
                        Q_EMIT receipt->failed(errorSentence(written.error()));
                },
                Qt::QueuedConnection);
        });
}

} // namespace evencart
