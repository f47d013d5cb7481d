-- What moved in each stretch of 4,096 records. What had moved by an earlier record is what has moved by now, less
-- the stretches since and a few records: not every later record has to be read back.

CREATE TABLE stretch_flow (
  stretch INTEGER NOT NULL,
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  pence INTEGER NOT NULL,
  PRIMARY KEY (stretch, day, kind, debit, credit)
) STRICT, WITHOUT ROWID;
