#pragma once

#include "app/application.h"
#include "twopeople.h"

#include <QQuickWindow>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace evencart::gallery {

// How a picture is to look. The size of a pixel comes from QT_SCALE_FACTOR, before the program starts.
struct Look
{
    bool dark = false;
    QString language; // "": English
    bool rightToLeft = false;
    QSize size{1100, 760};

    QString suffix() const; // "-dark-de"
};

// Where a scene is played: a directory that goes away, two people who may have prepared a cart in it, and then Ann's
// program with its window, the same code as `evencart`. Ends the process where something that was waited for does not
// come.
class Stage
{
public:
    Stage(const Look &look, QString scene, QString out);
    ~Stage();

    // ---- before the window
    TwoPeople &people(); // made when first asked for
    QString profile() const;

    // ---- the window
    void open(); // Ann's profile; waits for the first cart's lines
    void openProfile(const QString &directory);
    void openAsItIs(const QString &directory); // does not wait for a cart
    Application &program() { return *m_program; }
    AppSession &session() { return m_program->session(); }
    QQuickWindow &window();

    QString lineId(const char *name);
    // By objectName or, where there is none, by the accessible name. nullptr: there is none.
    QObject *find(const QString &name);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    void hover(const QPoint &place);
    void until(const char *what, const std::function<bool()> &condition);
    // What is there has been painted.
    void settle();

    void grab(const QString &part = {});
    const QString &out() const { return m_out; } // where the pictures go

private:
    Look m_look;
    QString m_scene;
    QString m_out;
    QTemporaryDir m_directory;
    StoryClock m_clock;
    test::SeededRandom m_random{5};
    std::unique_ptr<TwoPeople> m_people;
    std::unique_ptr<Application> m_program;
};

} // namespace evencart::gallery
