#include "demo/processstage.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace evencart {

namespace {

constexpr int startMilliseconds = 30'000;
constexpr int runMilliseconds = 60'000;

enum
{
    Done = 0,
    Refused = 3,
    Unreachable = 4
};

Error brokenStage(const QString &sentence)
{
    return {ErrorCode::Io, sentence.toStdString()};
}

QStringList wordsOf(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list;
}

bool copyInto(const QString &from, const QString &to)
{
    QFile in(from), out(to);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    const QByteArray content = in.readAll();
    return out.write(content) == content.size() && out.flush() && out.setPermissions(in.permissions());
}

// SUBTLE: files that are there already keep their identity and get another content. A server would see that its files
// were put back otherwise, and this one is to play another server, which has not heard of the latest yet.
bool copyFolder(const QString &from, const QString &to)
{
    const auto everything = QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
    const QDir source(from), target(to);
    if (!QDir().mkpath(to) || !QFile::setPermissions(to, QFile::permissions(from)))
        return false;
    for (const QFileInfo &entry : target.entryInfoList(everything)) {
        if (!source.exists(entry.fileName()) && entry.isFile() && !QFile::remove(entry.filePath()))
            return false;
    }
    for (const QFileInfo &entry : source.entryInfoList(everything)) {
        const QString copy = target.filePath(entry.fileName());
        if (entry.isDir() ? !copyFolder(entry.filePath(), copy) : !copyInto(entry.filePath(), copy))
            return false;
    }
    return true;
}

} // namespace

DemoStage::Answer ProcessStage::Ended::answer() const
{
    const DemoOutcome outcome = code == Done          ? DemoOutcome::Done
                                : code == Refused     ? DemoOutcome::Refused
                                : code == Unreachable ? DemoOutcome::Unreachable
                                                      : DemoOutcome::Failed;
    return {outcome, (out + err).trimmed().toStdString()};
}

Error ProcessStage::Ended::error(const QStringList &words) const
{
    return brokenStage(QStringLiteral("\"%1\" ended with %2: %3")
                           .arg(words.join(QLatin1Char(' ')))
                           .arg(code)
                           .arg(QString::fromUtf8((out + err).trimmed())));
}

ProcessStage::ProcessStage(QString programs) : m_programs(std::move(programs)) {}

ProcessStage::~ProcessStage()
{
    if (m_server) {
        m_server->kill();
        m_server->waitForFinished();
    }
}

Result<void> ProcessStage::open(const DemoCast &cast)
{
    m_cast = cast;
    if (!m_folder.isValid())
        return brokenStage(QStringLiteral("No temporary folder can be made: %1.").arg(m_folder.errorString()));
    if (!QDir(m_folder.path()).mkdir(QStringLiteral("people")))
        return brokenStage(QStringLiteral("%1 cannot be written.").arg(m_folder.path()));
    if (auto started = startServer(); !started)
        return started;
    if (!cast.goods.empty()) {
        const QString path = folder("goods.csv");
        QFile file(path);
        QByteArray csv = "sku,name,unit,price,currency,stock,category\n";
        for (const std::string &row : cast.goods)
            csv += QByteArray::fromStdString(row) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.flush())
            return brokenStage(QStringLiteral("%1 cannot be written: %2.").arg(path, file.errorString()));
        const auto imported = must(operatorRun({QStringLiteral("catalog"), QStringLiteral("import"), path}));
        if (!imported)
            return imported.error();
    }
    for (const std::string &person : cast.people) {
        const QString name = QString::fromStdString(person);
        if (auto made = must(clientRun(person, {QStringLiteral("init"), QStringLiteral("--name"), name})); !made)
            return made.error();
        m_online.insert(person);
        if (auto led = lead(person, m_port); !led)
            return led;
    }
    for (const auto &cart : cast.carts) {
        if (auto shared = share(cart); !shared)
            return shared;
    }
    // An invitation leads to the server itself; from here on everybody has a cable of their own.
    for (const std::string &person : cast.people) {
        auto &cable = m_cables[person] = std::make_unique<Cable>();
        cable->leadTo(m_port);
        if (!cable->plug())
            return brokenStage(QStringLiteral("There is no free port on this machine."));
        if (auto led = lead(person, cable->port()); !led)
            return led;
    }
    return syncAll();
}

