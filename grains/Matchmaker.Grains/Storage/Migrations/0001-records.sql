-- Runs on SQLite and PostgreSQL. $ordinal$ is the collation that compares ids byte by byte.
-- Instants are stored as text (RFC 3339, UTC, seven decimals): both databases keep every digit that the hash covers.

CREATE TABLE record (
    kind          TEXT COLLATE $ordinal$ NOT NULL,
    id            TEXT COLLATE $ordinal$ NOT NULL,
    parent        TEXT COLLATE $ordinal$,
    version       BIGINT NOT NULL,
    body          TEXT,                       -- null: deleted; the row stays for /api/changes, and so that versions continue
    owner         TEXT COLLATE $ordinal$,
    visible       INTEGER NOT NULL,
    cleared       TEXT,                       -- |a@b|c@d|: the cleared officers; null: not confidential
    search_text   TEXT NOT NULL,
    lat           DOUBLE PRECISION,
    lon           DOUBLE PRECISION,
    deleted       INTEGER NOT NULL,
    sequence      BIGINT NOT NULL,            -- of the last change
    changed_at    TEXT NOT NULL,
    open_sequence BIGINT,                     -- of the last change that was visible to readers who see open records only
    open_at       TEXT,
    open_version  BIGINT,
    PRIMARY KEY (kind, id)
);

CREATE INDEX record_sequence ON record (sequence);
CREATE INDEX record_open_sequence ON record (open_sequence);
CREATE INDEX record_owner ON record (kind, owner);
CREATE INDEX record_parent ON record (kind, parent);

CREATE TABLE journal (
    sequence     BIGINT NOT NULL PRIMARY KEY,
    change       BIGINT NOT NULL,             -- the first sequence number of the same commit
    at           TEXT NOT NULL,
    actor        TEXT NOT NULL,
    kind         TEXT COLLATE $ordinal$ NOT NULL,
    id           TEXT COLLATE $ordinal$ NOT NULL,
    parent       TEXT COLLATE $ordinal$,
    version      BIGINT NOT NULL,
    owner        TEXT COLLATE $ordinal$,
    visible      INTEGER NOT NULL,
    cleared      TEXT,
    before       TEXT,
    after        TEXT,
    hash         TEXT NOT NULL
);

CREATE INDEX journal_change ON journal (change, sequence);
CREATE INDEX journal_record ON journal (kind, id, sequence);

-- How often each index was built: a rebuilt index starts its feeds above all earlier numbers.
CREATE TABLE index_epoch (
    board TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    epoch BIGINT NOT NULL
);
