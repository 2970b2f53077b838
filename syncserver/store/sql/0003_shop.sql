-- What the server sells. Every change of a good takes the shop's next revision, so a copy of the goods is brought up to date by what
-- came behind the revision that it has. Amounts are integers: quantities in thousandths, prices in the currency's minor units.
CREATE TABLE shop(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL CHECK (revision >= 0)
);
INSERT INTO shop(one, revision) VALUES(1, 0);

CREATE TABLE good(
    sku TEXT PRIMARY KEY CHECK (length(sku) > 0),
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    category TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    price INTEGER NOT NULL CHECK (price >= 0),
    stock INTEGER NOT NULL CHECK (stock >= 0),
    revision INTEGER NOT NULL CHECK (revision >= 1)
) WITHOUT ROWID;
CREATE INDEX good_revision ON good(revision);

-- Why the stock of a good is what it is: their sum. order_number NULL: by hand.
CREATE TABLE stock_change(
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    n INTEGER NOT NULL,
    order_number INTEGER,
    at INTEGER NOT NULL
);
CREATE INDEX stock_change_sku ON stock_change(sku);

-- Orders, for ever; they outlive the cart and the goods. content: the hash of what was asked under the key.
CREATE TABLE ledger(
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    member BLOB NOT NULL CHECK (length(member) = 16),
    key TEXT NOT NULL,
    content BLOB NOT NULL CHECK (length(content) = 32),
    cart BLOB NOT NULL CHECK (length(cart) = 16),
    placed INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    UNIQUE (member, key)
);

CREATE TABLE ledger_line(
    number INTEGER NOT NULL REFERENCES ledger(number),
    position INTEGER NOT NULL,
    line BLOB NOT NULL CHECK (length(line) = 16),
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    price INTEGER NOT NULL CHECK (price >= 0),
    total INTEGER NOT NULL CHECK (total >= 0),
    PRIMARY KEY (number, position)
) WITHOUT ROWID;
CREATE INDEX ledger_line_sku ON ledger_line(sku, number);

-- Attempts of a key, up to this one, of which its member was told that nothing comes of them.
CREATE TABLE given_up(
    member BLOB NOT NULL CHECK (length(member) = 16),
    key TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    PRIMARY KEY (member, key)
) WITHOUT ROWID;
