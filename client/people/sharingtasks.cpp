#include "people/sharingtasks.h"

#include "base/textcodec.h"
#include "engine/serverwait.h"
#include "sharing/joining.h"
#include "transport/certificateprobe.h"

namespace evencart {

namespace {

constexpr int lookMilliseconds = 10'000;

// One joining on its way.
struct Attempt
{
    EngineRoom &room;
    Joining joining;
    Engine::Reply<Result<CartId>> reply;
};

void giveUp(const std::shared_ptr<Attempt> &attempt, const Error &reason)
{
    const std::string urlBefore = attempt->room.workspace().profile().record().serverUrl;
    const auto undone = attempt->joining.giveUp();
    if (attempt->room.workspace().profile().record().serverUrl != urlBefore) {
        attempt->room.profileTouched();
        attempt->room.reconnect();
    }
    attempt->reply(undone ? reason : undone.error());
}

void takeIn(const std::shared_ptr<Attempt> &attempt, const protocol::Joined &joined)
{
    if (attempt->joining.link().isForAdministrator())
        return attempt->reply(CartId());
    const auto cart = attempt->joining.arrived(joined);
    if (!cart)
        return giveUp(attempt, cart.error());
    attempt->room.cartTouched(*cart, {});
    // A member from here on, whatever comes of the first sync; it goes on by itself.
    ServerWait::untilSettled(attempt->room, *cart,
                             [attempt, cart = *cart](const Result<void> &) { attempt->reply(cart); });
}

} // namespace

void makeInvitation(EngineRoom &room, const CartId &cart, const InvitationTerms &terms,
                    const Engine::Reply<Result<MadeInvitation>> &reply)
{
    if (room.workspace().profile().record().serverUrl.empty())
        return reply(Error{ErrorCode::InvalidInput, "No server is set. Carts are shared by way of a server."});
    const auto replica = room.workspace().cart(cart);
    if (!replica)
        return reply(replica.error());
    if (static_cast<protocol::Role>((*replica)->record().role) != protocol::Role::Owner)
        return reply(Error{ErrorCode::Refused, "Only an owner of the cart can invite others."});
    ServerWait::untilSettled(room, cart, [&room, cart, terms, reply](const Result<void> &settled) {
        if (!settled)
            return reply(settled.error());
        const auto invitation = invitationFor(cart, terms, room.client().serverTime(), room.workspace().random());
        room.client().invite(invitation, [&room, invitation, terms, reply](const Result<protocol::Invited> &invited) {
            if (!invited)
                return reply(invited.error());
            reply(
                MadeInvitation{linkFor(invitation, room.workspace().profile().record()), terms, invitation.expiresAt});
        });
    });
}

void joinCart(EngineRoom &room, const InviteLink &link, const Engine::Reply<Result<CartId>> &reply)
{
    const auto attempt = std::make_shared<Attempt>(Attempt{room, Joining(room.workspace(), link), reply});
    const std::string urlBefore = room.workspace().profile().record().serverUrl;
    if (auto begun = attempt->joining.begin(); !begun)
        return reply(begun.error());
    if (room.workspace().profile().record().serverUrl != urlBefore) {
        room.profileTouched();
        room.reconnect();
    }
    ServerWait::untilWelcome(room, [attempt](const Result<void> &welcome) {
        if (!welcome)
            return giveUp(attempt, welcome.error());
        SyncClient *client = &attempt->room.client();
        client->join(attempt->joining.link().cart, attempt->joining.link().invite,
                     [attempt, client](const Result<protocol::Joined> &joined) {
                         // Off the stack of the connection, which goes on reading.
                         QTimer::singleShot(0, client, [attempt, joined] {
                             if (joined)
                                 takeIn(attempt, *joined);
                             else
                                 giveUp(attempt, joined.error());
                         });
                     });
    });
}

void lookAtServer(EngineRoom &room, const QUrl &url, const Engine::Reply<Result<SeenCertificate>> &reply)
{
    auto *probe = new CertificateProbe(&room.client());
    QObject::connect(probe, &CertificateProbe::failed, probe, [probe, reply](const Error &reason) {
        probe->deleteLater();
        reply(reason);
    });
    QObject::connect(probe, &CertificateProbe::shown, probe,
                     [probe, reply](const QSslCertificate &certificate, bool vouchedFor) {
                         probe->deleteLater();
                         reply(SeenCertificate{toHex(asBytes(fingerprintOf(certificate))), vouchedFor});
                     });
    probe->start(url, lookMilliseconds);
}

Result<void> changeServer(EngineRoom &room, const std::string &url, const std::string &fingerprint)
{
    if (auto saved = room.workspace().profile().setServer(url, fingerprint); !saved)
        return saved;
    room.profileTouched();
    room.reconnect();
    return {};
}

} // namespace evencart
