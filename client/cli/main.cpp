#include "base/systemclock.h"
#include "bench/benchcommand.h"
#include "cli/application.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"

#include <QCoreApplication>
#include <QLocale>

#include <clocale>
#include <csignal>
#include <cstring>
#include <iostream>
#include <langinfo.h>
#include <pwd.h>
#include <unistd.h>

using namespace evencart;

namespace {

// Qt wants a locale in UTF-8 and complains on stderr where there is none; that is no business of who runs a script with
// LANG=C.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

QString loginName()
{
    const passwd *user = ::getpwuid(::geteuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QStringLiteral("me");
}

} // namespace

int main(int argc, char **argv)
{
    const QLocale locale = QLocale::system();
    const auto decimal =
        locale.decimalPoint() == QStringLiteral(",") ? DecimalSeparator::Comma : DecimalSeparator::Point;
    const std::string currency = locale.currencySymbol(QLocale::CurrencyIsoCode).toStdString();
    useUtf8();
    std::signal(SIGXFSZ, SIG_IGN); // a file as large as it may get is an error like a full disk, no reason to die
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("evencartctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EVENCART_VERSION));
    if (auto ready = initCrypto(); !ready) {
        std::cerr << "evencartctl: " << ready.error().message << std::endl;
        return static_cast<int>(cli::ExitCode::Failed);
    }
    SystemClock clock;
    SystemRandom random;
    const cli::Environment environment{
        clock, random, std::cin, std::cout, std::cerr, decimal, currency, loginName(), Profile::defaultDirectory()};
    cli::CommandTable commands = cli::CommandTable::standard();
    commands.add({bench::benchCommand()});
    return static_cast<int>(cli::Application(commands, environment).run({argv + 1, argv + argc}));
}
