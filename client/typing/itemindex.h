#pragma once

#include "model/linemodel.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace evencart {

// Finds the lines of the open cart by what they are called, as often as a person presses a key. Follows the model row
// by row, so that an edit of one line costs that line and not the cart. Interface thread.
class ItemIndex : public QObject
{
    Q_OBJECT

public:
    explicit ItemIndex(const LineModel &lines, QObject *parent = nullptr);

    // The line that an item of this name, unit and catalogue id goes into; nullptr: a new one.
    const LineView *find(const NewItem &item);
    // A line of that name in another unit.
    const LineView *inAnotherUnit(const NewItem &item);
    // The normalised names of the lines that are not bought yet, the newest first.
    const std::vector<std::string> &openKeys();

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        std::string name; // as shown
        std::string key;  // normalised
        Birth birth;
        bool open;
    };

    void readAll();
    void put(const LineView &line);
    void take(const LineId &line);
    std::vector<const LineView *> named(const std::string &name);

    const LineModel &m_lines;
    std::unordered_map<LineId, Entry> m_entries;
    std::unordered_multimap<std::string, LineId> m_byKey;
    std::map<std::pair<Birth, LineId>, std::string, std::greater<>> m_open; // keys of what is not bought yet
    std::optional<std::vector<std::string>> m_openKeys;                     // m_open's, when somebody asks
};

} // namespace evencart
