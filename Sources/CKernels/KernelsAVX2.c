#if defined(__x86_64__)

#include "Kernels.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

// Of 16 registers 12 hold sums, and a row of B takes 2.
#define WIDTH 8
#define VECTORS 2
#define ROWS 6
#include "Convolution.h"
#include "Recurrence.h"
#include "Attention.h"
#include "RowProduct.h"

#pragma clang attribute pop

static bool is_supported(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

const BloxKernels blox_kernels_avx2 = {
    "avx2", is_supported, convolution_scratch, convolution, convolution_kernel_scratch, convolution_kernel,
    recurrence_scratch, recurrence_over_time, attention_scratch, attention, row_product_scratch, row_product};

#endif
