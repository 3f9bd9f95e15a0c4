-- Files that are kept for a day while they are imported, and how columns of files were matched.

CREATE TABLE upload (
    id           TEXT COLLATE $ordinal$ PRIMARY KEY,
    account      TEXT COLLATE $ordinal$ NOT NULL,
    expires_at   TEXT NOT NULL,
    body         TEXT NOT NULL                     -- the description and the import's progress
);

CREATE INDEX upload_account ON upload (account, expires_at);

CREATE TABLE upload_part (
    id           TEXT COLLATE $ordinal$ NOT NULL,
    number       INTEGER NOT NULL,
    content      TEXT NOT NULL,                    -- base64
    PRIMARY KEY (id, number)
);

CREATE TABLE column_match (
    owner        TEXT COLLATE $ordinal$ NOT NULL,  -- office, or a party
    names        TEXT COLLATE $ordinal$ NOT NULL,  -- hash of the file's columns
    matching     TEXT NOT NULL,
    PRIMARY KEY (owner, names)
);
