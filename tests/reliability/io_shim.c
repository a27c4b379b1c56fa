/* Stands between a program and its files (LD_PRELOAD): writes down, in order, what was asked of the disk below one
 * folder, and fails the n-th call of a kind when told to. Linux and glibc; no part of the program itself.
 *
 * IOSHIM_DIR    only files whose path begins with this are looked at
 * IOSHIM_TRACE  where the trace goes (optional); records: u8 kind, u32 path length, u64 offset, u64 length, path, data
 *               kinds: W write, T truncate to `offset`, S flush, C created, U unlinked, R renamed (data: new path)
 */
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
#include <sys/stat.h>
#include <unistd.h>

#define MOST 4096

static char *paths[MOST];
static const char *dir;
static int trace = -1;
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

/* What is to fail: 'w' writes, 's' flushes; -1 for a short write. */
static int fail_kind, fail_error;
static long fail_after, fail_seen, fail_times;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("IOSHIM_TRACE");
  dir = getenv("IOSHIM_DIR");
  if (file) trace = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Called by the tests through ctypes: fail the n-th call of a kind from now on, `times` times (0: for ever). */
void ioshim_fail(int kind, long nth, int error, long times) {
  fail_kind = kind;
  fail_error = error;
  fail_after = nth;
  fail_times = times;
  fail_seen = 0;
}

long ioshim_seen(void) { return fail_seen; }

