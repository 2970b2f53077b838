#pragma once

#include "base/bytes.h"
#include "base/random.h"
#include "base/result.h"

#include <QString>

namespace evencart {

// Finds out that a database is not the one that was last open here: a copied directory, a restored backup, a cloned
// disk. Two profiles that write under one replica id give two facts one name, and a join then deletes one of them; a
// server that forgot the end of its log gives its positions a second time.
//
// A random token stands in the database and, outside of it, in the user's state directory under the database's path,
// together with the machine's id and the file's inode. Every opening changes it: an older copy of the file has an older
// token. The outside file is written first and names the old and the new token, so that a crash between the two writes
// is no false alarm; after an alarm it names the new one alone, so that the same crash does not silence it.
//
// What it cannot see: a machine that was wound back as a whole, both files together.
class Incarnation
{
public:
    static constexpr std::size_t tokenBytes = 16;

    // `stateDirectory` must not lie in the database's own folder: whoever copies that back would copy it along.
    Incarnation(const QString &databasePath, QString stateDirectory, RandomSource &random);
    // $XDG_STATE_HOME/PROGRAM/incarnations, or the same in ~/.local/state.
    static QString stateDirectoryOf(const QString &program);

    // Whether the database that holds `token` is the one that was last open here. An empty token is a new database's:
    // the same where nothing was ever open under this path.
    bool isSame(const Bytes &token) const;
    // A new token, known outside from now on. Until settled(), `before` is accepted as well if it is the same now.
    Result<Bytes> next(const Bytes &before);
    Result<void> settled(const Bytes &token);

private:
    QString outsidePath() const;
    Bytes placeIdentity() const;
    Result<void> write(const Bytes &first, const Bytes &second) const;

    QString m_databasePath;
    QString m_stateDirectory;
    RandomSource &m_random;
};

} // namespace evencart
