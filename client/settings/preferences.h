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
    // When no notification pops up, "22:00" to "07:00"; the same time twice: never quiet.
    Q_PROPERTY(QString quietFrom READ quietFrom WRITE setQuietFrom NOTIFY quietHoursChanged)
    Q_PROPERTY(QString quietTo READ quietTo WRITE setQuietTo NOTIFY quietHoursChanged)
    Q_PROPERTY(QStringList mutedCarts READ mutedCarts NOTIFY mutedCartsChanged) // ids: no notifications of them
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
    QString quietFrom() const;
    void setQuietFrom(const QString &time);
    QString quietTo() const;
    void setQuietTo(const QString &time);
    QStringList mutedCarts() const;
    Q_INVOKABLE void muteCart(const QString &id, bool muted);
    QStringList shopOrder() const;
    void setShopOrder(const QStringList &categories);
    // One step each in the order of the shop. False, and nothing changes: no such place, a name that is empty or there.
    Q_INVOKABLE bool moveAisle(qsizetype from, qsizetype to);
    Q_INVOKABLE bool removeAisle(qsizetype index);
    Q_INVOKABLE bool addAisle(const QString &name);

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
    void quietHoursChanged();
    void mutedCartsChanged();
    void shopOrderChanged();

private:
    template <typename T>
    bool change(const QString &key, const T &before, const T &value);

    QSettings m_file;
};

} // namespace evencart
