#pragma once

#include "model/appsession.h"

namespace evencart {

// What the settings tell about the program and the profile's directory, and the diagnostics that a person may copy into
// a report. Those hold no names, no items, no addresses and no keys.
class AppFacts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)

public:
    using QObject::QObject;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    QString version() const;
    QString qtVersion() const;

    QString diagnostics() const;
    Q_INVOKABLE void copyDiagnostics() const;
    Q_INVOKABLE void openDirectory() const;

Q_SIGNALS:
    void sessionChanged();

private:
    AppSession *m_session = nullptr;
};

} // namespace evencart
