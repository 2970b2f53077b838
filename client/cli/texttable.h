#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evencart::cli {

// Rows of texts in columns, two spaces apart, for a terminal. The widths count what is seen: wide characters twice,
// accents that stand on the letter before them not at all. Columns that are empty throughout take no room; the last
// column is never padded.
class TextTable
{
public:
    void addRow(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    void alignRight(std::size_t column) { m_right.push_back(column); }
    bool isEmpty() const { return m_rows.empty(); }
    std::string toString() const; // every row ends with a newline

private:
    std::vector<std::size_t> widths() const;
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_right;
};

// How many columns of a terminal the text takes.
std::size_t displayWidth(std::string_view utf8);
// On one line: newlines and tabs are spaces.
std::string oneLine(std::string_view utf8);

} // namespace evencart::cli
