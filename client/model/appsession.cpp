#include "model/appsession.h"

#include "model/wording.h"
#include "translations/errorsentences.h"
#include "translations/translations.h"
#include "workspace/itemstoadd.h"

#include <QFile>

namespace evencart {

namespace {

QString kindOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Corrupt:
        return QStringLiteral("damaged");
    case ErrorCode::InUse:
        return QStringLiteral("in_use");
    case ErrorCode::TooNew:
        return QStringLiteral("too_new");
    case ErrorCode::NotFound: // only the keys can be (profile/keyfile.h)
        return QStringLiteral("keys");
    default:
        return QStringLiteral("io");
    }
}

} // namespace

AppSession::AppSession(Engine &engine, Preferences &preferences, QObject *parent)
    : QObject(parent), m_engine(engine), m_preferences(preferences), m_cart(engine, m_people),
      m_money(m_cart, preferences, m_people), m_removed(engine, m_cart), m_studio(engine)
{
    connect(&engine, &Engine::opened, this, [this](const ProfileInfo &profile) {
        m_profile = profile;
        m_people.setSelf(profile.member, wording::text(profile.name));
        m_phase = Ready;
        m_problem.clear();
        m_problemKind.clear();
        learnNames();
        Q_EMIT profileChanged();
        Q_EMIT phaseChanged();
        if (m_carts.count() == 0)
            addSampleCart();
    });
    connect(&engine, &Engine::openFailed, this, &AppSession::setFailed);
    connect(&engine, &Engine::profileChanged, this, [this](const ProfileInfo &profile) {
        m_profile = profile;
        m_people.setSelf(profile.member, wording::text(profile.name));
        Q_EMIT profileChanged();
    });
    connect(&engine, &Engine::cartsChanged, this, &AppSession::applyCarts);
    connect(&engine, &Engine::connectionChanged, &m_sync, &SyncStatus::setConnection);
    connect(&m_sync, &SyncStatus::changed, this, [this] {
        m_carts.setShared(m_sync.hasServer());
        m_cart.lines()->setShared(m_sync.hasServer());
    });
    connect(&engine, &Engine::membersUpdated, this,
            [this](const CartId &, const std::vector<protocol::Member> &members) {
                for (const protocol::Member &member : members)
                    m_people.learn(member.member, wording::text(member.name));
            });
    connect(&engine, &Engine::storageBroken, this,
            [this](const Error &reason) { m_sync.setStorageProblem(errorSentence(reason)); });
    connect(&m_studio, &MergeStudio::merged, this, [this](const QString &into, bool adjusted) {
        openCart(into);
        Q_EMIT notice(adjusted ? tr("Merged, with the amounts that you chose. That can be undone in two steps.")
                               : tr("Merged."),
                      true);
    });
    connect(&m_cart, &OpenCart::done, this, &AppSession::notice);
    connect(&m_cart, &OpenCart::failed, this, &AppSession::failure);
    connect(&m_cart, &OpenCart::cartChanged, this, [this] { m_cart.shown()->setShopOrder(m_preferences.shopOrder()); });
    connect(&preferences, &Preferences::shopOrderChanged, this,
            [this] { m_cart.shown()->setShopOrder(m_preferences.shopOrder()); });
}

QVariantList AppSession::languages() const
{
    QVariantList languages;
    for (const QString &code : Translations::languages())
        languages.append(
            QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("name"), Translations::nameOf(code)}});
    return languages;
}

// Names are known without a server too: from the last time.
void AppSession::learnNames()
{
    using Names = std::map<MemberId, std::string>;
    m_engine.ask<Names>(
        this, [](EngineRoom &room) { return room.workspace().memberNames(); },
        [this](const Names &names) {
            for (const auto &[member, name] : names)
                m_people.learn(member, wording::text(name));
        });
}

void AppSession::open(const QString &directory, const QString &loginName)
{
    m_directory = directory;
    m_loginName = loginName;
    m_phase = Opening;
    Q_EMIT phaseChanged();
    m_engine.open(directory, loginName);
}

void AppSession::retryOpening()
{
    open(m_directory, m_loginName);
}

void AppSession::setFailed(const Error &reason)
{
    m_phase = Failed;
    m_problem = errorSentence(reason);
    m_problemKind = kindOf(reason.code);
    Q_EMIT phaseChanged();
}

