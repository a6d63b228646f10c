-- What a report was made from, and what was issued of it.

CREATE TABLE report_definitions (       -- the council's own reports/NAME.md
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL                  -- word for word: TOML front matter, then Markdown with placeholders
);

-- How the content stood after each import: a row for each table that the import changed, so that the rows of before can be
-- read again. Of an import without rows, nothing is known but what stood at the next one that has them.
CREATE TABLE standings (
    generation BIGINT NOT NULL,         -- imports.id
    name TEXT NOT NULL,                 -- the table
    last_id BIGINT,                     -- of a ledger: its rows up to this one
    version TEXT,                       -- of any other table: table_versions.sha256
    PRIMARY KEY (generation, name)
);

CREATE TABLE table_versions (           -- all rows of a table as they stood once
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,               -- of body, uncompressed
    body BLOB NOT NULL,                 -- column names and rows, compressed (zstd)
    PRIMARY KEY (name, sha256)
);

CREATE TABLE issues (                   -- reports that were given out; never changed
    number BIGINT PRIMARY KEY,          -- 1, 2, 3 … without a gap
    report TEXT NOT NULL,
    title TEXT NOT NULL,
    period TEXT NOT NULL,
    area TEXT NOT NULL,
    audience TEXT NOT NULL,             -- council, everyone
    as_at BIGINT NOT NULL,              -- what was known by then
    issued_at BIGINT NOT NULL,
    issued_by TEXT,                     -- a post
    generation BIGINT NOT NULL,         -- what stood in the store: standings.generation
    program TEXT NOT NULL,              -- the version that made it
    sha256 TEXT NOT NULL,               -- of all of the above, and of the texts, explanations and files below
    chain TEXT NOT NULL                 -- SHA-256 of the row before's chain and this sha256
);

CREATE TABLE issue_texts (              -- the definitions it was made from, the first its own, then what that includes
    issue BIGINT NOT NULL REFERENCES issues (number) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,                 -- definition, parameter
    name TEXT NOT NULL,
    origin TEXT,                        -- council, supplied
    text TEXT NOT NULL,
    PRIMARY KEY (issue, position)
);

CREATE TABLE issue_explanations (       -- why an error of the paper's own text was let pass
    issue BIGINT NOT NULL REFERENCES issues (number) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    code TEXT NOT NULL,                 -- of the finding
    subject TEXT NOT NULL,
    place TEXT,
    message TEXT NOT NULL,
    reason TEXT NOT NULL,               -- the explanation
    PRIMARY KEY (issue, position)
);

CREATE TABLE issue_files (              -- what was given out, byte for byte
    issue BIGINT NOT NULL REFERENCES issues (number) DEFERRABLE INITIALLY DEFERRED,
    format TEXT NOT NULL,               -- html, pdf, docx, xlsx
    sha256 TEXT NOT NULL,               -- of the bytes
    size BIGINT NOT NULL,
    body BLOB NOT NULL,                 -- compressed (zstd)
    PRIMARY KEY (issue, format)
);
