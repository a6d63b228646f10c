-- Measures that are computed from others, and what makes the versions of a definition comparable.
ALTER TABLE measures ADD COLUMN formula TEXT;     -- 'ASC1 / {POP-18} * 100'; NULL: handed in
ALTER TABLE definitions ADD COLUMN link BIGINT;   -- figures of the version before times this are comparable with this one
