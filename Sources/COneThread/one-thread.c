#define _GNU_SOURCE
#include "include/COneThread.h"

#if defined(__linux__)
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

static cpu_set_t allowed;
static long size;

// Raw system calls: the C library itself is not started yet.
static void show_one_processor(int count, char **words, char **environment) {
  (void)count, (void)words, (void)environment;
  size = syscall(SYS_sched_getaffinity, 0, sizeof allowed, &allowed);
  if (size <= 0) return;
  cpu_set_t one;
  CPU_ZERO(&one);
  for (int i = 0; i < CPU_SETSIZE; i++) {
    if (CPU_ISSET(i, &allowed)) {
      CPU_SET(i, &one);
      break;
    }
  }
  syscall(SYS_sched_setaffinity, 0, (size_t)size, &one);
}

__attribute__((section(".preinit_array"), used)) static void (*const before_libraries)(
    int, char **, char **) = show_one_processor;

__attribute__((constructor)) static void show_all_processors(void) {
  if (size > 0) syscall(SYS_sched_setaffinity, 0, (size_t)size, &allowed);
}
#endif
