-- When a member's device was last heard of, milliseconds since 1970; 0: never while this profile was listening.
ALTER TABLE cursor ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
