#pragma once

#include "cli/application.h"
#include "identity/systemrandom.h"
#include "support/manualclock.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sstream>

namespace evencart::test {

// Runs evencartctl in this process: a profile in a directory of its own, the streams in strings, the clock by hand.
class CommandLine
{
public:
    struct Answer
    {
        int code = 0;
        std::string out;
        std::string err;

        QJsonObject json() const { return QJsonDocument::fromJson(QByteArray::fromStdString(out)).object(); }
        QJsonArray array(const char *name) const { return json()[QLatin1String(name)].toArray(); }
        std::string errorCode() const
        {
            return json()[QLatin1String("error")][QLatin1String("code")].toString().toStdString();
        }
    };

    CommandLine()
    {
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_directory.filePath(QStringLiteral("state"))));
        const auto ready = initCrypto();
        Q_ASSERT(ready.ok());
    }

    Answer run(const std::vector<std::string> &words, const std::string &input = {})
    {
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream err;
        const cli::Environment environment{
            clock, m_random, in, out, err, decimal, "EUR", QStringLiteral("login"), path("profile")};
        clock.advance(1000);
        const int code = static_cast<int>(cli::Application(m_commands, environment).run(words));
        return {code, out.str(), err.str()};
    }

    Answer json(std::vector<std::string> words, const std::string &input = {})
    {
        words.insert(words.begin(), "--json");
        return run(words, input);
    }

    // The lines of a cart as `cart show --json` has them.
    QJsonArray lines(const std::string &cart) { return json({"cart", "show", cart}).array("lines"); }
    QJsonObject line(const std::string &cart, const char *name)
    {
        for (const auto &value : lines(cart)) {
            if (value[QLatin1String("name")].toString() == QString::fromUtf8(name))
                return value.toObject();
        }
        return {};
    }

    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    const cli::CommandTable &commands() const { return m_commands; }

    ManualClock clock;
    DecimalSeparator decimal = DecimalSeparator::Point;

private:
    QTemporaryDir m_directory;
    SystemRandom m_random;
    cli::CommandTable m_commands = cli::CommandTable::standard();
};

} // namespace evencart::test
