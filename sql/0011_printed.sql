-- Labels, cells and fields of published papers to the letter, where how they are printed matters.
CREATE TABLE printed (
    code TEXT PRIMARY KEY,
    period TEXT NOT NULL,
    subject TEXT,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    above TEXT,
    text TEXT,
    choices TEXT,
    position BIGINT NOT NULL
);
