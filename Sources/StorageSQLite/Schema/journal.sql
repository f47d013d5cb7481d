-- The ledger as it is kept: a chain of records, what follows from it, and the rules that guard both.
-- Days are whole numbers, 20261031. Money is whole pence.

-- One layer of one fund: what balances by itself.
CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  layer TEXT NOT NULL CHECK (layer IN ('actual', 'budget')),
  fund TEXT NOT NULL,
  UNIQUE (layer, fund)
) STRICT;

-- What a balance is kept by: a coding without the child, the plan line and the provider.
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- Where money stands: fund, account or state, and dimensions.
CREATE TABLE coding (
  id INTEGER PRIMARY KEY,
  book INTEGER NOT NULL REFERENCES book (id),
  account INTEGER NOT NULL REFERENCES account (id),
  text TEXT NOT NULL UNIQUE
) STRICT;

-- One link of the chain: an entry, or a note that moves no money.
CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  day INTEGER,
  own_day INTEGER,
  recorded INTEGER NOT NULL,
  body BLOB NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE INDEX record_by_day ON record (day);

-- An amount debited to one coding and credited to another of the same book. Movements are written
-- before their record, and count when it is there.
CREATE TABLE movement (
  record INTEGER NOT NULL,
  position INTEGER NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  pence INTEGER NOT NULL CHECK (pence > 0),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- What follows from the chain, kept so that a question does not need all of it.

CREATE TABLE flow (
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  pence INTEGER NOT NULL,
  PRIMARY KEY (day, kind, debit, credit)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  word TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (word, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  twin INTEGER NOT NULL,
  rest INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  row INTEGER NOT NULL,
  day INTEGER NOT NULL,
  PRIMARY KEY (twin, rest, batch, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE period (
  month INTEGER NOT NULL,
  record INTEGER NOT NULL,
  is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
  PRIMARY KEY (month, record)
) STRICT, WITHOUT ROWID;

-- An entry balances in each layer and fund, because each of its movements does.

CREATE TRIGGER movement_balances BEFORE INSERT ON movement BEGIN
  SELECT RAISE(ABORT, 'a movement belongs to the record that comes next')
  WHERE NEW.record <> 1 + coalesce((SELECT max(number) FROM record), 0);
  SELECT RAISE(ABORT, 'an entry balances in each layer and fund')
  WHERE coalesce(
    (SELECT book FROM coding WHERE id = NEW.debit)
      = (SELECT book FROM coding WHERE id = NEW.credit), 0) = 0;
END;

CREATE TRIGGER record_follows BEFORE INSERT ON record BEGIN
  SELECT RAISE(ABORT, 'records are numbered without a gap')
  WHERE NEW.number <> 1 + coalesce((SELECT max(number) FROM record), 0);
  SELECT RAISE(ABORT, 'the day of recording never goes back')
  WHERE NEW.recorded < (SELECT recorded FROM record WHERE number = NEW.number - 1);
  SELECT RAISE(ABORT, 'an entry moves money on a day, and a note moves none')
  WHERE (NEW.kind NOT LIKE 'note:%')
    <> EXISTS (SELECT 1 FROM movement WHERE record = NEW.number)
    OR (NEW.kind NOT LIKE 'note:%' AND NEW.day IS NULL);
END;

-- A closed period takes no entry.

CREATE TRIGGER record_in_open_period BEFORE INSERT ON record WHEN NEW.kind NOT LIKE 'note:%' BEGIN
  SELECT RAISE(ABORT, 'the period is closed')
  WHERE 1 = (
    SELECT is_closed FROM period WHERE month = NEW.day / 100 ORDER BY record DESC LIMIT 1);
END;

CREATE TRIGGER period_follows_record BEFORE INSERT ON period BEGIN
  SELECT RAISE(ABORT, 'a period is closed and reopened by a record')
  WHERE NOT EXISTS (
    SELECT 1 FROM record
    WHERE number = NEW.record
      AND kind = CASE NEW.is_closed WHEN 1 THEN 'note:period-closed' ELSE 'note:period-reopened' END
  );
  SELECT RAISE(ABORT, 'what is posted is never changed')
  WHERE EXISTS (SELECT 1 FROM period WHERE month = NEW.month AND record >= NEW.record);
END;

-- What is posted is never changed or deleted. Replacing a row is an insert to SQLite, so inserts are
-- guarded too.

CREATE TRIGGER record_is_kept BEFORE UPDATE ON record BEGIN
  SELECT RAISE(ABORT, 'what is posted is never changed: post a reversal');
END;
CREATE TRIGGER record_stays BEFORE DELETE ON record BEGIN
  SELECT RAISE(ABORT, 'what is posted is never deleted: post a reversal');
END;
CREATE TRIGGER movement_is_kept BEFORE UPDATE ON movement BEGIN
  SELECT RAISE(ABORT, 'what is posted is never changed: post a reversal');
END;
CREATE TRIGGER movement_stays BEFORE DELETE ON movement BEGIN
  SELECT RAISE(ABORT, 'what is posted is never deleted: post a reversal');
END;
CREATE TRIGGER coding_is_new BEFORE INSERT ON coding BEGIN
  SELECT RAISE(ABORT, 'a coding is never changed')
  WHERE EXISTS (SELECT 1 FROM coding WHERE id = NEW.id OR text = NEW.text);
END;
CREATE TRIGGER coding_is_kept BEFORE UPDATE ON coding BEGIN
  SELECT RAISE(ABORT, 'a coding is never changed');
END;
CREATE TRIGGER coding_stays BEFORE DELETE ON coding BEGIN
  SELECT RAISE(ABORT, 'a coding is never deleted');
END;
CREATE TRIGGER account_is_new BEFORE INSERT ON account BEGIN
  SELECT RAISE(ABORT, 'an account is never changed')
  WHERE EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR text = NEW.text);
END;
CREATE TRIGGER account_is_kept BEFORE UPDATE ON account BEGIN
  SELECT RAISE(ABORT, 'an account is never changed');
END;
CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN
  SELECT RAISE(ABORT, 'an account is never deleted');
END;
CREATE TRIGGER book_is_new BEFORE INSERT ON book BEGIN
  SELECT RAISE(ABORT, 'a book is never changed')
  WHERE EXISTS (SELECT 1 FROM book WHERE id = NEW.id OR (layer = NEW.layer AND fund = NEW.fund));
END;
CREATE TRIGGER book_is_kept BEFORE UPDATE ON book BEGIN
  SELECT RAISE(ABORT, 'a book is never changed');
END;
CREATE TRIGGER book_stays BEFORE DELETE ON book BEGIN
  SELECT RAISE(ABORT, 'a book is never deleted');
END;
CREATE TRIGGER mention_stays BEFORE DELETE ON mention BEGIN
  SELECT RAISE(ABORT, 'what is filed stays filed');
END;
CREATE TRIGGER mention_is_kept BEFORE UPDATE ON mention BEGIN
  SELECT RAISE(ABORT, 'what is filed stays filed');
END;
CREATE TRIGGER seen_stays BEFORE DELETE ON seen BEGIN
  SELECT RAISE(ABORT, 'a row that was posted is remembered');
END;
CREATE TRIGGER seen_is_kept BEFORE UPDATE ON seen BEGIN
  SELECT RAISE(ABORT, 'a row that was posted is remembered');
END;
CREATE TRIGGER period_stays BEFORE DELETE ON period BEGIN
  SELECT RAISE(ABORT, 'a closed period is reopened with a reason, and not by deleting');
END;
CREATE TRIGGER period_is_kept BEFORE UPDATE ON period BEGIN
  SELECT RAISE(ABORT, 'a closed period is reopened with a reason, and not by changing');
END;
