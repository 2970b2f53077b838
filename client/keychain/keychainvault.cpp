#include "keychain/keychainvault.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDeadlineTimer>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <qt6keychain/keychain.h>

#include <optional>

namespace evencart {

namespace {

constexpr int busMilliseconds = 2000;
const QString service = QStringLiteral("evencart");

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, "The keychain has no such entry."};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorCode::Io, "The keychain is locked, or access to it was denied. Unlock it and try again."};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Io, "No keychain runs here (Secret Service or KWallet)."};
    default:
        return {ErrorCode::Io, "No keychain answers (" + job.errorString().toStdString() + ")."};
    }
}

// One for the process: QtKeychain's queue is a singleton that stays on the thread on which it was first used, and
// stands still when that thread ends.
class JobThread
{
public:
    static JobThread &instance()
    {
        static JobThread thread;
        return thread;
    }
    ~JobThread()
    {
        m_thread.quit();
        m_thread.wait();
    }

    QObject *context() { return m_context; }

private:
    JobThread() : m_context(new QObject)
    {
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_context->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
        m_thread.start();
    }

    QThread m_thread;
    QObject *m_context; // lives on the thread, deleted there
};

// QtKeychain 0.13 cannot be asked whether a password prompt would follow; the services can. One that does not run yet
// is not started for the question.
template <typename T>
std::optional<T> answerTo(const QDBusMessage &question, const QDBusConnection &bus)
{
    const QDBusReply<T> reply = bus.call(question, QDBus::Block, busMilliseconds);
    return reply.isValid() ? std::optional<T>(reply.value()) : std::nullopt;
}

bool runs(const QDBusConnection &bus, const QString &name)
{
    return bus.isConnected() && bus.interface()->isServiceRegistered(name).value();
}

bool secretServiceIsOpen(const QDBusConnection &bus)
{
    const QString name = QStringLiteral("org.freedesktop.secrets");
    if (!runs(bus, name))
        return false;
    auto aliased =
        QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/secrets"),
                                       QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    aliased << QStringLiteral("default");
    const auto collection = answerTo<QDBusObjectPath>(aliased, bus);
    if (!collection || collection->path() == QStringLiteral("/"))
        return false;
    auto locked = QDBusMessage::createMethodCall(
        name, collection->path(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    locked << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    const auto answer = answerTo<QDBusVariant>(locked, bus);
    return answer && !answer->variant().toBool();
}

bool kwalletIsOpen(const QDBusConnection &bus)
{
    const QString name = QStringLiteral("org.kde.kwalletd5"); // the one that QtKeychain talks to
    if (!runs(bus, name))
        return false;
    const auto call = [&](const char *method) {
        return QDBusMessage::createMethodCall(name, QStringLiteral("/modules/kwalletd5"),
                                              QStringLiteral("org.kde.KWallet"), QLatin1String(method));
    };
    const auto wallet = answerTo<QString>(call("networkWallet"), bus);
    if (!wallet)
        return false;
    auto open = call("isOpen");
    open << *wallet;
    return answerTo<bool>(open, bus).value_or(false);
}

} // namespace

struct KeychainVault::Waiting
{
    QMutex mutex;
    QWaitCondition answered;
    bool givenUp = false;
};

KeychainVault::KeychainVault(std::chrono::milliseconds patience)
    : m_patience(patience), m_waiting(std::make_shared<Waiting>())
{
}

KeychainVault::~KeychainVault()
{
    giveUp();
}

std::string KeychainVault::name() const
{
    return "the desktop's keychain";
}

Result<std::string> KeychainVault::wait(const std::function<void(Finish)> &start)
{
    const auto result = std::make_shared<std::optional<Result<std::string>>>();
    const Finish finish = [waiting = m_waiting, result](Result<std::string> answer) {
        const QMutexLocker locker(&waiting->mutex);
        *result = std::move(answer);
        waiting->answered.wakeAll();
    };
    QMetaObject::invokeMethod(
        JobThread::instance().context(), [start, finish] { start(finish); }, Qt::QueuedConnection);
    const QDeadlineTimer deadline(m_patience);
    QMutexLocker locker(&m_waiting->mutex);
    while (!result->has_value() && !m_waiting->givenUp && !deadline.hasExpired())
        m_waiting->answered.wait(&m_waiting->mutex, deadline);
    if (result->has_value())
        return **result;
    return Error{ErrorCode::Io, "The keychain did not answer. Unlock it and try again."};
}

void KeychainVault::giveUp()
{
    const QMutexLocker locker(&m_waiting->mutex);
    m_waiting->givenUp = true;
    m_waiting->answered.wakeAll();
}

Result<std::string> KeychainVault::read(const std::string &entry)
{
    return wait([entry](const Finish &finish) {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setInsecureFallback(false);
        job->setKey(QString::fromStdString(entry));
        QObject::connect(job, &QKeychain::Job::finished, job, [job, finish] {
            if (job->error() == QKeychain::NoError)
                finish(job->textData().toStdString());
            else
                finish(errorOf(*job));
        });
        job->start();
    });
}

Result<void> KeychainVault::write(const std::string &entry, const std::string &secret)
{
    const auto written = wait([entry, secret](const Finish &finish) {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setInsecureFallback(false);
        job->setKey(QString::fromStdString(entry));
        job->setTextData(QString::fromStdString(secret));
        QObject::connect(job, &QKeychain::Job::finished, job, [job, finish] {
            if (job->error() == QKeychain::NoError)
                finish(std::string());
            else
                finish(errorOf(*job));
        });
        job->start();
    });
    return written ? Result<void>() : written.error();
}

bool KeychainVault::isOpen()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return secretServiceIsOpen(bus) || kwalletIsOpen(bus);
}

Result<void> KeychainVault::check()
{
    // QtKeychain 0.13 cannot be asked; an entry that nobody has tells as much.
    const auto nothing = read("evencart-is-there-a-keychain");
    return nothing || nothing.error().code == ErrorCode::NotFound ? Result<void>() : nothing.error();
}

} // namespace evencart
