// For `ftrylockfile` and `usleep`.
#define _GNU_SOURCE

#include "include/CPJRTTrap.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

// The signal of the instruction that Swift ends a process with. It is met again when the handler returns.
#if defined(__x86_64__) || defined(__i386__)
enum { trap_signal = SIGILL };
#else
enum { trap_signal = SIGTRAP };
#endif

static struct sigaction before;

// The thread is between two instructions of its own, not inside of the C library, so that the buffer is whole once its lock
// is had; a thread that does not give the lock back, as one that waits for a reader, is not waited for.
static void write_output(int signal, siginfo_t *information, void *context) {
  (void)context;
  const int error = errno;
  for (int attempt = 0; attempt < 200; attempt++) {
    if (ftrylockfile(stdout) == 0) {
      fflush(stdout);
      funlockfile(stdout);
      break;
    }
    usleep(1000);
  }
  errno = error;
  sigaction(signal, &before, NULL);
  // One that another process sent is not met again by itself.
  if (information == NULL || information->si_code <= 0) raise(signal);
}

static void install(void) {
  struct sigaction action = {0};
  action.sa_sigaction = write_output;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(trap_signal, &action, &before);
}

void blox_pjrt_keep_output_at_traps(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
}
