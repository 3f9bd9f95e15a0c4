-- Keys that possible duplicates of a firm share. Derived from the records: may be emptied at any time, with sequence set to 0.

CREATE TABLE firm_key (
    key BIGINT NOT NULL,                      -- a hash of a name, a number, or an address with a word of a name
    id  TEXT COLLATE $ordinal$ NOT NULL,
    PRIMARY KEY (key, id)
);

CREATE INDEX firm_key_id ON firm_key (id);

-- One row: the last change that the keys include, and the revision of the rules that made them.
CREATE TABLE firm_key_end (
    sequence BIGINT NOT NULL,
    edition  INTEGER NOT NULL
);

INSERT INTO firm_key_end (sequence, edition) VALUES (0, 0);
