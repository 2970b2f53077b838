#pragma once

#include "engine/engine.h"
#include "model/cartlistmodel.h"
#include "model/cartmoney.h"
#include "model/mergestudio.h"
#include "model/opencart.h"
#include "model/people.h"
#include "model/removedmodel.h"
#include "model/syncstatus.h"
#include "settings/preferences.h"

namespace evencart {

// What a window works on: the profile, its carts, the one that is open, how the sync stands. The root of everything
// that QML sees; handed to Main.qml as its `session`. Interface thread; the engine outlives it.
class AppSession : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY phaseChanged)         // Failed: what happened and what to do
    Q_PROPERTY(QString problemKind READ problemKind NOTIFY phaseChanged) // "damaged", "in_use", "too_new", "keys", "io"
    Q_PROPERTY(QString directory READ directory NOTIFY phaseChanged)
    Q_PROPERTY(QString memberId READ memberId NOTIFY profileChanged)
    Q_PROPERTY(QString memberName READ memberName NOTIFY profileChanged)
    Q_PROPERTY(QString memberInitials READ memberInitials NOTIFY profileChanged)
    Q_PROPERTY(int memberColour READ memberColour NOTIFY profileChanged) // for Theme.memberColour
    Q_PROPERTY(QString serverUrl READ serverUrl NOTIFY profileChanged)
    Q_PROPERTY(QString serverFingerprint READ serverFingerprint NOTIFY profileChanged)
    Q_PROPERTY(bool systemDark READ isSystemDark NOTIFY systemDarkChanged) // what the desktop prefers
    Q_PROPERTY(evencart::CartListModel *carts READ carts CONSTANT)
    Q_PROPERTY(evencart::OpenCart *cart READ cart CONSTANT)
    Q_PROPERTY(evencart::SyncStatus *sync READ sync CONSTANT)
    Q_PROPERTY(evencart::CartMoney *money READ money CONSTANT)
    Q_PROPERTY(evencart::RemovedModel *removed READ removed CONSTANT)
    Q_PROPERTY(evencart::MergeStudio *studio READ studio CONSTANT)
    Q_PROPERTY(evencart::Preferences *preferences READ preferences CONSTANT)
    Q_PROPERTY(QVariantList languages READ languages CONSTANT) // of the app: {code, name}, each in its own words

public:
    enum Phase
    {
        Opening,
        Ready,
        Failed
    };
    Q_ENUM(Phase)

    AppSession(Engine &engine, Preferences &preferences, QObject *parent = nullptr);

    // Answers by phaseChanged(). A profile that is new gets the sample cart.
    void open(const QString &directory, const QString &loginName);

    Phase phase() const { return m_phase; }
    QString problem() const { return m_problem; }
    QString problemKind() const { return m_problemKind; }
    QString directory() const { return m_directory; }
    QString memberId() const;
    QString memberName() const;
    QString memberInitials() const { return m_people.initials(m_profile.member); }
    int memberColour() const { return m_people.colourIndex(m_profile.member); }
    QString serverUrl() const;
    QString serverFingerprint() const;
    bool isSystemDark() const { return m_systemDark; }
    void setSystemDark(bool dark);
    CartListModel *carts() { return &m_carts; }
    OpenCart *cart() { return &m_cart; }
    SyncStatus *sync() { return &m_sync; }
    CartMoney *money() { return &m_money; }
    RemovedModel *removed() { return &m_removed; }
    MergeStudio *studio() { return &m_studio; }
    Preferences *preferences() { return &m_preferences; }
    QVariantList languages() const;
    People &people() { return m_people; }
    Engine &engine() { return m_engine; }
    const ProfileInfo &profile() const { return m_profile; }

    Q_INVOKABLE void openCart(const QString &id);
    Q_INVOKABLE void createCart(const QString &name); // and opens it
    Q_INVOKABLE void archiveCart(const QString &id, bool archived);
    Q_INVOKABLE void setMemberName(const QString &name);
    Q_INVOKABLE void setWorkOffline(bool offline);
    Q_INVOKABLE void syncNow();
    Q_INVOKABLE void retryOpening();

Q_SIGNALS:
    void phaseChanged();
    void profileChanged();
    void systemDarkChanged();
    // A short word to the user: a toast. `undoable`: offers to take back the last action on the open cart.
    void notice(const QString &text, bool undoable);
    // Something could not be done; a toast that stays longer.
    void failure(const QString &sentence);

private:
    void setFailed(const Error &reason);
    void learnNames();
    void applyCarts(const std::vector<CartSummary> &carts);
    void addSampleCart();
    // Runs something on the workspace that may fail; the failure is told.
    void change(std::function<Result<void>(EngineRoom &)> work);

    Engine &m_engine;
    Preferences &m_preferences;
    People m_people;
    CartListModel m_carts;
    OpenCart m_cart;
    SyncStatus m_sync;
    CartMoney m_money;
    RemovedModel m_removed;
    MergeStudio m_studio;
    Phase m_phase = Opening;
    bool m_systemDark = false;
    QString m_problem;
    QString m_problemKind;
    QString m_directory;
    QString m_loginName;
    ProfileInfo m_profile;
};

} // namespace evencart
