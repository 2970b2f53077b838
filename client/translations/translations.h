#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

#include <array>
#include <memory>

namespace evencart {

// The language that the program speaks: the app's own words and those that Qt has in it. What is on the screen does not
// change by itself: models keep sentences that they made, so a window is made anew after use() (app/application.h says
// how). Numbers, dates and money follow formatsFor(). Interface thread, behind the application object.
class Translations
{
public:
    Translations() = default;
    ~Translations(); // nothing is translated any more
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    // Those there are, as in Preferences::language: "de", "en".
    static QStringList languages();
    static QString nameOf(const QString &language); // what it calls itself: "Deutsch"
    // `chosen` if there is that, else the first of `wanted` that there is ("de-AT" finds "de"), else English.
    static QString languageFor(const QString &chosen, const QStringList &wanted);
    // The system's own formats as long as they are of the language, or none was chosen; else those of the language, in
    // the system's country where it is spoken there.
    static QLocale formatsFor(const QString &chosen, const QLocale &system);

    // From here on tr(), qsTr() and QLocale() are of this language; "": of the system's.
    void use(const QString &chosen);

private:
    std::array<std::unique_ptr<QTranslator>, 2> m_installed; // Qt's, ours
};

} // namespace evencart
