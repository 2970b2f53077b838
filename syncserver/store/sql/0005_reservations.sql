-- What is kept for a member's order from a cart, until then by the server's clock. quantity 0: it has ended (ordered, or given back), and
-- its key is remembered for as long as it would have held.
CREATE TABLE reservation(
    member BLOB NOT NULL CHECK (length(member) = 16),
    cart BLOB NOT NULL CHECK (length(cart) = 16),
    sku TEXT NOT NULL,
    key TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    made INTEGER NOT NULL,
    until INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (member, cart, sku)
) WITHOUT ROWID;
CREATE INDEX reservation_sku ON reservation(sku, quantity);
CREATE INDEX reservation_until ON reservation(until);
