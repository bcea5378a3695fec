-- When a message may be tried again, apart from when it is due: a wrong clock must be able to spoil only the first.
ALTER TABLE outbox ADD COLUMN held_until INTEGER;
