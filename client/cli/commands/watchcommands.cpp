#include "cli/commands/commands.h"
#include "cli/historywords.h"
#include "cli/values.h"
#include "portability/cartdocument.h"
#include "portability/json.h"
#include "process/signalwatcher.h"
#include "transport/syncclient.h"

#include <QEventLoop>

#include <algorithm>

namespace evencart::cli {

namespace {

// Prints what a SyncClient tells, an event a line, until it is told to stop.
class Watcher : public QObject
{
public:
    Watcher(Invocation &run, Workspace &workspace, std::optional<CartId> only)
        : m_run(run), m_workspace(workspace), m_only(only), m_client(workspace)
    {
        connect(&m_client, &SyncClient::welcomed, this, [this] { print("online", {}, "online"); });
        connect(&m_client, &SyncClient::failed, this, &Watcher::failed);
        connect(&m_client, &SyncClient::cartChangedRemotely, this, &Watcher::changed);
        connect(&m_client, &SyncClient::cartSettled, this, &Watcher::settled);
        connect(&m_client, &SyncClient::rejected, this, &Watcher::rejected);
        connect(&m_client, &SyncClient::presenceUpdated, this, &Watcher::presence);
        connect(&m_client, &SyncClient::cartRefusedByServer, this, [this](const CartId &cart, const Error &reason) {
            if (concerns(cart))
                print("refused",
                      {{"cart", jsonId(cart)},
                       {"code", jsonText(errorName(reason.code))},
                       {"reason", jsonText(reason.message)}},
                      "refused: " + reason.message);
        });
        connect(&m_client, &SyncClient::storageBroken, this, [this](const Error &reason) {
            m_failure = reason;
            m_storageBroken = true;
            m_loop.quit();
        });
        connect(&m_signals, &SignalWatcher::asked, &m_loop, &QEventLoop::quit);
    }

    // What ended it, if it was not the user.
    const std::optional<Error> &watch()
    {
        m_client.start();
        m_loop.exec();
        return m_failure;
    }

    ExitCode exitCode() const { return m_storageBroken ? exitCodeOf(*m_failure) : exitCodeOfConnection(*m_failure); }

private:
    using Members = std::initializer_list<std::pair<const char *, QJsonValue>>;

    bool concerns(const CartId &cart) const { return !m_only || *m_only == cart; }

    void print(const char *event, Members members, const std::string &text)
    {
        QJsonObject document = jsonObject(members);
        document.insert(QLatin1String("event"), QLatin1String(event));
        const std::uint64_t now = m_run.environment.clock.wallMilliseconds();
        document.insert(QLatin1String("time"), jsonTime(now));
        m_run.out.answer(document, timeText(now) + "  " + text);
    }

    std::string nameOf(const CartId &cart)
    {
        const auto opened = m_workspace.cart(cart);
        return opened ? (*opened)->view().name() : cart.toString().substr(0, 8);
    }

    void failed(const Error &reason, bool final)
    {
        print("offline", {{"code", jsonText(errorName(reason.code))}, {"reason", jsonText(reason.message)}},
              "offline: " + reason.message);
        if (!final)
            return;
        m_failure = reason;
        m_loop.quit();
    }

    void changed(const CartId &cart, const std::vector<LineId> &touched)
    {
        const auto opened = m_workspace.cart(cart);
        if (!concerns(cart) || !opened)
            return;
        QJsonArray lines;
        std::vector<std::string> words;
        for (const LineId &id : touched) {
            const LineView *line = (*opened)->view().line(id);
            if (id.isNull())
                continue;
            lines.append(jsonObject({{"id", jsonId(id)},
                                     {"name", jsonText(line ? line->name : "")},
                                     {"quantity", jsonQuantity(line ? line->quantity : 0)}}));
            words.push_back(line ? line->name + " " + amountText(m_run.environment, line->quantity, line->unit)
                                 : "a line was removed");
        }
        print("edit", {{"cart", jsonId(cart)}, {"lines", lines}}, (*opened)->view().name() + ": " + nameList(words));
    }

