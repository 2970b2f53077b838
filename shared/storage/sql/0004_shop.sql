-- The server's goods as they were last heard, and how far its shop was ever seen. A copy: the server has the truth.
CREATE TABLE shop (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    life BLOB NOT NULL,
    revision INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    heard INTEGER NOT NULL
);
INSERT INTO shop VALUES (1, zeroblob(16), 0, 0, 0, 0);

CREATE TABLE good (
    sku TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    category TEXT NOT NULL,
    currency TEXT NOT NULL,
    price INTEGER NOT NULL,
    stock INTEGER NOT NULL,
    revision INTEGER NOT NULL
) WITHOUT ROWID;

-- Own orders by key, written down before the first asking leaves. state 0: not known what became of it; 1: ordered; 2: not ordered.
CREATE TABLE own_order (
    key TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    cart BLOB NOT NULL,
    attempt INTEGER NOT NULL,
    state INTEGER NOT NULL,
    made INTEGER NOT NULL,
    asked BLOB NOT NULL,
    answer BLOB NOT NULL,
    sum INTEGER NOT NULL
) WITHOUT ROWID;
