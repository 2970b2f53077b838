#include "demo/demos.h"

#include <QFile>

#include <algorithm>

static void loadDemos()
{
    Q_INIT_RESOURCE(demos);
}

namespace evencart {

std::vector<std::string> demoNames()
{
    return {"two-extremes",     "profile-name", "last-copy",    "likes",         "partition",
            "read-your-writes", "optimistic",   "conflict-lww", "conflict-crdt", "merge-carts"};
}

std::string demoText(const std::string &name)
{
    loadDemos();
    const auto names = demoNames();
    if (std::ranges::count(names, name) == 0)
        return {};
    QFile file(QStringLiteral(":/demos/%1.demo").arg(QString::fromStdString(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Result<std::string> demoTextIn(const QString &path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray text = isOpen ? file.read(demoBytes + 1) : QByteArray();
    if (!isOpen || file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io, path.toStdString() + " cannot be read: " + file.errorString().toStdString() + "."};
    if (text.size() > demoBytes)
        return Error{ErrorCode::Limit, path.toStdString() + " is larger than the " + std::to_string(demoBytes / 1024) +
                                           " KiB that a demonstration may have: take it apart."};
    return text.toStdString();
}

} // namespace evencart
