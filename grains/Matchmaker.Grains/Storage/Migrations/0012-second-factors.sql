CREATE TABLE second_factor (
    email     TEXT COLLATE $ordinal$ NOT NULL PRIMARY KEY,
    secret    TEXT NOT NULL,                  -- sealed by a key of the web hosts
    is_on     INTEGER NOT NULL,               -- 0: no code of it was entered yet
    last_step BIGINT NOT NULL                 -- of the last code that was taken; none before it is taken again
);

CREATE TABLE recovery_code (
    email     TEXT COLLATE $ordinal$ NOT NULL,
    code_hash TEXT COLLATE $ordinal$ NOT NULL,
    PRIMARY KEY (email, code_hash)
);
