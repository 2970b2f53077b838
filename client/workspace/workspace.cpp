#include "workspace/workspace.h"

#include "identity/membershipproof.h"
#include "text/normalize.h"

#include <algorithm>

namespace evencart {

namespace {

// Picks the one thing that `text` fits: a whole id, else a name, else an id's beginning.
template <typename Id>
class Finder
{
public:
    Finder(std::string_view text, const char *what) : m_text(text), m_name(normalizedName(text)), m_what(what)
    {
        m_mayBeId = text.size() >= 4 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    }

    void offer(const Id &id, const std::string &name)
    {
        const std::string hex = id.toString();
        if (hex == m_text)
            m_exact = id;
        if (normalizedName(name) == m_name)
            m_byName.push_back({id, name});
        else if (m_mayBeId && hex.starts_with(m_text))
            m_byId.push_back({id, name});
    }

    Result<Id> found() const
    {
        if (m_exact)
            return *m_exact;
        const auto &candidates = m_byName.empty() ? m_byId : m_byName;
        if (candidates.size() == 1)
            return candidates.front().first;
        if (candidates.empty())
            return Error{ErrorCode::NotFound,
                         "There is no " + std::string(m_what) + " \"" + std::string(m_text) + "\"."};
        std::string message = "\"" + std::string(m_text) + "\" fits several; say which by its id:";
        for (std::size_t i = 0; i < candidates.size() && i < 10; ++i)
            message +=
                (i == 0 ? " " : ", ") + candidates[i].first.toString().substr(0, 8) + " (" + candidates[i].second + ")";
        return Error{ErrorCode::Ambiguous, message + "."};
    }

private:
    std::string_view m_text;
    std::string m_name;
    const char *m_what;
    bool m_mayBeId = false;
    std::optional<Id> m_exact;
    std::vector<std::pair<Id, std::string>> m_byName;
    std::vector<std::pair<Id, std::string>> m_byId;
};

} // namespace

Workspace::Workspace(std::unique_ptr<Profile> profile, const Clock &clock, RandomSource &random)
    : m_profile(std::move(profile)), m_clock(clock), m_random(random)
{
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &directory, const QString &name, const Clock &clock,
                                                   RandomSource &random, KeyVault *vault)
{
    auto profile = Profile::open(directory, name, clock, random, vault);
    if (!profile)
        return profile.error();
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(*profile), clock, random));
    auto records = workspace->m_profile->store().carts();
    if (!records)
        return records.error();
    for (const CartRecord &record : *records)
        workspace->m_carts.push_back(record.id);
    if (auto names = workspace->loadNames(); !names)
        return names.error();
    return workspace;
}

ReplicaContext Workspace::context()
{
    return {m_profile->store(), m_clock, m_profile->hlc(), m_profile->memberId(), m_profile->record().replica};
}

std::vector<CartId> Workspace::carts() const
{
    return m_carts;
}

Result<CartReplica *> Workspace::cart(const CartId &id)
{
    if (const auto open = m_open.find(id); open != m_open.end() && !open->second->isBroken())
        return open->second.get();
    auto opened = CartReplica::open(context(), id);
    if (!opened)
        return opened.error();
    return (m_open[id] = std::move(*opened)).get();
}

Result<CartId> Workspace::createCart(const std::string &name)
{
    const MembershipProof proof = foundCart(m_profile->credentials().member.publicKey(), m_random);
    CartRecord record;
    record.id = cartIdFor(proof.founderKey, proof.nonce);
    record.proof = encodeProof(proof);
    record.role = static_cast<std::uint8_t>(protocol::Role::Owner);
    auto cart = CartReplica::create(context(), record, name);
    if (!cart)
        return cart.error();
    m_open[record.id] = std::move(*cart);
    m_carts.push_back(record.id);
    return record.id;
}

Result<CartId> Workspace::adoptCart(const CartId &id, const Bytes &proof, protocol::Role role)
{
    if (std::find(m_carts.begin(), m_carts.end(), id) != m_carts.end()) {
        const auto known = cart(id);
        if (!known)
            return known.error();
        if (auto saved = (*known)->setProof(proof); !saved)
            return saved.error();
        return id;
    }
    CartRecord record;
    record.id = id;
    record.proof = proof;
    record.role = static_cast<std::uint8_t>(role);
    auto adopted = CartReplica::adopt(context(), record);
    if (!adopted)
        return adopted.error();
    m_open[id] = std::move(*adopted);
    m_carts.push_back(id);
    return id;
}

