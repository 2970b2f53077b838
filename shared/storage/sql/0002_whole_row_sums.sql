-- The sum of a fact takes in every column. What changes on its own (stamp, position, hidden_by) and the cart are added as numbers below
-- 2^31, so that an UPDATE of one of them corrects the sum without reading the row. Removed lines and undo steps get a sum; NULL is a row
-- from before.
UPDATE fact SET sum = sum + cart + stamp % 2147483647 + position % 2147483647 + hidden_by % 2147483647;

-- All sums of a cart's facts together: a row that damage hides from us must not read as a fact that somebody removed.
ALTER TABLE cart ADD COLUMN fact_sums INTEGER NOT NULL DEFAULT 0;
UPDATE cart SET fact_sums = (SELECT coalesce(sum(sum), 0) FROM fact WHERE fact.cart = cart.number);
CREATE TRIGGER fact_added AFTER INSERT ON fact
BEGIN UPDATE cart SET fact_sums = fact_sums + new.sum WHERE number = new.cart; END;
CREATE TRIGGER fact_gone AFTER DELETE ON fact
BEGIN UPDATE cart SET fact_sums = fact_sums - old.sum WHERE number = old.cart; END;
CREATE TRIGGER fact_changed AFTER UPDATE OF sum ON fact
BEGIN UPDATE cart SET fact_sums = fact_sums + new.sum - old.sum WHERE number = new.cart; END;

ALTER TABLE removed ADD COLUMN sum INTEGER;
ALTER TABLE undo ADD COLUMN sum INTEGER;
