#define _GNU_SOURCE
#include "include/COneThread.h"

#if defined(__linux__)
#include <sched.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static cpu_set_t allowed;
static long size;

// Raw system calls in what follows: the C library itself is not started yet.

// OpenBLAS takes a buffer of this size when it is loaded, and asks for ever where it is refused.
enum { blas_buffer = 128 << 20, own_needs = 16 << 20 };

static void refuse_where_memory_is_short(void) {
  const unsigned long wanted = blas_buffer + own_needs;
  long place = syscall(SYS_mmap, 0, wanted, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (place >= 0 || place < -4095) {
    syscall(SYS_munmap, place, wanted);
    return;
  }
  static const char message[] =
      "sam: error: the limit of memory is too low: OpenBLAS needs 128 MiB of addresses; "
      "raise it to 300 MB (ulimit -v 300000)\n";
  syscall(SYS_write, 2, message, sizeof message - 1);
  syscall(SYS_exit_group, 1);
}

static void show_one_processor(int count, char **words, char **environment) {
  (void)count, (void)words, (void)environment;
  refuse_where_memory_is_short();
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

// Called by the program, not as a constructor: an optimiser evaluates those with the values that
// variables have before anything runs, and then leaves this one out.
void one_thread_show_all_processors(void) {
  if (size > 0) syscall(SYS_sched_setaffinity, 0, (size_t)size, &allowed);
}
#else
void one_thread_show_all_processors(void) {}
#endif
