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

-- The movements that touch a plan line, with what the line's rules look at: what stands for a line is known without
-- its records being read back for every row of a file.
CREATE TABLE line_posting (
  line TEXT NOT NULL,
  record INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  day INTEGER NOT NULL,
  own_day INTEGER NOT NULL,
  said_on INTEGER,
  traits INTEGER NOT NULL,
  debit TEXT NOT NULL,
  credit TEXT NOT NULL,
  pence INTEGER NOT NULL,
  PRIMARY KEY (line, record, position)
) STRICT, WITHOUT ROWID;
