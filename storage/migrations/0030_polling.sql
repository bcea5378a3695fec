-- What a feed asks of whoever reads it, and where it went. Times are unix milliseconds, UTC.

ALTER TABLE feed ADD COLUMN ttl INTEGER;                                     -- milliseconds
ALTER TABLE feed ADD COLUMN skip_hours TEXT NOT NULL DEFAULT '[]';           -- JSON array, hours in UTC
ALTER TABLE feed ADD COLUMN skip_days TEXT NOT NULL DEFAULT '[]';            -- JSON array, Monday is 0
ALTER TABLE feed ADD COLUMN moved_to TEXT;                                   -- asked there as long as it can be read there
ALTER TABLE feed ADD COLUMN gap INTEGER NOT NULL DEFAULT 0 CHECK (gap IN (0, 1));  -- its last news did not reach back to known ones
