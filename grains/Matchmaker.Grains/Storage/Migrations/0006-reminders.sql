-- Orleans' reminders, which survive restarts.

CREATE TABLE reminder (
    grain     TEXT COLLATE $ordinal$ NOT NULL,
    name      TEXT COLLATE $ordinal$ NOT NULL,
    hash      BIGINT NOT NULL,                -- of the grain, 0 to 2^32 - 1: each silo serves a range
    start_at  TEXT NOT NULL,
    period_ms BIGINT NOT NULL,
    etag      TEXT NOT NULL,
    PRIMARY KEY (grain, name)
);

CREATE INDEX reminder_hash ON reminder (hash);

-- The outbox by time and by waiting letters: a letter's search text is its instant, with a suffix while it waits.

CREATE INDEX letter_at ON record (substr(search_text, 1, 28), id) WHERE kind = 'letter';

CREATE INDEX letter_waiting ON record (id) WHERE kind = 'letter' AND length(search_text) > 28;
