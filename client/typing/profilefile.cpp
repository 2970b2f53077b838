#include "typing/profilefile.h"

#include "model/wording.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace evencart {

namespace {

struct Content
{
    QJsonObject document;
    QString problem;
};

Content readDocument(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{}, QCoreApplication::translate("ProfileFile", "%1 cannot be read: %2.").arg(path, file.errorString())};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (document.isObject())
        return {document.object(), {}};
    const QString aside = path + QStringLiteral(".unreadable");
    QFile::remove(aside);
    const bool moved = file.rename(aside);
    return {{},
            QCoreApplication::translate("ProfileFile", "%1 is damaged and was put aside as %2.")
                .arg(path, moved ? aside : path)};
}

QString writeDocument(const QString &path, const QByteArray &json)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return {};
    return QCoreApplication::translate("ProfileFile", "%1 was not saved: %2. Free some space and change it again.")
        .arg(path, file.errorString());
}

} // namespace

ProfileFile::ProfileFile(AppSession &session, QObject *context, const QString &name)
    : m_session(session), m_context(context), m_name(name)
{
}

QString ProfileFile::path() const
{
    return m_session.directory() + QLatin1Char('/') + m_name;
}

void ProfileFile::read(std::function<void(const QJsonObject &)> take)
{
    m_session.engine().ask<Content>(
        m_context, [path = path()](EngineRoom &) { return readDocument(path); },
        [&session = m_session, take = std::move(take)](const Content &content) {
            take(content.document);
            if (!content.problem.isEmpty())
                Q_EMIT session.failure(content.problem);
        });
}

void ProfileFile::write(const QJsonObject &document)
{
    const QByteArray json = QJsonDocument(document).toJson();
    m_session.engine().ask<QString>(
        m_context, [path = path(), json](EngineRoom &) { return writeDocument(path, json); },
        [&session = m_session](const QString &problem) {
            if (!problem.isEmpty())
                Q_EMIT session.failure(problem);
        });
}

} // namespace evencart
