-- The heads that stand on papers given out: a statement, a letter or a pack, by the reference that it is of.

CREATE TABLE paper (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  month TEXT NOT NULL,
  number INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  made INTEGER NOT NULL,
  PRIMARY KEY (kind, subject, month, number, digest)
) STRICT, WITHOUT ROWID;
