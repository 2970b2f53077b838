#include "keychain/keychainvault.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <qt6keychain/keychain.h>

#include <optional>

namespace evencart {

namespace {

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

Result<void> KeychainVault::check()
{
    // QtKeychain 0.13 cannot be asked; an entry that nobody has tells as much.
    const auto nothing = read("evencart-is-there-a-keychain");
    return nothing || nothing.error().code == ErrorCode::NotFound ? Result<void>() : nothing.error();
}

} // namespace evencart
