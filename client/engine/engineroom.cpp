#include "engine/engineroom.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr int summaryMilliseconds = 40;
constexpr int undoStateMilliseconds = 250;

} // namespace

EngineRoom::EngineRoom(const Clock &clock, RandomSource &random) : m_clock(clock), m_random(random)
{
    m_summaries.setParent(this); // moves to the engine's thread with this
    m_summaries.setSingleShot(true);
    m_summaries.setInterval(summaryMilliseconds);
    connect(&m_summaries, &QTimer::timeout, this, &EngineRoom::publishSummaries);
    m_undoStates.setParent(this);
    m_undoStates.setSingleShot(true);
    m_undoStates.setInterval(undoStateMilliseconds);
    connect(&m_undoStates, &QTimer::timeout, this, &EngineRoom::publishUndoStates);
}

EngineRoom::~EngineRoom()
{
    // Its end is told of by signals, when most of what hears them is gone.
    if (m_client)
        m_client->disconnect(this);
}

Result<ProfileInfo> EngineRoom::open(const QString &directory, const QString &name)
{
    auto workspace = Workspace::open(directory, name, m_clock, m_random, m_vault);
    if (!workspace)
        return workspace.error();
    m_workspace = std::move(*workspace);
    m_client = std::make_unique<SyncClient>(*m_workspace);
    connectClient();
    m_shop = std::make_unique<ShopDesk>(*this);
    connect(m_shop.get(), &ShopDesk::goodsUpdated, this, &EngineRoom::goodsUpdated);
    connect(m_shop.get(), &ShopDesk::openOrdersChanged, this, &EngineRoom::openOrdersChanged);
    connect(m_shop.get(), &ShopDesk::orderEnded, this, &EngineRoom::orderEnded);
    m_reservations = std::make_unique<ReservationDesk>(*this);
    connect(m_reservations.get(), &ReservationDesk::reservationsChanged, this, &EngineRoom::reservationsChanged);
    for (const CartId &cart : m_workspace->carts())
        m_stale.insert(cart);
    publishSummaries();
    reconnect();
    return profileInfo();
}

ProfileInfo EngineRoom::profileInfo() const
{
    const Profile &profile = m_workspace->profile();
    const ProfileRecord &record = profile.record();
    return {profile.memberId(),       profile.credentials().deviceId(),
            record.replica,           record.memberName,
            profile.directory(),      record.serverUrl,
            record.serverFingerprint, profile.wasRekeyed(),
            profile.keysAreInVault()};
}

void EngineRoom::connectClient()
{
    connect(m_client.get(), &SyncClient::statusChanged, this, [this](SyncClient::Status status) {
        if (status != SyncClient::Status::Online)
            m_online.clear();
        publishConnection();
    });
    connect(m_client.get(), &SyncClient::welcomed, this, [this] {
        m_final = false;
        m_refused.clear();
        publishConnection();
    });
    connect(m_client.get(), &SyncClient::failed, this, [this](const Error &, bool final) {
        m_final = final;
        publishConnection();
    });
    connect(m_client.get(), &SyncClient::cartChangedRemotely, this,
            [this](const CartId &cart, const std::vector<LineId> &lines) {
                publish(cart, CartUpdate::Source::Others, lines);
                publishStates(cart);
                publishConnection();
                publishNews(cart, lines);
            });
    connect(m_client.get(), &SyncClient::cartSettled, this, [this](const CartId &cart) {
        publishStates(cart);
        m_stale.insert(cart);
        m_summaries.start();
        publishConnection();
        Q_EMIT cartSettled(cart);
    });
    connect(m_client.get(), &SyncClient::rejected, this,
            [this](const CartId &cart, const std::vector<std::uint64_t> &seqs) { Q_EMIT editsRejected(cart, seqs); });
    connect(m_client.get(), &SyncClient::cartRefusedByServer, this, [this](const CartId &cart, const Error &reason) {
        m_refused[cart] = reason.message;
        m_stale.insert(cart);
        m_summaries.start();
    });
    connect(m_client.get(), &SyncClient::membersUpdated, this,
            [this](const CartId &cart, const std::vector<protocol::Member> &members) {
                m_stale.insert(cart); // my own role may be another one now
                m_summaries.start();
                Q_EMIT membersUpdated(cart, members);
            });
    connect(m_client.get(), &SyncClient::presenceUpdated, this,
            [this](const CartId &cart, const std::vector<protocol::MemberCursor> &cursors) {
                for (const protocol::MemberCursor &cursor : cursors) {
                    if (cursor.online)
                        m_online[cart].insert(cursor.device);
                    else
                        m_online[cart].erase(cursor.device);
                }
                publishStates(cart);
                Q_EMIT presenceUpdated(cart, cursors);
            });
    connect(m_client.get(), &SyncClient::storageBroken, this, &EngineRoom::storageBroken);
}

