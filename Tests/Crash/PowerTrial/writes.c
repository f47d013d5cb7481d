// Notes, in the order in which it happens, whatever a program does to the files below a folder.
//
// Loaded before the C library. TRIAL_FOLDER is the folder, TRIAL_LOG the file of notes: each is a heading
// and two runs of bytes, a path or two and what was written. What is printed is noted as well.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct heading {
  uint64_t kind, file, place, paths, bytes;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int notes = -1;

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static ssize_t real_write(int fd, const void *bytes, size_t count) {
  REAL(write);
  return real(fd, bytes, count);
}

static int real_open(const char *path, int flags, mode_t mode) {
  REAL(open);
  return real(path, flags, mode);
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("TRIAL_FOLDER");
  const char *log = getenv("TRIAL_LOG");
  if (!folder || !log) return;
  int low = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  notes = fcntl(low, F_DUPFD_CLOEXEC, 900);
  close(low);
}

static void note(char kind, uint64_t file, uint64_t place, const char *path, const char *other,
                 const void *bytes, size_t count) {
  char paths[2 * PATH_MAX + 2] = "";
  size_t length = 0;
  if (path) length += strlen(strcpy(paths, path));
  if (other) length += 1 + strlen(strcpy(paths + length + 1, other));
  struct heading heading = {(uint64_t)kind, file, place, length, count};
  struct iovec parts[] = {{&heading, sizeof heading}, {paths, length}, {(void *)bytes, count}};
  REAL(writev);
  if (real(notes, parts, 3) != (ssize_t)(sizeof heading + length + count)) abort();
}

// The whole path of a name that was given beside an open folder; none where it is not below ours.
static const char *whole(int at, const char *name, char *path) {
  char link[64];
  if (notes < 0 || !name) return NULL;
  if (name[0] == '/') {
    strcpy(path, name);
  } else {
    ssize_t length = 0;
    if (at == AT_FDCWD) {
      if (!getcwd(path, PATH_MAX)) return NULL;
      length = (ssize_t)strlen(path);
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      length = readlink(link, path, PATH_MAX - 1);
    }
    if (length < 0) return NULL;
    snprintf(path + length, PATH_MAX - length, "/%s", name);
  }
  size_t count = strlen(folder);
  if (strncmp(path, folder, count) || (path[count] != '/' && path[count])) return NULL;
  // SQLite's index of its log lives in memory, and is made anew.
  size_t length = strlen(path);
  if (length > 4 && !strcmp(path + length - 4, "-shm")) return NULL;
  return path;
}

static const char *opened(int fd, char *path, struct stat *facts) {
  char link[64], name[PATH_MAX];
  if (notes < 0) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, PATH_MAX - 1);
  if (length <= 0) return NULL;
  name[length] = 0;
  // A file that has no name any more is written all the same, and nobody will find it.
  if (!whole(AT_FDCWD, name, path) || fstat(fd, facts)) return NULL;
  return path;
}

static void enter(void) { pthread_mutex_lock(&turn); }
static int leave(int result) {
  int kept = errno;
  pthread_mutex_unlock(&turn);
  errno = kept;
  return result;
}

static int opening(int at, const char *name, int flags, mode_t mode) {
  REAL(openat);
  char path[PATH_MAX];
  enter();
  const char *ours = whole(at, name, path);
  struct stat facts;
  int there = ours && !stat(ours, &facts);
  int fd = real(at, name, flags, mode);
  if (ours && fd >= 0 && !fstat(fd, &facts) && S_ISREG(facts.st_mode)) {
    if (!there) note('C', facts.st_ino, 0, ours, NULL, NULL, 0);
    else if (flags & O_TRUNC) note('T', facts.st_ino, 0, ours, NULL, NULL, 0);
  }
  return leave(fd);
}

