-- That an answer to this update was begun, and above which message id it stands if it arrived. Goes with the row.
ALTER TABLE inbox ADD COLUMN answered_above INTEGER;
