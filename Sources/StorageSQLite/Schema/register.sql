-- What the ledger may not hold. Everything here can be forgotten.

CREATE TABLE secret (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  salt BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT;

-- Texts that may name a person, by the reference that the ledger holds.
CREATE TABLE text (
  reference TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The cells of imported rows that may name a person.
CREATE TABLE hidden_row (
  batch INTEGER NOT NULL,
  row INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  cells BLOB NOT NULL,
  PRIMARY KEY (batch, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE family (
  child TEXT PRIMARY KEY,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  addressee TEXT NOT NULL,
  address TEXT NOT NULL,
  address_confirmed INTEGER,
  contact TEXT
) STRICT, WITHOUT ROWID;

-- Imports as they were previewed, and the rows of each that a person may want to look at.
CREATE TABLE import (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_digest BLOB NOT NULL,
  mapping TEXT,
  mapping_text TEXT,
  options TEXT NOT NULL,
  head INTEGER NOT NULL,
  previewed INTEGER NOT NULL,
  actor TEXT NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  misses_control INTEGER NOT NULL
) STRICT;

-- What a preview means to do with each row: two bits a row, a page of them at a time.
CREATE TABLE import_fate (
  import INTEGER NOT NULL,
  page INTEGER NOT NULL,
  bits BLOB NOT NULL,
  PRIMARY KEY (import, page)
) STRICT;

CREATE TABLE import_tally (
  import INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  rows INTEGER NOT NULL,
  pence INTEGER NOT NULL,
  PRIMARY KEY (import, verdict)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_row (
  import INTEGER NOT NULL,
  row INTEGER NOT NULL,
  line INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  pence INTEGER,
  day INTEGER,
  code TEXT NOT NULL,
  problem TEXT NOT NULL,
  is_real INTEGER,
  reason TEXT,
  decided_by TEXT,
  PRIMARY KEY (import, row)
) STRICT, WITHOUT ROWID;

-- The head of the ledger when it was last written.
CREATE TABLE witness (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL,
  digest BLOB NOT NULL,
  recorded INTEGER
) STRICT;
