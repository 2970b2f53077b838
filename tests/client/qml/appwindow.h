#pragma once

#include "app/application.h"
#include "base/systemclock.h"
#include "identity/systemrandom.h"
#include "support/patience.h"

#include <QAccessible>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace evencart::test {

using Part = QAccessible::Role;

// The program's own window on a profile, used as somebody who cannot see it uses it: what is there is found in the
// accessible tree by role and name, then clicked in its middle, or it has the focus and gets keys. Never by objectName.
//
// "*" in a name stands for any text. Nothing sleeps: what waits turns the event loop until it holds
// or `patience` is over, then answers false and prints what the window shows.
class AppWindow
{
public:
    // `profile` may exist; for the platform "offscreen". The size decides on the narrow layout.
    explicit AppWindow(QString profile, QSize size = {1200, 800});
    ~AppWindow();

    // The program starts. True when the window is up and its profile is open, or cannot be opened.
    [[nodiscard]] bool open();
    [[nodiscard]] bool start(); // the first half of it: nothing has been answered yet
    [[nodiscard]] bool waitUntilOpen();
    void close(); // the program ends; open() is the next start
    AppSession &session() { return m_program->session(); }
    QQuickWindow &window();

    // ---- what is there to see. Nullptr: nothing

    QAccessibleInterface *find(Part role, const QString &name);
    QAccessibleInterface *find(Part role, const char *name) { return find(role, QString::fromUtf8(name)); }
    bool has(Part role, const char *name) { return find(role, name) != nullptr; }
    // Any of them, whatever its role: "is this said anywhere?"
    bool says(const char *text);
    // Names of all of this role, in the order of the tree.
    QStringList names(Part role);
    QString value(Part role, const char *name); // of a field
    bool isUsable(Part role, const char *name); // there and not greyed
    bool isChecked(Part role, const char *name);
    QAccessibleInterface *focused();
    std::vector<QAccessibleInterface *> everything();
    QString described(); // a line for each

    // ---- what a person does

    bool settle(); // waits until what is there has been laid out and painted

    [[nodiscard]] bool waitFor(Part role, const char *name);
    [[nodiscard]] bool waitUntilGone(Part role, const char *name);
    [[nodiscard]] bool waitUntilSaid(const char *text);
    // Waits until it is there and can be used, then clicks it.
    [[nodiscard]] bool press(Part role, const char *name, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
                             Qt::MouseButton button = Qt::LeftButton);
    [[nodiscard]] bool doublePress(Part role, const char *name);
    // Moves the pointer there: some buttons of a row come with it.
    [[nodiscard]] bool pointAt(Part role, const char *name);
    // A finger, which does not hover: what only shows under the pointer does not show under it.
    void tap(QPoint place);
    QPoint placeOf(Part role, const char *name); // its middle, in the window. REQUIRES: it is there
    void type(const char *ascii);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Replaces what is in a field.
    [[nodiscard]] bool fill(const char *field, const char *ascii);

    static constexpr int patience = evencart::test::patience;

private:
    bool waitUntil(const char *what, const QString &name, const std::function<bool()> &holds);
    QPoint middleOf(QAccessibleInterface *what);

    QString m_profile;
    QSize m_size;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Application> m_program;
};

// For init() of a test: whatever warns, QML's engine or anybody else, fails the test function.
void failOnWarnings();

bool isEnabled(const QAccessibleInterface *face);
bool matches(const QString &name, const QString &wanted);
QString roleName(Part role);

} // namespace evencart::test
