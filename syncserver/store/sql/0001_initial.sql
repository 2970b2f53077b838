-- The server's log, version 1. Carts have a small number of their own, so that the keys below stay short. Replica ids and seqs are
-- unsigned 64-bit values kept as the signed integers of the same bits.
CREATE TABLE server(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch BLOB NOT NULL CHECK (length(epoch) = 16),
    created INTEGER NOT NULL
);

CREATE TABLE cart(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    epoch BLOB NOT NULL CHECK (length(epoch) = 16),
    head INTEGER NOT NULL CHECK (head >= 0),
    oldest INTEGER NOT NULL CHECK (oldest >= 1),
    snapshot_position INTEGER NOT NULL CHECK (snapshot_position >= 0),
    is_closed INTEGER NOT NULL,
    created INTEGER NOT NULL,
    last_used INTEGER NOT NULL
);

-- kind 1: accepted, body = the delta as it came in; 2: void, body empty; 3: joined state, body = one zstd frame. What names a delta
-- and what became of it is in `delta`, under (cart, replica, seq).
CREATE TABLE entry(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
    received INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    raw_size INTEGER,
    body BLOB NOT NULL,
    PRIMARY KEY (cart, position)
) WITHOUT ROWID;

-- Outlives its entry: a delta is recognised however old it is.
CREATE TABLE delta(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    clamped INTEGER,
    reason INTEGER,
    PRIMARY KEY (cart, replica, seq)
) WITHOUT ROWID;

CREATE TABLE vector(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    member BLOB CHECK (member IS NULL OR length(member) = 16),
    joined_seq INTEGER NOT NULL,
    joined_position INTEGER NOT NULL,
    PRIMARY KEY (cart, replica)
) WITHOUT ROWID;

-- With a row id: the contents are large, and the small columns are read alone.
CREATE TABLE snapshot(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    created INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    raw_size INTEGER NOT NULL,
    content BLOB,
    UNIQUE (cart, position)
);

CREATE TABLE person(
    member BLOB PRIMARY KEY CHECK (length(member) = 16),
    key BLOB NOT NULL CHECK (length(key) = 32),
    name TEXT NOT NULL,
    name_stamp INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE device(
    device BLOB PRIMARY KEY CHECK (length(device) = 16),
    member BLOB NOT NULL REFERENCES person(member),
    key BLOB NOT NULL CHECK (length(key) = 32),
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX device_member ON device(member);

CREATE TABLE membership(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    member BLOB NOT NULL CHECK (length(member) = 16),
    role INTEGER NOT NULL CHECK (role IN (1, 2, 3)),
    proof BLOB NOT NULL,
    since INTEGER NOT NULL,
    is_removed INTEGER NOT NULL,
    PRIMARY KEY (cart, member)
) WITHOUT ROWID;

CREATE TABLE cursor(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    device BLOB NOT NULL CHECK (length(device) = 16),
    member BLOB NOT NULL CHECK (length(member) = 16),
    position INTEGER NOT NULL,
    PRIMARY KEY (cart, device)
) WITHOUT ROWID;

CREATE TABLE invite(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    key BLOB NOT NULL CHECK (length(key) = 32),
    role INTEGER NOT NULL CHECK (role IN (1, 2, 3)),
    inviter BLOB NOT NULL CHECK (length(inviter) = 16),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    inviter_proof BLOB NOT NULL,
    created INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
    PRIMARY KEY (cart, key)
) WITHOUT ROWID;
