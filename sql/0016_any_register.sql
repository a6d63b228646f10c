-- Risks rated by band alone, reviewed in any rhythm, with an appetite and a dated target; requests that stand, are put off, or
-- are about something. Scores and levels are whole numbers.
ALTER TABLE risks ADD COLUMN renamed_on TEXT;
ALTER TABLE risks ADD COLUMN register TEXT;         -- that it stands in
ALTER TABLE risks ADD COLUMN review_every TEXT;     -- month quarter half year academic_year
ALTER TABLE risks ADD COLUMN category TEXT;
ALTER TABLE risks ADD COLUMN appetite BIGINT;       -- the highest residual score that is accepted
ALTER TABLE risks ADD COLUMN appetite_band TEXT;

ALTER TABLE risk_reviews ADD COLUMN inherent_score BIGINT;
ALTER TABLE risk_reviews ADD COLUMN inherent_band TEXT;
ALTER TABLE risk_reviews ADD COLUMN band TEXT;      -- residual, as published
ALTER TABLE risk_reviews ADD COLUMN target_score BIGINT;
ALTER TABLE risk_reviews ADD COLUMN target_band TEXT;
ALTER TABLE risk_reviews ADD COLUMN target_by TEXT;
ALTER TABLE risk_reviews ADD COLUMN register TEXT;  -- that it stood in then

ALTER TABLE decisions ADD COLUMN about TEXT;
ALTER TABLE decisions ADD COLUMN standing BIGINT;   -- to be reported on at every meeting

CREATE TABLE request_progress ( -- what was said on a request before its answer
    decision TEXT NOT NULL REFERENCES decisions (code) DEFERRABLE INITIALLY DEFERRED,
    noted_on TEXT NOT NULL,
    item TEXT REFERENCES items (code) DEFERRABLE INITIALLY DEFERRED,
    text TEXT,
    deferred_to TEXT REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED,
    deferred_until TEXT,
    PRIMARY KEY (decision, noted_on)
);
CREATE INDEX request_progress_by_item ON request_progress (item);
CREATE INDEX request_progress_by_deferred_to ON request_progress (deferred_to);
