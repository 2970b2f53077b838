#pragma once

#include "model/appsession.h"

#include <QJsonObject>

#include <functional>

namespace evencart {

// A small JSON document in the profile's directory that belongs to no cart: read once, written whole (QSaveFile) after
// each change, on the engine's thread. A file that cannot be understood is put aside under another name, never written
// over. What goes wrong is told to the user by AppSession::failure().
class ProfileFile
{
public:
    // `context` lives as long as this and on the interface's thread.
    ProfileFile(AppSession &session, QObject *context, const QString &name);

    // Calls `take` with the document, an empty one where there is no file.
    void read(std::function<void(const QJsonObject &)> take);
    void write(const QJsonObject &document);

private:
    QString path() const;

    AppSession &m_session;
    QObject *m_context;
    QString m_name;
};

} // namespace evencart
