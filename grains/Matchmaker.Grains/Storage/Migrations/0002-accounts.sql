-- Credentials are never written to the journal, which is kept forever.

CREATE TABLE credential (
    email         TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    password_hash TEXT,                       -- null: no password yet
    stamp         TEXT NOT NULL,              -- a new value ends all sessions
    failures      INTEGER NOT NULL,
    locked_until  TEXT
);

CREATE TABLE invitation (
    token_hash  TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    email       TEXT,                         -- null: the invitation of the first admin, valid for any address
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
