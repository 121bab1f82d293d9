// How the processor treats numbers below the normal ones.

#ifndef BLOX_FLOATING_POINT_MODE_H
#define BLOX_FLOATING_POINT_MODE_H

#include <stdint.h>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

/// Takes such numbers as zeros, and gives zeros for them, on this thread from now on, as XLA's programs do; returns how it
/// was before.
static inline uint64_t blox_flush_denormals(void) {
#if defined(__x86_64__)
  uint32_t before = _mm_getcsr();
  _mm_setcsr(before | 0x8040);  // Flush to zero, and denormals are zeros.
  return before;
#elif defined(__aarch64__)
  uint64_t before;
  __asm__ __volatile__("mrs %0, fpcr" : "=r"(before));
  __asm__ __volatile__("msr fpcr, %0" : : "r"(before | (UINT64_C(1) << 24)));
  return before;
#else
  return 0;
#endif
}

/// Goes back to how it was before.
static inline void blox_restore_floating_point(uint64_t mode) {
#if defined(__x86_64__)
  _mm_setcsr((uint32_t)mode);
#elif defined(__aarch64__)
  __asm__ __volatile__("msr fpcr, %0" : : "r"(mode));
#else
  (void)mode;
#endif
}

#endif