void EngineRoom::watch(const CartId &cart)
{
    m_watched[cart] = {};
    publishWhole(cart);
}

void EngineRoom::unwatch(const CartId &cart)
{
    m_watched.erase(cart);
    m_chronicles.erase(cart);
}

Result<const Chronicle *> EngineRoom::chronicle(const CartId &cart)
{
    Chronicle &chronicle = m_chronicles.try_emplace(cart, cart).first->second;
    if (auto updated = chronicle.update(*m_workspace); !updated)
        return updated.error();
    return &chronicle;
}

void EngineRoom::edit(Ticket ticket, const CartId &cart, const std::string &label, const CartReplica::Action &action)
{
    const auto replica = m_workspace->cart(cart);
    if (!replica)
        return finish(ticket, cart, label, replica.error());
    finish(ticket, cart, label, (*replica)->edit(label, action));
}

void EngineRoom::step(Ticket ticket, const CartId &cart, Step step)
{
    const auto replica = m_workspace->cart(cart);
    if (!replica)
        return finish(ticket, cart, {}, replica.error());
    const auto label = step == Step::Undo ? (*replica)->undoLabel() : (*replica)->redoLabel();
    finish(ticket, cart, label ? *label : std::string(), step == Step::Undo ? (*replica)->undo() : (*replica)->redo());
}

void EngineRoom::finish(Ticket ticket, const CartId &cart, const std::string &label, Result<CartReplica::Edited> edited)
{
    EditOutcome outcome{ticket, cart, label, {}, std::nullopt};
    if (edited)
        outcome.touched = edited->touched;
    else
        outcome.error = edited.error();
    // Also after a failure: the interface has shown what it expected and has to hear how things are.
    cartTouched(cart, outcome.touched, ticket);
    Q_EMIT editEnded(outcome);
}

void EngineRoom::cartTouched(const CartId &cart, const std::vector<LineId> &lines, Ticket ticket)
{
    if (const auto watched = m_watched.find(cart); watched != m_watched.end() && ticket != 0)
        watched->second.ticket = ticket;
    publish(cart, CartUpdate::Source::Own, lines);
    m_client->edited(cart);
    publishConnection();
}

void EngineRoom::setWorkOffline(bool offline)
{
    m_workOffline = offline;
    reconnect();
}

void EngineRoom::reconnect()
{
    m_client->stop();
    m_final = false;
    if (!m_workOffline && !m_workspace->profile().record().serverUrl.empty())
        m_client->start();
    publishConnection();
}

void EngineRoom::syncNow()
{
    if (m_workOffline || m_workspace->profile().record().serverUrl.empty())
        return;
    if (m_client->status() == SyncClient::Status::Stopped)
        m_client->start();
    else
        m_client->retryNow();
}

// ---- telling

bool wantsALook(const LineView &line)
{
    return line.checkQuantity || line.boughtTwice || !line.conflicts.empty() || !line.oldNameAdds.empty();
}

UndoState EngineRoom::undoStateOf(CartReplica &replica)
{
    UndoState state;
    const auto word = [](Result<std::string> label, std::string &name, std::string &blocked) {
        if (label)
            name = *label;
        else if (label.error().code != ErrorCode::NotFound)
            blocked = label.error().message;
    };
    word(replica.undoLabel(), state.undo, state.undoBlocked);
    word(replica.redoLabel(), state.redo, state.redoBlocked);
    return state;
}

void EngineRoom::renewUndo(const CartId &cart, CartReplica &replica, Watched &watched, CartUpdate::Source source)
{
    if (source == CartUpdate::Source::Others) {
        m_staleUndo.insert(cart);
        if (!m_undoStates.isActive())
            m_undoStates.start();
        return;
    }
    watched.undo = undoStateOf(replica);
    m_staleUndo.erase(cart);
}

CartUpdate EngineRoom::headOf(const CartId &cart, const CartReplica &replica, const Watched &watched,
                              CartUpdate::Source source)
{
    CartUpdate update;
    update.cart = cart;
    update.source = source;
    update.ticket = watched.ticket;
    update.name = replica.view().name();
    update.otherNames = replica.view().otherNames();
    update.undo = watched.undo;
    return update;
}

void EngineRoom::publishUndoStates()
{
    for (const CartId &cart : std::exchange(m_staleUndo, {})) {
        const auto watched = m_watched.find(cart);
        const auto replica = m_workspace->cart(cart);
        if (watched == m_watched.end() || !replica)
            continue;
        UndoState fresh = undoStateOf(**replica);
        if (fresh == watched->second.undo)
            continue;
        watched->second.undo = std::move(fresh);
        Q_EMIT cartUpdated(headOf(cart, **replica, watched->second, CartUpdate::Source::State));
    }
}

