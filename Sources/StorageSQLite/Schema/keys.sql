-- What the journal promises, as keys that hold in any engine; the triggers below are a second lock. What the
-- file holds already is taken over as it stands, and no digest changes. See decision 0018.

DROP TRIGGER movement_balances;
DROP TRIGGER period_follows_record;

CREATE UNIQUE INDEX coding_in_book ON coding (id, book);

-- A record names its predecessor by number and digest: there is no gap and no fork.
CREATE TABLE record_kept (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  day INTEGER,
  own_day INTEGER,
  recorded INTEGER NOT NULL,
  body BLOB NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  previous INTEGER GENERATED ALWAYS AS (nullif(number - 1, 0)),
  previous_digest BLOB CHECK ((previous_digest IS NULL) = (number = 1)),
  UNIQUE (number, digest),
  FOREIGN KEY (previous, previous_digest) REFERENCES record_kept (number, digest)
) STRICT;

-- A movement names two codings of one book, and a record.
CREATE TABLE movement_kept (
  record INTEGER NOT NULL REFERENCES record_kept (number) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  book INTEGER NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  pence INTEGER NOT NULL CHECK (pence > 0),
  PRIMARY KEY (record, position),
  FOREIGN KEY (debit, book) REFERENCES coding (id, book),
  FOREIGN KEY (credit, book) REFERENCES coding (id, book)
) STRICT, WITHOUT ROWID;

INSERT INTO record_kept (number, kind, day, own_day, recorded, body, digest, previous_digest)
SELECT number, kind, day, own_day, recorded, body, digest, lag(digest) OVER (ORDER BY number)
FROM record;
INSERT INTO movement_kept SELECT record, position, coding.book, debit, credit, pence
FROM movement LEFT JOIN coding ON coding.id = debit ORDER BY record, position;

DROP TABLE movement;
DROP TABLE record;
ALTER TABLE record_kept RENAME TO record;
ALTER TABLE movement_kept RENAME TO movement;

CREATE INDEX record_by_day ON record (day);

-- A movement comes before its record, and none is added to one that is there. An entry balances in each layer
-- and fund, because each of its movements does.
CREATE TRIGGER movement_balances BEFORE INSERT ON movement BEGIN
  SELECT RAISE(ABORT, 'a movement belongs to the record that comes next')
  WHERE NEW.record <> 1 + coalesce((SELECT max(number) FROM record), 0);
  SELECT RAISE(ABORT, 'an entry balances in each layer and fund')
  WHERE NEW.book IS NOT (SELECT book FROM coding WHERE id = NEW.debit)
    OR NEW.book IS NOT (SELECT book FROM coding WHERE id = NEW.credit);
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

-- What is posted is never changed or deleted.

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
