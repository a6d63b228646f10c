-- What a council hands in: authoritative tables. Nothing here can be computed from anything else.
-- Conventions: codes, periods, dates, enumerations as the text that people read ('ASC1', '2012-13Q3', '2013-02-26', 'green');
-- figures in millionths (84.5 is 84500000); moments in seconds since 1970, UTC; not given is NULL, never ''.
-- References are checked at commit, so that an import may add rows in any order; those of long tables have an index, because
-- a row that is written anew is looked for in every table that may refer to it.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,              -- 'council.toml'
    text TEXT NOT NULL,                 -- word for word
    sha256 TEXT NOT NULL                -- of text
);

CREATE TABLE digests (                  -- of the rows of each table, so that a change by another hand shows; none = no rows
    name TEXT PRIMARY KEY,              -- the table
    sha256 TEXT NOT NULL
);

CREATE TABLE imports (                  -- the ledger of what was imported
    id BIGINT PRIMARY KEY,              -- 1, 2, 3 …: the greatest is the generation of the store
    at BIGINT NOT NULL,
    source TEXT NOT NULL,               -- the folder, workbook or table, as named by the person
    changes BIGINT NOT NULL             -- rows added or changed
);

CREATE TABLE areas (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    valid_from TEXT,
    valid_to TEXT
);

CREATE TABLE units (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    post TEXT
);

CREATE TABLE measures (
    code TEXT PRIMARY KEY,
    position BIGINT NOT NULL,           -- order on the scorecard
    title TEXT NOT NULL,
    short_title TEXT,
    theme TEXT,
    owner TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    polarity TEXT NOT NULL,
    unit TEXT NOT NULL,
    per BIGINT NOT NULL,
    decimals BIGINT NOT NULL,
    grain TEXT NOT NULL,
    roll_up TEXT NOT NULL,
    area_roll_up TEXT NOT NULL,
    tolerance TEXT,
    due_days BIGINT,
    least BIGINT,
    most BIGINT,
    parent TEXT REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    on_scorecard BIGINT NOT NULL,       -- 1 yes, 0 no
    active_from TEXT,
    active_to TEXT
);

CREATE TABLE definitions (              -- the versions of what a measure counts
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    number BIGINT NOT NULL,             -- 1.. in order of valid_from
    valid_from TEXT,
    text TEXT,
    numerator_label TEXT,
    denominator_label TEXT,
    source TEXT,
    reason TEXT,
    PRIMARY KEY (measure, number)
);

CREATE TABLE targets (                  -- versions: never changed, a later one is another row
    id BIGINT PRIMARY KEY,              -- ledger order: 1, 2, 3 … without a gap
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED, -- NULL = the council's own
    period TEXT NOT NULL,
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    value BIGINT,
    lower BIGINT,
    upper BIGINT,
    baseline BIGINT,
    strict BIGINT NOT NULL,
    words TEXT,
    state TEXT NOT NULL,
    set_on TEXT,
    reason TEXT,
    sha256 TEXT NOT NULL                -- of the row's canonical text but its id
);
CREATE INDEX targets_by_measure ON targets (measure);
CREATE INDEX targets_by_area ON targets (area);

CREATE TABLE returns (                  -- immutable documents; their order is the ledger
    id BIGINT PRIMARY KEY,              -- 1, 2, 3 … without a gap
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    known_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    handed_in_by TEXT,
    signed_off_by TEXT,
    source TEXT,
    source_sha256 TEXT,
    reason TEXT,
    rows BIGINT NOT NULL,               -- observations in body
    body BLOB NOT NULL,                 -- the observations as columns, compressed (zstd)
    sha256 TEXT NOT NULL,               -- of what was handed in: all of the above but the id, and the uncompressed body
    chain TEXT NOT NULL                 -- SHA-256 of the row before's chain and this sha256: a row taken out or moved shows
);
CREATE INDEX returns_by_measure ON returns (measure, id);

