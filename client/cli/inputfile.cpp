#include "cli/inputfile.h"

#include <QFile>

#include <iterator>

namespace evencart::cli {

Result<std::string> readInputFile(const Environment &environment, const std::string &path, std::size_t most)
{
    std::string content;
    if (path == "-") {
        content.assign(std::istreambuf_iterator<char>(environment.in), {});
    } else {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, "Cannot read " + path + ": " + file.errorString().toStdString() + "."};
        content = file.read(static_cast<qint64>(most) + 1).toStdString();
    }
    if (content.size() > most)
        return Error{ErrorCode::Limit, path + " is too large; import it in parts."};
    return content;
}

} // namespace evencart::cli
