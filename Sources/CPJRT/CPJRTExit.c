// For `on_exit`.
#define _GNU_SOURCE

#include "include/CPJRTExit.h"
#include "include/CPJRTReplacement.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

_Thread_local int blox_pjrt_depth = 0;

#if defined(__GLIBC__)

static void call_with_status(int status, void *handler) { ((void (*)(int))handler)(status); }

void blox_pjrt_at_exit(void (*handler)(int)) { on_exit(call_with_status, (void *)handler); }

#else

// There is one handler, however often it is registered.
static void (*the_handler)(int);

static void call_without_status(void) { the_handler(-1); }

void blox_pjrt_at_exit(void (*handler)(int)) {
  the_handler = handler;
  atexit(call_without_status);
}

#endif

void blox_pjrt_end_now(int status) {
  fflush(NULL);
  _exit(status);
}

static int ignore_destructor(void (*destructor)(void *), void *object, void *library) {
  (void)destructor, (void)object, (void)library;
  return 0;
}

void blox_pjrt_keep_objects(void *library) {
  blox_replace_function(library, "__cxa_atexit", (void *)ignore_destructor);
}
