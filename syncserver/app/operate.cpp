#include "app/operate.h"

#include "app/admininvitation.h"
#include "app/datafolder.h"
#include "app/operatorsocket.h"
#include "net/servercertificate.h"
#include "ops/serverconfig.h"
#include "relay/access.h"
#include "store/sqlitelogstore.h"

#include <QFile>

#include <array>
#include <cstdio>
#include <fstream>

namespace evencart::app {

namespace {

using Mode = store::SqliteLogStore::Mode;

Result<std::string> readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text;
    while (file && text.size() <= shop::catalogBytes) { // readCatalog() tells of one that is too large
        std::array<char, 64 * 1024> part{};
        file.read(part.data(), part.size());
        text.append(part.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad() || !file.is_open()) // bad: a folder, for one
        return Error{ErrorCode::Io, "The file " + path + " cannot be read: is it there, and is it a file?"};
    return text;
}

Result<std::string> runOn(store::SqliteLogStore &log, const shop::OperatorCommand &command, std::uint64_t now)
{
    if (command.isKnown())
        return shop::runOperatorCommand(log.shop(), command, now);
    return relay::runAccessCommand(log, {command.words}, now,
                                   [&](const CartId &cart, const store::MembershipRow &membership) {
                                       return log.putMembership(cart, membership);
                                   });
}

bool writes(const shop::OperatorCommand &command)
{
    return command.isKnown() ? command.writes() : relay::AccessCommand{command.words}.writes();
}

// On a store that nobody uses.
Result<std::string> change(store::SqliteLogStore &log, const shop::OperatorCommand &command, std::uint64_t now)
{
    if (auto begun = log.begin(); !begun)
        return begun.error();
    auto said = runOn(log, command, now);
    if (!said) {
        log.rollBack();
        return said;
    }
    if (auto committed = log.commit(); !committed)
        return committed.error();
    return said;
}

// As of one moment, beside a server that works.
Result<std::string> read(store::SqliteLogStore &log, const shop::OperatorCommand &command, std::uint64_t now)
{
    if (auto begun = log.beginReading(); !begun)
        return begun.error();
    auto said = runOn(log, command, now);
    log.rollBack();
    return said;
}

// About goods and orders, and about who has rights. What changes them is done by the server where one runs on that data
// directory.
Result<std::string> operate(const AdminRequest &request, const shop::OperatorCommand &command)
{
    auto opened = store::SqliteLogStore::open(request.folder, writes(command) ? Mode::Own : Mode::Look);
    if (opened && writes(command))
        return change(**opened, command, request.clock.wallMilliseconds());
    if (opened)
        return read(**opened, command, request.clock.wallMilliseconds());
    if (opened.error().code == ErrorCode::InUse)
        return askServer(request.folder, command);
    return opened.error();
}

// Of the certificate that the server of this store makes on its first start, or made. Nothing where it had a first
// start without one: it has another certificate, or keeps it elsewhere.
Result<std::optional<Fingerprint>> fingerprintOf(store::SqliteLogStore &log, const std::string &folder)
{
    const std::string file = folder + "/tls.pem";
    const auto server = log.server();
    if (!server)
        return server.error();
    if (server->has_value() && !QFile::exists(QString::fromStdString(file)))
        return std::optional<Fingerprint>();
    const auto certificate = net::ServerCertificate::loadOrCreate(file);
    return certificate ? Result<std::optional<Fingerprint>>(fingerprintFrom(certificate->fingerprint()))
                       : certificate.error();
}

struct FoundPlace
{
    ServerPlace place;
    bool isOfRunning = false;
};
// Where the server that uses this folder is found; where none does, where one with no options would be.
Result<FoundPlace> placeOf(const AdminRequest &request)
{
    auto opened = store::SqliteLogStore::open(request.folder, Mode::Own);
    if (opened) {
        const auto fingerprint = fingerprintOf(**opened, request.folder);
        if (!fingerprint)
            return fingerprint.error();
        return FoundPlace{{machineName(), ops::ServerConfig().listen.port, true, *fingerprint}, false};
    }
    if (opened.error().code != ErrorCode::InUse)
        return opened.error();
    const auto said = askServer(request.folder, {{placeCommand}, {}});
    if (!said)
        return said.error();
    const auto running = placeFromText(*said);
    if (!running)
        return Error{ErrorCode::Unreachable, "The server does not say where it is; give --url."};
    return FoundPlace{*running, true};
}

} // namespace

bool isOperatorCommand(const std::vector<std::string> &words)
{
    const bool isInvitation = !words.empty() && words.front() == "invite-admin"; // its key is not typed
    return shop::OperatorCommand{words, {}}.isKnown() || (!isInvitation && relay::AccessCommand{words}.isKnown());
}

Result<void> runOperatorCommand(const AdminRequest &request)
{
    shop::OperatorCommand command{request.arguments, {}};
    if (command.isImport()) {
        auto text = readFile(command.words[2]);
        if (!text)
            return text.error();
        command.text = *std::move(text);
        // A shop may be stocked before its first day.
        if (auto made = makeDataFolder(request.folder, "--data"); !made)
            return made;
    }
    const auto said = operate(request, command);
    if (!said)
        return said.error();
    std::fputs(said->c_str(), stdout);
    return {};
}

Result<void> inviteAdministrator(const AdminRequest &request)
{
    const auto terms = readInvitationRequest(request.arguments);
    if (!terms)
        return terms.error();
    if (auto made = makeDataFolder(request.folder, "--data"); !made) // before the first day, too
        return made;
    const auto found = placeOf(request);
    if (!found)
        return found.error();
    ServerPlace place = terms->place.value_or(found->place);
    place.fingerprint = found->place.fingerprint;
    const KeyPair key = KeyPair::generate(request.random);
    const std::uint64_t expiresAt = request.clock.wallMilliseconds() + terms->lifetime;
    const PublicKey publicKey = key.publicKey();
    const auto kept = operate(request, {{"invite-admin", toHex(asBytes(publicKey)), std::to_string(expiresAt)}, {}});
    if (!kept)
        return kept.error();
    std::printf("%s\n", toString(linkFor(place, key)).c_str());
    if (!terms->place && !found->isOfRunning)
        std::fprintf(stderr,
                     "No server runs on %s. The link names this machine, as evencartd listens without options; say "
                     "--url where it will be.\n",
                     request.folder.c_str());
    if (!found->isOfRunning && place.tls && !place.fingerprint)
        std::fprintf(stderr,
                     "There is no tls.pem in %s, so the link carries no fingerprint: who joins trusts the server only "
                     "where an authority vouches for it. A running server knows its own.\n",
                     request.folder.c_str());
    std::fprintf(stderr,
                 "For one person, for %llu minutes. Whoever joins with it may change goods and stock, and read "
                 "all orders.\n",
                 static_cast<unsigned long long>(terms->lifetime / 60'000));
    return {};
}

} // namespace evencart::app
