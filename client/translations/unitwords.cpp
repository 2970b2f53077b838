#include "translations/unitwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace evencart {

namespace {

constexpr std::int64_t one = 1000;

constexpr const char *words[] = {
    QT_TRANSLATE_N_NOOP("Unit", "pack"),  QT_TRANSLATE_N_NOOP("Unit", "bottle"), QT_TRANSLATE_N_NOOP("Unit", "can"),
    QT_TRANSLATE_N_NOOP("Unit", "box"),   QT_TRANSLATE_N_NOOP("Unit", "bag"),    QT_TRANSLATE_N_NOOP("Unit", "jar"),
    QT_TRANSLATE_N_NOOP("Unit", "bunch"), QT_TRANSLATE_N_NOOP("Unit", "roll"),   QT_TRANSLATE_N_NOOP("Unit", "cup"),
    QT_TRANSLATE_N_NOOP("Unit", "tbsp"),  QT_TRANSLATE_N_NOOP("Unit", "tsp"),    QT_TRANSLATE_N_NOOP("Unit", "pinch"),
    QT_TRANSLATE_N_NOOP("Unit", "pint"),  QT_TRANSLATE_N_NOOP("Unit", "gallon"),
};

} // namespace

QString unitWord(const std::string &unit, std::int64_t thousandths)
{
    const auto *const word = std::find_if(std::begin(words), std::end(words),
                                          [&](const char *each) { return std::string_view(each) == unit; });
    if (word == std::end(words))
        return QString::fromStdString(unit);
    return QCoreApplication::translate("Unit", *word, nullptr,
                                       thousandths == one ? 1 : 2); // half a bottle, too, is plural
}

} // namespace evencart
