#pragma once

#include "model/opencart.h"
#include "settings/preferences.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace evencart {

// Money of the open cart beyond its totals: a budget, kept on this machine, and the bill split by who wanted what.
class CartMoney : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppSession")
    Q_PROPERTY(QString budget READ budget NOTIFY changed) // "50.00 €"; empty: none
    Q_PROPERTY(bool overBudget READ isOverBudget NOTIFY changed)
    Q_PROPERTY(QString budgetText READ budgetText NOTIFY changed) // "12.00 € of 50.00 € left", "3.00 € over 50.00 €"
    // List of {currency, total, debts: [{member, name, initials, colour, wanted, paid, balance, owes}], payments:
    // [text]}
    Q_PROPERTY(QVariantList bills READ bills NOTIFY changed)

public:
    CartMoney(OpenCart &cart, Preferences &preferences, const People &people, QObject *parent = nullptr);

    QString budget() const;
    bool isOverBudget() const;
    QString budgetText() const;
    QVariantList bills() const;

    // As typed; empty takes it away. A sentence where it is no price, else empty.
    Q_INVOKABLE QString setBudget(const QString &text);

Q_SIGNALS:
    void changed();

private:
    QString key() const;
    std::optional<Money> readBudget() const;
    std::int64_t spent(const std::string &currency) const;

    OpenCart &m_cart;
    Preferences &m_preferences;
    const People &m_people;
};

} // namespace evencart
