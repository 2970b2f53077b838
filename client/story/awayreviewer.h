#pragma once

#include "history/awayreview.h"
#include "story/cartevents.h"

#include <QVariant>

namespace evencart {

// "While you were away": what others did in the open cart since the window was last looked at with a connection, what I
// did meanwhile, and what both touched.
//
// Remembers for each cart how far it was looked at (a place in the log, not a time; in the profile's preferences), and
// moves that on while somebody is `looking` and the cart is in sync. After an absence it waits until the cart is in
// sync again, compares, and either says that there is something worth a look (`summary`) or moves on quietly. Until
// accept() the remembered place stays, also over a restart.
class AwayReviewer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool looking READ isLooking WRITE setLooking NOTIFY lookingChanged) // the window is in front
    Q_PROPERTY(QString summary READ summary NOTIFY changed)    // "7 changes by Ben"; empty: nothing to review
    Q_PROPERTY(QVariantList theirs READ theirs NOTIFY changed) // list of {name, initials, colour, sentence, time, line}
    Q_PROPERTY(QVariantList mine READ mine NOTIFY changed)     // likewise
    // list of {line, name, gone, mine, theirs, result, actions}
    Q_PROPERTY(QVariantList both READ both NOTIFY changed)
    Q_PROPERTY(int moreTheirs READ moreTheirs NOTIFY changed) // that are not in the list
    Q_PROPERTY(bool canUndoMine READ canUndoMine NOTIFY changed)

public:
    explicit AwayReviewer(QObject *parent = nullptr) : QObject(parent) {}

    // Fewer changes than this are told only after a long absence, or where both touched a line.
    static constexpr int manyChanges = 5;
    static constexpr qint64 longAbsence = 60 * 60 * 1000;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    bool isLooking() const { return m_looking; }
    void setLooking(bool looking);
    QString summary() const;
    QVariantList theirs() const;
    QVariantList mine() const;
    QVariantList both() const;
    int moreTheirs() const { return m_review ? static_cast<int>(m_review->moreTheirs) : 0; }
    bool canUndoMine() const { return m_review && m_review->canUndoMine; }

    // All is well as it came out.
    Q_INVOKABLE void accept();
    // Takes back everything that I did meanwhile, as one step that can be done again; or says why not.
    Q_INVOKABLE void undoMine();
    // The button `action` of the row `row` of both.
    Q_INVOKABLE void act(int row, int action);

Q_SIGNALS:
    void sessionChanged();
    void lookingChanged();
    void changed();

private:
    struct Remembered
    {
        Frontier frontier;
        qint64 time = 0; // when it was looked at; only for telling a long absence
    };
    struct Answer
    {
        std::optional<AwayReview> review;
        Frontier now;
        bool inSync = false;
        std::optional<Error> error;
    };

    void startAnew();
    void follow();
    void take(const Answer &answer);
    bool isConnected() const;
    bool isWorthALook(const AwayReview &review, qint64 absence) const;
    QVariantList rows(const std::vector<HistoryEntry> &entries) const;
    QString key() const;
    std::optional<Remembered> remembered() const;
    void remember(const Frontier &frontier);

    AppSession *m_session = nullptr;
    std::unique_ptr<CartEvents> m_events;
    bool m_looking = false;
    bool m_wasThere = false;         // looking and connected since the last comparison
    std::optional<Frontier> m_until; // of the review that is shown
    std::optional<AwayReview> m_review;
    quint64 m_asked = 0;
};

} // namespace evencart
