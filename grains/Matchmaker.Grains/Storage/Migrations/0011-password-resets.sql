CREATE TABLE password_reset (
    token_hash TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    email      TEXT COLLATE $ordinal$ NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE INDEX password_reset_email ON password_reset (email);