/* Called by the tests: begin a trace of this folder now. */
void ioshim_trace(const char *folder, const char *file) {
  dir = strdup(folder);
  if (trace >= 0) REAL(close)(trace);
  trace = REAL(open)(file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
}

static int watched(const char *path) { return dir && path && strncmp(path, dir, strlen(dir)) == 0; }

static void note(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
  if (trace < 0) return;
  uint32_t size = (uint32_t)strlen(path);
  char head[21];
  head[0] = kind;
  memcpy(head + 1, &size, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 8);
  REAL(write)(trace, head, sizeof head);
  REAL(write)(trace, path, size);
  if (length) REAL(write)(trace, data, length);
}

/* 0: go on; 1: fail with errno; 2: write less than asked. */
static int refused(int kind) {
  if (fail_kind != kind || !fail_after) return 0;
  fail_seen++;
  if (fail_seen < fail_after || (fail_times && fail_seen >= fail_after + fail_times)) return 0;
  if (fail_error < 0) return 2;
  errno = fail_error;
  return 1;
}

static int opened(int fd, const char *path, int existed, int flags) {
  char full[PATH_MAX];
  if (fd < 0 || fd >= MOST) return fd;
  pthread_mutex_lock(&lock);
  free(paths[fd]);
  paths[fd] = NULL;
  if (path[0] != '/' && getcwd(full, sizeof full) && strlen(full) + strlen(path) + 2 < sizeof full) {
    strcat(full, "/");
    strcat(full, path);
    path = full;
  }
  if (watched(path)) {
    paths[fd] = strdup(path);
    if (!existed && (flags & O_CREAT)) note('C', path, 0, NULL, 0);
    if (existed && (flags & O_TRUNC)) note('T', path, 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

#define OPENER(name)                                              \
  int name(const char *path, int flags, ...) {                    \
    mode_t mode = 0;                                              \
    if (flags & (O_CREAT | O_TMPFILE)) {                          \
      va_list more;                                               \
      va_start(more, flags);                                      \
      mode = va_arg(more, mode_t);                                \
      va_end(more);                                               \
    }                                                             \
    int existed = access(path, F_OK) == 0;                        \
    return opened(REAL(name)(path, flags, mode), path, existed, flags); \
  }
OPENER(open)
OPENER(open64)

#define OPENER_AT(name)                                                    \
  int name(int at, const char *path, int flags, ...) {                     \
    mode_t mode = 0;                                                       \
    if (flags & (O_CREAT | O_TMPFILE)) {                                   \
      va_list more;                                                        \
      va_start(more, flags);                                               \
      mode = va_arg(more, mode_t);                                         \
      va_end(more);                                                        \
    }                                                                      \
    int existed = faccessat(at, path, F_OK, 0) == 0;                       \
    return opened(REAL(name)(at, path, flags, mode), path, existed, flags); \
  }
OPENER_AT(openat)
OPENER_AT(openat64)

int close(int fd) {
  if (fd >= 0 && fd < MOST && fd != trace) {
    pthread_mutex_lock(&lock);
    free(paths[fd]);
    paths[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return REAL(close)(fd);
}

static const char *path_of(int fd) { return fd >= 0 && fd < MOST ? paths[fd] : NULL; }

ssize_t write(int fd, const void *data, size_t length) {
  const char *path = path_of(fd);
  if (!path) return REAL(write)(fd, data, length);
  pthread_mutex_lock(&lock);
  int how = refused('w');
  ssize_t done = -1;
  if (how != 1) {
    if (how == 2 && length > 1) length /= 2;
    struct stat info;
    off_t place = lseek(fd, 0, SEEK_CUR);
    if (fcntl(fd, F_GETFL) & O_APPEND && fstat(fd, &info) == 0) place = info.st_size;
    done = REAL(write)(fd, data, length);
    if (done > 0) note('W', path, (uint64_t)place, data, (uint64_t)done);
  }
  pthread_mutex_unlock(&lock);
  return done;
}

#define PLACED_WRITE(name, offset_type)                                            \
  ssize_t name(int fd, const void *data, size_t length, offset_type offset) {      \
    const char *path = path_of(fd);                                                \
    if (!path) return REAL(name)(fd, data, length, offset);                        \
    pthread_mutex_lock(&lock);                                                     \
    int how = refused('w');                                                        \
    ssize_t done = -1;                                                             \
    if (how != 1) {                                                                \
      if (how == 2 && length > 1) length /= 2;                                     \
      done = REAL(name)(fd, data, length, offset);                                 \
      if (done > 0) note('W', path, (uint64_t)offset, data, (uint64_t)done);       \
    }                                                                              \
    pthread_mutex_unlock(&lock);                                                   \
    return done;                                                                   \
  }
PLACED_WRITE(pwrite, off_t)
PLACED_WRITE(pwrite64, off64_t)

#define FLUSH(name)                                  \
  int name(int fd) {                                 \
    const char *path = path_of(fd);                  \
    if (!path) return REAL(name)(fd);                \
    pthread_mutex_lock(&lock);                       \
    int done = refused('s') ? -1 : REAL(name)(fd);   \
    if (done == 0) note('S', path, 0, NULL, 0);      \
    pthread_mutex_unlock(&lock);                     \
    return done;                                     \
  }
FLUSH(fsync)
FLUSH(fdatasync)

#define TRUNCATE(name, offset_type)                                      \
  int name(int fd, offset_type size) {                                   \
    int done = REAL(name)(fd, size);                                     \
    const char *path = path_of(fd);                                      \
    if (path && done == 0) note('T', path, (uint64_t)size, NULL, 0);     \
    return done;                                                         \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int unlink(const char *path) {
  int done = REAL(unlink)(path);
  if (done == 0 && watched(path)) note('U', path, 0, NULL, 0);
  return done;
}

int unlinkat(int at, const char *path, int flags) {
  int done = REAL(unlinkat)(at, path, flags);
  if (done == 0 && watched(path)) note('U', path, 0, NULL, 0);
  return done;
}

int rename(const char *from, const char *to) {
  int done = REAL(rename)(from, to);
  if (done == 0 && watched(from)) note('R', from, 0, to, strlen(to));
  return done;
}

int renameat(int from_at, const char *from, int to_at, const char *to) {
  int done = REAL(renameat)(from_at, from, to_at, to);
  if (done == 0 && watched(from)) note('R', from, 0, to, strlen(to));
  return done;
}
