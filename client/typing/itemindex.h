#pragma once

#include "model/linemodel.h"

#include <string>
#include <unordered_map>

namespace evencart {

// Finds the lines of the open cart by what they are called, as often as a person presses a key. Follows the model;
// reads the names that are new to it when it is next asked. Interface thread.
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
    void update();
    std::vector<const LineView *> named(const std::string &name);

    const LineModel &m_lines;
    std::unordered_map<LineId, std::pair<std::string, std::string>> m_names; // as shown, and normalised
    std::unordered_multimap<std::string, LineId> m_byKey;
    std::vector<std::string> m_openKeys;
    bool m_stale = true;
};

} // namespace evencart
