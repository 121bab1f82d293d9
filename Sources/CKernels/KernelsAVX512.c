#if defined(__x86_64__)

#include "Kernels.h"

#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)

// Of 32 registers 24 hold sums, and a row of B takes 2.
#define WIDTH 16
#define VECTORS 2
#define ROWS 12
#include "Convolution.h"
#include "Recurrence.h"
#include "Attention.h"
#include "RowProduct.h"

#pragma clang attribute pop

static bool is_supported(void) { return __builtin_cpu_supports("avx512f"); }

const BloxKernels blox_kernels_avx512 = {
    "avx512", is_supported, convolution_scratch, convolution, convolution_kernel_scratch, convolution_kernel,
    recurrence_scratch, recurrence_over_time, attention_scratch, attention, row_product_scratch, row_product};

#endif
