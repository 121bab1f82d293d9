// The kernels of one instruction set, and how they are told apart.

#ifndef BLOX_CKERNELS_KERNELS_H
#define BLOX_CKERNELS_KERNELS_H

#include "CKernels.h"

typedef struct BloxKernels {
  const char *name;
  bool (*is_supported)(void);
  int64_t (*convolution_scratch)(const BloxConvolution *, int64_t);
  void (*convolution)(
      const BloxConvolution *, const float *, const float *, float *, float *, int64_t, BloxThreads);
  int64_t (*convolution_kernel_scratch)(const BloxConvolution *, int64_t);
  void (*convolution_kernel)(
      const BloxConvolution *, const float *, const float *, float *, float *, int64_t, BloxThreads);
  int64_t (*recurrence_scratch)(const BloxRecurrence *, bool);
  void (*recurrence)(const BloxRecurrence *, const BloxRecurrenceBuffers *, bool, int64_t, BloxThreads);
  int64_t (*attention_scratch)(const BloxAttention *, bool, int64_t);
  void (*attention)(const BloxAttention *, const BloxAttentionBuffers *, bool, int64_t, BloxThreads);
  int64_t (*row_product_scratch)(const BloxRowProduct *);
  void (*row_product)(const BloxRowProduct *, const BloxRowProductBuffers *, int64_t, BloxThreads);
} BloxKernels;

#if defined(__x86_64__)
extern const BloxKernels blox_kernels_avx512, blox_kernels_avx2;
#elif defined(__aarch64__)
extern const BloxKernels blox_kernels_neon;
#endif

#endif
