#pragma once

#include "model/appsession.h"

#include <QAbstractListModel>

namespace evencart {

// The carts, each with a short fingerprint of its content and on how many devices it is the same. Equal fingerprints
// mean equal carts (they are made from the digest that client and server compare at the end of each sync). Computed
// while `active`: a digest of a large cart takes a moment on the engine's thread.
class ConvergenceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        FingerprintRole, // "7F3A 91C2"
        ProofRole,       // "Identical on 2 of 3 devices"
        IdenticalRole    // on all of them
    };
    Q_ENUM(Role)

    explicit ConvergenceModel(QObject *parent = nullptr);

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    bool isActive() const { return m_active; }
    void setActive(bool active);
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sessionChanged();
    void activeChanged();
    void countChanged();

private:
    struct Row
    {
        CartId cart;
        std::string name;
        std::string fingerprint;
        int same = 0; // devices, with this one
        int devices = 1;
        bool comparable = false; // there is a server that has it
        bool verified = false;   // the server's digest is ours

        friend bool operator==(const Row &, const Row &) = default;
    };

    static std::vector<Row> ask(EngineRoom &room);
    void refresh();
    void take(std::vector<Row> rows);

    AppSession *m_session = nullptr;
    bool m_active = false;
    QTimer m_burst;
    std::vector<Row> m_rows;
};

} // namespace evencart
