#include "story/diagnostics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMetaEnum>
#include <QSysInfo>

namespace evencart {

namespace {

constexpr std::size_t idDigits = 8;

QString shortId(const std::string &id)
{
    return QString::fromStdString(id.substr(0, idDigits));
}

QString cartText(EngineRoom &room, const CartId &id)
{
    const auto cart = room.workspace().cart(id);
    if (!cart)
        return QStringLiteral("cart %1: cannot be opened (error %2)\n")
            .arg(shortId(id.toString()))
            .arg(static_cast<int>(cart.error().code));
    const CartRecord &record = (*cart)->record();
    return QStringLiteral(
               "cart %1: role %2, epoch %3, cursor %4, own %5, acknowledged %6, waiting %7, lines %8, devices "
               "%9, %10%11\n")
        .arg(shortId(id.toString()))
        .arg(record.role)
        .arg(shortId(record.epoch.toString()))
        .arg(record.cursor)
        .arg(record.ownSeq)
        .arg(record.ackedSeq)
        .arg((*cart)->pendingCount())
        .arg((*cart)->view().count())
        .arg((*cart)->cursors().size())
        .arg(room.client().isSettled(id) ? QStringLiteral("settled") : QStringLiteral("not settled"),
             room.refusedCarts().contains(id) ? QStringLiteral(", refused by the server") : QString());
}

} // namespace

QString diagnosticsText(EngineRoom &room)
{
    const ProfileInfo profile = room.profileInfo();
    const auto status = QMetaEnum::fromType<SyncClient::Status>();
    QString text =
        QStringLiteral("Evencart %1, Qt %2, %3, %4\nreplica %5\nconnection %6, server %7\n")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                 QSysInfo::currentCpuArchitecture(), QString::fromStdString(profile.replica.toString()),
                 QString::fromLatin1(status.valueToKey(static_cast<int>(room.client().status()))),
                 profile.serverUrl.empty() ? QStringLiteral("none") : QStringLiteral("set"));
    // The sentence of an error may name a host; its kind says enough.
    if (const auto &error = room.client().lastError())
        text += QStringLiteral("last error: kind %1\n").arg(static_cast<int>(error->code));
    for (const CartId &id : room.workspace().carts())
        text += cartText(room, id);
    return text;
}

void Diagnostics::setSession(AppSession *session)
{
    m_session = session;
    Q_EMIT sessionChanged();
}

void Diagnostics::copy()
{
    m_session->engine().ask<QString>(this, &diagnosticsText, [this](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT copied(text);
    });
}

} // namespace evencart
