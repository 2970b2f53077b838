#include "demo/demoscript.h"

#include "base/limits.h"
#include "demo/demoacts.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace evencart {

namespace {

constexpr std::array<std::string_view, 4> serverNames = {"stop", "start", "keep", "old"};
constexpr std::array<std::string_view, 4> outcomeNames = {"done", "failed", "refused", "unreachable"};

// Names that mean something else here, or to a stage.
constexpr std::array<std::string_view, 17> reservedNames = {
    "Shop",     "Server", "state",   "kept",   "title",  "say",  "people", "cart",   "goods",
    "together", "end",    "offline", "online", "server", "same", "at",     "network"};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string quoted(const std::string &word)
{
    if (!word.empty() && word.find_first_of(" ,:=#&|;'\"\\\t") == std::string::npos)
        return word;
    std::string text = "\"";
    for (const char c : word)
        text += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return text + '"';
}

// Where that stands outside of quotes; npos: nowhere.
std::size_t findOutside(std::string_view text, std::string_view what)
{
    bool isQuoted = false;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (isQuoted && text[n] == '\\')
            ++n;
        else if (text[n] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && text.substr(n).starts_with(what))
            return n;
    }
    return std::string_view::npos;
}

// Words as a shell takes them apart: blanks between, double quotes around, in them a backslash before what is meant as
// it is, a comma by itself.
Result<std::vector<std::string>> wordsOf(std::string_view text, bool commasCount)
{
    std::vector<std::string> words;
    std::optional<std::string> word;
    bool isQuoted = false;
    bool isMeant = false;
    for (const char c : text) {
        if (std::exchange(isMeant, false)) {
            word = word.value_or(std::string()) + c;
            continue;
        }
        if (isQuoted && c == '\\') {
            isMeant = true;
            continue;
        }
        const bool ends = !isQuoted && (c == ' ' || c == '\t' || (commasCount && c == ','));
        if (c == '"') {
            isQuoted = !isQuoted;
            word = word.value_or(std::string());
        } else if (!ends) {
            word = word.value_or(std::string()) + c;
        } else if (word) {
            words.push_back(*std::exchange(word, std::nullopt));
        }
        if (ends && c == ',')
            words.emplace_back(",");
    }
    if (isQuoted)
        return Error{ErrorCode::InvalidInput, "a quote is not closed"};
    if (word)
        words.push_back(*word);
    return words;
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<DemoScript> run()
    {
        while (!m_text.empty()) {
            const auto end = m_text.find('\n');
            const std::string_view line = trimmed(m_text.substr(0, end));
            m_text.remove_prefix(end == std::string_view::npos ? m_text.size() : end + 1);
            ++m_line;
            if (line.empty() || line.front() == '#')
                continue;
            if (auto taken = take(line); !taken)
                return at(taken.error().message);
        }
        if (m_race)
            return at("\"together\" has no end");
        if (m_script.title.english.empty() || m_script.cast.people.empty() || m_script.steps.empty())
            return at("a demonstration has a title, people and something that they do");
        return std::move(m_script);
    }

private:
    static Error wrong(std::string message) { return {ErrorCode::InvalidInput, std::move(message)}; }
    Error at(const std::string &message) const
    {
        return wrong("Line " + std::to_string(m_line) + ": " + message + ".");
    }

    Result<void> take(std::string_view line)
    {
        const std::string_view first = line.substr(0, line.find(' '));
        const std::string_view rest = trimmed(line.substr(first.size()));
        if (m_race)
            return first == "end" ? endRace(rest) : takeRacer(line);
        if (first == "title" || first == "title.de")
            return takeText(first == "title" ? m_script.title.english : m_script.title.german, rest);
        if (first == "say")
            return addStep(DemoSay{{std::string(rest), {}}});
        if (first == "say.de")
            return translate(rest);
        if (first == "people" || first == "cart" || first == "goods")
            return takeCast(first, rest);
        if (first == "together") {
            m_race.emplace();
            return {};
        }
        if (first == "offline" || first == "online")
            return isPerson(rest) ? addStep(DemoCable{std::string(rest), first == "online"}) : noPerson(rest);
        if (first == "server")
            return takeServer(rest);
        if (first == "same")
            return m_script.cast.cart(rest) ? addStep(DemoSame{std::string(rest)}) : noCart(rest);
        if (first == "at")
            return takeTime(rest);
        if (first == "network")
            return takeNetwork(rest);
        if (first.ends_with(':'))
            return takeAct(line);
        if (isPerson(first) && rest.starts_with("sees "))
            return takeLook(std::string(first), trimmed(rest.substr(5)));
        return wrong("\"" + std::string(first) + "\" is no step of a demonstration");
    }

    Result<void> addStep(auto what)
    {
        m_script.steps.push_back({m_line, std::move(what)});
        return {};
    }
    static Result<void> takeText(std::string &into, std::string_view text)
    {
        into = text;
        return {};
    }
    Result<void> translate(std::string_view text)
    {
        auto *said = m_script.steps.empty() ? nullptr : std::get_if<DemoSay>(&m_script.steps.back().what);
        if (!said)
            return wrong("say.de belongs behind a say");
        said->text.german = text;
        return {};
    }

    bool isPerson(std::string_view name) const { return std::ranges::count(m_script.cast.people, name) > 0; }
    static Error noPerson(std::string_view name) { return wrong("\"" + std::string(name) + "\" does not take part"); }
    static Error noCart(std::string_view name) { return wrong("there is no cart \"" + std::string(name) + "\""); }

    Result<void> takeCast(std::string_view what, std::string_view rest)
    {
        if (what == "goods") {
            m_script.cast.goods.emplace_back(rest);
            return {};
        }
        const auto colon = rest.find(':');
        const std::string_view people =
            what == "cart" && colon != std::string_view::npos ? rest.substr(colon + 1) : rest;
        auto words = wordsOf(people, false);
        if (!words)
            return words.error();
        if (what == "people")
            return takePeople(std::move(*words));
        if (colon == std::string_view::npos || words->empty())
            return wrong("a cart needs its people: cart NAME: Ann Ben");
        for (const std::string &person : *words) {
            if (!isPerson(person))
                return noPerson(person);
        }
        return takeCart(std::string(trimmed(rest.substr(0, colon))), std::move(*words));
    }
    // SUBTLE: the names of people and carts reach programs as arguments.
    Result<void> takePeople(std::vector<std::string> people)
    {
        if (!m_script.cast.people.empty())
            return wrong("people are named once");
        for (const std::string &person : people) {
            const QString name = QString::fromStdString(person);
            if (name.isEmpty() || person.size() > limits::shortTextBytes ||
                !std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber(); }))
                return wrong("\"" + person + "\" cannot be a name: use letters and digits");
            if (std::ranges::count(reservedNames, person) > 0)
                return wrong("\"" + person + "\" means something else here and cannot be a name");
        }
        if (const auto twice = twiceIn(people))
            return wrong("\"" + *twice + "\" is there twice");
        m_script.cast.people = std::move(people);
        return {};
    }
    Result<void> takeCart(std::string name, std::vector<std::string> people)
    {
        if (name.empty() || name.front() == '-' || name.size() > limits::nameBytes)
            return wrong("that cannot be the name of a cart: take another, or a shorter one");
        const auto twice = m_script.cast.cart(name) ? std::optional(name) : twiceIn(people);
        if (twice)
            return wrong("\"" + *twice + "\" is there twice");
        m_script.cast.carts.push_back({std::move(name), std::move(people)});
        return {};
    }
    static std::optional<std::string> twiceIn(std::vector<std::string> names)
    {
        std::ranges::sort(names);
        const auto twice = std::ranges::adjacent_find(names);
        return twice == names.end() ? std::nullopt : std::optional(*twice);
    }

    Result<DemoAct> readAct(std::string_view text) const
    {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos)
            return wrong("who does it is missing");
        DemoAct act{std::string(text.substr(0, colon)), {}};
        if (!act.isOperators() && !isPerson(act.actor))
            return noPerson(act.actor);
        auto words = wordsOf(text.substr(colon + 1), false);
        if (!words)
            return words.error();
        if (act.isOperators() && !m_isServerUp)
            return wrong("the shop's operator needs the server, which is stopped here");
        if (const auto read = readWords(act.isOperators() ? shopsCommands() : personsCommands(), *words); !read)
            return read.error();
        act.words = std::move(*words);
        return act;
    }
    static Result<std::vector<DemoOutcome>> readOutcomes(std::string_view text)
    {
        const auto words = wordsOf(text, false);
        if (!words)
            return words.error();
        std::vector<DemoOutcome> outcomes;
        for (const std::string &word : *words) {
            const auto found = std::ranges::find(outcomeNames, word);
            if (found == outcomeNames.end())
                return wrong("\"" + word + "\" is not how something ends");
            outcomes.push_back(static_cast<DemoOutcome>(found - outcomeNames.begin()));
        }
        std::ranges::sort(outcomes);
        return outcomes;
    }
    Result<void> takeAct(std::string_view line)
    {
        const auto arrow = findOutside(line, "=>");
        const auto act = readAct(line.substr(0, arrow));
        if (!act)
            return act.error();
        std::vector<DemoOutcome> outcomes = {DemoOutcome::Done};
        if (arrow != std::string_view::npos) {
            auto read = readOutcomes(line.substr(arrow + 2));
            if (!read || read->size() != 1)
                return read ? wrong("one act ends in one way") : read.error();
            outcomes = std::move(*read);
        }
        return addStep(DemoRace{{*act}, outcomes});
    }
    Result<void> takeRacer(std::string_view line)
    {
        auto act = readAct(line);
        if (!act)
            return act.error();
        m_race->acts.push_back(std::move(*act));
        return {};
    }
    Result<void> endRace(std::string_view rest)
    {
        auto outcomes = readOutcomes(rest.starts_with("=>") ? rest.substr(2) : rest);
        if (!outcomes)
            return outcomes.error();
        if (outcomes->size() != m_race->acts.size() || outcomes->empty())
            return wrong("as many ends as acts are needed");
        m_race->outcomes = std::move(*outcomes);
        auto race = *std::exchange(m_race, std::nullopt);
        return addStep(std::move(race));
    }

    Result<void> takeServer(std::string_view what)
    {
        const auto found = std::ranges::find(serverNames, what);
        if (found == serverNames.end())
            return wrong("a server is stopped, started, kept or old");
        const auto change = static_cast<DemoServer::What>(found - serverNames.begin());
        if (change == DemoServer::What::PutBack && !m_hasKept)
            return wrong("\"server old\" needs a \"server keep\" before it");
        m_hasKept = m_hasKept || change == DemoServer::What::Keep;
        m_isServerUp = change != DemoServer::What::Stop;
        return addStep(DemoServer{change});
    }

    static std::optional<std::uint64_t> numberIn(std::string_view text)
    {
        std::uint64_t number = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
        return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
    }
    Result<void> takeTime(std::string_view text)
    {
        const auto point = text.find('.');
        std::string thousandths(point == std::string_view::npos ? std::string_view() : text.substr(point + 1));
        const bool fits = thousandths.size() <= 3;
        thousandths.resize(3, '0');
        const auto seconds = numberIn(text.substr(0, point));
        const auto rest = numberIn(thousandths);
        if (!fits || !seconds || !rest || *seconds > 86'400)
            return wrong("\"" + std::string(text) + "\" is no time in seconds");
        const std::uint64_t at = *seconds * 1000 + *rest;
        if (at < m_at)
            return wrong("time does not run backwards");
        m_at = at;
        return addStep(DemoAt{at});
    }
    Result<void> takeNetwork(std::string_view text)
    {
        const auto words = wordsOf(text, false);
        if (!words)
            return words.error();
        const auto delay = words->size() == 4 && words->at(0) == "delay" ? numberIn(words->at(1)) : std::nullopt;
        const auto loss = words->size() == 4 && words->at(2) == "loss" ? numberIn(words->at(3)) : std::nullopt;
        if (!delay || !loss || *delay > 60'000 || *loss > 90)
            return wrong("a network has a delay in milliseconds and a loss of up to 90: network delay 300 loss 5");
        return addStep(DemoNetwork{*delay, *loss});
    }

    Result<void> takeLook(std::string person, std::string_view text)
    {
        using At = DemoLook::At;
        const auto read = wordsOf(text, true);
        if (!read)
            return read.error();
        std::vector<std::string> words = *read;
        DemoLook look{
            std::move(person), At::Line, {}, m_script.cast.carts.empty() ? "" : m_script.cast.carts[0].name, {}};
        // What is looked at ends with a colon, which clings to the last of its words.
        auto colon = std::ranges::find_if(words, [](const std::string &word) { return word.ends_with(':'); });
        std::vector<std::string> subject(words.begin(), colon == words.end() ? colon : colon + 1);
        std::vector<std::string> fields(colon == words.end() ? colon : colon + 1, words.end());
        if (colon != words.end())
            subject.back().pop_back();
        if (subject.size() >= 3 && subject[subject.size() - 2] == "in") {
            look.cart = subject.back();
            subject.resize(subject.size() - 2);
        }
        const bool hasKind = subject.size() == 2;
        const std::string kind = subject.empty() ? "" : subject.front();
        if (hasKind && kind == "no")
            look.at = At::NoLine;
        else if (hasKind && kind == "cart")
            look.at = At::Cart;
        else if (hasKind && kind == "goods")
            look.at = At::Good;
        else if (hasKind && kind == "person")
            look.at = At::Person;
        else if (kind == "orders")
            look.at = At::Orders;
        else if (subject.size() != 1)
            return wrong("it is not clear what is looked at");
        look.name = subject.back();
        if (look.at == At::Cart)
            look.cart = look.name;
        if (!m_script.cast.cart(look.cart) && look.at != At::Good && look.at != At::Orders)
            return noCart(look.cart);
        for (std::size_t n = 0; n < fields.size();) {
            if (n + 1 >= fields.size() || (n + 2 < fields.size() && fields[n + 2] != ","))
                return wrong("what is seen are pairs of a field and its value, with commas between");
            look.expected.emplace_back(fields[n], fields[n + 1]);
            n += 3;
        }
        if (look.expected.empty() != (look.at == At::NoLine))
            return wrong("what is seen there is missing");
        return addStep(std::move(look));
    }

    std::string_view m_text;
    std::size_t m_line = 0;
    std::optional<DemoRace> m_race;
    bool m_isServerUp = true;
    bool m_hasKept = false;
    std::uint64_t m_at = 0; // milliseconds
    DemoScript m_script;
};

} // namespace

