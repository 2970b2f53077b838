#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

namespace evencart {

namespace {

const QString folder = QStringLiteral(":/translations");
const QString prefix = QStringLiteral("evencart_");
const QString ending = QStringLiteral(".qm");

// nullptr: there is no such file. Not having Qt's words is no failure: few of them are ever seen.
std::unique_ptr<QTranslator> installed(const QString &name, const QString &directory)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, directory))
        return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

} // namespace

Translations::~Translations() = default; // a translator takes itself out

QStringList Translations::languages()
{
    QStringList languages;
    for (const QString &file : QDir(folder).entryList({prefix + QLatin1Char('*') + ending}, QDir::Files, QDir::Name))
        languages << file.mid(prefix.size(), file.size() - prefix.size() - ending.size());
    return languages;
}

QString Translations::nameOf(const QString &language)
{
    //: What this language calls itself.
    const char *const source = QT_TRANSLATE_NOOP("evencart::Translations", "English");
    QTranslator words;
    const QString name =
        words.load(prefix + language, folder) ? words.translate("evencart::Translations", source) : QString();
    return name.isEmpty() ? QString::fromLatin1(source) : name;
}

QString Translations::languageFor(const QString &chosen, const QStringList &wanted)
{
    const QStringList there = languages();
    if (there.contains(chosen))
        return chosen;
    for (const QString &tag : wanted) {
        const QString language = tag.section(QLatin1Char('-'), 0, 0);
        if (there.contains(language))
            return language;
    }
    return QStringLiteral("en");
}

QLocale Translations::formatsFor(const QString &chosen, const QLocale &system)
{
    const QLocale language(chosen);
    if (chosen.isEmpty() || language.language() == QLocale::C || language.language() == system.language())
        return system;
    const QLocale there(language.language(), system.territory());
    return there.territory() == system.territory() ? there : language;
}

void Translations::use(const QString &chosen)
{
    const QLocale system = QLocale::system();
    const QString language = languageFor(chosen, system.uiLanguages());
    QLocale::setDefault(formatsFor(chosen, system));
    m_installed = {};
    m_installed = {installed(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
                   installed(prefix + language, folder)};
}

} // namespace evencart
