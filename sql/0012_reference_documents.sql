-- Word documents whose styles other ones take: a council's own, and those that issues were made with.

CREATE TABLE reference_documents (      -- templates/NAME.docx
    name TEXT PRIMARY KEY,
    body BLOB NOT NULL
);

CREATE TABLE issue_references (         -- what issue_texts of the kind "reference" name by their SHA-256; never changed
    sha256 TEXT PRIMARY KEY,            -- of the bytes
    body BLOB NOT NULL                  -- compressed (zstd)
);
