#pragma once

#include "model/appsession.h"

#include <QTimer>

namespace evencart {

// Watches a program that was just started with a new profile: the profile opens, the sample cart arrives, an item that
// is added goes through the engine to the disk and comes back to the list. Ends once, in one way or the other.
class SelfTest : public QObject
{
    Q_OBJECT

public:
    explicit SelfTest(AppSession &session, QObject *parent = nullptr);

Q_SIGNALS:
    void passed(const QString &sentence);
    void failed(const QString &sentence);

private:
    void lookAtPhase();
    void addWhenOpen();
    void itemArrived(const QStringList &ids);
    void end(bool well, const QString &sentence);

    AppSession &m_session;
    QTimer m_patience;
    bool m_added = false;
};

} // namespace evencart
