/* What a plain program would do with a file of payments: read it with libcsv, and put each row into
 * SQLite under the schema of the ledger and of the register, with their triggers and indexes, in one
 * transaction of each, through prepared statements. It checks nothing, recognises nothing and hashes
 * nothing: the digest is thirty-two noughts, and a row's identity is a number that is quick to make.
 *
 *   payments FILE JOURNAL.sql KEYS.sql REGISTER.sql FOLDER [sorted]
 *
 * With "sorted" it keeps the rows that were posted until the end, and puts them in by their identities: in
 * any other order SQLite goes to another page for each.
 *
 * Columns, from 0: 2 date, 3 reference, 4 amount, 5 payee, 10 code. */
#include <csv.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 16, MOST = 256, SLOTS = 1 << 16, FLOWS = 1 << 16 };

struct field { char text[MOST]; size_t length; };
struct coding { char text[160]; sqlite3_int64 id; };
struct flow { sqlite3_int64 day, debit, credit, pence; };

static struct field row[COLUMNS];
static int columns;
static sqlite3_int64 number = 0, rows = 0;
static struct coding codings[SLOTS];
static struct flow flows[FLOWS];
struct posted { uint64_t twin, rest; sqlite3_int64 row, day; };
static struct posted *kept;
static size_t kept_count, kept_room;
static int is_sorted;
static sqlite3 *ledger, *keeper;
static sqlite3_stmt *movement, *record, *seen, *flow, *coding, *hidden;

static void check(int code, const char *what) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    fprintf(stderr, "%s: %s\n", what, ledger ? sqlite3_errmsg(ledger) : "");
    exit(1);
  }
}

static void run(sqlite3_stmt *statement) {
  check(sqlite3_step(statement), sqlite3_sql(statement));
  sqlite3_reset(statement);
}

static uint64_t mix(uint64_t hash, const char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
  return hash;
}

static void execute(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, 0, 0, 0), sql); }

static char *slurp(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  if (fread(text, 1, (size_t)size, file) != (size_t)size) { perror(path); exit(1); }
  text[size] = 0;
  fclose(file);
  return text;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v2(db, sql, -1, &statement, 0), sql);
  return statement;
}

static sqlite3_int64 coding_id(int layer, const char *account, const char *line, uint64_t payee) {
  char text[160];
  int length = snprintf(text, sizeof text, "%s|high-needs|%s|%s|||||%016llx||",
    layer ? "budget" : "actual", account, line, (unsigned long long)payee);
  uint64_t slot = mix(14695981039346656037u, text, (size_t)length) % SLOTS;
  while (codings[slot].id && strcmp(codings[slot].text, text)) slot = (slot + 1) % SLOTS;
  if (codings[slot].id) return codings[slot].id;
  sqlite3_bind_int64(coding, 1, layer + 1);
  sqlite3_bind_int64(coding, 2, layer + 1);
  sqlite3_bind_text(coding, 3, text, length, SQLITE_TRANSIENT);
  run(coding);
  strcpy(codings[slot].text, text);
  return codings[slot].id = sqlite3_last_insert_rowid(ledger);
}

static void move(int position, sqlite3_int64 debit, sqlite3_int64 credit, sqlite3_int64 pence) {
  sqlite3_bind_int64(movement, 1, number);
  sqlite3_bind_int(movement, 2, position);
  sqlite3_bind_int64(movement, 3, debit);
  sqlite3_bind_int64(movement, 4, credit);
  sqlite3_bind_int64(movement, 5, pence);
  sqlite3_bind_int(movement, 6, position + 1);
  run(movement);
}

static void add(sqlite3_int64 day, int debit, int credit, sqlite3_int64 pence) {
  size_t slot = (size_t)(day * 31 + debit * 7 + credit) % FLOWS;
  while (flows[slot].day && (flows[slot].day != day || flows[slot].debit != debit)) {
    slot = (slot + 1) % FLOWS;
  }
  flows[slot] = (struct flow){day, debit, credit, flows[slot].pence + pence};
}

