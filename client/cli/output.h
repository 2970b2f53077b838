#pragma once

#include "base/error.h"

#include <QJsonObject>

#include <ostream>
#include <string>

namespace evencart::cli {

// Where answers go. Text for people on stdout, or with json one document there, errors too; sentences about what went
// wrong on stderr. With quiet nothing is said that was not asked for: no confirmations, and no sentence beside a JSON
// error. Texts are UTF-8 and end without a newline.
class Output
{
public:
    Output(std::ostream &out, std::ostream &err) : m_out(out), m_err(err) {}

    void setJson(bool json) { m_json = json; }
    void setQuiet(bool quiet) { m_quiet = quiet; }
    bool isJson() const { return m_json; }
    bool isQuiet() const { return m_quiet; }

    // The answer to a question, in both forms; an empty text prints nothing.
    void answer(const QJsonObject &document, const std::string &text);
    // What a command has done.
    void confirm(const QJsonObject &document, const std::string &text);
    // Text that has one form only: help, an exported file. Goes out as it is.
    void raw(const std::string &text);

    void warn(const std::string &sentence);
    // `more` stands beside the error in JSON.
    void fail(const Error &error, const QJsonObject &more = {});

    // Whether everything that was printed has left the program.
    bool flush();

private:
    std::ostream &m_out;
    std::ostream &m_err;
    bool m_json = false;
    bool m_quiet = false;
};

} // namespace evencart::cli
