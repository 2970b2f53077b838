-- The sum of a fact takes in every column. What changes on its own (stamp, position, hidden_by) and the cart are added as numbers below
-- 2^31, so that an UPDATE of one of them corrects the sum without reading the row. Removed lines and undo steps get a sum; NULL is a row
-- from before.
UPDATE fact SET sum = sum + cart + stamp % 2147483647 + position % 2147483647 + hidden_by % 2147483647;
ALTER TABLE removed ADD COLUMN sum INTEGER;
ALTER TABLE undo ADD COLUMN sum INTEGER;
