-- Every head that the ledger had when something was written through this register: where the two part is then
-- found, and not only that they do. And the digest of the record that an import was previewed at.

CREATE TABLE head (
  number INTEGER PRIMARY KEY,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  recorded INTEGER
) STRICT;

INSERT INTO head SELECT number, digest, recorded FROM witness WHERE number > 0;
DROP TABLE witness;

ALTER TABLE import ADD COLUMN head_digest BLOB;
