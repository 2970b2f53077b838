#pragma once

#include "demo/cable.h"
#include "demo/demostage.h"

#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <set>

class QEventLoop;

namespace evencart {

// The real thing: one evencartd, and evencartctl once for everything that somebody does. Each person reaches the server
// over a cable of their own. All of it lives in a temporary folder and on loopback, and is gone with the stage; the
// programs end also where this one is killed, which then leaves the folder.
//
// Whoever is online syncs before and after each act, as a client that stays connected would. Runs an event loop inside
// of its calls; needs a QCoreApplication.
class ProcessStage : public DemoStage
{
public:
    // `programs`: the folder with evencartd and evencartctl.
    explicit ProcessStage(QString programs);
    ~ProcessStage() override;

    // Ends what is under way and whatever is asked afterwards with an error. From within the event loop.
    void giveUp();

    Result<void> open(const DemoCast &cast) override;
    Result<std::vector<Answer>> act(const std::vector<DemoAct> &acts) override;
    Result<void> plug(const std::string &person, bool on) override;
    Result<void> server(DemoServer::What what) override;
    Result<QJsonObject> cart(const std::string &person, const std::string &cart) override;
    Result<QJsonObject> goods(const std::string &person) override;
    Result<QJsonObject> people(const std::string &person, const std::string &cart) override;
    Result<QJsonObject> orders(const std::string &person) override;

private:
    struct Ended
    {
        int code = 0;
        QByteArray out;
        QByteArray err;

        Answer answer() const;
    };
    struct Run
    {
        QString program;
        QStringList options; // that say whose it is
        QStringList words;
        QString state; // the folder for what has to stand outside of the data

        Error failed(const Ended &ended) const;
    };

    QString folder(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString program(const char *name) const { return m_programs + QLatin1Char('/') + QLatin1String(name); }
    // The same words with the ids of lines that are named with their units.
    Result<std::vector<std::string>> withIds(const DemoAct &act);
    Run clientRun(const std::string &person, const QStringList &words) const;
    Run operatorRun(const QStringList &words) const;
    // All of them at the same time.
    Result<std::vector<Ended>> run(const std::vector<Run> &runs);
    Result<Ended> runOne(const Run &run);
    // The same, where anything but success is the stage's own failure.
    Result<QByteArray> must(const Run &run);
    Result<QJsonObject> read(const std::string &person, const QStringList &words);
    // Until somebody quits the loop, for so long at most.
    void turn(QEventLoop &loop, int milliseconds);

    Result<void> lead(const std::string &person, std::uint16_t port); // to that port of this machine
    Result<void> share(const DemoCast::Cart &cart);
    Result<void> syncAll();
    Result<void> startServer();
    Result<void> stopServer();

    const QString m_programs;
    QTemporaryDir m_folder;
    DemoCast m_cast;
    std::unique_ptr<QProcess> m_server;
    std::uint16_t m_port = 0;
    QEventLoop *m_loop = nullptr; // that runs now
    bool m_isGivenUp = false;
    bool m_isBehind = false; // the server: to wait until it has everything would be in vain
    std::map<std::string, std::unique_ptr<Cable>> m_cables;
    std::set<std::string> m_online;
};

} // namespace evencart
