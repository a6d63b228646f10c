-- Which areas an area took the place of: an old code for the same place, or districts that became one.
ALTER TABLE areas ADD COLUMN follows TEXT; -- their codes, parted by "; "
