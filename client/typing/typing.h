#pragma once

#include "typing/staples.h"
#include "typing/templates.h"

namespace evencart {

// How QML comes to what there is one of for each session. `session` is set once.
class Typing : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session MEMBER m_session NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(evencart::Staples *staples READ staples NOTIFY sessionChanged)
    Q_PROPERTY(evencart::Templates *templates READ templates NOTIFY sessionChanged)

public:
    using QObject::QObject;

    Staples *staples() const { return m_session ? &Staples::of(*m_session) : nullptr; }
    Templates *templates() const { return m_session ? &Templates::of(*m_session) : nullptr; }

Q_SIGNALS:
    void sessionChanged();

private:
    AppSession *m_session = nullptr;
};

} // namespace evencart
