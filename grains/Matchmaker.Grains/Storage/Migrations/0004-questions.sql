-- Stale facts about which the owner was asked, once for each date of verification.

CREATE TABLE question (
    kind         TEXT COLLATE $ordinal$ NOT NULL,
    id           TEXT COLLATE $ordinal$ NOT NULL,
    attribute    TEXT COLLATE $ordinal$ NOT NULL,
    verified_on  TEXT NOT NULL,                    -- empty: never verified
    asked_at     TEXT NOT NULL,
    dismissed    INTEGER NOT NULL,
    PRIMARY KEY (kind, id, attribute, verified_on)
);
