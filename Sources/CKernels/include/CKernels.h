// Kernels for CPUs that compiled programs call, in plain C: they get pointers and sizes that the caller has checked.

#ifndef BLOX_CKERNELS_H
#define BLOX_CKERNELS_H

#include <stdbool.h>
#include <stdint.h>

#include "FloatingPointMode.h"

#pragma clang assume_nonnull begin

/// Counted up when a kernel's operands or the order of its sums change: compiled programs on disk name it.
enum { BLOX_KERNELS_VERSION = 1 };

/// The instruction set that the kernels use, the best of those that the processor has; NULL if there is none for it.
const char *_Nullable blox_kernels_instructions(void);

/// Whether the kernels were compiled with optimization. Without it they are slower than what they replace.
bool blox_kernels_are_optimized(void);

/// Has the kernels use the instruction set of this name, or the best one if NULL; false if the processor lacks it. For tests:
/// no kernel may be running.
bool blox_kernels_use(const char *_Nullable instructions);

/// The threads that a kernel may use besides the one that calls it: those of XLA.
typedef struct BloxThreads {
  /// How many there are, the calling one included.
  int64_t count;
  /// Runs `task(data)` on one of them, now or later; false if it will not be run.
  bool (*_Nullable schedule)(void *_Nullable context, void (*task)(void *data), void *data);
  void *_Nullable context;
} BloxThreads;

/// A convolution along one axis, in the terms of StableHLO.
typedef struct BloxConvolutionAxis {
  int64_t input, kernel, output;
  /// The padding before the input; the one after it follows from the extents.
  int64_t low;
  int64_t stride, base_dilation, window_dilation;
} BloxConvolutionAxis;

/// A convolution over two axes of pictures: `[batch, y, x, channels]` in and out, all numbers float.
typedef struct BloxConvolution {
  BloxConvolutionAxis y, x;
  int64_t batch;
  /// Channels of the input and of the output, of all groups.
  int64_t channels, outputs;
  int64_t groups;
  /// Whether a channel of the output stands before that of the input in the kernel (`[y, x, out, in]`).
  bool outputs_first;
} BloxConvolution;

/// The largest number of elements of a kernel along its two axes together.
enum { BLOX_CONVOLUTION_TAPS = 1024 };

/// How many floats of memory the convolution needs for itself, with the work in that many parts at once.
int64_t blox_convolution_scratch(const BloxConvolution *convolution, int64_t workers);

/// The convolution of `input` with `kernel`, `[y, x, in / groups, out]`. A stride and a base dilation may not both be above 1.
void blox_convolution(
    const BloxConvolution *convolution, const float *input, const float *kernel, float *output, float *scratch,
    int64_t workers, BloxThreads threads);

/// As `blox_convolution_scratch`, for `blox_convolution_kernel`.
int64_t blox_convolution_kernel_scratch(const BloxConvolution *convolution, int64_t workers);

/// The gradient of the convolution's kernel, given that of its output. It may have no base dilation.
void blox_convolution_kernel(
    const BloxConvolution *convolution, const float *input, const float *output, float *kernel, float *scratch,
    int64_t workers, BloxThreads threads);

// MARK: Recurrences

/// An LSTM or a GRU over time, given what its gates have of the inputs.
typedef struct BloxRecurrence {
  int64_t batch, times, units;
  bool is_gru;
} BloxRecurrence;

/// What a recurrence reads and writes; g gates are the 4 of an LSTM (i, g, f, o) or the 3 of a GRU (z, r, candidate).
///
/// `gates` and `cells` may be NULL if no gradient will be asked for. For the gradient, all that `blox_recurrence` wrote but
/// `last_cell` is read, and what is named slope is the gradient of what it is named after.
typedef struct BloxRecurrenceBuffers {
  /// The gates' sums so far, `[batch, times, g · units]`.
  const float *_Nullable inputs;
  /// `[units, 4 · units]` of an LSTM, `[units, 2 · units]` of a GRU, whose candidate has `[units, units]`.
  const float *_Nullable weights, *_Nullable candidate;
  /// The state before, `[batch, units]`; only an LSTM has a cell.
  const float *_Nullable hidden, *_Nullable cell;
  /// `[batch, times, units]`.
  float *_Nullable outputs;
  /// `[batch, units]`.
  float *_Nullable last_cell;
  /// The gates `[batch, times, g · units]`, and the cells of an LSTM, `[batch, times, units]`.
  float *_Nullable gates, *_Nullable cells;
  float *_Nullable scratch;
  // Of the gradient.
  const float *_Nullable outputs_slope, *_Nullable last_cell_slope;
  float *_Nullable inputs_slope, *_Nullable hidden_slope, *_Nullable cell_slope;
} BloxRecurrenceBuffers;

