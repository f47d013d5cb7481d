-- The sums of what is kept beside the chain, so that a figure changed by hand is not printed. No SQL works them
-- out: a row enters its sum mixed by the program. A part is some of the rows of a table; 'top' holds the sum of the
-- sums of each table, from the beginning.

CREATE TABLE kept_sum (
  kind TEXT NOT NULL,
  part INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY (kind, part)
) STRICT, WITHOUT ROWID;

-- The records filed under a word, as a sum.
CREATE TABLE word_sum (
  part INTEGER NOT NULL,
  word TEXT NOT NULL,
  rows INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY (part, word)
) STRICT, WITHOUT ROWID;