#define MODE \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *name, int flags, ...) { MODE return opening(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return opening(AT_FDCWD, name, flags, mode); }
int openat(int at, const char *name, int flags, ...) { MODE return opening(at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) { MODE return opening(at, name, flags, mode); }
int creat(const char *name, mode_t mode) {
  return opening(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

static void written(int fd, off_t place, const void *bytes, ssize_t count) {
  char path[PATH_MAX];
  struct stat facts;
  if (count > 0 && opened(fd, path, &facts) && S_ISREG(facts.st_mode))
    note('W', facts.st_ino, (uint64_t)place, path, NULL, bytes, (size_t)count);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  if (notes < 0) return real_write(fd, bytes, count);
  enter();
  ssize_t done = real_write(fd, bytes, count);
  int kept = errno;
  if (fd == 1 && done > 0) note('O', 0, 0, NULL, NULL, bytes, (size_t)done);
  else if (done > 0) written(fd, lseek(fd, 0, SEEK_CUR) - done, bytes, done);
  errno = kept;
  leave(0);
  return done;
}

#define PWRITE(name) \
  ssize_t name(int fd, const void *bytes, size_t count, off_t place) { \
    REAL(name); \
    enter(); \
    ssize_t done = real(fd, bytes, count, place); \
    int kept = errno; \
    written(fd, place, bytes, done); \
    errno = kept; \
    leave(0); \
    return done; \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t writev(int fd, const struct iovec *parts, int many) {
  REAL(writev);
  enter();
  ssize_t done = real(fd, parts, many), left = done;
  int kept = errno;
  off_t place = notes >= 0 && done > 0 && fd > 2 ? lseek(fd, 0, SEEK_CUR) - done : 0;
  for (int part = 0; notes >= 0 && part < many && left > 0; part++) {
    ssize_t count = (ssize_t)parts[part].iov_len < left ? (ssize_t)parts[part].iov_len : left;
    if (fd == 1) note('O', 0, 0, NULL, NULL, parts[part].iov_base, (size_t)count);
    else written(fd, place, parts[part].iov_base, count);
    place += count;
    left -= count;
  }
  errno = kept;
  leave(0);
  return done;
}

#define CUT(name) \
  int name(int fd, off_t size) { \
    REAL(name); \
    char path[PATH_MAX]; \
    struct stat facts; \
    enter(); \
    int result = real(fd, size); \
    if (!result && opened(fd, path, &facts)) \
      note('T', facts.st_ino, (uint64_t)size, path, NULL, NULL, 0); \
    return leave(result); \
  }
CUT(ftruncate)
CUT(ftruncate64)

// What was written by ways that are not watched is noted when it is synced: reports are, SQLite's files not.
static void synced(int fd) {
  char path[PATH_MAX];
  struct stat facts;
  if (!opened(fd, path, &facts)) return;
  if (S_ISREG(facts.st_mode) && !strstr(path, ".sqlite") && facts.st_size > 0) {
    int file = real_open(path, O_RDONLY | O_CLOEXEC, 0);
    void *bytes = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) abort();
    note('W', facts.st_ino, 0, path, NULL, bytes, (size_t)facts.st_size);
    munmap(bytes, (size_t)facts.st_size);
    close(file);
  }
  note(S_ISDIR(facts.st_mode) ? 'F' : 'S', facts.st_ino, 0, path, NULL, NULL, 0);
}

#define SYNC(name) \
  int name(int fd) { \
    REAL(name); \
    enter(); \
    int result = real(fd); \
    if (!result) synced(fd); \
    return leave(result); \
  }
SYNC(fsync)
SYNC(fdatasync)

#define ONE(name, kind, given, at, path, ...) \
  int name given { \
    REAL(name); \
    char whole_path[PATH_MAX]; \
    enter(); \
    const char *ours = whole(at, path, whole_path); \
    int result = real(__VA_ARGS__); \
    if (!result && ours) note(kind, 0, 0, ours, NULL, NULL, 0); \
    return leave(result); \
  }
ONE(unlink, 'U', (const char *name), AT_FDCWD, name, name)
ONE(unlinkat, 'U', (int at, const char *name, int flags), at, name, at, name, flags)
ONE(remove, 'U', (const char *name), AT_FDCWD, name, name)
ONE(rmdir, 'U', (const char *name), AT_FDCWD, name, name)
ONE(mkdir, 'M', (const char *name, mode_t mode), AT_FDCWD, name, name, mode)
ONE(mkdirat, 'M', (int at, const char *name, mode_t mode), at, name, at, name, mode)

#define TWO(name, kind, given, at, path, to_at, to_path, ...) \
  int name given { \
    REAL(name); \
    char first[PATH_MAX], second[PATH_MAX]; \
    struct stat facts = {0}; \
    enter(); \
    const char *source = whole(at, path, first), *target = whole(to_at, to_path, second); \
    if (source) lstat(source, &facts); \
    int result = real(__VA_ARGS__); \
    if (!result && source && target) note(kind, facts.st_ino, 0, source, target, NULL, 0); \
    return leave(result); \
  }
TWO(rename, 'R', (const char *old, const char *new), AT_FDCWD, old, AT_FDCWD, new, old, new)
TWO(renameat, 'R', (int at, const char *old, int to, const char *new), at, old, to, new, at, old, to, new)
TWO(renameat2, 'R', (int at, const char *old, int to, const char *new, unsigned flags), at, old, to, new, at, old,
    to, new, flags)
TWO(link, 'L', (const char *old, const char *new), AT_FDCWD, old, AT_FDCWD, new, old, new)
TWO(linkat, 'L', (int at, const char *old, int to, const char *new, int flags), at, old, to, new, at, old, to, new,
    flags)