/// How many floats of memory a recurrence, or its gradient, needs for itself.
int64_t blox_recurrence_scratch(const BloxRecurrence *recurrence, bool is_gradient);

/// Runs a recurrence.
void blox_recurrence(
    const BloxRecurrence *recurrence, const BloxRecurrenceBuffers *buffers, int64_t workers, BloxThreads threads);

/// The gradient of inputs and states. That of the weights is a product of the states and the inputs' gradient.
void blox_recurrence_gradient(
    const BloxRecurrence *recurrence, const BloxRecurrenceBuffers *buffers, int64_t workers, BloxThreads threads);

// MARK: Attention

/// Which axes of the scores, `[batch, heads, times, sources]`, a mask or bias has; along the others it has one element for all.
typedef struct BloxScoreAxes {
  bool batch, heads, times, sources;
} BloxScoreAxes;

/// Scaled dot-product attention. Consecutive heads share a head of keys and values, of which there may be fewer.
typedef struct BloxAttention {
  int64_t batch, times, sources;
  int64_t heads, key_heads, size;
  float scale;
  /// A time sees the places from `before` before its own to `after` after it, and no others.
  int64_t before, after;
  BloxScoreAxes mask, bias;
} BloxAttention;

/// What attention reads and writes; for the gradient, all that `blox_attention` wrote is read, and what is named slope is the
/// gradient of what it is named after.
typedef struct BloxAttentionBuffers {
  /// `[batch, times, heads, size]`.
  const float *_Nullable query;
  /// `[batch, sources, key_heads, size]`.
  const float *_Nullable key, *_Nullable value;
  /// Added to the scaled scores; NULL for none.
  const float *_Nullable bias;
  /// Not 0 where a place is seen; NULL for everywhere.
  const uint8_t *_Nullable mask;
  /// `[batch, times, heads, size]`.
  float *_Nullable output;
  /// Of each row of scores the largest, and 1 by the sum of the exponentials of what is below it, `[batch, heads, times, 2]`:
  /// both, as a logarithm of the sum would lose the digits that a large score has no room for.
  float *_Nullable statistics;
  float *_Nullable scratch;
  // Of the gradient.
  const float *_Nullable output_slope;
  float *_Nullable query_slope, *_Nullable key_slope, *_Nullable value_slope;
} BloxAttentionBuffers;

/// What a score is where nothing is seen: so low that it weighs 0 beside any other, and a mean of all places where all are so.
#define BLOX_UNSEEN_SCORE (-0.7f * 3.40282346638528859812e+38f)

/// How many floats of memory attention, or its gradient, needs for itself, with the work in that many parts at once.
int64_t blox_attention_scratch(const BloxAttention *attention, bool is_gradient, int64_t workers);

/// Attention, without a matrix of all scores. `statistics` may be NULL if no gradient will be asked for.
void blox_attention(
    const BloxAttention *attention, const BloxAttentionBuffers *buffers, int64_t workers, BloxThreads threads);

/// The gradient of queries, keys and values.
void blox_attention_gradient(
    const BloxAttention *attention, const BloxAttentionBuffers *buffers, int64_t workers, BloxThreads threads);

// MARK: Products of a few rows

/// The elements of a matrix.
typedef enum BloxElement { BLOX_FLOAT32 = 0, BLOX_BFLOAT16 = 1, BLOX_INT8 = 2 } BloxElement;

/// A product of a few rows with a large matrix: `[rows, depth]` with `[depth, columns]`, or with `[columns, depth]`.
///
/// It is summed in float32. A matrix of int8 has a scale for each column and each group of elements along the depth.
typedef struct BloxRowProduct {
  int64_t rows, depth, columns;
  /// How many elements along the depth share a scale, a divisor of it; all of them if the matrix has none.
  int64_t group;
  /// Inputs and outputs are float32 or bfloat16.
  BloxElement inputs, weights, outputs;
  /// Whether the matrix is `[columns, depth]`, and the scales `[columns, groups]` in place of `[groups, columns]`.
  bool columns_first;
} BloxRowProduct;

/// What a product reads and writes: `inputs` `[rows, depth]`, the matrix, its scales if it is of int8, `results`
/// `[rows, columns]`.
typedef struct BloxRowProductBuffers {
  const void *inputs;
  const void *weights;
  const float *_Nullable scales;
  void *results;
  float *scratch;
} BloxRowProductBuffers;

/// How many floats of memory a product needs for itself.
int64_t blox_row_product_scratch(const BloxRowProduct *product);

/// Computes a product.
void blox_row_product(
    const BloxRowProduct *product, const BloxRowProductBuffers *buffers, int64_t workers, BloxThreads threads);

#pragma clang assume_nonnull end

#endif
