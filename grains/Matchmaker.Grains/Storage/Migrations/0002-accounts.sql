-- What lets people in. Credentials never enter the journal, which is kept for ever.

CREATE TABLE credential (
    email         TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    password_hash TEXT,                       -- null: no password yet
    stamp         TEXT NOT NULL,              -- changes whenever sessions must end
    failures      INTEGER NOT NULL,
    locked_until  TEXT
);

CREATE TABLE invitation (
    token_hash  TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    email       TEXT,                         -- null: whoever comes first, for the first admin
    role        TEXT NOT NULL,
    enterprise  TEXT,
    firm        TEXT,
    owner       TEXT,
    invited_by  TEXT NOT NULL,
    may_reset   INTEGER NOT NULL,
    expires_at  TEXT NOT NULL,
    spent       INTEGER NOT NULL
);

CREATE TABLE protection_key (
    name TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    xml  TEXT NOT NULL
);

CREATE TABLE secret (
    name TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    hex  TEXT NOT NULL
);

CREATE TABLE repeat (
    id          TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    answer      TEXT NOT NULL,
    kept_at     TEXT NOT NULL
);

CREATE INDEX repeat_kept_at ON repeat (kept_at);
