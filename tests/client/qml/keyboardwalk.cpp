#include "keyboardwalk.h"

#include <QQuickItem>

#include <algorithm>

namespace evencart::test {

namespace {

constexpr int mostControls = 200;

bool isControl(Part role)
{
    switch (role) {
    case Part::Button:
    case Part::CheckBox:
    case Part::ComboBox:
    case Part::EditableText:
    case Part::PageTab:
    case Part::RadioButton:
    case Part::Slider:
    case Part::SpinBox:
        return true;
    default:
        return false;
    }
}

bool isBelow(QAccessibleInterface *face, const std::function<bool(QAccessibleInterface *)> &ancestor)
{
    for (QAccessibleInterface *above = face->parent(); above; above = above->parent()) {
        if (ancestor(above))
            return true;
    }
    return false;
}

QString spoken(QAccessibleInterface *face)
{
    return roleName(face->role()) + QStringLiteral(" \"") + face->text(QAccessible::Name) + QLatin1Char('"');
}

// Its middle is inside of everything that cuts it off.
bool isInSight(const QQuickItem *item)
{
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, std::min(item->height() / 2, 20.0)));
    for (const QQuickItem *above = item->parentItem(); above; above = above->parentItem()) {
        const bool cuts = above->clip() || !above->parentItem();
        if (cuts && !QRectF(0, 0, above->width(), above->height()).contains(above->mapFromScene(middle)))
            return false;
    }
    return true;
}

} // namespace

bool hasFocusInside(AppWindow &window, Part role, const QString &part)
{
    QAccessibleInterface *const container = window.find(role, part);
    QAccessibleInterface *const face = window.focused();
    return container && face &&
           (face == container || isBelow(face, [&](QAccessibleInterface *above) { return above == container; }));
}

QStringList walkByKeys(AppWindow &window, Part role, const QString &part)
{
    QStringList complaints;
    QAccessibleInterface *const container = part.isEmpty() ? nullptr : window.find(role, part);
    if (!part.isEmpty() && !container)
        return {QStringLiteral("there is no ") + part};
    const auto isInside = [&](QAccessibleInterface *face) {
        return !container || isBelow(face, [&](QAccessibleInterface *above) { return above == container; });
    };

    (void)window.settle();
    std::vector<QObject *> reached;
    for (int tabs = 0; tabs < mostControls; ++tabs) {
        window.key(Qt::Key_Tab);
        (void)window.settle(); // a page may have to scroll
        QQuickItem *item = window.window().activeFocusItem();
        if (!item) {
            complaints << QStringLiteral("After %1 Tabs nothing has the focus").arg(tabs + 1);
            break;
        }
        if (!reached.empty() && item == reached.front())
            break;
        if (std::find(reached.begin(), reached.end(), item) != reached.end()) {
            complaints << QStringLiteral("Tab does not come round: it goes from %1 back to the middle")
                              .arg(QString::fromLatin1(item->metaObject()->className()));
            break;
        }
        reached.push_back(item);
        QAccessibleInterface *face = window.focused();
        if (!face)
            complaints << QStringLiteral("%1 has the focus, and a screen reader does not know it")
                              .arg(QString::fromLatin1(item->metaObject()->className()));
        else if (face->text(QAccessible::Name).trimmed().isEmpty())
            complaints << QStringLiteral("%1 has the focus and no name").arg(spoken(face));
        else if (!isInside(face))
            complaints << QStringLiteral("%1 has the focus behind what is open").arg(spoken(face));
        else if (!isInSight(item))
            complaints << QStringLiteral("%1 has the focus and is out of sight").arg(spoken(face));
    }
    for (QAccessibleInterface *face : window.everything()) {
        if (!isInside(face))
            continue;
        const Part its = face->role();
        if ((isControl(its) || its == Part::ListItem || its == Part::Dialog || its == Part::Heading) &&
            face->text(QAccessible::Name).trimmed().isEmpty())
            complaints << QStringLiteral("%1 has no name").arg(spoken(face));
        const bool ofSomethingElse = isBelow(face, [](QAccessibleInterface *above) {
            return above->role() == Part::ListItem || above->role() == Part::EditableText;
        });
        if (isControl(its) && isEnabled(face) && !ofSomethingElse &&
            std::find(reached.begin(), reached.end(), face->object()) == reached.end())
            complaints << QStringLiteral("%1 is not reached by Tab").arg(spoken(face));
    }
    return complaints;
}

} // namespace evencart::test
