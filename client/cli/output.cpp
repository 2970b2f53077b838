#include "cli/output.h"

#include "portability/json.h"

#include <QJsonDocument>

namespace evencart::cli {

void Output::answer(const QJsonObject &document, const std::string &text)
{
    if (m_json)
        m_out << QJsonDocument(document).toJson(QJsonDocument::Compact).toStdString() << std::endl;
    else if (!text.empty())
        m_out << text << std::endl;
}

void Output::confirm(const QJsonObject &document, const std::string &text)
{
    answer(document, m_quiet ? std::string() : text);
}

void Output::raw(const std::string &text)
{
    m_out << text;
}

void Output::warn(const std::string &sentence)
{
    if (!m_quiet)
        m_err << "evencartctl: " << sentence << std::endl;
}

void Output::fail(const Error &error, const QJsonObject &more)
{
    if (m_json) {
        const QJsonObject reason =
            jsonObject({{"code", jsonText(errorName(error.code))}, {"message", jsonText(error.message)}});
        QJsonObject document = more;
        document.insert(QLatin1String("error"), reason);
        answer(document, {});
    }
    if (!m_json || !m_quiet)
        m_err << "evencartctl: " << error.message << std::endl;
}

bool Output::flush()
{
    m_out.flush();
    return m_out.good();
}

} // namespace evencart::cli
