/// What a hand that knows SQL may do to texts and to indexes.
extension KnowingHandTests {
  /// Where the file keeps text.
  private static let texts = [
    ("record", "kind"), ("coding", "text"), ("account", "text"), ("book", "layer"),
    ("book", "fund"),
    ("flow", "kind"), ("mention", "word"), ("stretch_flow", "kind"), ("line_posting", "line"),
    ("line_posting", "kind"), ("line_posting", "debit"), ("line_posting", "credit"),
    ("kept_sum", "kind"), ("word_sum", "word"),
  ]

  /// A program may read a text to its first NUL, and SQLite compares the whole of it.
  static let textDeeds =
    texts.map { table, column in
      "PRAGMA ignore_check_constraints = ON; UPDATE \(table) SET \(column) = \(column) || char(0);"
        + "PRAGMA ignore_check_constraints = OFF"
    } + [
      "UPDATE flow SET kind = kind || char(0) WHERE day = 20261001",
      "UPDATE flow SET kind = kind || char(0) || 'x' WHERE kind = 'direct-payment-advanced'",
      hidden("child:SPB-004655"), hidden("fact:budget-set"), hidden("event:block-transferred"),
      hidden("line:SPB-004655/2"), hidden("fact:grant-published"),
      "UPDATE line_posting SET line = line || char(0) WHERE line = 'SPB-004655/2';"
        + "UPDATE word_sum SET word = word || char(0) WHERE word = 'postings:SPB-004655/2'",
    ] + swaps + others + rebuilt

  private static func hidden(_ word: String) -> String {
    "UPDATE mention SET word = word || char(0) WHERE word LIKE '\(word)%';"
      + "UPDATE word_sum SET word = word || char(0) WHERE word LIKE '\(word)%'"
  }

  /// An index that names the row of another account or coding, while the table is as it was.
  private static let swaps = ["account", "coding"].map { table in
    let (one, other) = (
      "(SELECT text FROM was WHERE id = (SELECT min(id) FROM was))",
      "(SELECT text FROM was WHERE id = (SELECT max(id) FROM was))"
    )
    let (first, last) = ("(SELECT min(id) FROM was)", "(SELECT max(id) FROM was)")
    return """
      CREATE TEMP TABLE was AS SELECT id, text FROM \(table);
      CREATE TEMP TABLE rules AS SELECT rowid AS place, * FROM sqlite_schema WHERE name IN
        ('\(table)', 'sqlite_autoindex_\(table)_1');
      UPDATE \(table) SET text = 'elsewhere' WHERE id = \(first);
      UPDATE \(table) SET text = \(one) WHERE id = \(last);
      UPDATE \(table) SET text = \(other) WHERE id = \(first);
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ' UNIQUE', '') WHERE name = '\(table)';
      DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_\(table)_1';
      PRAGMA writable_schema = RESET;
      UPDATE \(table) SET text = \(one) WHERE id = \(first);
      UPDATE \(table) SET text = \(other) WHERE id = \(last);
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = (SELECT sql FROM rules WHERE name = '\(table)')
        WHERE name = '\(table)';
      INSERT INTO sqlite_schema (rowid, type, name, tbl_name, rootpage, sql)
        SELECT place, type, name, tbl_name, rootpage, sql FROM rules WHERE type = 'index';
      PRAGMA writable_schema = RESET;
      DROP TABLE was; DROP TABLE rules
      """
  }

  /// Sums of an earlier moment, or of no kind, in the place of those that are there.
  private static let others = [
    "CREATE TEMP TABLE old AS SELECT * FROM kept_sum WHERE kind <> 'seal'; DELETE FROM flow WHERE day > 20261001;"
      + "UPDATE kept_sum SET rows = rows - 1 WHERE kind = 'seal'",
    "DELETE FROM kept_sum WHERE kind = 'seal'",
    "UPDATE kept_sum SET low = low + 1 WHERE kind = 'seal'",
    "INSERT INTO kept_sum VALUES ('other', 0, 1, 2, 3)",
    "INSERT INTO word_sum VALUES (999, 'x', 1, 2, 3)",
    "DELETE FROM line_posting WHERE line = 'SPB-004655/2';"
      + "DELETE FROM word_sum WHERE word = 'postings:SPB-004655/2'",
  ]

  /// A table in the place of another, and values of another kind in a table that is put back as it was.
  private static let rebuilt =
    [
      """
      ALTER TABLE flow RENAME TO f;
      CREATE VIEW flow AS SELECT day, kind, debit, credit, iif(day = 20261020, pence || 'e1', pence) AS pence FROM f
      """, "CREATE TABLE mine (a)", "CREATE INDEX mine ON flow (pence)", "ANALYZE",
    ]
    + [
      ("flow", "day", "day = 20261001"), ("flow", "pence", "day > 20261001"),
      ("mention", "record", "word = 'child:SPB-004655' AND record > 120"),
      ("mention", "record", "word LIKE 'fact:budget-set%'"),
      ("mention", "record", "word LIKE 'event:block-transferred%'"),
      ("movement", "pence", "record = 152"),
      ("line_posting", "pence", "line = 'SPB-004655/2'"), ("seen", "day", "row = 2"),
      ("stretch_flow", "pence", "day = 20261001"),
    ]
    .map { table, column, condition in
      """
      CREATE TEMP TABLE rules AS SELECT name, sql FROM sqlite_schema WHERE name = '\(table)';
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), ') ,', ')')
        WHERE name = '\(table)';
      UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER', 'BLOB') WHERE name = '\(table)'
        AND '\(table)' <> 'record';
      PRAGMA writable_schema = RESET;
      UPDATE \(table) SET \(column) = CAST(\(column) AS TEXT) WHERE \(condition);
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = (SELECT sql FROM rules) WHERE name = '\(table)';
      PRAGMA writable_schema = RESET;
      DROP TABLE rules
      """
    }
}
