#include "demo/processstage.h"

#include "demo/demoacts.h"
#include "demo/linename.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <QUrl>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#endif

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

Error givenUp()
{
    return brokenStage(QStringLiteral("The demonstration was interrupted; nothing of it is left."));
}

// Settings of this machine's own server are none of the demonstration's, and its programs end with this one. In a
// group of their own: what a terminal interrupts is this program, which then ends them in order.
void prepare(QProcess &process, const QString &state)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("EVENCARTD_")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("XDG_STATE_HOME"), state);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([parent = ::getpid()] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::_exit(1); // it is gone already
    });
#endif
}

// The end of what a program has written, on one line.
QString tailOf(const QString &path)
{
    constexpr qint64 most = 600;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || (file.size() > most && !file.seek(file.size() - most)))
        return {};
    return QString::fromUtf8(file.readAll()).simplified();
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

Error ProcessStage::Run::failed(const Ended &ended) const
{
    return brokenStage(QStringLiteral("\"%1\" ended with %2: %3")
                           .arg(words.join(QLatin1Char(' ')))
                           .arg(ended.code)
                           .arg(QString::fromUtf8((ended.out + ended.err).trimmed())));
}

ProcessStage::ProcessStage(QString programs) : m_programs(std::move(programs)) {}

ProcessStage::~ProcessStage()
{
    if (m_server) {
        m_server->kill();
        m_server->waitForFinished();
    }
}

void ProcessStage::giveUp()
{
    m_isGivenUp = true;
    if (m_loop)
        m_loop->quit();
}

void ProcessStage::turn(QEventLoop &loop, int milliseconds)
{
    QTimer::singleShot(milliseconds, &loop, [&loop] { loop.quit(); });
    m_loop = &loop;
    loop.exec();
    m_loop = nullptr;
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
        const QByteArray csv = QByteArray::fromStdString(cast.catalogue());
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

Result<void> ProcessStage::lead(const std::string &person, std::uint16_t port)
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
    return {program("evencartctl"), {QStringLiteral("--profile"), profile}, words, folder("state")};
}

ProcessStage::Run ProcessStage::operatorRun(const QStringList &words) const
{
    return {program("evencartd"),
            {QStringLiteral("admin"), QStringLiteral("--data"), folder("server")},
            words,
            folder("server state")};
}

Result<std::vector<ProcessStage::Ended>> ProcessStage::run(const std::vector<Run> &runs)
{
    if (m_isGivenUp)
        return givenUp();
    QEventLoop loop;
    std::size_t running = runs.size();
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const Run &each : runs) {
        auto &process = processes.emplace_back(std::make_unique<QProcess>());
        prepare(*process, each.state);
        process->setProgram(each.program);
        process->setArguments(each.options + each.words);
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
    if (running > 0)
        turn(loop, runMilliseconds);
    const auto isCut = [](const QProcess &process) { return process.state() != QProcess::NotRunning; };
    std::vector<Ended> all;
    std::optional<Error> failure = m_isGivenUp ? std::optional(givenUp()) : std::nullopt;
    for (std::size_t n = 0; n < processes.size(); ++n) {
        QProcess &process = *processes[n];
        const QString words = runs[n].words.join(QLatin1Char(' '));
        if (process.error() == QProcess::FailedToStart) {
            failure =
                brokenStage(QStringLiteral("%1 does not start: %2.").arg(process.program(), process.errorString()));
        } else if (isCut(process)) {
            process.kill();
            process.waitForFinished();
            failure = failure.value_or(brokenStage(
                QStringLiteral("\"%1\" did not end within %2 seconds.").arg(words).arg(runMilliseconds / 1000)));
        } else if (process.exitStatus() != QProcess::NormalExit) {
            failure = failure.value_or(brokenStage(QStringLiteral("\"%1\" was killed or crashed.").arg(words)));
        }
        all.push_back({process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()});
    }
    return failure ? Result<std::vector<Ended>>(*failure) : Result<std::vector<Ended>>(std::move(all));
}

