-- A reader's place has two parts everywhere; here the first is always 0, since transactions come one after another.

ALTER TABLE feed_cursor ADD COLUMN xid INTEGER NOT NULL DEFAULT 0;