QString AppSession::memberId() const
{
    return wording::text(m_profile.member.toString());
}

QString AppSession::memberName() const
{
    return wording::text(m_profile.name);
}

QString AppSession::serverUrl() const
{
    return wording::text(m_profile.serverUrl);
}

QString AppSession::serverFingerprint() const
{
    return wording::text(m_profile.serverFingerprint);
}

void AppSession::applyCarts(const std::vector<CartSummary> &carts)
{
    m_carts.apply(carts);
    m_sync.setCarts(carts);
    if (const auto &open = m_cart.id()) {
        if (const CartSummary *summary = m_carts.find(*open))
            m_cart.setReadOnly(summary->role == protocol::Role::Viewer || summary->archived);
        return;
    }
    const QString last = m_preferences.remembered(QStringLiteral("cart")).toString();
    openCart(m_carts.rowOf(last) >= 0 ? last : m_carts.idAt(0));
}

void AppSession::setSystemDark(bool dark)
{
    if (std::exchange(m_systemDark, dark) != dark)
        Q_EMIT systemDarkChanged();
}

void AppSession::openCart(const QString &id)
{
    const auto cart = CartId::fromString(id.toStdString());
    if (!cart)
        return;
    const CartSummary *summary = m_carts.find(*cart); // none of one that was made just now
    m_cart.setReadOnly(summary && (summary->role == protocol::Role::Viewer || summary->archived));
    m_cart.open(*cart);
    m_preferences.remember(QStringLiteral("cart"), id);
}

void AppSession::createCart(const QString &name)
{
    const std::string text = name.simplified().toStdString();
    m_engine.ask<Result<CartId>>(
        this,
        [text](EngineRoom &room) -> Result<CartId> {
            auto created = room.workspace().createCart(text);
            if (created)
                room.cartTouched(*created, {});
            return created;
        },
        [this](const Result<CartId> &created) {
            if (created)
                openCart(wording::text(created->toString()));
            else
                Q_EMIT failure(errorSentence(created.error()));
        });
}

void AppSession::change(std::function<Result<void>(EngineRoom &)> work)
{
    m_engine.ask<Result<void>>(this, std::move(work), [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failure(errorSentence(done.error()));
    });
}

void AppSession::archiveCart(const QString &id, bool archived)
{
    const auto cart = CartId::fromString(id.toStdString());
    if (!cart)
        return;
    change([cart = *cart, archived](EngineRoom &room) -> Result<void> {
        const auto replica = room.workspace().cart(cart);
        if (!replica)
            return replica.error();
        if (auto saved = (*replica)->setArchived(archived); !saved)
            return saved;
        room.cartTouched(cart, {});
        return {};
    });
}

void AppSession::setMemberName(const QString &name)
{
    if (name.simplified().isEmpty() || name.simplified() == memberName())
        return;
    change([name = name.simplified()](EngineRoom &room) -> Result<void> {
        if (auto saved = room.workspace().setName(name); !saved)
            return saved;
        room.profileTouched();
        room.reconnect();
        return {};
    });
}

void AppSession::setWorkOffline(bool offline)
{
    m_engine.setWorkOffline(offline);
}

void AppSession::syncNow()
{
    m_engine.syncNow();
}

void AppSession::addSampleCart()
{
    QFile file(QStringLiteral(":/samples/") +
               tr("family-week.txt", "the sample cart of this language: in resources/samples"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    std::vector<ItemToAdd> items;
    for (auto &parsed : parsePastedList(file.readAll().toStdString())) {
        if (parsed)
            items.push_back(itemToAdd(std::move(*parsed)));
    }
    const std::string name = tr("Try me").toStdString();
    const std::string label = tr("Add the sample items").toStdString();
    change([items, name, label](EngineRoom &room) -> Result<void> {
        const auto cart = room.workspace().createCart(name);
        if (!cart)
            return cart.error();
        const auto replica = room.workspace().cart(*cart);
        if (!replica)
            return replica.error();
        const auto edited = (*replica)->edit(label, [&](Edit &edit) -> Result<void> {
            const auto written = writeItems(edit, items);
            return written ? Result<void>() : written.error();
        });
        if (!edited)
            return edited.error();
        room.cartTouched(*cart, edited->touched);
        return {};
    });
}

} // namespace evencart