std::string_view nameOf(DemoOutcome outcome)
{
    return outcomeNames[static_cast<std::size_t>(outcome)];
}

std::string_view nameOf(DemoServer::What what)
{
    return serverNames[static_cast<std::size_t>(what)];
}

std::string DemoAct::toString() const
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + quoted(word);
    return text;
}

std::string DemoLook::toString() const
{
    std::string text = at == At::Line     ? quoted(name)
                       : at == At::NoLine ? "no " + quoted(name)
                       : at == At::Cart   ? "cart " + quoted(name)
                       : at == At::Good   ? "goods " + quoted(name)
                       : at == At::Person ? "person " + quoted(name)
                                          : std::string("orders");
    for (const auto &[field, value] : expected)
        text += (&field == &expected.front().first ? ": " : ", ") + field + " " + quoted(value);
    return text;
}

const DemoCast::Cart *DemoCast::cart(std::string_view name) const
{
    const auto found = std::ranges::find(carts, name, &Cart::name);
    return found == carts.end() ? nullptr : &*found;
}

bool DemoScript::isTimed() const
{
    return std::ranges::any_of(steps, [](const DemoStep &step) {
        return std::holds_alternative<DemoAt>(step.what) || std::holds_alternative<DemoNetwork>(step.what);
    });
}

std::string DemoCast::catalogue() const
{
    std::string csv = "sku,name,unit,price,currency,stock,category\n";
    for (const std::string &row : goods)
        csv += row + "\n";
    return csv;
}

Result<DemoScript> readDemo(std::string_view text)
{
    return Reader(text).run();
}

} // namespace evencart
