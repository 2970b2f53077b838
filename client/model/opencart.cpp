#include "model/opencart.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

namespace evencart {

namespace {

constexpr int countingMilliseconds = 30;

} // namespace

OpenCart::OpenCart(Engine &engine, const People &people, QObject *parent)
    : QObject(parent), m_engine(engine), m_people(people), m_lines(people), m_shown(m_lines, people)
{
    m_counting.setSingleShot(true);
    m_counting.setInterval(countingMilliseconds);
    connect(&m_counting, &QTimer::timeout, this, &OpenCart::countAgain);
    connect(&m_lines, &LineModel::contentChanged, &m_counting, qOverload<>(&QTimer::start));
    connect(&engine, &Engine::cartUpdated, this, &OpenCart::applyUpdate);
    connect(&engine, &Engine::editEnded, this, &OpenCart::editEnded);
}

QString OpenCart::cartId() const
{
    return m_cart ? wording::text(m_cart->toString()) : QString();
}

void OpenCart::open(const CartId &cart)
{
    if (m_cart == cart)
        return;
    close();
    m_cart = cart;
    m_loading = true;
    m_engine.watch(cart);
    Q_EMIT cartChanged();
}

void OpenCart::close()
{
    if (!m_cart)
        return;
    m_engine.unwatch(*m_cart);
    m_cart.reset();
    m_loading = false;
    m_name.clear();
    m_otherNames.clear();
    m_undo = {};
    m_told.clear();
    m_adding.clear();
    m_steps.clear();
    m_lines.clear();
    Q_EMIT cartChanged();
    Q_EMIT headChanged();
}

void OpenCart::setReadOnly(bool readOnly)
{
    if (std::exchange(m_readOnly, readOnly) != readOnly)
        Q_EMIT headChanged();
}

void OpenCart::applyUpdate(const CartUpdate &update)
{
    if (m_cart != update.cart)
        return;
    m_lines.apply(update);
    QStringList otherNames;
    for (const std::string &name : update.otherNames)
        otherNames << wording::text(name);
    const QString name = wording::text(update.name);
    if (name != m_name || otherNames != m_otherNames || !(update.undo == m_undo)) {
        m_name = name;
        m_otherNames = otherNames;
        m_undo = update.undo;
        Q_EMIT headChanged();
    }
    if (update.source == CartUpdate::Source::Opened) {
        m_loading = false;
        countAgain();
        Q_EMIT cartChanged();
    }
}

void OpenCart::editEnded(const EditOutcome &outcome)
{
    const auto told = m_told.extract(outcome.ticket);
    const auto adding = m_adding.extract(outcome.ticket);
    const auto step = m_steps.extract(outcome.ticket);
    if (outcome.error && outcome.error->code == ErrorCode::NotFound && outcome.label.empty())
        return;          // nothing to undo or redo: no harm, and no alarm
    if (outcome.error) { // also of a cart that was left meanwhile
        Q_EMIT failed(errorSentence(*outcome.error));
        return;
    }
    if (m_cart != outcome.cart)
        return;
    if (adding) {
        QStringList ids;
        for (const LineId &line : outcome.touched) {
            if (!line.isNull())
                ids << wording::text(line.toString());
        }
        Q_EMIT added(ids, adding.mapped());
    }
    if (told && !outcome.touched.empty())
        Q_EMIT done(told.mapped(), true);
    if (step)
        Q_EMIT done(step.mapped().arg(wording::text(outcome.label)), false);
}

void OpenCart::countAgain()
{
    m_counting.stop();
    m_totals = totalsOf(m_lines);
    Q_EMIT totalsChanged();
}

QString OpenCart::undoText() const
{
    return wording::text(m_undo.undo);
}

QString OpenCart::redoText() const
{
    return wording::text(m_undo.redo);
}

QString OpenCart::undoBlocked() const
{
    return errorSentence({ErrorCode::Refused, m_undo.undoBlocked});
}

QString OpenCart::redoBlocked() const
{
    return errorSentence({ErrorCode::Refused, m_undo.redoBlocked});
}

bool OpenCart::mayChange()
{
    if (m_cart && m_readOnly)
        Q_EMIT failed(readOnlySentence());
    return m_cart && !m_readOnly;
}

QString OpenCart::readOnlySentence() const
{
    return tr("You can look at this cart, but not change it.");
}

void OpenCart::rename(const QString &name)
{
    const std::string text = name.simplified().toStdString();
    if (!text.empty() && name.simplified() != m_name)
        perform(tr("Rename the cart to %1").arg(name.simplified()),
                [text](Edit &edit) { return edit.renameCart(text); });
}

void OpenCart::clearBought()
{
    perform(tr("Clear what is bought"), [](Edit &edit) -> Result<void> {
        edit.clear(true);
        return {};
    });
}

void OpenCart::perform(const QString &label, CartReplica::Action action)
{
    if (mayChange())
        m_told[m_engine.edit(*m_cart, label, std::move(action))] = label;
}

void OpenCart::undo()
{
    if (mayChange())
        m_steps[m_engine.undo(*m_cart)] = tr("Undone: %1");
}

void OpenCart::redo()
{
    if (mayChange())
        m_steps[m_engine.redo(*m_cart)] = tr("Done again: %1");
}

} // namespace evencart
