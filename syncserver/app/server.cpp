#include "app/server.h"

#include "app/copycheck.h"
#include "app/datafolder.h"
#include "net/servercertificate.h"
#include "ops/netmetrics.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <limits>

Q_LOGGING_CATEGORY(serverLog, "evencart.server")

namespace evencart::app {

namespace {

constexpr int metricsMilliseconds = 1000;

std::string hostText(const QHostAddress &address, quint16 port)
{
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? QLatin1Char('[') + address.toString() + QLatin1Char(']')
                             : address.toString();
    return host.toStdString() + ':' + std::to_string(port);
}

// That is where it listens, not where it can be reached.
bool isAnyAddress(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6) ||
           address == QHostAddress(QHostAddress::Any);
}

} // namespace

Server::Server(ops::ServerConfig config, RandomSource &random, std::string version)
    : m_config(std::move(config)), m_random(random), m_version(std::move(version))
{
}

Server::~Server()
{
    if (const auto stopped = stop(); !stopped)
        qCWarning(serverLog, "%s", stopped.error().message.c_str());
}

Result<std::unique_ptr<Server>> Server::start(const ops::ServerConfig &config, const Clock &clock, RandomSource &random,
                                              std::string version)
{
    std::unique_ptr<Server> server(new Server(config, random, std::move(version)));
    if (auto opened = server->open(clock); !opened)
        return opened.error();
    return server;
}

Result<void> Server::open(const Clock &clock)
{
    if (auto made = makeDataFolder(m_config.dataDirectory, "--data"); !made)
        return made;
    if (auto made = makeDataFolder(m_config.storeDirectory(), "--store"); !made)
        return made;
    auto store = store::SqliteLogStore::open(m_config.storeDirectory(), store::SqliteLogStore::Mode::Own);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    if (auto checked = noticeCopies(clock); !checked)
        return checked;
    auto connections = policy(m_config);
    if (!connections)
        return connections.error();
    net::NetOptions options;
    options.address = m_config.listen.address;
    options.port = m_config.listen.port;
    options.workers = m_config.workers;
    options.policy = std::move(*connections);

    m_core = std::make_unique<relay::ServerCore>(*m_store, m_net.gateway(), clock, m_random, coreOptions());
    if (auto started = m_core->start(); !started)
        return started;
    m_epoch = m_core->epoch();
    m_coreMetrics.exportTo(m_metrics);
    ops::exportNetStatistics(m_metrics, m_net.statistics());
    ops::StatusProvider &provider = *this; // privately ours
    m_admin = std::make_unique<ops::AdminServer>(provider, m_metrics);
    if (auto started = m_admin->start(m_config.admin.address, m_config.admin.port); !started)
        return started;
    m_store->detachFromThread(); // the core thread's from here on
    if (auto started = m_net.start(options, *m_core); !started)
        return started;
    m_running = true;
    takeOperatorCommands();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Server::refreshMetrics);
    timer->start(metricsMilliseconds);
    return {};
}

void Server::takeOperatorCommands()
{
    m_operator =
        std::make_unique<OperatorSocket>([this](shop::OperatorCommand command, const OperatorSocket::Answer &answer) {
            if (command.words == std::vector<std::string>{placeCommand})
                return answer(toText(place()));
            if (!command.isKnown() && !relay::AccessCommand{command.words}.isKnown())
                return answer(Error{ErrorCode::InvalidInput,
                                    "This server does not know that command: is it of the same version?"});
            command.readAhead(); // here, while the carts' thread goes on
            m_net.post([this, command, answer] { m_core->operate(command, answer); });
        });
    if (const auto listening = m_operator->listen(m_config.storeDirectory()); !listening)
        qCWarning(serverLog, "%s Goods can be changed while the server is stopped.", listening.error().message.c_str());
}

ServerPlace Server::place() const
{
    const QHostAddress &address = m_config.listen.address;
    ServerPlace place{isAnyAddress(address) ? machineName() : address.toString().toLower().toStdString(),
                      m_net.port(),
                      !m_config.isPlain,
                      {}};
    if (m_isPinned)
        place.fingerprint = fingerprintFrom(m_fingerprint);
    return place;
}

Result<void> Server::noticeCopies(const Clock &clock)
{
    Incarnation incarnation(QString::fromStdString(store::SqliteLogStore::fileIn(m_config.storeDirectory())),
                            QString::fromStdString(m_config.incarnationDirectory), m_random);
    const auto checked = checkForCopy(*m_store, incarnation, m_random, clock);
    if (!checked)
        return checked.error();
    if (checked->isCopy)
        qCWarning(
            serverLog,
            "The data directory %s is not as the last server left it: it was copied or put back. Every cart gets a "
            "new epoch, and clients bring back what is missing.",
            m_config.storeDirectory().c_str());
    if (checked->notWritten)
        qCWarning(serverLog, "%s Should the data directory be put back from a copy, the log will not say so.",
                  checked->notWritten->message.c_str());
    return {};
}

