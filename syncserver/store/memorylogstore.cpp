#include "store/memorylogstore.h"

#include "store/entrysize.h"

#include <cassert>
#include <memory>

namespace evencart::store {

namespace {

Error taken(const char *what)
{
    return {ErrorCode::Corrupt,
            std::string("The server's log has this ") + what + " already: what was read before is out of date."};
}

template <typename Map>
auto valuesOf(const Map &map)
{
    std::vector<typename Map::mapped_type> values;
    values.reserve(map.size());
    for (const auto &[key, value] : map)
        values.push_back(value);
    return values;
}

template <typename Map>
std::optional<typename Map::mapped_type> find(const Map &map, const typename Map::key_type &key)
{
    const auto at = map.find(key);
    return at == map.end() ? std::nullopt : std::optional(at->second);
}

} // namespace

template <typename Map>
void MemoryLogStore::change(Map &map, const typename Map::key_type &key, std::optional<typename Map::mapped_type> value)
{
    willChange();
    auto node = std::make_shared<typename Map::node_type>(map.extract(key));
    if (value)
        map.emplace(key, std::move(*value));
    m_undo.push_back([&map, key, node] {
        map.erase(key);
        if (!node->empty())
            map.insert(std::move(*node));
    });
}

template <typename Map>
void MemoryLogStore::eraseBefore(Map &map, std::uint64_t before)
{
    while (!map.empty() && map.begin()->first < before)
        change(map, map.begin()->first, {});
}

void MemoryLogStore::willChange() const
{
    assert(m_isOpen);
}

MemoryLogStore::Cart &MemoryLogStore::at(const CartId &cart)
{
    const auto found = m_carts.find(cart);
    assert(found != m_carts.end());
    return found->second;
}

Result<void> MemoryLogStore::begin()
{
    assert(!m_isOpen);
    m_isOpen = true;
    m_shop.begin();
    return {};
}

Result<void> MemoryLogStore::commit()
{
    assert(m_isOpen);
    m_isOpen = false;
    m_undo.clear();
    m_shop.commit();
    return {};
}

void MemoryLogStore::rollBack()
{
    m_isOpen = false;
    m_shop.rollBack();
    for (auto undo = m_undo.rbegin(); undo != m_undo.rend(); ++undo)
        (*undo)();
    m_undo.clear();
}

Result<void> MemoryLogStore::putServer(const ServerRow &server)
{
    willChange();
    m_undo.push_back([this, before = m_server] { m_server = before; });
    m_server = server;
    return {};
}

Result<std::vector<CartRow>> MemoryLogStore::carts()
{
    std::vector<CartRow> rows;
    for (const auto &[id, cart] : m_carts)
        rows.push_back(cart.row);
    return rows;
}

Result<std::optional<CartRow>> MemoryLogStore::cart(const CartId &cart)
{
    const auto found = m_carts.find(cart);
    return found == m_carts.end() ? std::optional<CartRow>() : std::optional(found->second.row);
}

Result<void> MemoryLogStore::createCart(const CartRow &cart)
{
    if (m_carts.contains(cart.cart))
        return taken("cart");
    Cart made;
    made.row = cart;
    change(m_carts, cart.cart, std::move(made));
    return {};
}

Result<void> MemoryLogStore::updateCart(const CartRow &cart)
{
    willChange();
    CartRow &row = at(cart.cart).row;
    m_undo.push_back([&row, before = row] { row = before; });
    row = cart;
    return {};
}

Result<void> MemoryLogStore::deleteCart(const CartId &cart)
{
    assert(m_carts.contains(cart));
    change(m_carts, cart, {});
    return {};
}

Result<CartUsage> MemoryLogStore::usage(const CartId &cart)
{
    const Cart &held = at(cart);
    CartUsage usage;
    usage.entries = held.entries.size();
    for (const auto &[position, entry] : held.entries)
        usage.entryBytes += bodySize(entry);
    for (const auto &[position, snapshot] : held.snapshots) {
        usage.snapshots += snapshot.content ? 1 : 0;
        usage.snapshotBytes += snapshot.content ? snapshot.content->size() : 0;
    }
    usage.deltas = held.deltas.size();
    return usage;
}

Result<std::vector<PastEpoch>> MemoryLogStore::pastEpochs(const CartId &cart)
{
    return at(cart).pastEpochs;
}

Result<void> MemoryLogStore::putPastEpochs(const CartId &cart, const std::vector<PastEpoch> &epochs)
{
    willChange();
    std::vector<PastEpoch> &held = at(cart).pastEpochs;
    m_undo.push_back([&held, before = held] { held = before; });
    held = epochs;
    return {};
}

Result<void> MemoryLogStore::append(const CartId &cart, const LogEntry &entry)
{
    Cart &held = at(cart);
    if (held.entries.contains(entry.position))
        return taken("position");
    if (entry.seq != 0) {
        if (held.deltas.contains({entry.replica, entry.seq}))
            return taken("change");
        DeltaPlace place{entry.position, entry.hash, {}, {}};
        if (const auto *accepted = std::get_if<protocol::AcceptedDelta>(&entry.record))
            place.clampedTo = accepted->clampedTo;
        if (const auto *voided = std::get_if<protocol::VoidedDelta>(&entry.record))
            place.reason = voided->reason;
        change(held.deltas, {entry.replica, entry.seq}, place);
    }
    change(held.entries, entry.position, entry);
    return {};
}

Result<std::vector<LogEntry>> MemoryLogStore::entries(const CartId &cart, std::uint64_t from, std::size_t mostEntries,
                                                      std::size_t mostBytes)
{
    const Cart &held = at(cart);
    std::vector<LogEntry> found;
    std::size_t bytes = 0;
    for (auto at = held.entries.lower_bound(from); at != held.entries.end() && found.size() < mostEntries; ++at) {
        bytes += bodySize(at->second);
        if (!found.empty() && bytes > mostBytes)
            break;
        found.push_back(at->second);
    }
    return found;
}

Result<std::optional<DeltaPlace>> MemoryLogStore::findDelta(const CartId &cart, ReplicaId replica, std::uint64_t seq)
{
    return find(at(cart).deltas, {replica, seq});
}

Result<void> MemoryLogStore::trim(const CartId &cart, std::uint64_t before)
{
    eraseBefore(at(cart).entries, before);
    return {};
}

Result<std::vector<VectorRow>> MemoryLogStore::vector(const CartId &cart)
{
    return valuesOf(at(cart).vector);
}

Result<void> MemoryLogStore::putVector(const CartId &cart, const VectorRow &row)
{
    change(at(cart).vector, row.replica, row);
    return {};
}

Result<std::vector<SnapshotRow>> MemoryLogStore::snapshots(const CartId &cart)
{
    std::vector<SnapshotRow> rows;
    for (const auto &[position, snapshot] : at(cart).snapshots)
        rows.push_back(snapshot.row);
    return rows;
}

Result<std::optional<Bytes>> MemoryLogStore::snapshotContent(const CartId &cart, std::uint64_t position)
{
    const auto found = find(at(cart).snapshots, position);
    return found ? found->content : std::nullopt;
}

Result<void> MemoryLogStore::putSnapshot(const CartId &cart, const SnapshotRow &row, ByteView zstd)
{
    change(at(cart).snapshots, row.position, SnapshotValue{row, Bytes(zstd)});
    return {};
}

Result<void> MemoryLogStore::dropSnapshotContents(const CartId &cart, std::uint64_t before)
{
    auto &snapshots = at(cart).snapshots;
    for (auto at = snapshots.begin(); at != snapshots.end() && at->first < before;) {
        const std::uint64_t position = at->first;
        change(snapshots, position, SnapshotValue{at->second.row, {}});
        at = snapshots.upper_bound(position);
    }
    return {};
}

Result<void> MemoryLogStore::dropSnapshots(const CartId &cart)
{
    eraseBefore(at(cart).snapshots, ~std::uint64_t(0));
    return {};
}

Result<std::optional<PersonRow>> MemoryLogStore::person(const MemberId &member)
{
    return find(m_people, member);
}

Result<void> MemoryLogStore::putPerson(const PersonRow &person)
{
    change(m_people, person.member, person);
    return {};
}

Result<std::vector<DeviceRow>> MemoryLogStore::devices(const MemberId &member)
{
    std::vector<DeviceRow> rows;
    for (const auto &[id, device] : m_devices) {
        if (device.member == member)
            rows.push_back(device);
    }
    return rows;
}

Result<void> MemoryLogStore::putDevice(const DeviceRow &device)
{
    change(m_devices, device.device, device);
    return {};
}

Result<std::vector<MembershipRow>> MemoryLogStore::memberships(const CartId &cart)
{
    return valuesOf(at(cart).memberships);
}

Result<void> MemoryLogStore::putMembership(const CartId &cart, const MembershipRow &membership)
{
    change(at(cart).memberships, membership.member, membership);
    return {};
}

Result<std::vector<CartId>> MemoryLogStore::cartsOf(const MemberId &member)
{
    std::vector<CartId> carts;
    for (const auto &[id, cart] : m_carts) {
        const auto membership = find(cart.memberships, member);
        if (membership && !membership->isRemoved)
            carts.push_back(id);
    }
    return carts;
}

Result<std::vector<CursorRow>> MemoryLogStore::cursors(const CartId &cart)
{
    return valuesOf(at(cart).cursors);
}

Result<void> MemoryLogStore::putCursor(const CartId &cart, const CursorRow &cursor)
{
    change(at(cart).cursors, cursor.device, cursor);
    return {};
}

Result<std::optional<InviteRow>> MemoryLogStore::invite(const CartId &cart, const protocol::PublicKey &inviteKey)
{
    return find(at(cart).invites, inviteKey);
}

Result<void> MemoryLogStore::putInvite(const CartId &cart, const InviteRow &invite)
{
    change(at(cart).invites, invite.inviteKey, invite);
    return {};
}

Result<std::vector<AdministratorRow>> MemoryLogStore::administrators()
{
    return valuesOf(m_administrators);
}

Result<void> MemoryLogStore::putAdministrator(const AdministratorRow &administrator)
{
    change(m_administrators, administrator.inviteKey, administrator);
    return {};
}

Result<void> MemoryLogStore::dropAdministrator(const protocol::PublicKey &inviteKey)
{
    change(m_administrators, inviteKey, {});
    return {};
}

} // namespace evencart::store
