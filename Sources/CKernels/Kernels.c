#include "Kernels.h"

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

/// The best first.
static const BloxKernels *const all[] = {
#if defined(__x86_64__)
    &blox_kernels_avx512, &blox_kernels_avx2,
#elif defined(__aarch64__)
    &blox_kernels_neon,
#endif
    NULL,
};

static _Atomic(const BloxKernels *) chosen;
static atomic_bool is_chosen;

static const BloxKernels *find(const char *name) {
  for (const BloxKernels *const *kernels = all; *kernels; kernels++) {
    if ((!name || strcmp(name, (*kernels)->name) == 0) && (*kernels)->is_supported()) return *kernels;
  }
  return NULL;
}

static const BloxKernels *current(void) {
  // Threads that come at once find the same.
  if (!atomic_load(&is_chosen)) {
    atomic_store(&chosen, find(NULL));
    atomic_store(&is_chosen, true);
  }
  return atomic_load(&chosen);
}

const char *blox_kernels_instructions(void) {
  const BloxKernels *kernels = current();
  return kernels ? kernels->name : NULL;
}

bool blox_kernels_use(const char *instructions) {
  const BloxKernels *kernels = find(instructions);
  if (!kernels) return false;
  atomic_store(&chosen, kernels);
  atomic_store(&is_chosen, true);
  return true;
}

bool blox_kernels_are_optimized(void) {
#if defined(__OPTIMIZE__)
  return true;
#else
  return false;
#endif
}

// Who calls these has asked for the instructions: there are some.

int64_t blox_convolution_scratch(const BloxConvolution *convolution, int64_t workers) {
  const BloxKernels *kernels = current();
  return kernels ? kernels->convolution_scratch(convolution, workers) : 0;
}

void blox_convolution(
    const BloxConvolution *convolution, const float *input, const float *kernel, float *output, float *scratch,
    int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->convolution(convolution, input, kernel, output, scratch, workers, threads);
}

int64_t blox_convolution_kernel_scratch(const BloxConvolution *convolution, int64_t workers) {
  const BloxKernels *kernels = current();
  return kernels ? kernels->convolution_kernel_scratch(convolution, workers) : 0;
}

void blox_convolution_kernel(
    const BloxConvolution *convolution, const float *input, const float *output, float *kernel, float *scratch,
    int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->convolution_kernel(convolution, input, output, kernel, scratch, workers, threads);
}

int64_t blox_recurrence_scratch(const BloxRecurrence *recurrence, bool is_gradient) {
  const BloxKernels *kernels = current();
  return kernels ? kernels->recurrence_scratch(recurrence, is_gradient) : 0;
}

void blox_recurrence(
    const BloxRecurrence *recurrence, const BloxRecurrenceBuffers *buffers, int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->recurrence(recurrence, buffers, false, workers, threads);
}

void blox_recurrence_gradient(
    const BloxRecurrence *recurrence, const BloxRecurrenceBuffers *buffers, int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->recurrence(recurrence, buffers, true, workers, threads);
}

int64_t blox_attention_scratch(const BloxAttention *attention, bool is_gradient, int64_t workers) {
  const BloxKernels *kernels = current();
  return kernels ? kernels->attention_scratch(attention, is_gradient, workers) : 0;
}

void blox_attention(
    const BloxAttention *attention, const BloxAttentionBuffers *buffers, int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->attention(attention, buffers, false, workers, threads);
}

void blox_attention_gradient(
    const BloxAttention *attention, const BloxAttentionBuffers *buffers, int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->attention(attention, buffers, true, workers, threads);
}

int64_t blox_row_product_scratch(const BloxRowProduct *product) {
  const BloxKernels *kernels = current();
  return kernels ? kernels->row_product_scratch(product) : 0;
}

void blox_row_product(
    const BloxRowProduct *product, const BloxRowProductBuffers *buffers, int64_t workers, BloxThreads threads) {
  const BloxKernels *kernels = current();
  if (kernels) kernels->row_product(product, buffers, workers, threads);
}
