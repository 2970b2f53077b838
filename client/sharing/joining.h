#pragma once

#include "identity/invitelink.h"
#include "workspace/workspace.h"

namespace evencart {

// What an invitation's server is to a profile. A profile has one server.
enum class ServerOfLink
{
    First,    // the profile has none yet: joining takes the link's
    Known,    // it is the profile's
    Unpinned, // the profile's address; the link brings the fingerprint that the profile lacks
    Other,    // another address
    Impostor  // the profile's address under another fingerprint than the one that the profile trusts
};
ServerOfLink serverOfLink(const InviteLink &link, const ProfileRecord &profile);

// Joining a cart, but for the waiting: begin(), then ask the server (ClientEngine::join), then arrived() or giveUp().
// A profile whose server came with the link has none again after giveUp(), unless the cart was taken in. One attempt;
// the workspace outlives it.
class Joining
{
public:
    Joining(Workspace &workspace, InviteLink link) : m_workspace(workspace), m_link(std::move(link)) {}

    const InviteLink &link() const { return m_link; }
    // Makes the link's server the profile's where that fits. Limit: the profile syncs with another one. Untrusted: the
    // link and the profile do not mean the same certificate.
    Result<void> begin();
    // Takes the cart in, empty until its first sync.
    Result<CartId> arrived(const protocol::Joined &joined);
    Result<void> giveUp();

private:
    Workspace &m_workspace;
    InviteLink m_link;
    std::string m_urlBefore;
    std::string m_fingerprintBefore;
    bool m_changedServer = false;
};

} // namespace evencart
