-- The token that stands outside of the database as well, to notice that the database was copied back. Empty: none yet.
ALTER TABLE server ADD COLUMN incarnation BLOB NOT NULL DEFAULT x'';

-- The epochs that a cart's log went by before, oldest first, each with the last position written under it.
CREATE TABLE past_epoch(
    cart INTEGER NOT NULL REFERENCES cart(number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    epoch BLOB NOT NULL CHECK (length(epoch) = 16),
    last_position INTEGER NOT NULL CHECK (last_position >= 0),
    PRIMARY KEY (cart, number)
) WITHOUT ROWID;