    void settled(const CartId &cart)
    {
        const auto opened = m_workspace.cart(cart);
        if (concerns(cart) && opened)
            print("synced",
                  {{"cart", jsonId(cart)},
                   {"head", jsonNumber((*opened)->record().cursor)},
                   {"digest", jsonText(digestText(**opened))}},
                  nameOf(cart) + ": in sync");
    }

    void rejected(const CartId &cart, const std::vector<std::uint64_t> &seqs)
    {
        const auto opened = m_workspace.cart(cart);
        if (!concerns(cart) || !opened)
            return;
        const auto entries = rejectedEdits(m_workspace, **opened);
        if (!entries) {
            m_failure = entries.error();
            m_loop.quit();
            return;
        }
        for (const HistoryEntry &entry : *entries) {
            if (entry.replica != (*opened)->record().ownReplica ||
                std::find(seqs.begin(), seqs.end(), entry.seq) == seqs.end())
                continue;
            print("refused",
                  {{"cart", jsonId(cart)},
                   {"delta", jsonText(deltaName(entry.replica, entry.seq))},
                   {"reason", jsonText(reasonName(entry.reason))},
                   {"what", jsonText(entry.label)}},
                  "refused: " + entry.label + ", because " + reasonText(entry.reason));
        }
    }

    // A device comes or goes, or has got further. Our own is not told of.
    void presence(const CartId &cart, const std::vector<protocol::MemberCursor> &cursors)
    {
        if (!concerns(cart))
            return;
        for (const protocol::MemberCursor &cursor : cursors) {
            if (cursor.device == m_workspace.profile().credentials().deviceId())
                continue;
            const std::string name = m_workspace.memberName(cursor.member);
            Known &known = m_known[{cart, cursor.device}];
            if (cursor.position > known.position)
                print("seen",
                      {{"cart", jsonId(cart)},
                       {"member", jsonId(cursor.member)},
                       {"name", jsonText(name)},
                       {"position", jsonNumber(cursor.position)}},
                      nameOf(cart) + ": " + name + " has seen everything up to " + std::to_string(cursor.position));
            if (cursor.online != known.online)
                print("presence",
                      {{"cart", jsonId(cart)},
                       {"member", jsonId(cursor.member)},
                       {"name", jsonText(name)},
                       {"device", jsonId(cursor.device)},
                       {"online", cursor.online}},
                      nameOf(cart) + ": " + name + (cursor.online ? " is here" : " has gone"));
            known = {cursor.position, cursor.online};
        }
    }

    struct Known
    {
        std::uint64_t position = 0;
        bool online = false;
    };

    Invocation &m_run;
    Workspace &m_workspace;
    std::optional<CartId> m_only;
    QEventLoop m_loop;
    SignalWatcher m_signals;
    std::optional<Error> m_failure;
    bool m_storageBroken = false;
    std::map<std::pair<CartId, DeviceId>, Known> m_known;
    SyncClient m_client;
};

Result<ExitCode> watch(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    std::optional<CartId> only;
    if (const auto named = run.arguments.maybe(0)) {
        const auto id = (*workspace)->findCart(*named);
        if (!id)
            return id.error();
        only = *id;
    }
    Watcher watcher(run, **workspace, only);
    if (const auto &failure = watcher.watch())
        return run.failed(*failure, watcher.exitCode());
    return ExitCode::Done;
}

} // namespace

std::vector<Command> watchCommands()
{
    return {{"watch",
             "[CART]",
             "Stays connected and tells what happens, until it is interrupted",
             "Events are edit, synced, seen, presence, offline, online and refused; with --json each is one line. The "
             "connection is\n"
             "made again whenever it ends. The profile is in use all the while.",
             {},
             watch}};
}

} // namespace evencart::cli
