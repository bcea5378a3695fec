-- How many ids above the mark the answer may stand; more where many chats were answered at once.
ALTER TABLE inbox ADD COLUMN answered_within INTEGER;
