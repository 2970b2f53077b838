#include "laboratory/labseat.h"

#include "portability/cartdocument.h"

namespace evencart {

namespace {

constexpr int digestDigits = 8;

} // namespace

LabSeat::LabSeat(LabPerson &person, std::string cart, QObject *parent)
    : QObject(parent), m_person(person), m_cart(std::move(cart))
{
}

void LabSeat::look(bool isOnline, const QString &firstDigest)
{
    const CartReplica &cart = *m_person.cartNamed(m_cart);
    Shown shown;
    shown.name = QString::fromStdString(m_person.name());
    shown.isOnline = isOnline;
    shown.pending = static_cast<int>(cart.pendingCount());
    const auto rejected = countRejected(m_person.store(), cart.record().id);
    shown.rejected = rejected ? static_cast<int>(*rejected) : 0;
    shown.digest = QString::fromStdString(toHex(asBytes(cart.baseDigest()))).left(digestDigits);
    shown.agrees = shown.pending == 0 && (firstDigest.isEmpty() || firstDigest == shown.digest);
    m_lines.show(m_person, cart);
    if (shown == m_shown)
        return;
    m_shown = shown;
    Q_EMIT changed();
}

} // namespace evencart
