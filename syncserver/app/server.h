#pragma once

#include "app/admininvitation.h"
#include "app/coremetrics.h"
#include "app/operatorsocket.h"
#include "net/netserver.h"
#include "ops/adminserver.h"
#include "ops/metrics.h"
#include "ops/serverconfig.h"
#include "relay/servercore.h"
#include "store/sqlitelogstore.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace evencart::app {

// A whole sync server in one object: store, core, sockets, admin pages, composed from a checked configuration. What
// evencartd runs, and what tests run in their own process. Belongs to a thread with a Qt event loop; one life.
class Server final : public QObject, private ops::StatusProvider
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Server>> start(const ops::ServerConfig &config, const Clock &clock,
                                                 RandomSource &random, std::string version);
    ~Server() override; // stop()

    // Takes no more work, lets what arrived be stored, closes all connections.
    Result<void> stop();
    // SIGHUP: limits, certificate, origins and logging anew; what needs a restart is left as it is.
    Result<void> reconfigure(const ops::ServerConfig &config);

    std::string url() const;
    std::string adminUrl() const;
    const std::string &fingerprint() const { return m_fingerprint; } // empty on plain ws
    Epoch epoch() const { return m_epoch; }

private:
    Server(ops::ServerConfig config, RandomSource &random, std::string version);

    Result<void> open(const Clock &clock);
    Result<void> noticeCopies(const Clock &clock);
    void takeOperatorCommands();
    ServerPlace place() const;
    Result<net::ConnectionPolicy> policy(const ops::ServerConfig &config);
    relay::ServerOptions coreOptions();
    void refreshMetrics();
    ops::StatusSnapshot status() override;

    ops::ServerConfig m_config;
    RandomSource &m_random;
    std::string m_version;
    std::string m_fingerprint;
    bool m_isPinned = false; // clients trust the certificate by its fingerprint alone
    Epoch m_epoch;
    std::atomic<std::uint64_t> m_failedBefore = 0; // the number of commits that shows that the store works again
    bool m_running = false;
    ops::Metrics m_metrics;
    CoreMetrics m_coreMetrics;
    std::unique_ptr<store::SqliteLogStore> m_store;
    net::NetServer m_net;
    std::unique_ptr<relay::ServerCore> m_core;
    std::unique_ptr<ops::AdminServer> m_admin;
    std::unique_ptr<OperatorSocket> m_operator;
};

} // namespace evencart::app
