-- Who looks after the shop, by the invitation that made him; `member` is empty until somebody has come by it.
CREATE TABLE administrator(
    key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 32),
    created INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    member BLOB NOT NULL CHECK (length(member) IN (0, 16)),
    since INTEGER NOT NULL
) WITHOUT ROWID;

-- The carts of one person.
CREATE INDEX membership_member ON membership(member);
