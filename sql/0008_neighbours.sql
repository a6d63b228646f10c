CREATE TABLE neighbours ( -- which areas resemble an area, by a list that somebody drew up
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED, -- NULL: the council's own
    neighbour TEXT NOT NULL REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL, -- 1 the nearest
    distance BIGINT, -- millionths, in whatever measure the list uses
    source TEXT
);
CREATE INDEX neighbours_by_area ON neighbours (area);
CREATE INDEX neighbours_by_neighbour ON neighbours (neighbour);

-- A measure with figures by the version before, of periods that this version was measured in too.
ALTER TABLE definitions ADD COLUMN overlap TEXT REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX definitions_by_overlap ON definitions (overlap);
