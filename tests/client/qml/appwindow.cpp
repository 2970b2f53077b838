#include "appwindow.h"

#include <QDir>
#include <QMetaEnum>
#include <QQuickItem>
#include <QtQml/QQmlExtensionPlugin>

#include <iostream>

Q_IMPORT_QML_PLUGIN(Evencart_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_PeoplePlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ShopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_StoryPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_TypingPlugin)
Q_IMPORT_QML_PLUGIN(EvencartPlugin)

namespace evencart::test {

namespace {

// What can be seen: not hidden itself, nor in something that is hidden or fully transparent.
bool isShown(const QAccessibleInterface *face)
{
    if (!face->isValid() || face->state().invisible)
        return false;
    for (auto *item = qobject_cast<QQuickItem *>(face->object()); item; item = item->parentItem()) {
        if (!item->isVisible() || qFuzzyIsNull(item->opacity()))
            return false;
    }
    return true;
}

void gather(QAccessibleInterface *face, std::vector<QAccessibleInterface *> &found)
{
    for (int index = 0; index < face->childCount(); ++index) {
        QAccessibleInterface *child = face->child(index);
        if (!child || !isShown(child))
            continue;
        found.push_back(child);
        gather(child, found);
    }
}

} // namespace

// In Qt 6.4 the accessible state does not know it.
bool isEnabled(const QAccessibleInterface *face)
{
    const auto *item = qobject_cast<QQuickItem *>(face->object());
    return item && item->isEnabled();
}

bool matches(const QString &name, const QString &wanted)
{
    QStringList parts = wanted.split(QLatin1Char('*'));
    for (QString &part : parts)
        part = QRegularExpression::escape(part);
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(parts.join(QStringLiteral(".*"))),
                                     QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(name).hasMatch();
}

QString roleName(Part role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

void failOnWarnings()
{
    // All but one of Qt's own: a list was making rows ahead when its model began anew with fewer.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!DelegateModel::cancel: index out range)")));
}

AppWindow::AppWindow(QString profile, QSize size) : m_profile(std::move(profile)), m_size(size)
{
    QAccessible::setActive(true); // as with a screen reader, before anything is made
}

AppWindow::~AppWindow()
{
    close();
}

bool AppWindow::start()
{
    QDir().mkpath(m_profile);
    {
        Preferences preferences(m_profile + QStringLiteral("/app.ini"));
        preferences.setTheme(Preferences::Light);
        preferences.setLanguage(QStringLiteral("en"));
        preferences.setReducedMotion(true);
        preferences.remember(QStringLiteral("geometry"), QRect(QPoint(0, 0), m_size));
    }
    CommandLine commandLine;
    commandLine.profile = m_profile;
    commandLine.name = QStringLiteral("Ann");
    m_program = std::make_unique<Application>(commandLine, m_clock, m_random, nullptr);
    if (const auto started = m_program->start(); !started) {
        std::cerr << started.error().message << std::endl;
        return false;
    }
    window().resize(m_size);
    window().requestActivate();
    return true;
}

bool AppWindow::waitUntilOpen()
{
    return QTest::qWaitForWindowExposed(&window(), patience) &&
           QTest::qWaitFor([this] { return window().isActive() && session().phase() != AppSession::Opening; },
                           patience);
}

bool AppWindow::open()
{
    return start() && waitUntilOpen();
}

void AppWindow::close()
{
    m_program.reset();
}

QQuickWindow &AppWindow::window()
{
    return *qobject_cast<QQuickWindow *>(m_program->window());
}

// ---- what is there to see

std::vector<QAccessibleInterface *> AppWindow::everything()
{
    std::vector<QAccessibleInterface *> found;
    if (QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&window()))
        gather(root, found);
    return found;
}

QAccessibleInterface *AppWindow::find(Part role, const QString &name)
{
    for (QAccessibleInterface *face : everything()) {
        if (face->role() == role && matches(face->text(QAccessible::Name), name))
            return face;
    }
    return nullptr;
}

bool AppWindow::says(const char *text)
{
    const auto all = everything();
    return std::any_of(all.begin(), all.end(), [wanted = QString::fromUtf8(text)](QAccessibleInterface *face) {
        return matches(face->text(QAccessible::Name), wanted);
    });
}

QStringList AppWindow::names(Part role)
{
    QStringList names;
    for (QAccessibleInterface *face : everything()) {
        if (face->role() == role)
            names << face->text(QAccessible::Name);
    }
    return names;
}

QString AppWindow::value(Part role, const char *name)
{
    QAccessibleInterface *face = find(role, name);
    if (!face)
        return {};
    QAccessibleTextInterface *text = face->textInterface();
    return text ? text->text(0, text->characterCount()) : face->text(QAccessible::Value);
}

bool AppWindow::isUsable(Part role, const char *name)
{
    QAccessibleInterface *face = find(role, name);
    return face && isEnabled(face);
}

bool AppWindow::isChecked(Part role, const char *name)
{
    QAccessibleInterface *face = find(role, name);
    return face && face->state().checked;
}

QAccessibleInterface *AppWindow::focused()
{
    for (QAccessibleInterface *face : everything()) {
        if (face->object() == window().activeFocusItem())
            return face;
    }
    return nullptr;
}

QString AppWindow::described()
{
    QString text;
    for (QAccessibleInterface *face : everything()) {
        int depth = 0;
        for (QAccessibleInterface *parent = face->parent(); parent; parent = parent->parent())
            ++depth;
        text += QString(depth * 2, QLatin1Char(' ')) + roleName(face->role()) + QStringLiteral(": ") +
                face->text(QAccessible::Name) + (!isEnabled(face) ? QStringLiteral(" (disabled)") : QString()) +
                (face->state().checked ? QStringLiteral(" (checked)") : QString()) + QLatin1Char('\n');
    }
    return text;
}

// ---- what a person does

bool AppWindow::waitUntil(const char *what, const QString &name, const std::function<bool()> &holds)
{
    if (QTest::qWaitFor(holds, patience))
        return true;
    std::cerr << "Not " << what << ": " << name.toStdString() << ". There is:\n"
              << described().toStdString() << std::endl;
    return false;
}

bool AppWindow::waitFor(Part role, const char *name)
{
    return waitUntil("there", roleName(role) + QLatin1Char(' ') + QString::fromUtf8(name),
                     [&] { return has(role, name); });
}

bool AppWindow::waitUntilGone(Part role, const char *name)
{
    return waitUntil("gone", roleName(role) + QLatin1Char(' ') + QString::fromUtf8(name),
                     [&] { return !has(role, name); });
}

bool AppWindow::waitUntilSaid(const char *text)
{
    return waitUntil("said", QString::fromUtf8(text), [&] { return says(text); });
}

bool AppWindow::settle()
{
    int frames = 0;
    const auto counting = QObject::connect(
        &window(), &QQuickWindow::frameSwapped, &window(), [&] { ++frames; }, Qt::DirectConnection);
    const bool painted = QTest::qWaitFor(
        [&] {
            window().update();
            return frames >= 2;
        },
        patience);
    QObject::disconnect(counting);
    return painted;
}

QPoint AppWindow::middleOf(QAccessibleInterface *what)
{
    return window().mapFromGlobal(what->rect().center());
}

bool AppWindow::press(Part role, const char *name, Qt::KeyboardModifiers modifiers, Qt::MouseButton button)
{
    QPoint place;
    const auto usable = [&] {
        QAccessibleInterface *face = find(role, name);
        if (!face || !isEnabled(face) || !QRect(QPoint(), window().size()).contains(middleOf(face), true))
            return false;
        place = middleOf(face);
        QTest::mouseMove(&window(), place); // what comes under the pointer may move what is beside it
        if (!settle())
            return false;
        face = find(role, name);
        return face && middleOf(face) == place;
    };
    if (!waitUntil("to be used", roleName(role) + QLatin1Char(' ') + QString::fromUtf8(name), usable))
        return false;
    QTest::mouseClick(&window(), button, modifiers, place);
    return true;
}

bool AppWindow::doublePress(Part role, const char *name)
{
    if (!press(role, name))
        return false;
    if (QAccessibleInterface *face = find(role, name))
        QTest::mouseDClick(&window(), Qt::LeftButton, Qt::NoModifier, middleOf(face));
    return true;
}

bool AppWindow::pointAt(Part role, const char *name)
{
    if (!waitFor(role, name))
        return false;
    QTest::mouseMove(&window(), middleOf(find(role, name)));
    return settle();
}

void AppWindow::type(const char *ascii)
{
    for (; *ascii; ++ascii)
        QTest::keyClick(&window(), *ascii);
}

void AppWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
}

bool AppWindow::fill(const char *field, const char *ascii)
{
    if (!press(Part::EditableText, field))
        return false;
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    type(ascii);
    return true;
}

} // namespace evencart::test
