-- The announcement for those who read another language: what stands around its text differs. By language, an Outgoing as JSON.
ALTER TABLE announcement ADD COLUMN others TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(others));
