-- Who signs in by an identity provider: an account has one subject of each issuer.

CREATE TABLE provider_subject (
    issuer  TEXT COLLATE $ordinal$ NOT NULL,
    subject TEXT COLLATE $ordinal$ NOT NULL,
    email   TEXT COLLATE $ordinal$ NOT NULL,
    PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX provider_subject_email ON provider_subject (email, issuer);
