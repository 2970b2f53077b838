-- A member's orders without a look at everybody's.
CREATE INDEX ledger_member ON ledger(member, number);

-- Which of a member's keys were given up first: only so many are kept.
ALTER TABLE given_up ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
CREATE INDEX given_up_number ON given_up(member, number);
