#include "people/keysettings.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

namespace evencart {

void KeySettings::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &AppSession::profileChanged, this, &KeySettings::changed);
    Q_EMIT sessionChanged();
    Q_EMIT changed();
}

QString KeySettings::place() const
{
    if (!m_session)
        return {};
    return isInKeychain() ? tr("In your desktop's keychain")
                          : tr("In the file %1").arg(m_session->directory() + QStringLiteral("/keys"));
}

QString KeySettings::why() const
{
    if (isInKeychain())
        return tr("They are locked with your login. The command line evencartctl cannot open this profile while they "
                  "are there.");
    if (m_busy)
        return tr("Asking the desktop's keychain…");
    if (!m_ready)
        return tr("The file can be read by your user alone. It is used because there is no keychain: %1")
            .arg(m_unavailable);
    return tr("The file can be read by your user alone, and evencartctl can use the profile, too. A keychain is there "
              "if you prefer it.");
}

void KeySettings::run(std::function<Result<void>(EngineRoom &)> work, const std::function<void(Result<void>)> &then)
{
    if (!m_session || m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    m_session->engine().ask<Result<void>>(this, std::move(work), [this, then](const Result<void> &done) {
        m_busy = false;
        then(done);
        Q_EMIT changed();
    });
}

void KeySettings::refresh()
{
    run(
        [](EngineRoom &room) -> Result<void> {
            if (!room.keyVault())
                return Error{ErrorCode::Io, "This program was started without one."};
            return room.keyVault()->check();
        },
        [this](const Result<void> &ready) {
            m_ready = ready.ok();
            m_unavailable = ready ? QString() : errorSentence(ready.error());
        });
}

void KeySettings::moveToKeychain()
{
    move([](Profile &profile) { return profile.moveKeysToVault(); });
}

void KeySettings::moveToFile()
{
    move([](Profile &profile) { return profile.moveKeysToFile(); });
}

void KeySettings::move(std::function<Result<void>(Profile &)> work)
{
    run(
        [work = std::move(work)](EngineRoom &room) {
            const auto done = work(room.workspace().profile());
            room.profileTouched();
            return done;
        },
        [this](const Result<void> &done) {
            if (done)
                Q_EMIT moved();
            else
                Q_EMIT failed(errorSentence(done.error()));
        });
}

} // namespace evencart