Result<void> ProcessStage::lead(const std::string &person, std::uint16_t port) const
{
    const auto set = must(clientRun(
        person, {QStringLiteral("server"), QStringLiteral("set"), QStringLiteral("ws://127.0.0.1:%1").arg(port)}));
    return set ? Result<void>() : Result<void>(set.error());
}

Result<void> ProcessStage::share(const DemoCast::Cart &cart)
{
    const std::string &owner = cart.people.front();
    const QString name = QString::fromStdString(cart.name);
    if (auto made = must(clientRun(owner, {QStringLiteral("cart"), QStringLiteral("create"), name})); !made)
        return made.error();
    for (auto guest = cart.people.begin() + 1; guest != cart.people.end(); ++guest) {
        const auto invited = read(owner, {QStringLiteral("invite"), name});
        if (!invited)
            return invited.error();
        const QString link = (*invited)[QLatin1String("link")].toString();
        if (auto joined = must(clientRun(*guest, {QStringLiteral("join"), link})); !joined)
            return joined.error();
    }
    return {};
}

ProcessStage::Run ProcessStage::clientRun(const std::string &person, const QStringList &words) const
{
    // By number: what a text calls them is no part of a path.
    const auto place = std::ranges::find(m_cast.people, person) - m_cast.people.begin();
    const QString profile = m_folder.filePath(QStringLiteral("people/%1").arg(place));
    return {program("evencartctl"), QStringList{QStringLiteral("--profile"), profile} + words, folder("state")};
}

ProcessStage::Run ProcessStage::operatorRun(const QStringList &words) const
{
    return {program("evencartd"),
            QStringList{QStringLiteral("admin"), QStringLiteral("--data"), folder("server")} + words,
            folder("server state")};
}

Result<std::vector<ProcessStage::Ended>> ProcessStage::run(const std::vector<Run> &runs) const
{
    QEventLoop loop;
    std::size_t running = runs.size();
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const Run &each : runs) {
        auto &process = processes.emplace_back(std::make_unique<QProcess>());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), each.state);
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process->setProcessEnvironment(environment);
        process->setProgram(each.program);
        process->setArguments(each.words);
        process->setStandardInputFile(QProcess::nullDevice());
        const auto ended = [&] {
            if (--running == 0)
                loop.quit();
        };
        QObject::connect(process.get(), &QProcess::finished, &loop, ended);
        QObject::connect(process.get(), &QProcess::errorOccurred, &loop, [ended](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                ended();
        });
    }
    for (const auto &process : processes)
        process->start();
    QTimer::singleShot(runMilliseconds, &loop, [&loop] { loop.quit(); });
    if (running > 0)
        loop.exec();
    std::vector<Ended> all;
    for (const auto &process : processes) {
        if (process->error() == QProcess::FailedToStart)
            return brokenStage(
                QStringLiteral("%1 does not start: %2.").arg(process->program(), process->errorString()));
        if (process->state() != QProcess::NotRunning || process->exitStatus() != QProcess::NormalExit) {
            process->kill();
            process->waitForFinished();
            return brokenStage(QStringLiteral("%1 did not end by itself.").arg(process->program()));
        }
        all.push_back({process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()});
    }
    return all;
}

Result<ProcessStage::Ended> ProcessStage::runOne(const Run &one) const
{
    auto all = run({one});
    return all ? Result<Ended>(std::move(all->front())) : Result<Ended>(all.error());
}

Result<QByteArray> ProcessStage::must(const Run &one) const
{
    const auto ended = runOne(one);
    if (!ended)
        return ended.error();
    return ended->code == Done ? Result<QByteArray>(ended->out) : Result<QByteArray>(ended->error(one.words));
}

Result<QJsonObject> ProcessStage::read(const std::string &person, const QStringList &words) const
{
    const auto out = must(clientRun(person, QStringList{QStringLiteral("--json")} + words));
    return out ? Result<QJsonObject>(QJsonDocument::fromJson(*out).object()) : Result<QJsonObject>(out.error());
}

