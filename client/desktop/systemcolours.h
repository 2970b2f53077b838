#pragma once

#include <QObject>

class QDBusVariant;

namespace evencart {

// Whether the desktop is set to dark colours, also when that changes: from the settings portal
// (org.freedesktop.appearance) where there is one, else from the palette that the platform gave us. Interface thread.
class SystemColours : public QObject
{
    Q_OBJECT

public:
    explicit SystemColours(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    bool m_dark = false;
};

} // namespace evencart
