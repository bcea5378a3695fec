-- Whether who asked said that what they got was not it: the card shown, or every card of the menu.
ALTER TABLE question ADD COLUMN refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1));
