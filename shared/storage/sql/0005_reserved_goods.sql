-- How much of a good's stock was reserved, by whomever, at that revision.
ALTER TABLE good ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;
