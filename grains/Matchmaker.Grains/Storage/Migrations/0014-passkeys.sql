-- Of a key pair only the public half: the other never leaves its device.

CREATE TABLE passkey (
    id         TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    email      TEXT COLLATE $ordinal$ NOT NULL,
    name       TEXT NOT NULL,
    public_key TEXT NOT NULL,                 -- COSE, base64
    sign_count BIGINT NOT NULL,               -- as the device says; 0: it does not count
    created_at TEXT NOT NULL,
    used_at    TEXT,                          -- null: never
    may_move   INTEGER NOT NULL,              -- 1: it can be copied to other devices of its owner
    has_moved  INTEGER NOT NULL               -- 1: it was
);

CREATE INDEX passkey_email ON passkey (email);
