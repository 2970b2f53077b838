#pragma once

#include "model/appsession.h"

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

namespace evencart {

// What the shop keeps for me, as a window sees it, and asking it to. Of every cart; what it says of rows is of the open
// one.
class Reservations : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")

public:
    explicit Reservations(QObject *parent = nullptr);

    void setSession(AppSession *session);
    std::vector<protocol::Reservation> forOpenCart() const;
    // "2 l kept for you, 9 min"; empty: nothing is kept for the open cart. `unit`: of the good.
    QString wordsFor(const std::string &sku, const std::string &unit) const;

    // All that is open of a line of the open cart. told() or failed() follows.
    Q_INVOKABLE void reserve(const QString &line);
    Q_INVOKABLE void release(const QString &line);

Q_SIGNALS:
    void changed();      // what forOpenCart() answers
    void wordsChanged(); // also as time passes
    void told(const QString &sentence);
    void failed(const QString &sentence);

private:
    void take(const std::vector<protocol::Reservation> &mine);
    void tell();
    void tick();
    std::uint64_t remainingOf(const protocol::Reservation &reservation) const;

    AppSession *m_session = nullptr;
    std::vector<protocol::Reservation> m_mine; // `remaining` when they were told
    QElapsedTimer m_told;
    QTimer m_minute;
};

} // namespace evencart
