#pragma once

#include "appwindow.h"
#include "sharedcart.h"

namespace evencart::test {

// What the tests of the window have in common: a profile of Ann's that goes away, her window on it, and warnings that
// fail the test.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    // Ann alone, with a cart "Groceries" and no server.
    [[nodiscard]] bool openWith(const QStringList &items)
    {
        return makeOwnCart(profile(), "Groceries", items) && openProfile(profile());
    }
    // Ann and Ben in the cart "Ours", which is on a server; the window is on line.
    [[nodiscard]] bool openShared(const QStringList &items)
    {
        m_shared = std::make_unique<SharedCart>();
        return m_shared->make(items) && openProfile(m_shared->annsProfile()) &&
               m_window->waitFor(Part::Button, "Online. *");
    }
    [[nodiscard]] bool openProfile(const QString &directory)
    {
        m_window = std::make_unique<AppWindow>(directory);
        return m_window->open() && m_window->waitFor(Part::EditableText, "Add an item");
    }
    QString profile() const { return m_directory->filePath(QStringLiteral("ann")); }
    Desk &ben() { return m_shared->ben(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SharedCart> m_shared;
    std::unique_ptr<AppWindow> m_window;

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_directory = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_window.reset();
        m_shared.reset();
        m_directory.reset();
    }
};

} // namespace evencart::test
