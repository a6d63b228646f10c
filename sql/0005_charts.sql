-- How a measure's control chart is drawn. NULL: each period's own figure, and limits of all of them.
ALTER TABLE measures ADD COLUMN seasonal BIGINT; -- 1: charted as the difference to a year before
ALTER TABLE measures ADD COLUMN baseline BIGINT; -- the first so many points of each segment make its limits

CREATE TABLE rebases ( -- where it starts afresh
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED, -- NULL: the council's own
    period TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX rebases_by_measure ON rebases (measure);
CREATE INDEX rebases_by_area ON rebases (area);
