#include "laboratory/laboratory.h"

#include "demo/demos.h"
#include "translations/errorsentences.h"

#include <QSaveFile>

#include <algorithm>

namespace evencart {

namespace {

constexpr int frameMilliseconds = 33;
const char *const freeCart = "Groceries";

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

Laboratory::Laboratory(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(frameMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] { letPass(frameMilliseconds); });
    openTable();
}

Laboratory::~Laboratory() = default;

QVariantList Laboratory::demos() const
{
    QVariantList list;
    for (const std::string &name : demoNames()) {
        if (const auto script = readDemo(demoText(name)))
            list << QVariantMap{{QStringLiteral("name"), fromUtf8(name)},
                                {QStringLiteral("title"), fromUtf8(script->title.in(m_language.toStdString()))}};
    }
    return list;
}

QStringList Laboratory::demoTitles() const
{
    QStringList titles;
    for (const QVariant &each : demos())
        titles << each.toMap()[QStringLiteral("title")].toString();
    return titles;
}

QVariantList Laboratory::seatObjects() const
{
    QVariantList objects;
    for (LabSeat *seat : m_seats)
        objects << QVariant::fromValue(seat);
    return objects;
}

// ---- the table

void Laboratory::clear(std::uint64_t seed)
{
    setRunning(false);
    // The window lets go of them first.
    const QList<LabSeat *> before = std::exchange(m_seats, {});
    Q_EMIT tableChanged();
    for (LabSeat *seat : before)
        seat->deleteLater();
    m_player.reset();
    m_stage.reset();
    m_trace.reset();
    m_world = std::make_unique<LabWorld>(seed);
    m_stage = std::make_unique<LabStage>(*m_world);
    m_people.clear();
    m_marks.clear();
    m_pauses.clear();
    m_told.clear();
    m_demo.clear();
    m_title.clear();
    m_seed = seed;
    m_isTrace = false;
    m_isBroken = false;
}

void Laboratory::takeSeats(const DemoCast &cast)
{
    for (const std::string &name : cast.people) {
        const auto cart = std::ranges::find_if(
            cast.carts, [&](const DemoCast::Cart &each) { return std::ranges::count(each.people, name) > 0; });
        if (cart == cast.carts.end())
            continue;
        m_people.push_back(name);
        m_seats.append(new LabSeat(*m_world->person(name), cart->name, this));
    }
    look();
    Q_EMIT tableChanged();
    Q_EMIT networkChanged();
    Q_EMIT toldChanged();
    Q_EMIT ticked();
}

void Laboratory::openTable(int seed)
{
    clear(static_cast<std::uint64_t>(seed));
    m_trace = std::make_unique<LabTrace>("A table in the laboratory", static_cast<std::uint64_t>(seed));
    m_trace->setPeople({"Ann", "Ben"});
    m_trace->setCart(freeCart, {"Ann", "Ben"});
    const auto opened = m_stage->open(m_trace->cast());
    if (!opened)
        Q_EMIT failed(errorSentence(opened.error()));
    if (auto timed = m_stage->waitUntil(m_world->now()); !timed) // from here on nothing waits for anything
        Q_EMIT failed(errorSentence(timed.error()));
    takeSeats(m_trace->cast());
}

void Laboratory::openDemo(const QString &name)
{
    auto script = readDemo(demoText(name.toStdString()));
    if (!script)
        return Q_EMIT failed(errorSentence(script.error()));
    if (openScript(std::move(*script), name, Source::Demo, 1))
        nextStep();
}

void Laboratory::beginAgain()
{
    if (m_demo.isEmpty())
        return openTable(static_cast<int>(m_seed));
    const Source source = m_isTrace ? Source::Trace : Source::Demo;
    if (openScript(DemoScript(m_script), QString(m_demo), source, m_seed))
        nextStep();
}

// False: what the text says cannot be, and there is a free table instead.
bool Laboratory::openScript(DemoScript script, const QString &name, Source source, std::uint64_t seed)
{
    clear(seed);
    m_demo = name;
    m_isTrace = source == Source::Trace;
    m_script = std::move(script);
    m_title = fromUtf8(m_script.title.in(m_language.toStdString()));
    m_player = std::make_unique<DemoPlayer>(m_script, *m_stage);
    if (auto opened = m_player->open(); !opened) {
        openTable();
        Q_EMIT failed(errorSentence(opened.error()));
        return false;
    }
    takeSeats(m_script.cast);
    return true;
}

void Laboratory::look()
{
    QString first;
    for (std::size_t n = 0; n < m_people.size(); ++n) {
        LabSeat *seat = m_seats[static_cast<qsizetype>(n)];
        const bool sharesTheFirst = n > 0 && seat->cart() == m_seats.front()->cart();
        seat->look(m_world->isPlugged(seat->person()), sharesTheFirst ? first : QString());
        first = n == 0 ? seat->digest() : first;
    }
}

bool Laboratory::isSame() const
{
    return std::ranges::all_of(m_seats, [](const LabSeat *seat) { return seat->agrees(); });
}

int Laboratory::seatOf(const std::string &person) const
{
    const auto found = std::ranges::find(m_people, person);
    return found == m_people.end() ? -1 : static_cast<int>(found - m_people.begin());
}

void Laboratory::mark(int seat, const QString &text)
{
    m_marks.push_back({m_world->now(), seat, text});
}

void Laboratory::pause(int seat, bool begins)
{
    const auto open =
        std::ranges::find_if(m_pauses, [seat](const Pause &each) { return each.seat == seat && !each.to; });
    if (begins && open == m_pauses.end())
        m_pauses.push_back({seat, m_world->now(), std::nullopt});
    else if (!begins && open != m_pauses.end())
        open->to = m_world->now();
}

// ---- time and network

void Laboratory::setRunning(bool running)
{
    if (running == m_timer.isActive())
        return;
    running ? m_timer.start() : m_timer.stop();
    Q_EMIT runningChanged();
}

void Laboratory::letPass(int milliseconds)
{
    m_world->advanceTo(m_world->now() + static_cast<std::uint64_t>(milliseconds));
    look();
    Q_EMIT ticked();
}

double Laboratory::seconds() const
{
    return static_cast<double>(m_world->now()) / 1000;
}

int Laboratory::delay() const
{
    return static_cast<int>(m_world->network.delay);
}

int Laboratory::loss() const
{
    return static_cast<int>(m_world->network.lossPercent);
}

void Laboratory::setDelay(int milliseconds)
{
    if (milliseconds == delay())
        return;
    m_world->network.delay = static_cast<std::uint64_t>(milliseconds);
    if (m_trace)
        m_trace->add(m_world->now(), DemoNetwork{m_world->network.delay, m_world->network.lossPercent});
    Q_EMIT networkChanged();
}

void Laboratory::setLoss(int percent)
{
    if (percent == loss())
        return;
    m_world->network.lossPercent = static_cast<std::uint64_t>(percent);
    if (m_trace)
        m_trace->add(m_world->now(), DemoNetwork{m_world->network.delay, m_world->network.lossPercent});
    Q_EMIT networkChanged();
}

bool Laboratory::isServerUp() const
{
    return m_world->isServerUp();
}

int Laboratory::underWay() const
{
    return static_cast<int>(std::ranges::count_if(m_world->signals(), [this](const LabSignal &signal) {
        return !signal.what.empty() && !signal.isCut && signal.due > m_world->now();
    }));
}

void Laboratory::setOnline(int seat, bool on)
{
    const DemoCable cable{m_people.at(static_cast<std::size_t>(seat)), on};
    if (auto done = m_stage->plug(cable.person, on); !done)
        Q_EMIT failed(errorSentence(done.error()));
    if (m_trace)
        m_trace->add(m_world->now(), cable);
    pause(seat, !on);
    look();
    Q_EMIT ticked();
}

void Laboratory::setServer(bool up)
{
    const DemoServer server{up ? DemoServer::What::Start : DemoServer::What::Stop};
    if (auto done = m_stage->server(server.what); !done)
        Q_EMIT failed(errorSentence(done.error()));
    if (m_trace)
        m_trace->add(m_world->now(), server);
    pause(-1, !up);
    look();
    Q_EMIT ticked();
}

std::vector<std::string> Laboratory::named(const LabSeat &seat, const QStringList &verbAndLine) const
{
    std::vector<std::string> words;
    for (const QString &word : verbAndLine)
        words.push_back(word.toStdString());
    if (words.size() < 2 || words.front() == "add")
        return words;
    for (const LineView *line : seat.replica().view().lines()) {
        if (line->id.toString() == words[1])
            words[1] = nameOfLine(seat.replica(), *line);
    }
    return words;
}

void Laboratory::act(int seat, const QStringList &verbAndLine)
{
    const LabSeat *actor = m_seats.value(seat);
    if (!actor || verbAndLine.isEmpty())
        return;
    DemoAct act{m_people.at(static_cast<std::size_t>(seat)), named(*actor, verbAndLine)};
    QStringList shown;
    for (const std::string &word : act.words)
        shown << fromUtf8(word);
    act.words.insert(act.words.begin() + 1, actor->cart());
    const auto answers = m_stage->act({act});
    const DemoStage::Answer answer =
        answers ? answers->front() : DemoStage::Answer{DemoOutcome::Failed, answers.error().message};
    // What is no act at all, like an item that reads as an option, would make the trace one that cannot be read.
    if (m_trace && readWords(personsCommands(), act.words).ok())
        m_trace->add(m_world->now(), act, answer.outcome);
    if (answer.outcome != DemoOutcome::Done)
        Q_EMIT failed(errorSentence({ErrorCode::InvalidInput, answer.said}));
    else
        mark(seat, shown.join(QLatin1Char(' ')));
    look();
    Q_EMIT ticked();
}

// ---- demonstrations

void Laboratory::tellLine(const char *kind, const QString &who, const QString &text)
{
    m_told << QVariantMap{{QStringLiteral("kind"), QString::fromLatin1(kind)},
                          {QStringLiteral("who"), who},
                          {QStringLiteral("text"), text}};
}

QString Laboratory::wordsFor(DemoOutcome outcome)
{
    switch (outcome) {
    case DemoOutcome::Done:
        break;
    case DemoOutcome::Failed:
        return tr(": not possible");
    case DemoOutcome::Refused:
        return tr(": refused");
    case DemoOutcome::Unreachable:
        return tr(": the server is not reached");
    }
    return {};
}

void Laboratory::tell(const DemoStep &step, const DemoEvent &event)
{
    if (const auto *say = std::get_if<DemoSay>(&step.what)) {
        tellLine("say", {}, fromUtf8(say->text.in(m_language.toStdString())));
    } else if (const auto *race = std::get_if<DemoRace>(&step.what)) {
        for (std::size_t n = 0; n < race->acts.size(); ++n) {
            const DemoAct &act = race->acts[n];
            tellLine("act", fromUtf8(act.actor), fromUtf8(act.toString()) + wordsFor(event.answers[n].outcome));
            mark(seatOf(act.actor), fromUtf8(act.words.front()));
        }
    } else if (const auto *cable = std::get_if<DemoCable>(&step.what)) {
        tellLine("event", fromUtf8(cable->person), cable->isPlugged ? tr("is back on line") : tr("goes off line"));
        pause(seatOf(cable->person), !cable->isPlugged);
    } else if (const auto *server = std::get_if<DemoServer>(&step.what)) {
        const bool stops = server->what == DemoServer::What::Stop;
        const bool isOld = server->what == DemoServer::What::PutBack;
        tellLine("event", {},
                 stops                                    ? tr("The server stops")
                 : isOld                                  ? tr("The server is one that lags behind")
                 : server->what == DemoServer::What::Keep ? tr("A copy of the server is kept")
                                                          : tr("The server is back"));
        pause(-1, stops);
    } else if (const auto *look = std::get_if<DemoLook>(&step.what)) {
        tellLine("see", fromUtf8(look->person), fromUtf8(look->toString()));
    } else if (std::get_if<DemoSame>(&step.what)) {
        tellLine("see", {}, tr("Everybody has the same, byte for byte"));
    }
}

bool Laboratory::play()
{
    const auto event = m_player->step();
    if (!event) {
        const QString sentence = errorSentence(event.error());
        tellLine("failed", {}, sentence);
        m_isBroken = true;
        m_player.reset();
        Q_EMIT failed(sentence);
        return false;
    }
    tell(event->step, *event);
    return true;
}

// Up to the next sentence: what happens, and what each sees, belongs to the one before.
void Laboratory::nextStep()
{
    bool isFirst = true;
    while (!isOver() && (isFirst || !std::get_if<DemoSay>(&m_script.steps[m_player->next()].what))) {
        if (!play())
            break;
        isFirst = false;
    }
    look();
    Q_EMIT toldChanged();
    Q_EMIT networkChanged();
    Q_EMIT ticked();
}

void Laboratory::playToTheEnd()
{
    while (!isOver())
        nextStep();
}

// ---- traces

bool Laboratory::saveTrace(const QUrl &file)
{
    if (!m_trace)
        return false;
    m_trace->end(m_world->now());
    const QByteArray text = QByteArray::fromStdString(m_trace->toText());
    QSaveFile out(file.toLocalFile());
    if (out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit())
        return true;
    Q_EMIT failed(tr("The trace cannot be saved: %1").arg(out.errorString()));
    return false;
}

bool Laboratory::openTrace(const QUrl &file)
{
    const auto text = demoTextIn(file.toLocalFile());
    if (!text) {
        Q_EMIT failed(errorSentence(text.error()));
        return false;
    }
    auto script = readDemo(*text);
    if (!script) {
        Q_EMIT failed(tr("This is no trace of a laboratory: %1").arg(errorSentence(script.error())));
        return false;
    }
    return openScript(std::move(*script), file.fileName(), Source::Trace, LabTrace::seedIn(*text).value_or(1));
}

} // namespace evencart
