#include "desktop/commandline.h"

#include "profile/profile.h"

#include <QCommandLineParser>
#include <QDir>
#include <QUrl>

namespace evencart {

namespace {

struct Options
{
    QCommandLineOption profile{QStringLiteral("profile"),
                               QStringLiteral("The data directory. One window runs per directory."),
                               QStringLiteral("DIR")};
    QCommandLineOption name{QStringLiteral("name"), QStringLiteral("Your name, for a profile that is new."),
                            QStringLiteral("NAME")};
    QCommandLineOption add{
        QStringLiteral("add"),
        QStringLiteral("Add an item to the open cart, as typed: --add \"2x milk\". May be repeated."),
        QStringLiteral("TEXT")};
    QCommandLineOption join{QStringLiteral("join"), QStringLiteral("Join the cart of an invitation."),
                            QStringLiteral("LINK")};
    QCommandLineOption show{QStringLiteral("show"), QStringLiteral("What to show first: new-cart or join."),
                            QStringLiteral("PAGE")};
    QCommandLineOption selfTest{QStringLiteral("self-test"),
                                QStringLiteral("Start everything in a temporary profile, without a display; say how it "
                                               "went and end with 0 or 1.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")};

    QList<QCommandLineOption> all() const { return {profile, name, add, join, show, selfTest, help, version}; }
};

bool isLink(const QString &text)
{
    return text.startsWith(QStringLiteral("evencart:"), Qt::CaseInsensitive);
}

QString absolutePath(const QString &argument, const QString &folder)
{
    const QUrl url(argument);
    return QDir::cleanPath(url.isLocalFile() ? url.toLocalFile() : QDir(folder).absoluteFilePath(argument));
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments, const QString &folder)
{
    const Options options;
    QCommandLineParser parser;
    parser.addOptions(options.all());
    if (!parser.parse(arguments))
        return Error{ErrorCode::InvalidInput, parser.errorText().toStdString() + " Try --help."};
    CommandLine line;
    line.help = parser.isSet(options.help);
    line.version = parser.isSet(options.version);
    line.selfTest = parser.isSet(options.selfTest);
    line.profile = parser.isSet(options.profile) ? absolutePath(parser.value(options.profile), folder)
                                                 : Profile::defaultDirectory();
    line.name = parser.value(options.name).simplified();
    line.request.add = parser.values(options.add);
    line.request.links = parser.values(options.join);
    line.request.page = parser.value(options.show);
    for (const QString &argument : parser.positionalArguments()) {
        if (isLink(argument))
            line.request.links << argument;
        else
            line.request.files << absolutePath(argument, folder);
    }
    if (parser.isSet(options.show) && !LaunchRequest::isPage(line.request.page))
        return Error{ErrorCode::InvalidInput,
                     "--show knows new-cart and join, not \"" + line.request.page.toStdString() + "\"."};
    if (const auto small = encode(line.request); !small)
        return small.error();
    return line;
}

QString CommandLine::helpText()
{
    QString text =
        QStringLiteral("Usage: evencart [OPTIONS] [LINK or FILE]...\n"
                       "The shared shopping cart. A link is an invitation (evencart://...), a file a cart or "
                       "a list to bring in.\n\nOptions:\n");
    for (const QCommandLineOption &option : Options().all()) {
        QStringList names;
        for (const QString &name : option.names())
            names << (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
        const QString value = option.valueName().isEmpty() ? QString() : QLatin1Char(' ') + option.valueName();
        text +=
            QStringLiteral("  %1 %2\n").arg(names.join(QStringLiteral(", ")) + value, -18).arg(option.description());
    }
    return text;
}

} // namespace evencart