static sqlite3_int64 pence_of(const struct field *cell) {
  sqlite3_int64 value = 0;
  for (size_t i = 0; i < cell->length; i++) {
    if (cell->text[i] >= '0' && cell->text[i] <= '9') value = value * 10 + cell->text[i] - '0';
  }
  return value;
}

static int body_of(char *body, sqlite3_int64 day, const char *iso) {
  (void)day;
  char number_text[24];
  int digits = snprintf(number_text, sizeof number_text, "%lld", (long long)rows);
  static const char nought[33] = "00000000000000000000000000000000";
  return snprintf(body, 1024,
    "7:unknown,0:,1:2,3:row,1:1,%d:%s,%d:%s,10:%s,16:%.16s,32:%s,1:3,4:date,%zu:%s,6:amount,"
    "%zu:%s,4:code,%zu:%s,1:0,",
    digits, number_text, digits, number_text, iso, nought, nought, row[2].length, row[2].text,
    row[4].length, row[4].text, row[10].length, row[10].text);
}

static void keep_hidden(void) {
  char cells[2048];
  int length = snprintf(cells, sizeof cells,
    "5:payee,%zu:%s,8:payee id,%zu:%s,9:reference,%zu:%s,11:description,%zu:%s,4:area,%zu:%s,"
    "8:document,%zu:%s,", row[5].length, row[5].text, row[6].length, row[6].text, row[3].length,
    row[3].text, row[9].length, row[9].text, row[8].length, row[8].text, row[11].length,
    row[11].text);
  static const char digest[32];
  sqlite3_bind_int64(hidden, 1, 1);
  sqlite3_bind_int64(hidden, 2, rows);
  sqlite3_bind_blob(hidden, 3, digest, 32, SQLITE_STATIC);
  sqlite3_bind_blob(hidden, 4, cells, length, SQLITE_STATIC);
  run(hidden);
}

static void remember(struct posted new) {
  sqlite3_bind_int64(seen, 1, (sqlite3_int64)new.twin);
  sqlite3_bind_int64(seen, 2, (sqlite3_int64)new.rest);
  sqlite3_bind_int64(seen, 3, 1);
  sqlite3_bind_int64(seen, 4, new.row);
  sqlite3_bind_int64(seen, 5, new.day);
  run(seen);
}

static void keep_posted(struct posted new) {
  if (!is_sorted) { remember(new); return; }
  if (kept_count == kept_room) {
    kept_room = kept_room ? kept_room * 2 : 1024;
    kept = realloc(kept, kept_room * sizeof *kept);
    if (!kept) { perror("realloc"); exit(1); }
  }
  kept[kept_count++] = new;
}

static int by_identity(const void *one, const void *other) {
  const struct posted *a = one, *b = other;
  sqlite3_int64 x = (sqlite3_int64)a->twin, y = (sqlite3_int64)b->twin;
  return x < y ? -1 : x > y;
}

static void field_ended(void *bytes, size_t length, void *unused) {
  (void)unused;
  if (columns >= COLUMNS) return;
  if (length >= MOST) length = MOST - 1;
  if (bytes) memcpy(row[columns].text, bytes, length);
  row[columns].text[length] = 0;
  row[columns++].length = length;
}

static void record_ended(int end, void *unused) {
  (void)end, (void)unused;
  int found = columns;
  columns = 0;
  if (rows++ == 0 || found < 11) return;
  const char *date = row[2].text;
  sqlite3_int64 day = atoi(date + 6) * 10000 + atoi(date + 3) * 100 + atoi(date);
  char iso[16], body[1024];
  snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", date + 6, date + 3, date);
  sqlite3_int64 pence = pence_of(&row[4]);
  const char *line = strcmp(row[10].text, "9052") ? "1.2.3" : "1.2.2";
  uint64_t payee = mix(14695981039346656037u, row[5].text, row[5].length);
  number++;
  move(0, coding_id(0, "expenditure", line, payee), coding_id(0, "bank", line, 0), pence);
  move(1, coding_id(1, "spent", line, payee), coding_id(1, "allocated", line, 0), pence);
  add(day, 1, 2, pence);
  add(day, 3, 4, pence);
  static const char digest[32];
  sqlite3_bind_int64(record, 1, number);
  sqlite3_bind_text(record, 2, "payment-made", -1, SQLITE_STATIC);
  sqlite3_bind_int64(record, 3, day);
  sqlite3_bind_null(record, 4);
  sqlite3_bind_int64(record, 5, 20261031);
  sqlite3_bind_blob(record, 6, body, body_of(body, day, iso), SQLITE_STATIC);
  sqlite3_bind_blob(record, 7, digest, 32, SQLITE_STATIC);
  if (number > 1) sqlite3_bind_blob(record, 8, digest, 32, SQLITE_STATIC);
  run(record);
  uint64_t twin = mix(mix(payee, row[3].text, row[3].length), row[4].text, row[4].length);
  keep_posted((struct posted){twin * 0x9E3779B97F4A7C15u, mix(twin, date, 10), rows, day});
  keep_hidden();
}

