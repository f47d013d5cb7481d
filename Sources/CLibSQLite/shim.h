#include <sqlite3.h>

/// Has SQLite keep no count of the memory that it uses, which costs it two locks for each piece.
/// It comes too late once a database has been opened, and then does nothing.
static inline void sqlite3_keep_no_memory_counts(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
