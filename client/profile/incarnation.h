#pragma once

#include "base/bytes.h"
#include "base/random.h"
#include "base/result.h"

#include <QString>

namespace evencart {

// Finds out that a database is not the one that was last open here: a copied profile, a restored backup, a cloned disk.
// Two files that write under one replica id give two facts one name, and a join then deletes one of them.
//
// A random token stands in the database and, outside of it, in the user's state directory under the database's path,
// together with the machine's id and the file's inode. Every opening changes it: an older copy of the file has an older
// token. The outside file is written first and names the old and the new token, so that a crash between the two writes
// is no false alarm.
class Incarnation
{
public:
    Incarnation(const QString &databasePath, RandomSource &random);

    // Whether the database that holds `token` is the one that was last open here. An empty token is a new database's.
    bool isSame(const Bytes &token) const;
    // A new token, known outside from now on, with `before` still accepted until settled().
    Result<Bytes> next(const Bytes &before);
    Result<void> settled(const Bytes &token);

private:
    QString outsidePath() const;
    Bytes placeIdentity() const;
    Result<void> write(const Bytes &first, const Bytes &second) const;

    QString m_databasePath;
    RandomSource &m_random;
};

} // namespace evencart
