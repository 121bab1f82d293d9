// For `syscall`, which the C library's headers hide otherwise.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "CFiles.h"

#include <errno.h>

#if defined(__APPLE__)
#include <stdio.h>

int blox_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP) == 0 ? 0 : errno;
}
#elif defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The system's call itself: the C libraries have a function for it only since glibc 2.28 and musl 1.2.6.
int blox_exchange(const char *one, const char *other) {
  const unsigned int exchange = 1 << 1;  // RENAME_EXCHANGE
  return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange) == 0 ? 0 : errno;
}
#else
int blox_exchange(const char *one, const char *other) { return ENOSYS; }
#endif