static sqlite3 *make(const char *folder, const char *name, const char *schema, const char *later) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  remove(path);
  sqlite3 *db;
  check(sqlite3_open(path, &db), path);
  execute(db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = -6144;"
              "PRAGMA foreign_keys = ON");
  const char *steps[] = {schema, later};
  for (int step = 0; step < 2 && steps[step]; step++) {
    char *sql = slurp(steps[step]);
    execute(db, sql);
    free(sql);
  }
  execute(db, "BEGIN IMMEDIATE");
  return db;
}

static void prepare_all(void) {
  execute(ledger,
    "INSERT INTO book VALUES (1, 'actual', 'high-needs'), (2, 'budget', 'high-needs');"
    "INSERT INTO account VALUES (1, 'actual|high-needs'), (2, 'budget|high-needs')");
  coding = prepare(ledger, "INSERT INTO coding (book, account, text) VALUES (?, ?, ?)");
  movement = prepare(ledger,
    "INSERT INTO movement (record, position, debit, credit, pence, book) VALUES (?, ?, ?, ?, ?, ?)");
  record = prepare(ledger,
    "INSERT INTO record (number, kind, day, own_day, recorded, body, digest, previous_digest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  seen = prepare(ledger, "INSERT INTO seen (twin, rest, batch, row, day) VALUES (?, ?, ?, ?, ?)");
  flow = prepare(ledger,
    "INSERT INTO flow (day, kind, debit, credit, pence) VALUES (?, 'payment-made', ?, ?, ?)");
  hidden = prepare(keeper,
    "INSERT INTO hidden_row (batch, row, digest, cells) VALUES (?, ?, ?, ?)");
}

static void keep_flows(void) {
  for (size_t i = 0; i < FLOWS; i++) {
    if (!flows[i].day) continue;
    sqlite3_bind_int64(flow, 1, flows[i].day);
    sqlite3_bind_int64(flow, 2, flows[i].debit);
    sqlite3_bind_int64(flow, 3, flows[i].credit);
    sqlite3_bind_int64(flow, 4, flows[i].pence);
    run(flow);
  }
}

int main(int count, char **words) {
  is_sorted = count == 7 && !strcmp(words[6], "sorted");
  if (count != 6 && !is_sorted) {
    fprintf(stderr, "payments FILE JOURNAL.sql KEYS.sql REGISTER.sql FOLDER [sorted]\n");
    return 64;
  }
  ledger = make(words[5], "ledger.sqlite", words[2], words[3]);
  keeper = make(words[5], "register.sqlite", words[4], 0);
  prepare_all();
  FILE *file = fopen(words[1], "rb");
  if (!file) { perror(words[1]); return 1; }
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  static char piece[1 << 16];
  size_t length;
  while ((length = fread(piece, 1, sizeof piece, file)) > 0) {
    if (csv_parse(&parser, piece, length, field_ended, record_ended, 0) != length) return 1;
  }
  csv_fini(&parser, field_ended, record_ended, 0);
  csv_free(&parser);
  qsort(kept, kept_count, sizeof *kept, by_identity);
  for (size_t i = 0; i < kept_count; i++) remember(kept[i]);
  keep_flows();
  execute(keeper, "COMMIT");
  execute(ledger, "COMMIT");
  printf("%lld rows\n", (long long)number);
  return 0;
}
