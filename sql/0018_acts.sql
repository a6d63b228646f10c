-- Who did what. Every row of content names the act that wrote it (act); rows that are in force no longer stand in the twin of
-- their table (past_NAME), with the act that ended them. These columns and twins are the same for all tables, so the program
-- makes them from its list of tables (src/store/keep_history.cpp), which also carries over what imports, standings and
-- table_versions knew, and takes these away.

CREATE TABLE acts (
    number BIGINT PRIMARY KEY,          -- 1, 2, 3 …: the greatest is the generation of the store
    at BIGINT NOT NULL,
    who TEXT,                           -- the account; NULL = not known
    post TEXT,                          -- in which they acted
    origin TEXT NOT NULL,               -- 'command line', 'page'
    kind TEXT NOT NULL,                 -- import, withdraw, issue …
    subject TEXT,                       -- 'issue:3'
    reason TEXT,
    source TEXT,                        -- the folder, workbook or table, as named by the person
    changes BIGINT NOT NULL,            -- rows added, changed or withdrawn
    left_out BIGINT,                    -- rows that were complained of; NULL = none
    written TEXT NOT NULL,              -- of each table that it wrote or ended rows in: how many, and a SHA-256 over their hashes
    chain TEXT NOT NULL                 -- SHA-256 of the chain of the line before and all of the above
);
