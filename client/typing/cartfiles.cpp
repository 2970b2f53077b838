#include "typing/cartfiles.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>

#include <unordered_set>

namespace evencart {

namespace {

FileFormat formatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QStringLiteral("json"))
        return FileFormat::Json;
    if (ending == QStringLiteral("csv"))
        return FileFormat::Csv;
    if (ending == QStringLiteral("md") || ending == QStringLiteral("markdown"))
        return FileFormat::Markdown;
    return FileFormat::Text;
}

Result<std::size_t> write(Workspace &workspace, const CartId &id, const QString &path)
{
    const auto cart = workspace.cart(id);
    if (!cart)
        return cart.error();
    const auto exported = exportCart(workspace, **cart, formatOf(path));
    if (!exported)
        return exported.error();
    QSaveFile file(path);
    const auto size = static_cast<qint64>(exported->content.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(exported->content.data(), size) != size || !file.commit())
        return Error{ErrorCode::Io, "The file was not written: " + file.errorString().toStdString() + "."};
    return exported->incomplete;
}

// Without what a file's name cannot hold.
QString cleanName(QString name)
{
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control || QStringLiteral("/\\:*?\"<>|").contains(c))
            c = QLatin1Char('-');
    }
    name = name.simplified();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? CartFiles::tr("cart") : name.left(80);
}

Result<int> writeAll(Workspace &workspace, const QString &folder)
{
    int written = 0;
    for (const CartId &id : workspace.carts()) {
        const auto cart = workspace.cart(id);
        if (!cart)
            return cart.error();
        // The id keeps two carts of one name apart.
        const QString name = cleanName(wording::text((*cart)->view().name())) + QLatin1Char(' ') +
                             wording::text(id.toString().substr(0, 8)) + QStringLiteral(".json");
        if (auto done = write(workspace, id, folder + QLatin1Char('/') + name); !done)
            return done.error();
        ++written;
    }
    return written;
}

} // namespace

QString CartFiles::fileName(const QString &ending) const
{
    return cleanName(m_session ? m_session->cart()->name() : QString()) + QLatin1Char('.') + ending;
}

void CartFiles::exportTo(const QUrl &url)
{
    if (!m_session || !m_session->cart()->id())
        return;
    const QString path = url.toLocalFile();
    if (path.isEmpty()) {
        Q_EMIT failed(tr("A cart can be saved on this machine only; choose a local folder."));
        return;
    }
    m_session->engine().ask<Result<std::size_t>>(
        this, [id = *m_session->cart()->id(), path](EngineRoom &room) { return write(room.workspace(), id, path); },
        [this, path](const Result<std::size_t> &written) {
            if (!written)
                Q_EMIT failed(errorSentence(written.error()));
            else
                Q_EMIT exported(tr("Saved as %1.").arg(QFileInfo(path).fileName()), static_cast<int>(*written));
        });
}

void CartFiles::exportAllTo(const QUrl &url)
{
    if (!m_session)
        return;
    const QString folder = url.toLocalFile();
    if (folder.isEmpty()) {
        Q_EMIT failed(tr("Carts can be saved on this machine only; choose a local folder."));
        return;
    }
    m_session->engine().ask<Result<int>>(
        this, [folder](EngineRoom &room) { return writeAll(room.workspace(), folder); },
        [this](const Result<int> &written) {
            if (!written)
                Q_EMIT failed(errorSentence(written.error()));
            else
                Q_EMIT exported(tr("Saved %n cart(s).", nullptr, *written), 0);
        });
}

QString CartFiles::textOf(const QStringList &ids) const
{
    if (!m_session)
        return {};
    const std::unordered_set<QString> wanted(ids.begin(), ids.end());
    const ShownLines *shown = m_session->cart()->shown();
    std::vector<const LineView *> lines;
    for (int row = 0; row < shown->count(); ++row) {
        const QString id = shown->idAt(row);
        const auto line = LineId::fromString(id.toStdString());
        if (line && (wanted.empty() || wanted.contains(id))) {
            if (const LineView *view = m_session->cart()->lines()->find(*line))
                lines.push_back(view);
        }
    }
    return wording::text(exportLines(lines, FileFormat::Text).content);
}

QString CartFiles::clipboardText() const
{
    return QGuiApplication::clipboard()->text();
}

void CartFiles::copyText(const QStringList &ids)
{
    QGuiApplication::clipboard()->setText(textOf(ids));
}

} // namespace evencart
