#include "twopeople.h"

#include "text/quickadd.h"
#include "workspace/itemstoadd.h"

#include <chrono>

namespace evencart::gallery {

namespace {

constexpr std::uint64_t storyTime = 1'767'258'000'000; // a Thursday morning in January 2026

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("gallery: %s", result.error().message.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::uint64_t monotonicNow()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

} // namespace

StoryClock::StoryClock() : m_start(monotonicNow()) {}

std::uint64_t StoryClock::wallMilliseconds() const
{
    return storyTime + monotonicNow() - m_start;
}

std::uint64_t StoryClock::monotonicMilliseconds() const
{
    return monotonicNow();
}

TwoPeople::TwoPeople(const QString &directory) : m_directory(directory)
{
    m_ann = must(Workspace::open(annsDirectory(), QStringLiteral("Ann"), m_clock, m_annsRandom));
    m_ben = must(Workspace::open(directory + QStringLiteral("/ben"), QStringLiteral("Ben"), m_clock, m_bensRandom));
    m_cart = must(m_ann->createCart("Groceries"));
    must(m_ben->adoptCart(m_cart, replica(*m_ann).record().proof, protocol::Role::Editor));
    must(m_ann->rememberMembers({{m_ben->self(), "Ben", protocol::Role::Editor, 1}}));
    must(m_ben->rememberMembers({{m_ann->self(), "Ann", protocol::Role::Owner, 1}}));
}

CartReplica &TwoPeople::replica(Workspace &who)
{
    return *must(who.cart(m_cart));
}

void TwoPeople::addFor(Workspace &who, const char *text)
{
    std::vector<ItemToAdd> items;
    for (auto &parsed : parsePastedList(text))
        items.push_back(itemToAdd(must(std::move(parsed))));
    const std::string label = items.size() == 1 ? "Add " + items.front().item.name : "Add several items";
    edit(
        who,
        [&](Edit &edit) -> Result<void> {
            const auto written = writeItems(edit, items);
            return written ? Result<void>() : written.error();
        },
        label.c_str());
}

LineId TwoPeople::line(Workspace &who, const char *name)
{
    return must(who.findLine(replica(who), name));
}

void TwoPeople::edit(Workspace &who, const CartReplica::Action &action, const char *label)
{
    must(replica(who).edit(label, action));
}

void TwoPeople::meet()
{
    passOn(*m_ann, *m_ben);
    passOn(*m_ben, *m_ann);
}

void TwoPeople::passOn(Workspace &from, Workspace &to)
{
    CartReplica &author = replica(from);
    std::vector<protocol::Record> records;
    std::uint64_t first = 0;
    for (const PendingDelta &pending : *must(author.pending())) {
        if (records.empty())
            first = pending.delta.seq;
        records.push_back(protocol::AcceptedDelta{pending.bytes, {}});
    }
    if (records.empty())
        return;
    must(replica(to).applyRecords(m_logged + 1, records));
    must(author.applyAck(first, m_logged + 1, records.size(), {}));
    m_logged += records.size();
}

void TwoPeople::refuseAnns(protocol::VoidReason reason)
{
    CartReplica &author = replica(*m_ann);
    std::vector<protocol::Record> records;
    for (const PendingDelta &pending : *must(author.pending()))
        records.push_back(
            protocol::VoidedDelta{pending.delta.replica, pending.delta.seq, deltaHash(m_cart, pending.bytes), reason});
    must(author.applyRecords(m_logged + 1, records));
    m_logged += records.size();
}

void TwoPeople::addCart(const char *name, const char *text)
{
    const CartId other = must(m_ann->createCart(name));
    std::vector<ItemToAdd> items;
    for (auto &parsed : parsePastedList(text))
        items.push_back(itemToAdd(must(std::move(parsed))));
    must((*must(m_ann->cart(other))).edit("story", [&](Edit &edit) -> Result<void> {
        const auto written = writeItems(edit, items);
        return written ? Result<void>() : written.error();
    }));
}

void TwoPeople::setServer(const char *url, const char *fingerprint)
{
    for (Workspace *who : {m_ann.get(), m_ben.get()})
        must(who->profile().setServer(url, fingerprint));
}

void TwoPeople::leave()
{
    m_ann.reset();
    m_ben.reset();
}

} // namespace evencart::gallery
