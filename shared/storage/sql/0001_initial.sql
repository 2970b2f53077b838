-- A profile: one file, one replica. 64-bit unsigned numbers are kept as the signed integer of the same bits.
-- `sum` is a checksum over the other columns of the row: SQLite notices a torn page, not a flipped bit in a payload.

CREATE TABLE profile (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    replica INTEGER NOT NULL,
    incarnation BLOB NOT NULL,
    clock INTEGER NOT NULL,
    member_name TEXT NOT NULL,
    name_stamp INTEGER NOT NULL,
    server_url TEXT NOT NULL,
    server_fingerprint TEXT NOT NULL
);
INSERT INTO profile VALUES (1, 0, x'', 0, '', 0, '', '');

CREATE TABLE cart (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    proof BLOB NOT NULL,
    role INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    epoch BLOB NOT NULL,
    cursor INTEGER NOT NULL,
    own_replica INTEGER NOT NULL,
    own_seq INTEGER NOT NULL,
    acked_seq INTEGER NOT NULL,
    last_synced INTEGER NOT NULL,
    created INTEGER NOT NULL,
    sum INTEGER NOT NULL
);

-- Of the base: what the server has sequenced.
CREATE TABLE vector (
    cart INTEGER NOT NULL REFERENCES cart (number),
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (cart, replica)
) WITHOUT ROWID;

CREATE TABLE author (number INTEGER PRIMARY KEY, member BLOB NOT NULL UNIQUE);

-- Live facts. position 0: of an own delta that waits for the server; hidden_by: the own pending delta that removes it.
CREATE TABLE fact (
    cart INTEGER NOT NULL REFERENCES cart (number),
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    line BLOB NOT NULL,
    field INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES author (number),
    body BLOB NOT NULL,
    position INTEGER NOT NULL,
    hidden_by INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (cart, replica, seq, idx)
) WITHOUT ROWID;
CREATE INDEX fact_hidden ON fact (cart, hidden_by) WHERE hidden_by > 0;

-- Every delta seen: the outbox (kind 0), the log (1) and what the server refused (2).
CREATE TABLE delta (
    cart INTEGER NOT NULL REFERENCES cart (number),
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    position INTEGER NOT NULL,
    effective INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    received INTEGER NOT NULL,
    label TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (cart, replica, seq)
) WITHOUT ROWID;
CREATE INDEX delta_pending ON delta (cart, seq) WHERE kind = 0;

CREATE TABLE undo (
    cart INTEGER NOT NULL REFERENCES cart (number),
    id INTEGER NOT NULL,
    stack INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (cart, id)
) WITHOUT ROWID;

CREATE TABLE removed (
    cart INTEGER NOT NULL REFERENCES cart (number),
    line BLOB NOT NULL,
    removed_at INTEGER NOT NULL,
    removed_by BLOB NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (cart, line)
) WITHOUT ROWID;

CREATE TABLE member (member BLOB PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE cursor (
    cart INTEGER NOT NULL REFERENCES cart (number),
    device BLOB NOT NULL,
    member BLOB NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (cart, device)
) WITHOUT ROWID;
