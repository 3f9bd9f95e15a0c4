-- A session is no secret: whoever signs in holds its id under the seal of a cookie or token.

CREATE TABLE session (
    id         TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    email      TEXT COLLATE $ordinal$ NOT NULL,
    created_at TEXT NOT NULL,
    seen_at    TEXT NOT NULL,                 -- at most five minutes late
    device     TEXT,                          -- null: the program did not say
    is_token   INTEGER NOT NULL               -- 1: a bearer token, 0: a cookie
);

CREATE INDEX session_email ON session (email);
