-- What was spent of a stream of money, what it began with and what was moved, and a profile as a share of its year.
ALTER TABLE funding ADD COLUMN brought_forward BIGINT;
ALTER TABLE funding ADD COLUMN virement BIGINT;
ALTER TABLE funding ADD COLUMN spent BIGINT;
ALTER TABLE delivery ADD COLUMN profile_share BIGINT;
