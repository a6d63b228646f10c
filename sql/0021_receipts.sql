-- What the receipt of an import says besides its line.
ALTER TABLE acts ADD COLUMN sha256 TEXT;   -- of the file; NULL: none, or a folder
ALTER TABLE acts ADD COLUMN layout TEXT;   -- by which it was read
ALTER TABLE acts ADD COLUMN brought TEXT;  -- of each table: rows added, changed, the same, withdrawn, and hand-ins
