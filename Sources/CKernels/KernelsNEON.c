#if defined(__aarch64__)

#include "Kernels.h"

// Of 32 registers 24 hold sums, and a row of B takes 4.
#define WIDTH 4
#define VECTORS 4
#define ROWS 6
#include "Convolution.h"
#include "Recurrence.h"
#include "Attention.h"
#include "RowProduct.h"

static bool is_supported(void) { return true; }

const BloxKernels blox_kernels_neon = {
    "neon", is_supported, convolution_scratch, convolution, convolution_kernel_scratch, convolution_kernel,
    recurrence_scratch, recurrence_over_time, attention_scratch, attention, row_product_scratch, row_product};

#endif
