#pragma once

#include "identity/credentials.h"
#include "lab/labclock.h"
#include "storage/memorystore.h"
#include "sync/clientengine.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace evencart {

// One person of the laboratory: a profile in memory and the client's real engine. Knows no network; bytes go out by
// `transmit` and come in by received().
class LabPerson final : public EngineHost
{
public:
    LabPerson(std::string name, std::uint64_t seed, const LabClock &clock);

    const std::string &name() const { return m_name; }
    MemberId member() const { return m_credentials.memberId(); }
    std::string nameOf(const MemberId &member) const;

    // ---- carts
    Result<void> found(const std::string &cart);
    Result<void> adopt(const std::string &cart, const LabPerson &owner); // as after an invitation as editor
    CartReplica *cartNamed(const std::string &name);
    const std::map<std::string, CartId> &carts() const { return m_ids; }
    // The change goes out by itself.
    Result<CartReplica::Edited> edit(const std::string &cart, const std::string &label,
                                     const CartReplica::Action &action);
    Result<void> undo(const std::string &cart);
    Result<void> rename(const std::string &name);
    ProfileStore &store() { return m_store; }

    // ---- the connection
    ClientEngine &engine() { return *m_engine; }
    void connected();
    void disconnected();
    // Whether the engine asked for the connection's end since it was asked last; nothing: it did not.
    std::optional<Retry> takeDrop() { return std::exchange(m_drop, std::nullopt); }
    bool isSettled() const;

    std::function<void(Bytes)> transmit;

    // ---- EngineHost
    void send(Bytes message) override { transmit(std::move(message)); }
    void drop(const Error &reason, Retry retry) override;
    std::vector<CartId> cartsToSync() override;
    CartReplica *cart(const CartId &id) override;
    Result<void> mintReplica() override;
    std::string memberName() override { return m_name; }
    Hlc memberNameStamp() override { return m_nameStamp; }
    void cartChanged(const CartId &, const std::vector<LineId> &) override {}
    void cartSynced(const CartId &) override {}
    void editsRejected(const CartId &, const std::vector<std::uint64_t> &) override {}
    void cartRefused(const CartId &, const Error &) override {}
    void membersChanged(const CartId &cart, const std::vector<protocol::Member> &members) override;
    void presenceChanged(const CartId &, const std::vector<protocol::MemberCursor> &) override {}
    void storageFailed(const Error &reason) override;
    ShopCopy *shop() override { return &m_store.shop(); }
    std::uint64_t wallMilliseconds() override { return m_clock.wallMilliseconds(); }

    const std::vector<protocol::Member> &membersOf(const CartId &cart) { return m_members[cart]; }
    std::vector<protocol::Order> orders;

private:
    ReplicaContext context();
    void keep(std::unique_ptr<CartReplica> cart, const std::string &name);

    std::string m_name;
    Hlc m_nameStamp;
    const LabClock &m_clock;
    LabRandom m_random;
    Credentials m_credentials;
    MemoryStore m_store;
    HybridClock m_hlc;
    std::map<std::string, CartId> m_ids;
    std::map<CartId, std::unique_ptr<CartReplica>> m_carts;
    std::map<CartId, std::vector<protocol::Member>> m_members;
    std::map<MemberId, std::string> m_names;
    std::unique_ptr<ClientEngine> m_engine;
    std::optional<Retry> m_drop;
};

} // namespace evencart
