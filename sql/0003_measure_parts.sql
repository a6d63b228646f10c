-- What a missing part does to the whole, and how targets follow from those of the areas below. NULL: as it always was.
ALTER TABLE measures ADD COLUMN missing TEXT;        -- leave_out: the whole is of the parts that are there
ALTER TABLE measures ADD COLUMN target_roll_up TEXT; -- denominators
