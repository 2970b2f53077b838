#include "stage.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocale>
#include <QQuickItem>
#include <QTest>

namespace evencart::gallery {

namespace {

constexpr int patienceMilliseconds = 120'000;
constexpr int settleMilliseconds = 120;

} // namespace

QString Look::suffix() const
{
    return (dark ? QStringLiteral("-dark") : QString()) +
           (language.isEmpty() ? QString() : QLatin1Char('-') + language) +
           (rightToLeft ? QStringLiteral("-rtl") : QString());
}

Stage::Stage(const Look &look, QString scene, QString out)
    : m_look(look), m_scene(std::move(scene)), m_out(std::move(out))
{
    qputenv("XDG_STATE_HOME", (m_directory.path() + QStringLiteral("/state")).toUtf8());
}

Stage::~Stage() = default;

TwoPeople &Stage::people()
{
    if (!m_people)
        m_people = std::make_unique<TwoPeople>(m_directory.path());
    return *m_people;
}

QString Stage::profile() const
{
    return m_directory.path() + QStringLiteral("/ann");
}

void Stage::openAsItIs(const QString &directory)
{
    if (m_people)
        m_people->leave();
    QDir().mkpath(directory);
    {
        Preferences preferences(directory + QStringLiteral("/app.ini"));
        preferences.setTheme(m_look.dark ? Preferences::Dark : Preferences::Light);
        preferences.setLanguage(m_look.language.isEmpty() ? QStringLiteral("en") : m_look.language);
        preferences.setReducedMotion(true);
        preferences.remember(QStringLiteral("geometry"), QRect(QPoint(0, 0), m_look.size));
    }
    CommandLine commandLine;
    commandLine.profile = directory;
    commandLine.name = QStringLiteral("Ann");
    m_program = std::make_unique<Application>(commandLine, m_clock, m_random, nullptr);
    if (m_look.language.isEmpty())
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Ireland)); // whatever this machine is set to
    if (const auto started = m_program->start(); !started)
        qFatal("gallery: %s: %s", qPrintable(m_scene), started.error().message.c_str());
    window().resize(m_look.size);
    window().requestActivate();
}

void Stage::openProfile(const QString &directory)
{
    openAsItIs(directory);
    until("the cart", [this] { return session().cart()->id() && !session().cart()->isLoading(); });
}

void Stage::open()
{
    openProfile(profile());
}

QQuickWindow &Stage::window()
{
    auto *window = qobject_cast<QQuickWindow *>(m_program->window());
    if (!window)
        qFatal("gallery: %s: there is no window", qPrintable(m_scene));
    return *window;
}

QString Stage::lineId(const char *name)
{
    LineModel &lines = *session().cart()->lines();
    for (int row = 0; row < lines.count(); ++row) {
        if (lines.line(row).name == name)
            return QString::fromStdString(lines.line(row).id.toString());
    }
    qFatal("gallery: %s: there is no line \"%s\"", qPrintable(m_scene), name);
}

QObject *Stage::find(const QString &name)
{
    return window().findChild<QObject *>(name);
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
    settle();
}

void Stage::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(&window(), letter.toLatin1());
    settle();
}

void Stage::hover(const QPoint &place)
{
    QTest::mouseMove(&window(), place);
    settle();
}

void Stage::until(const char *what, const std::function<bool()> &condition)
{
    const QDeadlineTimer deadline(patienceMilliseconds);
    while (!condition()) {
        if (deadline.hasExpired())
            qFatal("gallery: %s: %s did not come", qPrintable(m_scene), what);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    settle();
}

void Stage::settle()
{
    // Pictures, not a test: models count and polish on timers of some ten milliseconds.
    QTest::qWait(settleMilliseconds);
}

void Stage::grab(const QString &part)
{
    settle();
    QDir().mkpath(m_out);
    const QString name = m_scene + (part.isEmpty() ? QString() : QLatin1Char('-') + part) + m_look.suffix();
    const QString file = m_out + QLatin1Char('/') + name + QStringLiteral(".png");
    const QImage picture = window().grabWindow();
    if (picture.isNull() || !picture.save(file))
        qFatal("gallery: %s cannot be written", qPrintable(file));
}

} // namespace evencart::gallery
