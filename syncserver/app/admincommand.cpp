#include "app/admincommand.h"

#include "app/operate.h"
#include "ops/serverconfig.h"
#include "relay/admincommands.h"
#include "shop/stockroom.h"
#include "store/sqlitelogstore.h"
#include "store/sqliterestore.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>

namespace evencart::app {

namespace {

using Mode = store::SqliteLogStore::Mode;

constexpr const char *usage = "usage: evencartd admin [--data DIR] carts | cart ID | members ID | verify [ID] | "
                              "compact [ID] | backup FILE | restore FILE | delete-cart ID | catalog import FILE.csv | "
                              "catalog list | stock set SKU N | stock add SKU N | orders [--sku SKU] | "
                              "invite-admin [--url URL] [--expires TIME] | administrators | revoke MEMBER\n";

using Request = AdminRequest;

Result<CartId> cartFrom(const std::string &text)
{
    const auto cart = CartId::fromString(text);
    return cart ? Result<CartId>(*cart) : Error{ErrorCode::InvalidInput, "A cart's id has 32 hexadecimal digits."};
}

Result<std::optional<CartId>> optionalCart(const Request &request)
{
    if (request.arguments.empty())
        return std::optional<CartId>();
    const auto cart = cartFrom(request.arguments.front());
    return cart ? Result<std::optional<CartId>>(std::optional(*cart)) : cart.error();
}

void print(const relay::CartSummary &cart)
{
    std::printf("%s  head %llu  oldest %llu  deltas %llu  bytes %llu  snapshots %llu  members %zu  last used %llu\n",
                cart.row.cart.toString().c_str(), static_cast<unsigned long long>(cart.row.head),
                static_cast<unsigned long long>(cart.row.oldest), static_cast<unsigned long long>(cart.usage.deltas),
                static_cast<unsigned long long>(cart.usage.entryBytes + cart.usage.snapshotBytes),
                static_cast<unsigned long long>(cart.usage.snapshots), cart.members,
                static_cast<unsigned long long>(cart.row.lastUsed));
}

const char *standingOf(const store::MembershipRow &membership)
{
    if (membership.isRemoved)
        return "removed";
    switch (membership.role) {
    case protocol::Role::Viewer:
        return "viewer";
    case protocol::Role::Editor:
        return "editor";
    case protocol::Role::Owner:
        break;
    }
    return "owner";
}

using Task = std::function<Result<void>(store::SqliteLogStore &)>;

Result<void> withStore(const Request &request, Mode mode, const Task &task)
{
    auto opened = store::SqliteLogStore::open(request.folder, mode);
    return opened ? task(**opened) : opened.error();
}

// Looks at one moment of the store: a server may be writing into it.
Result<void> lookAt(const Request &request, const Task &task)
{
    return withStore(request, Mode::Look, [&](store::SqliteLogStore &log) -> Result<void> {
        if (auto begun = log.beginReading(); !begun)
            return begun;
        auto done = task(log);
        log.rollBack();
        return done;
    });
}

Result<void> listCarts(const Request &request)
{
    return lookAt(request, [](store::SqliteLogStore &log) -> Result<void> {
        const auto carts = relay::summariseCarts(log);
        if (!carts)
            return carts.error();
        std::for_each(carts->begin(), carts->end(), print);
        return {};
    });
}

Result<void> showCart(const Request &request)
{
    return lookAt(request, [&](store::SqliteLogStore &log) -> Result<void> {
        const auto id = cartFrom(request.arguments.front());
        if (!id)
            return id.error();
        const auto cart = relay::summariseCart(log, *id);
        if (!cart)
            return cart.error();
        print(*cart);
        return {};
    });
}

Result<void> listMembers(const Request &request)
{
    return lookAt(request, [&](store::SqliteLogStore &log) -> Result<void> {
        const auto id = cartFrom(request.arguments.front());
        if (!id)
            return id.error();
        const auto members = relay::summariseMembers(log, *id);
        if (!members)
            return members.error();
        for (const relay::MemberSummary &member : *members)
            std::printf("%s  %s  %s  devices %zu  last seen %llu\n", member.membership.member.toString().c_str(),
                        member.name.c_str(), standingOf(member.membership), member.devices,
                        static_cast<unsigned long long>(member.lastSeen));
        return {};
    });
}

Result<void> verify(const Request &request)
{
    const auto cart = optionalCart(request);
    if (!cart)
        return cart.error();
    return lookAt(request, [&](store::SqliteLogStore &log) -> Result<void> {
        auto verified = relay::verifyLog(log, *cart);
        const auto books = shop::checkBooks(log.shop());
        if (!verified || !books)
            return verified ? books.error() : verified.error();
        verified->findings.insert(verified->findings.end(), books->begin(), books->end());
        for (const std::string &finding : verified->findings)
            std::printf("%s\n", finding.c_str());
        std::printf("%zu carts, %llu entries, %llu snapshots: %s\n", verified->carts,
                    static_cast<unsigned long long>(verified->entries),
                    static_cast<unsigned long long>(verified->snapshots),
                    verified->findings.empty() ? "all is well" : "damaged");
        return verified->findings.empty()
                   ? Result<void>()
                   : Error{ErrorCode::Corrupt,
                           "The log is damaged; restore a backup, and the clients bring back the rest."};
    });
}

Result<void> compact(const Request &request)
{
    const auto cart = optionalCart(request);
    if (!cart)
        return cart.error();
    return withStore(request, Mode::Own, [&](store::SqliteLogStore &log) -> Result<void> {
        const auto trimmed = relay::compact(log, *cart, relay::SnapshotPolicy(), request.clock.wallMilliseconds());
        if (!trimmed)
            return trimmed.error();
        std::printf("%llu entries trimmed\n", static_cast<unsigned long long>(*trimmed));
        return log.vacuum();
    });
}

Result<void> backUp(const Request &request)
{
    return withStore(request, Mode::Look,
                     [&](store::SqliteLogStore &log) { return log.backUpTo(request.arguments.front()); });
}

Result<void> restore(const Request &request)
{
    return store::restoreSqliteLog(request.folder, request.arguments.front(), request.random, request.clock);
}

Result<void> deleteCart(const Request &request)
{
    const auto id = cartFrom(request.arguments.front());
    if (!id)
        return id.error();
    return withStore(request, Mode::Own, [&](store::SqliteLogStore &log) { return relay::deleteCart(log, *id); });
}

struct Command
{
    const char *name;
    std::size_t least; // arguments
    std::size_t most;
    Result<void> (*run)(const Request &);
};

constexpr Command commands[] = {
    {"carts", 0, 0, listCarts}, {"cart", 1, 1, showCart},          {"members", 1, 1, listMembers},
    {"verify", 0, 1, verify},   {"compact", 0, 1, compact},        {"backup", 1, 1, backUp},
    {"restore", 1, 1, restore}, {"delete-cart", 1, 1, deleteCart}, {"invite-admin", 0, 4, inviteAdministrator},
};

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return 2;
    case ErrorCode::Corrupt:
    case ErrorCode::TooNew:
        return 5;
    case ErrorCode::InUse:
        return 6;
    case ErrorCode::NotFound:
        return 7;
    default:
        return 1;
    }
}

