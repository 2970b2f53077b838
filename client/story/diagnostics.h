#pragma once

#include "model/appsession.h"

namespace evencart {

// A text about the state of the sync for a bug report: versions, replica, carts by shortened id with their counts, the
// last error. No names of people, carts or items, no secrets, no server address.
class Diagnostics : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)

public:
    using QObject::QObject;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);

    // Answers with copied(), when it is in the clipboard.
    Q_INVOKABLE void copy();

Q_SIGNALS:
    void sessionChanged();
    void copied(const QString &text);

private:
    AppSession *m_session = nullptr;
};

// On the engine's thread.
QString diagnosticsText(EngineRoom &room);

} // namespace evencart
