-- What is computed from the authoritative tables, for people who ask with SQL. Always safe to empty: `quarterday rebuild`.

CREATE TABLE figures (                  -- the scorecard of the council's own area, as known when it was last rebuilt
    period TEXT NOT NULL,
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    area TEXT NOT NULL,
    described TEXT NOT NULL,            -- the stretch of time that the figure describes
    actual BIGINT,                      -- NULL with a gap_reason
    gap_reason TEXT,
    numerator BIGINT,
    denominator BIGINT,
    target BIGINT,
    status TEXT NOT NULL,
    outlook TEXT NOT NULL,
    PRIMARY KEY (period, measure, area)
);
CREATE INDEX figures_by_measure ON figures (measure);
