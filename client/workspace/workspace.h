#pragma once

#include "profile/profile.h"
#include "sync/cartreplica.h"

#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace evencart {

// Everything that a client works on: the profile and its carts. Shared by the command line and the desktop app; knows
// no network (transport/syncclient.h) and prints nothing. One thread.
class Workspace
{
public:
    static Result<std::unique_ptr<Workspace>> open(const QString &directory, const QString &name, const Clock &clock,
                                                   RandomSource &random, KeyVault *vault = nullptr);

    Profile &profile() { return *m_profile; }
    const Clock &clock() const { return m_clock; }
    RandomSource &random() { return m_random; }
    MemberId self() const { return m_profile->memberId(); }

    // ---- carts

    std::vector<CartId> carts() const; // oldest first, archived ones too
    // Opened when it is first asked for.
    Result<CartReplica *> cart(const CartId &id);
    Result<CartId> createCart(const std::string &name);
    // A cart that this member may take part in, with nothing in it until the first sync. Nothing new for one that is
    // here already.
    Result<CartId> adoptCart(const CartId &id, const Bytes &proof, protocol::Role role);

    // `text` is an id, or a name or an id's beginning that fits one cart. NotFound; Ambiguous with the candidates in
    // the message.
    Result<CartId> findCart(std::string_view text);
    // Likewise for a present line: an id, an id's beginning (4 digits or more), or the shown name.
    Result<LineId> findLine(const CartReplica &cart, std::string_view text) const;
    // Likewise for a line that is gone.
    Result<LineView> findRemoved(const CartReplica &cart, std::string_view text) const;

    // ---- members

    // The shown name of a member, "unknown" where none was heard of.
    std::string memberName(const MemberId &member) const;
    const std::map<MemberId, std::string> &memberNames() const { return m_names; } // all that were heard of
    Result<void> rememberMembers(const std::vector<protocol::Member> &members);
    // A member by id, id prefix or name, among those that were heard of.
    Result<MemberId> findMember(std::string_view text) const;
    // Likewise among those.
    static Result<MemberId> findMember(std::string_view text, const std::vector<protocol::Member> &among);
    Result<void> setName(const QString &name);

    // A new replica id for the profile; every open CartReplica is made anew, so pointers to them end here.
    Result<void> mintReplica();
    // Reads a cart again after isBroken().
    Result<void> reopen(const CartId &id);

    // Makes a cart whose stored rows are damaged usable again: what the server has comes back with the next sync, own
    // changes that it has not are kept where they are intact. The profile goes on under a new replica id, as
    // mintReplica(). Corrupt where the damage is outside of the cart's rows; then nothing has changed.
    Result<SqliteStore::Salvaged> recover(const CartId &id);

private:
    Workspace(std::unique_ptr<Profile> profile, const Clock &clock, RandomSource &random);
    ReplicaContext context();
    Result<void> loadNames();

    std::unique_ptr<Profile> m_profile;
    const Clock &m_clock;
    RandomSource &m_random;
    std::vector<CartId> m_carts;
    std::map<CartId, std::unique_ptr<CartReplica>> m_open;
    std::map<MemberId, std::string> m_names;
};

} // namespace evencart
