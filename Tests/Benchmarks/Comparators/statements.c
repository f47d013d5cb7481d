/* Writes the files of a folder again, byte for byte, into another, each synced before the next: what
 * building statements would take if there were nothing to work out.
 *
 *   statements FOLDER OTHER */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(const char *what) { perror(what); exit(1); }

int main(int count, char **words) {
  if (count != 3) { fprintf(stderr, "statements FOLDER OTHER\n"); return 64; }
  DIR *folder = opendir(words[1]);
  if (!folder) fail(words[1]);
  static char from[4096], to[4096];
  long files = 0;
  for (struct dirent *one; (one = readdir(folder));) {
    if (one->d_name[0] == '.') continue;
    snprintf(from, sizeof from, "%s/%s", words[1], one->d_name);
    snprintf(to, sizeof to, "%s/%s", words[2], one->d_name);
    int in = open(from, O_RDONLY);
    struct stat facts;
    if (in < 0 || fstat(in, &facts)) fail(from);
    char *bytes = malloc((size_t)facts.st_size + 1);
    if (!bytes || read(in, bytes, (size_t)facts.st_size) != facts.st_size) fail(from);
    close(in);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0 || write(out, bytes, (size_t)facts.st_size) != facts.st_size || fsync(out) || close(out)) fail(to);
    free(bytes);
    files++;
  }
  closedir(folder);
  printf("%ld files\n", files);
  return 0;
}
