-- How a council's own spreadsheets are read, so that next quarter's is known again.

CREATE TABLE layouts (                  -- the council's own layouts/NAME.toml
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL                  -- word for word: TOML
);
