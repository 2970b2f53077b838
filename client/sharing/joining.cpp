#include "sharing/joining.h"

#include "profile/serverplace.h"
#include "sharing/serveraddress.h"

#include <algorithm>

namespace evencart {

ServerOfLink serverOfLink(const InviteLink &link, const ProfileRecord &profile)
{
    if (profile.serverUrl.empty())
        return ServerOfLink::First;
    if (!isSameServer(urlOf(link).toString().toStdString(), profile.serverUrl))
        return ServerOfLink::Other;
    const std::string fingerprint = fingerprintOf(link);
    if (fingerprint.empty() || fingerprint == profile.serverFingerprint)
        return ServerOfLink::Known;
    return profile.serverFingerprint.empty() ? ServerOfLink::Unpinned : ServerOfLink::Impostor;
}

Result<void> Joining::begin()
{
    Profile &profile = m_workspace.profile();
    const std::string url = urlOf(m_link).toString().toStdString();
    m_urlBefore = profile.record().serverUrl;
    m_fingerprintBefore = profile.record().serverFingerprint;
    switch (serverOfLink(m_link, profile.record())) {
    case ServerOfLink::Known:
    case ServerOfLink::Unpinned: // what was trusted without a pin stays so
        return {};
    case ServerOfLink::Other:
        return Error{ErrorCode::Limit, "This invitation is for the server " + url + ", and this profile syncs with " +
                                           m_urlBefore + "; use another --profile, or \"server set\" first."};
    case ServerOfLink::Impostor:
        return Error{ErrorCode::Untrusted, "This invitation names another certificate for the server " + url +
                                               " than the one that this profile trusts. Nothing was sent. Ask whoever "
                                               "hosts the server which fingerprint is right."};
    case ServerOfLink::First:
        break;
    }
    m_changedServer = true;
    return profile.setServer(url, fingerprintOf(m_link));
}

Result<CartId> Joining::arrived(const protocol::Joined &joined)
{
    return m_workspace.adoptCart(joined.cart, joined.proof, joined.role);
}

Result<void> Joining::giveUp()
{
    const bool isIn = std::ranges::count(m_workspace.carts(), m_link.cart) > 0;
    if (!m_changedServer || isIn)
        return {};
    return m_workspace.profile().setServer(m_urlBefore, m_fingerprintBefore);
}

} // namespace evencart
