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

} // namespace evencart
