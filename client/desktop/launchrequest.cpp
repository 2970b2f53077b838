#include "desktop/launchrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace evencart {

namespace {

const QString versionKey = QStringLiteral("evencart");
constexpr int version = 1;

const std::map<QString, QStringList LaunchRequest::*> lists = {{QStringLiteral("add"), &LaunchRequest::add},
                                                               {QStringLiteral("join"), &LaunchRequest::links},
                                                               {QStringLiteral("open"), &LaunchRequest::files}};
const std::map<QString, QString LaunchRequest::*> words = {{QStringLiteral("page"), &LaunchRequest::page},
                                                           {QStringLiteral("token"), &LaunchRequest::activationToken}};

Error notARequest()
{
    return {ErrorCode::InvalidInput, "The message is not what a second start of Evencart sends."};
}

bool readTexts(const QJsonValue &value, QStringList &texts)
{
    if (!value.isArray() || value.toArray().size() > LaunchRequest::mostEntries)
        return false;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isString())
            return false;
        texts << entry.toString();
    }
    return true;
}

} // namespace

bool LaunchRequest::isPage(const QString &name)
{
    return name == QStringLiteral("new-cart") || name == QStringLiteral("join");
}

Result<QByteArray> encode(const LaunchRequest &request)
{
    QJsonObject object{{versionKey, version}};
    for (const auto &[key, list] : lists) {
        if ((request.*list).size() > LaunchRequest::mostEntries)
            return Error{ErrorCode::Limit, "Too many things at once; give fewer items, links or files."};
        if (!(request.*list).isEmpty())
            object[key] = QJsonArray::fromStringList(request.*list);
    }
    for (const auto &[key, word] : words) {
        if (!(request.*word).isEmpty())
            object[key] = request.*word;
    }
    QByteArray message = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (message.size() > LaunchRequest::mostBytes)
        return Error{ErrorCode::Limit, "Too much text at once; give fewer items, links or files."};
    return message;
}

Result<LaunchRequest> decodeLaunchRequest(const QByteArray &message)
{
    if (message.size() > LaunchRequest::mostBytes)
        return notARequest();
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    if (object.value(versionKey).toInt() != version)
        return notARequest();
    LaunchRequest request;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() == versionKey)
            continue;
        if (const auto list = lists.find(entry.key()); list != lists.end()) {
            if (!readTexts(entry.value(), request.*(list->second)))
                return notARequest();
        } else if (const auto word = words.find(entry.key()); word != words.end() && entry.value().isString()) {
            request.*(word->second) = entry.value().toString();
        } else {
            return notARequest();
        }
    }
    if (!request.page.isEmpty() && !LaunchRequest::isPage(request.page))
        return notARequest();
    return request;
}

} // namespace evencart
