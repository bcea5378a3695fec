-- How many ids above the mark the answer may stand; more where many messages waited.
ALTER TABLE inbox ADD COLUMN answered_within INTEGER;
