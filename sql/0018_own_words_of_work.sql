-- Statuses of a council's own for actions and projects.

ALTER TABLE actions ADD COLUMN status_name TEXT;            -- the council's own; status is then what it counts as
ALTER TABLE projects ADD COLUMN status_name TEXT;
