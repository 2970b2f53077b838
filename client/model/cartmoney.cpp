#include "model/cartmoney.h"

#include "model/billsplit.h"
#include "model/wording.h"
#include "text/money.h"
#include "translations/errorsentences.h"

namespace evencart {

CartMoney::CartMoney(OpenCart &cart, Preferences &preferences, const People &people, QObject *parent)
    : QObject(parent), m_cart(cart), m_preferences(preferences), m_people(people)
{
    connect(&cart, &OpenCart::totalsChanged, this, &CartMoney::changed);
    connect(&cart, &OpenCart::cartChanged, this, &CartMoney::changed);
    connect(&people, &People::changed, this, &CartMoney::changed);
}

QString CartMoney::key() const
{
    return QStringLiteral("budget/") + m_cart.cartId();
}

std::optional<Money> CartMoney::readBudget() const
{
    if (m_cart.cartId().isEmpty())
        return {};
    const auto money = parseMoney(m_preferences.remembered(key()).toString().toStdString());
    return money ? std::optional(*money) : std::nullopt;
}

QString CartMoney::budget() const
{
    const auto money = readBudget();
    return money ? wording::money(*money) : QString();
}

QString CartMoney::setBudget(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_preferences.remember(key(), QVariant());
    } else {
        const auto money =
            parseMoney(text.trimmed().toStdString(), {wording::decimalSeparator(), wording::currencyCode()});
        if (!money)
            return errorSentence(money.error());
        m_preferences.remember(key(), wording::text(formatMoney(*money))); // with a point, whatever the locale
    }
    Q_EMIT changed();
    return {};
}

std::int64_t CartMoney::spent(const std::string &currency) const
{
    std::int64_t sum = 0;
    for (int row = 0; row < m_cart.lines()->count(); ++row) {
        const LineView &line = m_cart.lines()->line(row);
        if (line.price && line.price->currency == currency)
            sum = saturatingAdd(sum, lineTotalMinor(line));
    }
    return sum;
}

bool CartMoney::isOverBudget() const
{
    const auto money = readBudget();
    return money && spent(money->currency) > money->minor;
}

QString CartMoney::budgetText() const
{
    const auto money = readBudget();
    if (!money)
        return {};
    const std::int64_t left = money->minor - spent(money->currency);
    if (left < 0)
        return tr("%1 over the budget of %2").arg(wording::money({money->currency, -left}), wording::money(*money));
    return tr("%1 of %2 left").arg(wording::money({money->currency, left}), wording::money(*money));
}

QVariantList CartMoney::bills() const
{
    std::vector<const LineView *> lines;
    for (int row = 0; row < m_cart.lines()->count(); ++row)
        lines.push_back(&m_cart.lines()->line(row));
    QVariantList bills;
    for (const Bill &bill : splitBill(lines)) {
        const auto text = [&](std::int64_t minor) { return wording::money({bill.currency, minor}); };
        QVariantList debts;
        for (const Debt &debt : bill.debts)
            debts.append(QVariantMap{{QStringLiteral("name"), m_people.shownName(debt.member)},
                                     {QStringLiteral("initials"), m_people.initials(debt.member)},
                                     {QStringLiteral("colour"), m_people.colourIndex(debt.member)},
                                     {QStringLiteral("wanted"), text(debt.wanted)},
                                     {QStringLiteral("paid"), text(debt.paid)},
                                     {QStringLiteral("balance"), text(std::abs(debt.balance()))},
                                     {QStringLiteral("owes"), debt.balance() < 0},
                                     {QStringLiteral("even"), debt.balance() == 0}});
        QStringList payments;
        for (const Payment &payment : settle(bill))
            payments << tr("%1 → %2: %3")
                            .arg(m_people.shownName(payment.from), m_people.shownName(payment.to), text(payment.minor));
        bills.append(QVariantMap{{QStringLiteral("currency"), wording::text(bill.currency)},
                                 {QStringLiteral("total"), text(bill.total)},
                                 {QStringLiteral("debts"), debts},
                                 {QStringLiteral("payments"), payments}});
    }
    return bills;
}

} // namespace evencart
