-- Which figure of a measure is judged, and from when on targets and tolerances hold.

ALTER TABLE measures ADD COLUMN judged TEXT; -- NULL: as follows from the roll-up
ALTER TABLE targets ADD COLUMN in_force_from TEXT; -- NULL: from set_on

CREATE TABLE tolerances (               -- those that hold from a day on
    measure TEXT REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED, -- NULL: the council's own
    in_force_from TEXT,
    tolerance TEXT,                     -- NULL: the measure has none of its own
    decided_on TEXT,
    reason TEXT
);
CREATE INDEX tolerances_by_measure ON tolerances (measure);
