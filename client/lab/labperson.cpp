#include "lab/labperson.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "identity/membershipproof.h"

#include <algorithm>
#include <stdexcept>

namespace evencart {

namespace {

// For what fails in memory by a mistake of ours alone; not for what a demonstration's text can bring about.
template <typename T>
void must(const Result<T> &result)
{
    if (!result)
        throw std::logic_error("laboratory: " + result.error().message);
}

ReplicaId replicaFrom(RandomSource &random)
{
    ReplicaId id;
    for (const char byte : random.bytes(8))
        id.value = id.value << 8 | static_cast<std::uint8_t>(byte);
    return id;
}

} // namespace

LabPerson::LabPerson(std::string name, std::uint64_t seed, const LabClock &clock)
    : m_name(std::move(name)), m_clock(clock), m_random(seed), m_credentials(Credentials::generate(m_random))
{
    ProfileRecord record;
    record.replica = replicaFrom(m_random);
    record.memberName = m_name;
    must(m_store.setProfile(record));
    m_engine = std::make_unique<ClientEngine>(*this, m_credentials, "laboratory");
}

ReplicaContext LabPerson::context()
{
    return {m_store, m_clock, m_hlc, m_credentials.memberId(), m_store.profile()->replica, knownFeatures()};
}

void LabPerson::keep(std::unique_ptr<CartReplica> cart, const std::string &name)
{
    const CartId id = cart->record().id;
    m_ids[name] = id;
    m_carts[id] = std::move(cart);
}

Result<void> LabPerson::found(const std::string &cart)
{
    const MembershipProof proof = foundCart(m_credentials.member.publicKey(), m_random);
    CartRecord record;
    record.id = cartIdFor(proof.founderKey, proof.nonce);
    record.proof = encodeProof(proof);
    record.role = static_cast<std::uint8_t>(protocol::Role::Owner);
    auto created = CartReplica::create(context(), record, cart);
    if (!created)
        return created.error();
    keep(std::move(*created), cart);
    return {};
}

Result<void> LabPerson::adopt(const std::string &cart, const LabPerson &owner)
{
    const CartReplica &original = *owner.m_carts.at(owner.m_ids.at(cart));
    MembershipProof proof = *decodeProof(original.record().proof);
    const KeyPair invite = KeyPair::generate(m_random);
    MembershipStep step;
    step.role = protocol::Role::Editor;
    step.inviteKey = invite.publicKey();
    step.grant = grantInvitation(owner.m_credentials.member, original.record().id, step.role, step.inviteKey);
    step.memberKey = m_credentials.member.publicKey();
    step.joining = signJoining(invite, original.record().id, step.memberKey);
    CartRecord record;
    record.id = original.record().id;
    record.proof = encodeProof(extendProof(std::move(proof), step));
    record.role = static_cast<std::uint8_t>(step.role);
    auto adopted = CartReplica::adopt(context(), record);
    if (!adopted)
        return adopted.error();
    keep(std::move(*adopted), cart);
    return {};
}

CartReplica *LabPerson::cartNamed(const std::string &name)
{
    const auto id = m_ids.find(name);
    return id == m_ids.end() ? nullptr : cart(id->second);
}

std::string LabPerson::nameOf(const MemberId &member) const
{
    if (member == m_credentials.memberId())
        return m_name;
    const auto known = m_names.find(member);
    return known == m_names.end() ? std::string() : known->second;
}

Result<void> LabPerson::rename(const std::string &name)
{
    if (name.empty() || name.size() > limits::shortTextBytes || !isCleanText(name))
        return Error{ErrorCode::InvalidInput, "A member's name has to be text of up to 128 bytes."};
    m_name = name;
    m_nameStamp = m_hlc.next(m_clock.wallMilliseconds());
    m_drop = Retry::AtOnce; // a name is told at hello
    return {};
}

Result<CartReplica::Edited> LabPerson::edit(const std::string &cart, const std::string &label,
                                            const CartReplica::Action &action)
{
    CartReplica *replica = cartNamed(cart);
    if (!replica)
        return Error{ErrorCode::NotFound, "There is no cart \"" + cart + "\"."};
    auto edited = replica->edit(label, action);
    if (edited && !edited->touched.empty())
        m_engine->cartEdited(replica->record().id);
    return edited;
}

Result<void> LabPerson::undo(const std::string &cart)
{
    CartReplica *replica = cartNamed(cart);
    if (!replica)
        return Error{ErrorCode::NotFound, "There is no cart \"" + cart + "\"."};
    const auto undone = replica->undo();
    if (!undone)
        return undone.error();
    m_engine->cartEdited(replica->record().id);
    return {};
}

void LabPerson::connected()
{
    m_engine->connected(plainFingerprint, m_clock.monotonicMilliseconds());
}

void LabPerson::disconnected()
{
    m_engine->disconnected();
}

bool LabPerson::isSettled() const
{
    return m_engine->isWelcome() &&
           std::ranges::all_of(m_ids, [this](const auto &each) { return m_engine->isSettled(each.second); });
}

void LabPerson::drop(const Error &, Retry retry)
{
    m_drop = retry;
}

std::vector<CartId> LabPerson::cartsToSync()
{
    std::vector<CartId> ids;
    for (const auto &[name, id] : m_ids)
        ids.push_back(id);
    return ids;
}

CartReplica *LabPerson::cart(const CartId &id)
{
    const auto found = m_carts.find(id);
    return found == m_carts.end() ? nullptr : found->second.get();
}

Result<void> LabPerson::mintReplica()
{
    ProfileRecord record = *m_store.profile();
    record.replica = replicaFrom(m_random);
    must(m_store.setProfile(record));
    for (auto &[id, cart] : m_carts) {
        cart.reset();
        auto opened = CartReplica::open(context(), id);
        must(opened);
        cart = std::move(*opened);
    }
    return {};
}

void LabPerson::membersChanged(const CartId &cart, const std::vector<protocol::Member> &members)
{
    m_members[cart] = members;
    for (const protocol::Member &member : members)
        m_names[member.member] = member.name;
}

void LabPerson::storageFailed(const Error &reason)
{
    throw std::logic_error("laboratory: " + reason.message);
}

} // namespace evencart
