#include "include/CInterrupts.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { places = 16, longest = 4096 };
enum { empty, reserved, registered };

static char paths[places][longest];
static atomic_int states[places];

static void remove_and_leave(int number) {
  for (int i = 0; i < places; i++) {
    if (atomic_load(&states[i]) == registered) unlink(paths[i]);
  }
  _exit(128 + number);
}

void interrupts_remove_temporary_files(void) {
  const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = remove_and_leave;
  sigfillset(&action.sa_mask);
  sigset_t handled;
  sigemptyset(&handled);
  for (int i = 0; i < 3; i++) {
    struct sigaction before;
    // A signal that the caller ignores, as nohup does, stays ignored.
    if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction(numbers[i], &action, NULL);
    sigaddset(&handled, numbers[i]);
  }
  // A program started by a thread that blocks signals would inherit that, and never hear them.
  sigprocmask(SIG_UNBLOCK, &handled, NULL);
}

int interrupts_register(const char *path) {
  const size_t length = strlen(path);
  if (length >= longest) return -1;
  for (int i = 0; i < places; i++) {
    int expected = empty;
    if (!atomic_compare_exchange_strong(&states[i], &expected, reserved)) continue;
    memcpy(paths[i], path, length + 1);
    atomic_store(&states[i], registered);
    return i;
  }
  return -1;
}

void interrupts_release(int place) {
  if (place >= 0) atomic_store(&states[place], empty);
}