Result<CartId> Workspace::findCart(std::string_view text)
{
    Finder<CartId> finder(text, "cart");
    std::optional<Error> damage; // one damaged cart does not take the others away
    for (const CartId &id : m_carts) {
        const auto opened = cart(id);
        if (!opened && opened.error().code != ErrorCode::Corrupt)
            return opened.error();
        if (!opened)
            damage = opened.error();
        finder.offer(id, opened ? (*opened)->view().name() : std::string());
    }
    auto found = finder.found();
    if (!found && damage && found.error().code == ErrorCode::NotFound)
        return *damage; // it may be the one that was meant
    return found;
}

Result<LineId> Workspace::findLine(const CartReplica &cart, std::string_view text) const
{
    Finder<LineId> finder(text, "line");
    for (const LineView *line : cart.view().lines())
        finder.offer(line->id, line->name);
    return finder.found();
}

Result<LineView> Workspace::findRemoved(const CartReplica &cart, std::string_view text) const
{
    const auto lines = cart.removedLines();
    if (!lines)
        return lines.error();
    Finder<LineId> finder(text, "removed line");
    for (const LineView &line : *lines)
        finder.offer(line.id, line.name);
    const auto found = finder.found();
    if (!found)
        return found.error();
    return *std::find_if(lines->begin(), lines->end(), [&](const LineView &line) { return line.id == *found; });
}

Result<void> Workspace::loadNames()
{
    const auto known = m_profile->store().members();
    if (!known)
        return known.error();
    for (const KnownMember &member : *known)
        m_names[member.member] = member.name;
    return {};
}

std::string Workspace::memberName(const MemberId &member) const
{
    if (member == m_profile->memberId())
        return m_profile->record().memberName;
    const auto known = m_names.find(member);
    return known == m_names.end() ? "unknown" : known->second;
}

Result<void> Workspace::rememberMembers(const std::vector<protocol::Member> &members)
{
    std::vector<KnownMember> news;
    for (const protocol::Member &member : members) {
        if (const auto known = m_names.find(member.member); known == m_names.end() || known->second != member.name)
            news.push_back({member.member, member.name});
    }
    if (news.empty())
        return {};
    if (auto saved = m_profile->store().rememberMembers(news); !saved)
        return saved;
    for (const KnownMember &member : news)
        m_names[member.member] = member.name;
    return {};
}

Result<MemberId> Workspace::findMember(std::string_view text) const
{
    Finder<MemberId> finder(text, "member");
    finder.offer(m_profile->memberId(), m_profile->record().memberName);
    for (const auto &[member, name] : m_names) {
        if (member != m_profile->memberId())
            finder.offer(member, name);
    }
    return finder.found();
}

Result<MemberId> Workspace::findMember(std::string_view text, const std::vector<protocol::Member> &among)
{
    Finder<MemberId> finder(text, "member");
    for (const protocol::Member &member : among)
        finder.offer(member.member, member.name);
    return finder.found();
}

Result<void> Workspace::setName(const QString &name)
{
    return m_profile->setName(name, m_clock);
}

Result<void> Workspace::mintReplica()
{
    if (auto minted = m_profile->mintReplica(); !minted)
        return minted;
    m_open.clear();
    return {};
}

Result<SqliteStore::Salvaged> Workspace::recover(const CartId &id)
{
    if (auto minted = mintReplica(); !minted)
        return minted.error();
    auto salvaged = m_profile->database().salvage(id, m_profile->record().replica);
    if (!salvaged)
        return salvaged;
    const auto opened = cart(id);
    if (!opened)
        return opened.error();
    // A cart that never met a server has no base to wait for.
    if (!salvaged->wasSynced) {
        if (auto made = (*opened)->makeKeptAgain(); !made)
            return made.error();
    }
    return salvaged;
}

Result<void> Workspace::reopen(const CartId &id)
{
    m_open.erase(id);
    const auto opened = cart(id);
    return opened ? Result<void>() : opened.error();
}

} // namespace evencart