Result<ProcessStage::Ended> ProcessStage::runOne(const Run &one)
{
    auto all = run({one});
    return all ? Result<Ended>(std::move(all->front())) : Result<Ended>(all.error());
}

Result<QByteArray> ProcessStage::must(const Run &one)
{
    const auto ended = runOne(one);
    if (!ended)
        return ended.error();
    return ended->code == Done ? Result<QByteArray>(ended->out) : Result<QByteArray>(one.failed(*ended));
}

Result<QJsonObject> ProcessStage::read(const std::string &person, const QStringList &words)
{
    Run asked = clientRun(person, words);
    asked.options.append(QStringLiteral("--json"));
    const auto out = must(asked);
    return out ? Result<QJsonObject>(QJsonDocument::fromJson(*out).object()) : Result<QJsonObject>(out.error());
}

Result<std::vector<std::string>> ProcessStage::withIds(const DemoAct &act)
{
    std::vector<std::string> words = act.words;
    const auto read = readWords(act.isOperators() ? shopsCommands() : personsCommands(), words);
    if (!read || !read->command->arguments.starts_with("CART LINE"))
        return words;
    const std::size_t last = read->command->name == "remove" ? read->arguments.size() : 2;
    for (std::size_t n = 1; n < last; ++n) {
        const auto exact = LineName::read(read->arguments[n]);
        const auto seen = exact ? cart(act.actor, read->arguments[0]) : Result<QJsonObject>(QJsonObject());
        if (!seen)
            return seen.error();
        bool isCalledSo = false;
        std::string id;
        for (const auto &each : (*seen)[QLatin1String("lines")].toArray()) {
            const auto textOf = [&](const char *key) {
                return each.toObject()[QLatin1String(key)].toString().toStdString();
            };
            isCalledSo = isCalledSo || isSameName(textOf("name"), read->arguments[n]);
            if (exact->isOf(textOf("name"), textOf("unit")))
                id = textOf("id");
        }
        if (!isCalledSo && !id.empty())
            std::ranges::replace(words, read->arguments[n], id);
    }
    return words;
}

Result<std::vector<DemoStage::Answer>> ProcessStage::act(const std::vector<DemoAct> &acts)
{
    std::vector<Run> runs;
    for (const DemoAct &act : acts) {
        const auto words = withIds(act);
        if (!words)
            return words.error();
        runs.push_back(act.isOperators() ? operatorRun(wordsOf(*words)) : clientRun(act.actor, wordsOf(*words)));
    }
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
Result<void> ProcessStage::syncAll()
{
    if (!m_server || m_isBehind)
        return {};
    for (int round = 0; round < 2; ++round) {
        for (const std::string &person : m_online) {
            const Run sync = clientRun(person, {QStringLiteral("sync")});
            const auto synced = runOne(sync);
            if (!synced)
                return synced.error();
            // A change that the server refuses ends a sync with that code, and has been told.
            if (synced->code != Done && synced->code != Refused)
                return sync.failed(*synced);
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
    prepare(*server, folder("server state"));
    server->setStandardErrorFile(folder("server.log"), QIODevice::Append);
    QEventLoop loop;
    QObject::connect(server.get(), &QProcess::readyRead, &loop, [&] {
        if (server->canReadLine())
            loop.quit();
    });
    QObject::connect(server.get(), &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(server.get(), &QProcess::errorOccurred, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    server->start(program("evencartd"), {QStringLiteral("--plain"), QStringLiteral("--listen"),
                                         QStringLiteral("127.0.0.1:0"), QStringLiteral("--admin"),
                                         QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), folder("server")});
    turn(loop, startMilliseconds);
    if (m_isGivenUp || !server->canReadLine()) {
        const bool isThere = server->error() != QProcess::FailedToStart;
        server->kill();
        server->waitForFinished();
        const QString said = isThere ? tailOf(folder("server.log")) : server->errorString();
        return m_isGivenUp ? givenUp()
                           : brokenStage(QStringLiteral("%1 does not start: %2")
                                             .arg(server->program(),
                                                  said.isEmpty() ? QStringLiteral("it says nothing.") : said));
    }
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
