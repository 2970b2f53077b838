#pragma once

#include "demo/demoplayer.h"
#include "lab/labstage.h"
#include "lab/labtrace.h"
#include "laboratory/labseat.h"

#include <QTimer>
#include <QUrl>
#include <QVariantList>

#include <memory>

namespace evencart {

// The laboratory as the window shows it: a free table at which two people can be played, or a demonstration that is
// told step by step. Lives on the window's thread; all of it is small and in memory, and none of it is anybody's cart.
class Laboratory : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString language MEMBER m_language NOTIFY demosChanged)     // of the telling: "de", else English
    Q_PROPERTY(QVariantList demos READ demos NOTIFY demosChanged)          // {name, title}
    Q_PROPERTY(QStringList demoTitles READ demoTitles NOTIFY demosChanged) // in the same order
    Q_PROPERTY(QString demo READ demo NOTIFY tableChanged)                 // empty: a free table
    Q_PROPERTY(QString title READ title NOTIFY tableChanged)
    Q_PROPERTY(QVariantList seats READ seatObjects NOTIFY tableChanged)            // LabSeat
    Q_PROPERTY(bool running READ isRunning WRITE setRunning NOTIFY runningChanged) // time passes; of a free table
    Q_PROPERTY(double seconds READ seconds NOTIFY ticked)
    Q_PROPERTY(int delay READ delay WRITE setDelay NOTIFY networkChanged) // one way, milliseconds
    Q_PROPERTY(int loss READ loss WRITE setLoss NOTIFY networkChanged)    // of a hundred messages
    Q_PROPERTY(bool serverUp READ isServerUp NOTIFY ticked)
    Q_PROPERTY(int underWay READ underWay NOTIFY ticked) // messages
    Q_PROPERTY(
        QVariantList told READ told NOTIFY toldChanged)  // {kind: "say", "act", "see", "event" or "failed", who, text}
    Q_PROPERTY(bool over READ isOver NOTIFY toldChanged) // the demonstration has no more steps
    Q_PROPERTY(bool broken READ isBroken NOTIFY toldChanged) // it is over, because something else happened than it says
    Q_PROPERTY(bool trace READ isTrace NOTIFY tableChanged)  // what is told is from a file
    Q_PROPERTY(bool same READ isSame NOTIFY ticked)          // all seats show the same

public:
    explicit Laboratory(QObject *parent = nullptr);
    ~Laboratory() override;

    // Something that somebody did, for the time line.
    struct Mark
    {
        std::uint64_t at = 0;
        int seat = -1; // -1: the server
        QString text;
    };
    struct Pause // of a cable or, with seat -1, of the server
    {
        int seat = -1;
        std::uint64_t from = 0;
        std::optional<std::uint64_t> to;
    };

    QVariantList demos() const;
    QStringList demoTitles() const;
    QString demo() const { return m_demo; }
    QString title() const { return m_title; }
    QList<LabSeat *> seats() const { return m_seats; }
    QVariantList seatObjects() const;
    bool isRunning() const { return m_timer.isActive(); }
    void setRunning(bool running);
    double seconds() const;
    int delay() const;
    void setDelay(int milliseconds);
    int loss() const;
    void setLoss(int percent);
    bool isServerUp() const;
    int underWay() const;
    QVariantList told() const { return m_told; }
    bool isOver() const { return !m_player || m_player->isOver(); }
    bool isBroken() const { return m_isBroken; }
    bool isTrace() const { return m_isTrace; }
    bool isSame() const;

    const LabWorld *world() const { return m_world.get(); }
    const std::vector<Mark> &marks() const { return m_marks; }
    const std::vector<Pause> &pauses() const { return m_pauses; }

    // Two people and an empty cart; chance by that seed.
    Q_INVOKABLE void openTable(int seed = 1);
    Q_INVOKABLE void openDemo(const QString &name);
    // What is on the table, from its beginning: the free table, the demonstration or the trace.
    Q_INVOKABLE void beginAgain();
    // The next sentence of a demonstration and everything up to it that happens.
    Q_INVOKABLE void nextStep();
    Q_INVOKABLE void playToTheEnd();

    // At a free table, as evencartctl would be told: act(0, ["inc", "milk", "2"]). The line by its name or whole id;
    // the trace has its name, with the unit where two are called so.
    Q_INVOKABLE void act(int seat, const QStringList &verbAndLine);
    Q_INVOKABLE void setOnline(int seat, bool on);
    Q_INVOKABLE void setServer(bool up);
    Q_INVOKABLE void letPass(int milliseconds);

    // What was done since the table was opened, to be played again. False where the file said no; failed() tells why.
    Q_INVOKABLE bool saveTrace(const QUrl &file);
    Q_INVOKABLE bool openTrace(const QUrl &file);

Q_SIGNALS:
    void demosChanged();
    void tableChanged();
    void runningChanged();
    void networkChanged();
    void ticked();
    void toldChanged();
    void failed(const QString &sentence);

private:
    void clear(std::uint64_t seed);
    enum class Source
    {
        Demo,
        Trace
    };
    bool openScript(DemoScript script, const QString &name, Source source, std::uint64_t seed);
    void takeSeats(const DemoCast &cast);
    void look();
    std::vector<std::string> named(const LabSeat &seat, const QStringList &verbAndLine) const;
    void mark(int seat, const QString &text);
    void pause(int seat, bool begins);
    int seatOf(const std::string &person) const;
    bool play();
    void tell(const DemoStep &step, const DemoEvent &event);
    static QString wordsFor(DemoOutcome outcome);
    void tellLine(const char *kind, const QString &who, const QString &text);

    QString m_language;
    QString m_demo;
    QString m_title;
    std::uint64_t m_seed = 1;
    bool m_isTrace = false;
    bool m_isBroken = false;
    std::unique_ptr<LabWorld> m_world;
    std::unique_ptr<LabStage> m_stage;
    std::unique_ptr<LabTrace> m_trace; // of a free table
    DemoScript m_script;
    std::unique_ptr<DemoPlayer> m_player; // of a demonstration
    QList<LabSeat *> m_seats;
    std::vector<std::string> m_people; // of the seats, as the text calls them
    std::vector<Mark> m_marks;
    std::vector<Pause> m_pauses;
    QVariantList m_told;
    QTimer m_timer;
};

} // namespace evencart
