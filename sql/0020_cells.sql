-- Where in its file each figure was read from.
ALTER TABLE returns ADD COLUMN cells BLOB; -- of the rows of which it is known, compressed (zstd); NULL: of none
