#include "settings/preferences.h"

#include <QTime>

namespace evencart {

namespace {

// A value from a file that anybody may have edited: out of range is the default.
template <typename Enum>
Enum enumFrom(const QVariant &value, Enum otherwise, Enum last)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : otherwise;
}

bool boolFrom(const QVariant &value, bool otherwise)
{
    const QString text = value.toString();
    if (text == QStringLiteral("true") || text == QStringLiteral("1"))
        return true;
    return text == QStringLiteral("false") || text == QStringLiteral("0") ? false : otherwise;
}

QStringList usualShop()
{
    return {Preferences::tr("Fruit and vegetables"),
            Preferences::tr("Bakery"),
            Preferences::tr("Dairy"),
            Preferences::tr("Meat and fish"),
            Preferences::tr("Frozen"),
            Preferences::tr("Pantry"),
            Preferences::tr("Drinks"),
            Preferences::tr("Household")};
}

const QString themeKey = QStringLiteral("look/theme");
const QString densityKey = QStringLiteral("look/density");
const QString languageKey = QStringLiteral("look/language");
const QString motionKey = QStringLiteral("look/reducedMotion");
const QString notificationsKey = QStringLiteral("habits/notifications");
const QString trayKey = QStringLiteral("habits/closeToTray");
const QString quietFromKey = QStringLiteral("habits/quietFrom");
const QString quietToKey = QStringLiteral("habits/quietTo");
const QString mutedKey = QStringLiteral("habits/mutedCarts");
const QString shopKey = QStringLiteral("habits/shopOrder");

// As "HH:mm"; midnight where it is no time.
QString timeFrom(const QString &text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    return (time.isValid() ? time : QTime(0, 0)).toString(QStringLiteral("HH:mm"));
}

} // namespace

Preferences::Preferences(const QString &file, QObject *parent) : QObject(parent), m_file(file, QSettings::IniFormat) {}

template <typename T>
bool Preferences::change(const QString &key, const T &before, const T &value)
{
    if (before == value)
        return false;
    m_file.setValue(key, QVariant::fromValue(value));
    return true;
}

Preferences::Theme Preferences::theme() const
{
    return enumFrom(m_file.value(themeKey), FollowSystem, Dark);
}

void Preferences::setTheme(Theme theme)
{
    if (change<int>(themeKey, this->theme(), theme))
        Q_EMIT themeChanged();
}

Preferences::Density Preferences::density() const
{
    return enumFrom(m_file.value(densityKey), Comfortable, Compact);
}

void Preferences::setDensity(Density density)
{
    if (change<int>(densityKey, this->density(), density))
        Q_EMIT densityChanged();
}

QString Preferences::language() const
{
    return m_file.value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (change(languageKey, this->language(), language))
        Q_EMIT languageChanged();
}

bool Preferences::reducedMotion() const
{
    return boolFrom(m_file.value(motionKey), false);
}

void Preferences::setReducedMotion(bool reduced)
{
    if (change(motionKey, reducedMotion(), reduced))
        Q_EMIT reducedMotionChanged();
}

bool Preferences::notifications() const
{
    return boolFrom(m_file.value(notificationsKey), true);
}

void Preferences::setNotifications(bool on)
{
    if (change(notificationsKey, notifications(), on))
        Q_EMIT notificationsChanged();
}

bool Preferences::closeToTray() const
{
    return boolFrom(m_file.value(trayKey), false);
}

void Preferences::setCloseToTray(bool on)
{
    if (change(trayKey, closeToTray(), on))
        Q_EMIT closeToTrayChanged();
}

QString Preferences::quietFrom() const
{
    return timeFrom(m_file.value(quietFromKey).toString());
}

void Preferences::setQuietFrom(const QString &time)
{
    if (change(quietFromKey, quietFrom(), timeFrom(time)))
        Q_EMIT quietHoursChanged();
}

QString Preferences::quietTo() const
{
    return timeFrom(m_file.value(quietToKey).toString());
}

void Preferences::setQuietTo(const QString &time)
{
    if (change(quietToKey, quietTo(), timeFrom(time)))
        Q_EMIT quietHoursChanged();
}

QStringList Preferences::mutedCarts() const
{
    return m_file.value(mutedKey).toStringList();
}

void Preferences::muteCart(const QString &id, bool muted)
{
    QStringList carts = mutedCarts();
    carts.removeAll(id);
    if (muted)
        carts << id;
    if (change(mutedKey, mutedCarts(), carts))
        Q_EMIT mutedCartsChanged();
}

QStringList Preferences::shopOrder() const
{
    return m_file.contains(shopKey) ? m_file.value(shopKey).toStringList() : usualShop();
}

void Preferences::setShopOrder(const QStringList &categories)
{
    if (change(shopKey, shopOrder(), categories))
        Q_EMIT shopOrderChanged();
}

bool Preferences::moveAisle(qsizetype from, qsizetype to)
{
    QStringList aisles = shopOrder();
    const auto isPlace = [&](qsizetype index) { return index >= 0 && index < aisles.size(); };
    if (!isPlace(from) || !isPlace(to) || from == to)
        return false;
    aisles.move(from, to);
    setShopOrder(aisles);
    return true;
}

bool Preferences::removeAisle(qsizetype index)
{
    QStringList aisles = shopOrder();
    if (index < 0 || index >= aisles.size())
        return false;
    aisles.removeAt(index);
    setShopOrder(aisles);
    return true;
}

bool Preferences::addAisle(const QString &name)
{
    const QString aisle = name.trimmed();
    if (aisle.isEmpty() || shopOrder().contains(aisle))
        return false;
    setShopOrder(shopOrder() << aisle);
    return true;
}

QVariant Preferences::remembered(const QString &key, const QVariant &otherwise) const
{
    return m_file.value(QStringLiteral("window/") + key, otherwise);
}

void Preferences::remember(const QString &key, const QVariant &value)
{
    m_file.setValue(QStringLiteral("window/") + key, value);
}

} // namespace evencart