relay::ServerOptions Server::coreOptions()
{
    relay::ServerOptions options;
    options.software = "evencartd/" + m_version;
    options.fingerprint = fingerprintFrom(m_fingerprint).value_or(plainFingerprint);
    options.storageFailed = [this](const Error &error) {
        // Damage stays; what could not be written may find room again, and the next commit that succeeds says so.
        const bool lasts = error.code == ErrorCode::Corrupt;
        m_failedBefore = lasts ? std::numeric_limits<std::uint64_t>::max() : m_core->metrics().commits + 1;
        qCCritical(serverLog, "%s", error.message.c_str());
    };
    options.wantsTurn = [this] { m_net.post([] {}); };
    return options;
}

Result<net::ConnectionPolicy> Server::policy(const ops::ServerConfig &config)
{
    net::ConnectionPolicy policy;
    policy.limits = config.limits;
    for (const std::string &origin : config.allowedOrigins)
        policy.allowedOrigins << QString::fromStdString(origin);
    if (config.isPlain)
        return policy;
    const auto certificate = config.tlsKey.empty()
                                 ? net::ServerCertificate::loadOrCreate(config.dataDirectory + "/tls.pem")
                                 : net::ServerCertificate::load(config.tlsCertificate, config.tlsKey);
    if (!certificate)
        return certificate.error();
    m_fingerprint = certificate->fingerprint();
    m_isPinned = certificate->isSelfSigned();
    policy.tls = certificate->configuration();
    return policy;
}

Result<void> Server::reconfigure(const ops::ServerConfig &config)
{
    const std::string before = m_fingerprint;
    auto connections = policy(config);
    if (!connections)
        return connections.error();
    if (m_fingerprint != before) {
        // The core signs hellos for the old one; a new certificate needs a new start.
        m_fingerprint = before;
        return Error{ErrorCode::InvalidInput, "The certificate has changed; restart the server to use it."};
    }
    m_net.reconfigure(std::move(*connections));
    return {};
}

Result<void> Server::stop()
{
    if (!m_running)
        return {};
    m_running = false;
    m_net.stop();
    m_store->detachFromThread(); // the core thread has ended
    auto finished = m_core->finish();
    m_operator.reset(); // until here the core may have had an answer for it
    return finished;
}

std::string Server::url() const
{
    const QHostAddress &address = m_config.listen.address;
    const QHostAddress shown = isAnyAddress(address) ? QHostAddress(QHostAddress::LocalHost) : address;
    return (m_config.isPlain ? "ws://" : "wss://") + hostText(shown, m_net.port());
}

std::string Server::adminUrl() const
{
    return "http://" + hostText(m_admin->serverAddress(), m_admin->serverPort());
}

void Server::refreshMetrics()
{
    m_net.post([this] { m_coreMetrics.set(m_core->metrics()); });
}

ops::StatusSnapshot Server::status()
{
    const relay::Metrics core = m_coreMetrics.get();
    const bool storageFails = core.commits < m_failedBefore;
    ops::StatusSnapshot snapshot;
    snapshot.version = m_version;
    snapshot.isHealthy = !storageFails;
    snapshot.isReady = m_running && !storageFails;
    snapshot.reason = storageFails ? "the store could not be written; see the log"
                      : m_running  ? ""
                                   : "not started or stopping";
    const auto count = [](std::uint64_t value) { return std::to_string(value); };
    snapshot.sections.push_back({"Now",
                                 {{"Connections", count(core.peers)},
                                  {"Open carts", count(core.channels)},
                                  {"Carts in memory", count(core.liveRooms)}}});
    snapshot.sections.push_back({"Since the start",
                                 {{"Changes accepted", count(core.accepted)},
                                  {"Transactions", count(core.commits)},
                                  {"Snapshots", count(core.snapshots)},
                                  {"Digests compared", count(core.digestChecks)},
                                  {"Digests that differed", count(core.digestMismatches)},
                                  {"Repairs", count(core.repairs)}}});
    snapshot.sections.push_back({"Server",
                                 {{"Address", url()},
                                  {"Fingerprint", m_fingerprint.empty() ? "none (plain ws)" : m_fingerprint},
                                  {"Epoch", m_epoch.toString()}}});
    return snapshot;
}

} // namespace evencart::app