Result<std::vector<DemoStage::Answer>> ProcessStage::act(const std::vector<DemoAct> &acts)
{
    std::vector<Run> runs;
    for (const DemoAct &act : acts)
        runs.push_back(act.isOperators() ? operatorRun(wordsOf(act.words)) : clientRun(act.actor, wordsOf(act.words)));
    const auto ended = run(runs);
    if (!ended)
        return ended.error();
    std::vector<Answer> answers;
    for (const Ended &each : *ended)
        answers.push_back(each.answer());
    if (auto synced = syncAll(); !synced)
        return synced.error();
    return answers;
}

// Twice: the first hears what the others brought only in the second round.
Result<void> ProcessStage::syncAll() const
{
    if (!m_server || m_isBehind)
        return {};
    for (int round = 0; round < 2; ++round) {
        for (const std::string &person : m_online) {
            const auto synced = runOne(clientRun(person, {QStringLiteral("sync")}));
            if (!synced)
                return synced.error();
            // A change that the server refuses ends a sync with that code, and has been told.
            if (synced->code != Done && synced->code != Refused)
                return synced->error({QString::fromStdString(person), QStringLiteral("sync")});
        }
    }
    return {};
}

Result<void> ProcessStage::plug(const std::string &person, bool on)
{
    if (!on) {
        m_cables[person]->pull();
        m_online.erase(person);
        return {};
    }
    if (!m_cables[person]->plug())
        return brokenStage(
            QStringLiteral("The port of %1 is taken by another program.").arg(QString::fromStdString(person)));
    m_online.insert(person);
    return syncAll();
}

Result<void> ProcessStage::server(DemoServer::What what)
{
    switch (what) {
    case DemoServer::What::Stop:
        return stopServer();
    case DemoServer::What::Start:
        m_isBehind = false;
        if (auto started = startServer(); !started)
            return started;
        return syncAll();
    case DemoServer::What::Keep:
    case DemoServer::What::PutBack: {
        const bool keeps = what == DemoServer::What::Keep;
        if (auto stopped = stopServer(); !stopped)
            return stopped;
        for (const auto &[live, copy] : {std::pair{"server", "kept"}, {"server state", "kept state"}}) {
            if (!copyFolder(folder(keeps ? live : copy), folder(keeps ? copy : live)))
                return brokenStage(QStringLiteral("The server cannot be copied."));
        }
        m_isBehind = !keeps;
        return startServer();
    }
    }
    return {};
}

Result<void> ProcessStage::startServer()
{
    if (m_server)
        return {};
    auto server = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), folder("server state"));
    server->setProcessEnvironment(environment);
    server->setStandardErrorFile(folder("server.log"), QIODevice::Append);
    server->start(program("evencartd"), {QStringLiteral("--plain"), QStringLiteral("--listen"),
                                         QStringLiteral("127.0.0.1:0"), QStringLiteral("--admin"),
                                         QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), folder("server")});
    if (!server->waitForReadyRead(startMilliseconds))
        return brokenStage(QStringLiteral("%1 does not start: %2.").arg(server->program(), server->errorString()));
    const QUrl url(QJsonDocument::fromJson(server->readLine()).object()[QLatin1String("url")].toString());
    for (const auto &[person, cable] : m_cables)
        cable->leadTo(static_cast<std::uint16_t>(url.port()));
    m_port = static_cast<std::uint16_t>(url.port());
    m_server = std::move(server);
    return {};
}

Result<void> ProcessStage::stopServer()
{
    if (!m_server)
        return {};
    m_server->terminate();
    const bool ended = m_server->waitForFinished(startMilliseconds);
    m_server.reset();
    return ended ? Result<void>() : Result<void>(brokenStage(QStringLiteral("The server does not end.")));
}

Result<QJsonObject> ProcessStage::cart(const std::string &person, const std::string &cart)
{
    return read(person, {QStringLiteral("cart"), QStringLiteral("show"), QString::fromStdString(cart)});
}

Result<QJsonObject> ProcessStage::goods(const std::string &person)
{
    return read(person, {QStringLiteral("stock"), QStringLiteral("--local")});
}

Result<QJsonObject> ProcessStage::people(const std::string &person, const std::string &cart)
{
    return read(person, {QStringLiteral("members"), QString::fromStdString(cart)});
}

Result<QJsonObject> ProcessStage::orders(const std::string &person)
{
    return read(person, {QStringLiteral("orders"), QStringLiteral("--local")});
}

} // namespace evencart
