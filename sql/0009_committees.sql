-- When a body meets, what stands on its agenda, who was there, what was resolved. Posts, never names of people.
CREATE TABLE bank_holidays (            -- beside those of the rules, or instead of one of them
    date TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    holds BIGINT NOT NULL               -- 0: a day of the rules that was not kept
);

CREATE TABLE meetings (
    code TEXT PRIMARY KEY,
    body TEXT NOT NULL REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    weekday TEXT,                       -- as printed
    time TEXT,
    place TEXT,
    state TEXT NOT NULL,                -- planned published held confirmed cancelled
    published_on TEXT,                  -- the agenda and its papers
    next_on TEXT,                       -- the next meeting, as it was told at this one
    next_weekday TEXT,
    note TEXT
);
CREATE INDEX meetings_by_body ON meetings (body);

CREATE TABLE items (                    -- of an agenda
    code TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,               -- as printed
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    part TEXT NOT NULL,                 -- 1: open to press and public, 2: exempt
    about TEXT,                         -- a list of subjects
    paper TEXT REFERENCES papers (code) DEFERRABLE INITIALLY DEFERRED,
    minutes_of TEXT REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED, -- whose minutes are to be confirmed
    report_of TEXT,
    presented_by TEXT,
    published_on TEXT,                  -- where it came out after the agenda
    key_decision BIGINT NOT NULL,
    notice_on TEXT,                     -- of a key decision, or of meeting in private
    exempt_paragraphs TEXT,             -- a list of 1..7: schedule 12A of the Local Government Act 1972
    exempt_reason TEXT,
    public_interest TEXT,
    urgent_reason TEXT,
    page_from BIGINT,                   -- in the pack, once it is published
    page_to BIGINT
);
CREATE INDEX items_by_meeting ON items (meeting);
CREATE INDEX items_by_paper ON items (paper);
CREATE INDEX items_by_minutes_of ON items (minutes_of);

CREATE TABLE attendance (
    meeting TEXT NOT NULL REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL,                  -- a post or a seat
    presence TEXT NOT NULL,             -- present apologies absent substitute in_attendance
    in_place_of TEXT,
    note TEXT,
    PRIMARY KEY (meeting, who)
);

CREATE TABLE declarations (             -- of interests
    meeting TEXT NOT NULL REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL,
    item TEXT REFERENCES items (code) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,                 -- pecuniary non_pecuniary other
    nature TEXT,
    withdrew BIGINT NOT NULL
);
CREATE INDEX declarations_by_meeting ON declarations (meeting);
CREATE INDEX declarations_by_item ON declarations (item);

CREATE TABLE decisions (                -- what was resolved on an item, or undertaken in its course
    code TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES items (code) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    mark TEXT,                          -- "(ii)"
    kind TEXT NOT NULL,                 -- noted agreed confirmed requested promised deferred referred
    text TEXT NOT NULL,
    owner TEXT,                         -- a post
    to_body TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    due_meeting TEXT REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED,
    due_from TEXT,
    due_by TEXT,
    due_words TEXT,
    answered_by TEXT REFERENCES items (code) DEFERRABLE INITIALLY DEFERRED,
    answered_on TEXT,
    answer TEXT
);
CREATE INDEX decisions_by_item ON decisions (item);
CREATE INDEX decisions_by_answer ON decisions (answered_by);
CREATE INDEX decisions_by_due_meeting ON decisions (due_meeting);
CREATE INDEX decisions_by_to_body ON decisions (to_body);

CREATE TABLE minutes (                  -- what they tell, as the file minutes/CODE.md
    meeting TEXT PRIMARY KEY REFERENCES meetings (code) DEFERRABLE INITIALLY DEFERRED,
    taken_by TEXT,
    text TEXT
);
