-- One row, written to learn whether anything can be written.

CREATE TABLE readiness (
    id           INTEGER PRIMARY KEY,
    written_at   TEXT NOT NULL
);
