/* What a plain program would do to check a chain: read the rows of a ledger in order, write out the
 * bytes that are hashed, hash them, and compare. It adds nothing up and reads nothing back.
 *
 *   verify LEDGER.sqlite */
#include <openssl/sha.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct coding { char *text; int length; };

static struct coding *codings;
static unsigned char *bytes;
static size_t length, room;

static void add(const void *field, size_t count) {
  if (length + count + 32 > room) bytes = realloc(bytes, room = 2 * room + count + 4096);
  length += (size_t)sprintf((char *)bytes + length, "%zu:", count);
  memcpy(bytes + length, field, count);
  length += count;
  bytes[length++] = ',';
}

static void add_number(long long number) {
  char text[24];
  add(text, (size_t)sprintf(text, "%lld", number));
}

static void add_day(sqlite3_stmt *row, int column) {
  if (sqlite3_column_type(row, column) == SQLITE_NULL) { add("", 0); return; }
  long long day = sqlite3_column_int64(row, column);
  char text[16];
  add(text, (size_t)sprintf(text, "%04lld-%02lld-%02lld", day / 10000, day / 100 % 100, day % 100));
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, 0)) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    exit(1);
  }
  return statement;
}

static void learn_codings(sqlite3 *db) {
  sqlite3_stmt *most = prepare(db, "SELECT coalesce(max(id), 0) FROM coding");
  sqlite3_step(most);
  codings = calloc((size_t)sqlite3_column_int64(most, 0) + 1, sizeof *codings);
  sqlite3_finalize(most);
  sqlite3_stmt *all = prepare(db, "SELECT id, text FROM coding");
  while (sqlite3_step(all) == SQLITE_ROW) {
    struct coding *coding = &codings[sqlite3_column_int64(all, 0)];
    coding->text = strdup((const char *)sqlite3_column_text(all, 1));
    coding->length = sqlite3_column_bytes(all, 1);
  }
  sqlite3_finalize(all);
}

int main(int count, char **words) {
  if (count != 2) { fprintf(stderr, "verify LEDGER.sqlite\n"); return 64; }
  sqlite3 *db;
  if (sqlite3_open_v2(words[1], &db, SQLITE_OPEN_READONLY, 0)) return 66;
  sqlite3_exec(db, "PRAGMA cache_size = -6144", 0, 0, 0);
  learn_codings(db);
  sqlite3_stmt *record = prepare(db,
    "SELECT number, kind, day, own_day, recorded, body, digest FROM record ORDER BY number");
  sqlite3_stmt *move = prepare(db,
    "SELECT record, debit, credit, pence FROM movement ORDER BY record, position");
  int more = sqlite3_step(move) == SQLITE_ROW;
  unsigned char last[32] = {0}, digest[32];
  long long number = 0;
  while (sqlite3_step(record) == SQLITE_ROW) {
    number = sqlite3_column_int64(record, 0);
    length = 0;
    add("sendledger/1", 12);
    add_number(number);
    add(sqlite3_column_text(record, 1), (size_t)sqlite3_column_bytes(record, 1));
    for (int column = 2; column < 5; column++) add_day(record, column);
    add(sqlite3_column_blob(record, 5), (size_t)sqlite3_column_bytes(record, 5));
    while (more && sqlite3_column_int64(move, 0) == number) {
      for (int side = 1; side < 3; side++) {
        struct coding *coding = &codings[sqlite3_column_int64(move, side)];
        add(coding->text, (size_t)coding->length);
      }
      add_number(sqlite3_column_int64(move, 3));
      more = sqlite3_step(move) == SQLITE_ROW;
    }
    SHA256_CTX hash;
    SHA256_Init(&hash);
    SHA256_Update(&hash, last, 32);
    SHA256_Update(&hash, bytes, length);
    SHA256_Final(digest, &hash);
    if (memcmp(digest, sqlite3_column_blob(record, 6), 32)) {
      printf("record %lld differs\n", number);
      return 1;
    }
    memcpy(last, digest, 32);
  }
  printf("%lld records agree\n", number);
  return 0;
}
