#include "people/appfacts.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QMetaEnum>
#include <QSysInfo>
#include <QUrl>

namespace evencart {

void AppFacts::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    m_session = session;
    Q_EMIT sessionChanged();
}

QString AppFacts::version() const
{
    return QStringLiteral(EVENCART_VERSION);
}

QString AppFacts::qtVersion() const
{
    return QString::fromLatin1(qVersion());
}

QString AppFacts::diagnostics() const
{
    QStringList lines{
        QStringLiteral("Evencart %1, Qt %2").arg(version(), qtVersion()),
        QStringLiteral("%1, %2, %3")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName()),
        QStringLiteral("locale %1").arg(QLocale().name())};
    if (!m_session)
        return lines.join(QLatin1Char('\n'));
    const auto word = QMetaEnum::fromType<SyncStatus::State>().valueToKey(m_session->sync()->state());
    lines << QStringLiteral("sync %1, %2 waiting").arg(QString::fromLatin1(word)).arg(m_session->sync()->waiting());
    lines << QStringLiteral("server %1, fingerprint %2")
                 .arg(m_session->serverUrl().section(QLatin1Char(':'), 0, 0),
                      m_session->serverFingerprint().isEmpty() ? QStringLiteral("none") : QStringLiteral("pinned"));
    lines << QStringLiteral("keys in %1")
                 .arg(m_session->profile().keysInVault ? QStringLiteral("keychain") : QStringLiteral("file"));
    for (const CartSummary &cart : m_session->carts()->carts())
        lines << QStringLiteral("cart %1: %2 lines, %3 pending, %4, %5")
                     .arg(QString::fromStdString(cart.id.toString().substr(0, 8)))
                     .arg(cart.lines)
                     .arg(cart.pending)
                     .arg(cart.settled ? QStringLiteral("settled") : QStringLiteral("not settled"),
                          cart.refused.empty() ? QStringLiteral("let in") : QStringLiteral("refused"));
    return lines.join(QLatin1Char('\n'));
}

void AppFacts::copyDiagnostics() const
{
    QGuiApplication::clipboard()->setText(diagnostics());
}

void AppFacts::openDirectory() const
{
    if (m_session)
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_session->directory()));
}

} // namespace evencart
