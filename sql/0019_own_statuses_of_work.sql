-- A status of the council's own on actions and projects: its name; status is then what it counts as.

ALTER TABLE actions ADD COLUMN status_name TEXT;
ALTER TABLE projects ADD COLUMN status_name TEXT;
