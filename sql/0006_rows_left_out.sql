-- How many rows an import left out because they were complained of; NULL = none.
ALTER TABLE imports ADD COLUMN left_out BIGINT;
