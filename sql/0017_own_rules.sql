-- Statuses of a council's own, what papers tell in words, and whom a target is set against.

ALTER TABLE updates ADD COLUMN status_name TEXT;            -- the council's own; status is then what it counts as
ALTER TABLE updates ADD COLUMN outlook TEXT;                -- as told, like what follows
ALTER TABLE updates ADD COLUMN direction_previous TEXT;
ALTER TABLE updates ADD COLUMN change_previous TEXT;
ALTER TABLE updates ADD COLUMN direction_last_year TEXT;
ALTER TABLE updates ADD COLUMN change_last_year TEXT;

ALTER TABLE targets ADD COLUMN peers TEXT;                  -- of a peer quartile: a peer group, neighbours, a kind of area
ALTER TABLE targets ADD COLUMN baseline_period TEXT;        -- of a change whose baseline is not known yet

CREATE TABLE peer_groups (              -- a row a member
    peer_group TEXT NOT NULL,
    area TEXT NOT NULL REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    title TEXT,
    source TEXT
);
CREATE INDEX peer_groups_by_area ON peer_groups (area);
