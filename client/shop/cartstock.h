#pragma once

#include "model/opencart.h"
#include "shop/goodsmodel.h"
#include "shop/reservations.h"
#include "shopping/outlook.h"

#include <QHash>
#include <QTimer>
#include <QVariantMap>

namespace evencart {

// How the lines of the open cart that name a good stand to what is known of the shop: a quiet mark on each row. Lines
// without a good, and those that are bought, have none.
class CartStock : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")
    Q_PROPERTY(int orderable READ orderable NOTIFY changed) // lines that can be ordered
    Q_PROPERTY(int revision READ revision NOTIFY changed)   // grows when of() answers something else

public:
    enum Mark
    {
        InStock,
        Fewer, // than wanted
        SoldOut,
        NotSold,
        PriceDiffers, // in stock, at another price than the line's
        Kept          // for me: reserved
    };
    Q_ENUM(Mark)

    CartStock(const GoodsModel &goods, const Reservations &reservations, QObject *parent = nullptr);

    void setCart(OpenCart *cart);
    void setKnown(bool known); // whether there is a copy of the goods at all

    int orderable() const { return m_orderable; }
    int revision() const { return m_revision; }
    // {mark, text, kept}: "in stock 3", "only 2 left", "1.29 € now"; what is kept for me of it ("2 kept for you, 9
    // min"). Empty: nothing to say.
    Q_INVOKABLE QVariantMap of(const QString &line) const;

Q_SIGNALS:
    void changed(); // what of() answers
    void amountsChanged(const evencart::GoodsModel::Amounts &amounts);

private:
    struct Said
    {
        Mark mark = InStock;
        QString text;
        QString kept;
        friend bool operator==(const Said &, const Said &) = default;
    };

    void readAgain();
    static Said wordsFor(const LineOutlook &outlook);

    const GoodsModel &m_goods;
    const Reservations &m_reservations;
    OpenCart *m_cart = nullptr;
    bool m_known = false;
    QHash<QString, Said> m_said;
    int m_orderable = 0;
    int m_revision = 0;
    QTimer m_reading; // a burst is read once
};

} // namespace evencart