LineEntry EngineRoom::entryOf(const CartReplica &replica, const LineView &line, Watched &watched) const
{
    LineEntry entry{line, replica.stateOf(line.id)};
    if (entry.state == CartReplica::LineState::Seen)
        watched.unsettled.erase(line.id);
    else
        watched.unsettled[line.id] = entry.state;
    return entry;
}

void EngineRoom::publish(const CartId &cart, CartUpdate::Source source, const std::vector<LineId> &touched)
{
    m_stale.insert(cart);
    if (!m_summaries.isActive())
        m_summaries.start();
    const auto watched = m_watched.find(cart);
    if (watched == m_watched.end())
        return;
    const auto replica = m_workspace->cart(cart);
    if (!replica) {
        Q_EMIT storageBroken(replica.error());
        return;
    }
    renewUndo(cart, **replica, watched->second, source);
    CartUpdate update = headOf(cart, **replica, watched->second, source);
    for (const LineId &id : touched) {
        if (id.isNull())
            continue; // the cart's header
        if (const LineView *line = (*replica)->view().line(id))
            update.lines.push_back(entryOf(**replica, *line, watched->second));
        else
            update.gone.push_back(id);
    }
    Q_EMIT cartUpdated(update);
}

void EngineRoom::publishWhole(const CartId &cart)
{
    const auto replica = m_workspace->cart(cart);
    if (!replica) {
        Q_EMIT storageBroken(replica.error());
        return;
    }
    Watched &watched = m_watched[cart];
    renewUndo(cart, **replica, watched, CartUpdate::Source::Opened);
    CartUpdate update = headOf(cart, **replica, watched, CartUpdate::Source::Opened);
    update.lines.reserve((*replica)->view().count());
    for (const LineView *line : (*replica)->view().lines())
        update.lines.push_back(entryOf(**replica, *line, watched));
    Q_EMIT cartUpdated(update);
}

void EngineRoom::publishStates(const CartId &cart)
{
    const auto watched = m_watched.find(cart);
    if (watched == m_watched.end() || watched->second.unsettled.empty())
        return;
    const auto replica = m_workspace->cart(cart);
    if (!replica)
        return;
    CartUpdate update = headOf(cart, **replica, watched->second, CartUpdate::Source::State);
    const auto before = watched->second.unsettled;
    for (const auto &[id, state] : before) {
        const LineView *line = (*replica)->view().line(id);
        if (!line)
            watched->second.unsettled.erase(id);
        else if ((*replica)->stateOf(id) != state)
            update.lines.push_back(entryOf(**replica, *line, watched->second));
    }
    if (!update.lines.empty())
        Q_EMIT cartUpdated(update);
}

void EngineRoom::publishNews(const CartId &cart, const std::vector<LineId> &lines)
{
    const auto replica = m_workspace->cart(cart);
    if (!replica)
        return; // said by publish()
    if (CartNews news = newsIn(**replica, lines, m_workspace->self()); !news.isEmpty())
        Q_EMIT newsArrived(news);
}

CartSummary EngineRoom::summaryOf(const CartId &id, CartReplica &replica) const
{
    const CartRecord &record = replica.record();
    CartSummary summary;
    summary.id = id;
    summary.name = replica.view().name();
    summary.pending = replica.pendingCount();
    summary.lastSynced = record.lastSynced;
    summary.created = record.created;
    // Who was shown out has their own copy, which is theirs to change.
    summary.role = record.isShutOut() ? protocol::Role::Editor : static_cast<protocol::Role>(record.role);
    summary.archived = record.archived;
    summary.settled = m_client->isSettled(id);
    if (const auto refused = m_refused.find(id); refused != m_refused.end())
        summary.refused = refused->second;
    summary.lines = replica.view().count();
    for (const LineView *line : replica.view().lines()) {
        summary.open += line->checked ? 0 : 1;
        summary.marked += wantsALook(*line) ? 1 : 0;
    }
    return summary;
}

void EngineRoom::publishSummaries()
{
    std::vector<CartSummary> summaries;
    for (const CartId &id : m_workspace->carts()) {
        const auto known = m_known.find(id);
        if (known == m_known.end() || m_stale.contains(id)) {
            const auto replica = m_workspace->cart(id);
            if (!replica) {
                Q_EMIT storageBroken(replica.error());
                continue;
            }
            m_known[id] = summaryOf(id, **replica);
        }
        summaries.push_back(m_known[id]);
    }
    m_stale.clear();
    Q_EMIT cartsChanged(summaries);
}

void EngineRoom::publishConnection()
{
    ConnectionState state;
    state.status = m_client->status();
    state.hasServer = !m_workspace->profile().record().serverUrl.empty();
    state.workOffline = m_workOffline;
    state.caughtUp = m_client->isCaughtUp();
    state.final = m_final;
    if (state.status != SyncClient::Status::Online)
        state.error = m_client->lastError();
    Q_EMIT connectionChanged(state);
}

} // namespace evencart
