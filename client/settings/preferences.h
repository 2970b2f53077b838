#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>
#include <qqmlregistration.h>

namespace evencart {

// What a person chose for the app on this machine: looks, language, habits. In an INI file inside the profile's
// directory (app.ini), so that two profiles do not share them and a copied profile looks the same. Nothing secret,
// nothing of a cart's content. A value that cannot be read is its default. Interface thread.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(Density density READ density WRITE setDensity NOTIFY densityChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged) // "": the system's
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(bool notifications READ notifications WRITE setNotifications NOTIFY notificationsChanged)
    Q_PROPERTY(bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY closeToTrayChanged)
    Q_PROPERTY(QStringList shopOrder READ shopOrder WRITE setShopOrder NOTIFY shopOrderChanged)

public:
    enum Theme
    {
        FollowSystem,
        Light,
        Dark
    };
    Q_ENUM(Theme)
    enum Density
    {
        Comfortable,
        Compact
    };
    Q_ENUM(Density)

    explicit Preferences(const QString &file, QObject *parent = nullptr);

    Theme theme() const;
    void setTheme(Theme theme);
    Density density() const;
    void setDensity(Density density);
    QString language() const;
    void setLanguage(const QString &language);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    bool notifications() const;
    void setNotifications(bool on);
    bool closeToTray() const;
    void setCloseToTray(bool on);
    QStringList shopOrder() const;
    void setShopOrder(const QStringList &categories);

    // What the window remembers by itself: its size, the open cart, half-typed text. `key` has no spaces.
    Q_INVOKABLE QVariant remembered(const QString &key, const QVariant &otherwise = {}) const;
    Q_INVOKABLE void remember(const QString &key, const QVariant &value);

Q_SIGNALS:
    void themeChanged();
    void densityChanged();
    void languageChanged();
    void reducedMotionChanged();
    void notificationsChanged();
    void closeToTrayChanged();
    void shopOrderChanged();

private:
    template <typename T>
    bool change(const QString &key, const T &before, const T &value);

    QSettings m_file;
};

} // namespace evencart
