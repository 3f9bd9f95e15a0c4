-- The audit of a company and the statistics read the journal by party and by kind.

CREATE INDEX journal_owner ON journal (owner, sequence);
CREATE INDEX journal_parent ON journal (parent, sequence);
CREATE INDEX journal_kind ON journal (kind, sequence);
