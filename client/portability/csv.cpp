#include "portability/csv.h"

namespace evencart::csv {

namespace {

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text)
    {
        if (m_text.starts_with("\xef\xbb\xbf"))
            m_text.remove_prefix(3);
    }

    Result<std::vector<Row>> rows()
    {
        std::vector<Row> rows;
        while (!m_text.empty()) {
            Row row{m_line, {}};
            bool more = true;
            while (more) {
                auto field = m_text.starts_with('"') ? quotedField() : Result<std::string>(plainField());
                if (!field)
                    return field.error();
                row.fields.push_back(std::move(*field));
                more = take(',');
            }
            if (!endOfLine())
                return Error{ErrorCode::InvalidInput,
                             "Line " + std::to_string(m_line) + ": there is text behind a closing quote."};
            if (row.fields.size() > 1 || !row.fields.front().empty())
                rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool take(char c)
    {
        if (!m_text.starts_with(c))
            return false;
        m_text.remove_prefix(1);
        return true;
    }

    bool endOfLine()
    {
        const bool carriage = take('\r');
        const bool ended = take('\n') || carriage || m_text.empty();
        ++m_line;
        return ended;
    }

    std::string plainField()
    {
        const std::size_t end = std::min(m_text.find_first_of(",\r\n"), m_text.size());
        const std::string field(m_text.substr(0, end));
        m_text.remove_prefix(end);
        return field;
    }

    Result<std::string> quotedField()
    {
        const std::size_t begin = m_line;
        take('"');
        std::string field;
        while (!m_text.empty()) {
            if (take('"') && !m_text.starts_with('"'))
                return field;
            if (m_text.front() == '\n')
                ++m_line;
            field += m_text.front();
            m_text.remove_prefix(1);
        }
        return Error{ErrorCode::InvalidInput, "Line " + std::to_string(begin) + ": a quote is not closed."};
    }

    std::string_view m_text;
    std::size_t m_line = 1;
};

} // namespace

std::string toLine(const std::vector<std::string> &fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        line += i == 0 ? "" : ",";
        if (fields[i].find_first_of(",\"\r\n") == std::string::npos) {
            line += fields[i];
            continue;
        }
        line += '"';
        for (const char c : fields[i])
            line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }
    return line + "\r\n";
}

Result<std::vector<Row>> read(std::string_view text)
{
    return Reader(text).rows();
}

} // namespace evencart::csv