int ended(const Result<void> &done)
{
    if (done)
        return 0;
    std::fprintf(stderr, "evencartd: %s\n", done.error().message.c_str());
    return exitCodeOf(done.error());
}

} // namespace

int runAdmin(std::vector<std::string> arguments, const Clock &clock, RandomSource &random)
{
    std::string folder = ops::defaultDataDirectory(ops::processEnvironment());
    if (const auto option = std::find(arguments.begin(), arguments.end(), "--data");
        option != arguments.end() && option + 1 != arguments.end()) {
        folder = *(option + 1);
        arguments.erase(option, option + 2);
    }
    if (isOperatorCommand(arguments))
        return ended(runOperatorCommand({folder, arguments, clock, random}));
    const auto command = std::find_if(std::begin(commands), std::end(commands), [&](const Command &known) {
        return !arguments.empty() && arguments.front() == known.name;
    });
    if (arguments == std::vector<std::string>{"--help"}) {
        std::fputs(usage, stdout);
        return 0;
    }
    const std::size_t count = arguments.empty() ? 0 : arguments.size() - 1;
    if (command == std::end(commands) || count < command->least || count > command->most) {
        std::fputs(usage, stderr);
        return 2;
    }
    arguments.erase(arguments.begin());
    return ended(command->run({folder, arguments, clock, random}));
}

} // namespace evencart::app