CREATE TABLE forecasts (                -- an officer's; versions as with targets
    id BIGINT PRIMARY KEY,
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    made_in TEXT NOT NULL,
    value BIGINT,
    lower BIGINT,
    upper BIGINT,
    outlook TEXT NOT NULL,
    made_by TEXT,
    reason TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX forecasts_by_measure ON forecasts (measure);
CREATE INDEX forecasts_by_area ON forecasts (area);

CREATE TABLE plans (
    code TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    runs_from TEXT,
    runs_to TEXT,
    decision_making TEXT,
    delivery TEXT
);

CREATE TABLE priorities (
    code TEXT PRIMARY KEY,
    plan TEXT REFERENCES plans (code) DEFERRABLE INITIALLY DEFERRED,
    unit TEXT NOT NULL REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    theme TEXT,
    position BIGINT NOT NULL
);

CREATE TABLE priority_measures (
    priority TEXT NOT NULL REFERENCES priorities (code) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (priority, position)
);

CREATE TABLE updates (                  -- versions as with targets
    id BIGINT PRIMARY KEY,
    subject TEXT NOT NULL,              -- 'priority:CT4'
    period TEXT NOT NULL,
    status TEXT,                        -- NULL = left blank
    narrative TEXT,
    reason TEXT,
    made_by TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);

CREATE TABLE recovery_plans (
    code TEXT PRIMARY KEY,
    measure TEXT NOT NULL REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED,
    raised_in TEXT NOT NULL,
    raised_on TEXT,
    description TEXT,
    state TEXT NOT NULL,
    closed_on TEXT,
    causes TEXT,                        -- Markdown
    text_published BIGINT NOT NULL
);

CREATE TABLE presentations (            -- when a recovery plan was shown to whom
    recovery_plan TEXT NOT NULL REFERENCES recovery_plans (code) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    body TEXT NOT NULL REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    what TEXT,
    PRIMARY KEY (recovery_plan, position)
);

CREATE TABLE actions (
    code TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    lead_post TEXT,
    outcome TEXT,
    state TEXT NOT NULL,
    status TEXT,
    completed_on TEXT,
    position BIGINT NOT NULL
);

CREATE TABLE due_dates (
    action TEXT NOT NULL REFERENCES actions (code) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    date_from TEXT,
    date TEXT,
    words TEXT,
    PRIMARY KEY (action, position)
);

CREATE TABLE projects (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    unit TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    wave TEXT,
    window_from TEXT,
    window_to TEXT,
    start TEXT,
    due TEXT,
    completed TEXT,
    status TEXT
);

CREATE TABLE statements (               -- figures that a published paper states in its text
    code TEXT PRIMARY KEY,
    period TEXT NOT NULL,
    subject TEXT NOT NULL,
    place TEXT,
    label TEXT,
    words TEXT,
    stated BIGINT,
    count BIGINT,
    denominator BIGINT,
    parts TEXT,                         -- '6; 11; 8'
    value_from BIGINT,
    value_to BIGINT,
    date TEXT,
    window_from TEXT,
    window_to TEXT,
    binding TEXT NOT NULL
);

CREATE TABLE papers (                   -- the frame of a committee paper, as the file papers/CODE.md
    code TEXT PRIMARY KEY,
    report TEXT NOT NULL,
    period TEXT NOT NULL,
    body TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    meeting TEXT,
    title TEXT NOT NULL,
    item TEXT,
    report_of TEXT,
    contact TEXT,
    part TEXT,
    affects TEXT,
    purpose TEXT,
    summary TEXT,
    consultations TEXT,
    part_two_reason TEXT,
    body_text TEXT
);

CREATE TABLE paper_lines (              -- its lists
    paper TEXT NOT NULL REFERENCES papers (code) DEFERRABLE INITIALLY DEFERRED,
    list TEXT NOT NULL,                 -- recommendation reason alternative objective implication background_paper
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    area TEXT,                          -- of an implication
    date TEXT,                          -- of a background paper
    contact TEXT,
    PRIMARY KEY (paper, list, position)
);
