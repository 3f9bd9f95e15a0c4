-- The auditor's record of a company, and figures, read the journal by whom an entry concerns and by its kind.

CREATE INDEX journal_owner ON journal (owner, sequence);
CREATE INDEX journal_parent ON journal (parent, sequence);
CREATE INDEX journal_kind ON journal (kind, sequence);
