// LSTM and GRU over time, forward and backward.
//
// The rows of a batch do not depend on each other: a thread takes some of them through all times. The weights are packed once;
// at each time they are multiplied with a few rows, and a pass over these makes the gates of the sums.

// Included after Convolution.h, whose small functions it uses.

#include "Product.h"
#include "VectorMath.h"

typedef struct Recurrence {
  const BloxRecurrence *r;
  const BloxRecurrenceBuffers *b;
  bool is_gradient;
  /// The weights of all gates, of an LSTM, or of both gates of a GRU, and those of its candidate; transposed for the gradient.
  Packed weights, candidate;
  /// Of the products' results for the gates, and of a row of the state.
  int64_t gates_pitch, state_pitch;
  /// How many rows of the batch a part has, and how many floats it needs.
  int64_t rows, row_size;
  float *memory;
} Recurrence;

static Recurrence recurrence(const BloxRecurrence *r, bool is_gradient) {
  Recurrence f = {.r = r, .is_gradient = is_gradient};
  int64_t units = r->units, columns = r->is_gru ? 2 * units : 4 * units;
  f.weights = is_gradient ? packed(columns, units) : packed(units, columns);
  f.candidate = packed(r->is_gru ? units : 0, r->is_gru ? units : 0);
  f.gates_pitch = pitch_of(columns);
  f.state_pitch = pitch_of(units);
  f.row_size = f.gates_pitch + 4 * f.state_pitch;
  return f;
}

static int64_t recurrence_scratch(const BloxRecurrence *r, bool is_gradient) {
  Recurrence f = recurrence(r, is_gradient);
  return 16 + packed_size(&f.weights) + packed_size(&f.candidate) + r->batch * f.row_size;
}

static void pack_weights(void *context, int64_t panel, int64_t worker) {
  const Recurrence *f = context;
  (void)worker;
  bool is_candidate = panel >= f->weights.panels;
  const Packed *to = is_candidate ? &f->candidate : &f->weights;
  const float *from = is_candidate ? f->b->candidate : f->b->weights;
  int64_t columns = is_candidate ? f->r->units : (f->r->is_gru ? 2 : 4) * f->r->units;
  pack_matrix(
      to, is_candidate ? panel - f->weights.panels : panel, from, f->is_gradient ? 1 : columns,
      f->is_gradient ? columns : 1);
}

static void copy_rows(const float *from, int64_t pitch, float *to, int64_t to_pitch, int64_t rows, int64_t columns) {
  for (int64_t i = 0; i < rows; i++) memcpy(to + i * to_pitch, from + i * pitch, 4 * (size_t)columns);
}

// MARK: LSTM

/// One row of one time: `sums` are the gates before their functions, i, g, f, o.
static void lstm_row(
    int64_t units, const float *sums, float *cell, float *hidden, float *output, float *gates, float *cells) {
  for (int64_t u = 0; u < units; u += WIDTH) {
    int64_t count = units - u;
    Vector i = sigmoid(load_first(sums + u, count));
    Vector g = hyperbolic_tangent(load_first(sums + units + u, count));
    Vector f = sigmoid(load_first(sums + 2 * units + u, count));
    Vector o = sigmoid(load_first(sums + 3 * units + u, count));
    Vector c = f * load_first(cell + u, count) + i * g;
    Vector h = o * hyperbolic_tangent(c);
    store_first(cell + u, c, count);
    store_first(hidden + u, h, count);
    store_first(output + u, h, count);
    if (!gates) continue;
    store_first(gates + u, i, count);
    store_first(gates + units + u, g, count);
    store_first(gates + 2 * units + u, f, count);
    store_first(gates + 3 * units + u, o, count);
    store_first(cells + u, c, count);
  }
}

static void lstm_rows(void *context, int64_t part, int64_t worker) {
  const Recurrence *f = context;
  const BloxRecurrenceBuffers *b = f->b;
  (void)worker;
  int64_t first = part * f->rows, rows = least(f->rows, f->r->batch - first), units = f->r->units, times = f->r->times;
  float *sums = f->memory + first * f->row_size, *hidden = sums + rows * f->gates_pitch;
  float *cell = hidden + rows * f->state_pitch;
  copy_rows(b->hidden + first * units, units, hidden, f->state_pitch, rows, units);
  copy_rows(b->cell + first * units, units, cell, f->state_pitch, rows, units);
  for (int64_t t = 0; t < times; t++) {
    int64_t at = first * times + t;
    copy_rows(b->inputs + at * 4 * units, times * 4 * units, sums, f->gates_pitch, rows, 4 * units);
    multiply(&f->weights, rows, hidden, f->state_pitch, sums, f->gates_pitch, true);
    for (int64_t i = 0; i < rows; i++) {
      int64_t row = at + i * times;
      lstm_row(
          units, sums + i * f->gates_pitch, cell + i * f->state_pitch, hidden + i * f->state_pitch,
          b->outputs + row * units, b->gates ? b->gates + row * 4 * units : NULL,
          b->cells ? b->cells + row * units : NULL);
    }
  }
  copy_rows(cell, f->state_pitch, b->last_cell + first * units, units, rows, units);
}

/// One row of one time: from the gradients of output and cell to those of the gates' sums and of the cell before.
static void lstm_row_gradient(
    int64_t units, const float *gates, const float *cells, const float *before, const float *output_slope,
    const float *hidden_slope, float *cell_slope, float *sums, float *inputs_slope) {
  for (int64_t u = 0; u < units; u += WIDTH) {
    int64_t count = units - u;
    Vector i = load_first(gates + u, count), g = load_first(gates + units + u, count);
    Vector f = load_first(gates + 2 * units + u, count), o = load_first(gates + 3 * units + u, count);
    Vector squashed = hyperbolic_tangent(load_first(cells + u, count));
    Vector h = load_first(hidden_slope + u, count) + load_first(output_slope + u, count);
    Vector c = load_first(cell_slope + u, count) + h * o * (1.0f - squashed * squashed);
    Vector slopes[4] = {
        c * g * i * (1.0f - i), c * i * (1.0f - g * g), c * load_first(before + u, count) * f * (1.0f - f),
        h * squashed * o * (1.0f - o)};
    store_first(cell_slope + u, c * f, count);
    UNROLLED for (int64_t q = 0; q < 4; q++) {
      store_first(sums + q * units + u, slopes[q], count);
      store_first(inputs_slope + q * units + u, slopes[q], count);
    }
  }
}

static void lstm_rows_gradient(void *context, int64_t part, int64_t worker) {
  const Recurrence *f = context;
  const BloxRecurrenceBuffers *b = f->b;
  (void)worker;
  int64_t first = part * f->rows, rows = least(f->rows, f->r->batch - first), units = f->r->units, times = f->r->times;
  float *sums = f->memory + first * f->row_size, *hidden = sums + rows * f->gates_pitch;
  float *cell = hidden + rows * f->state_pitch;
  memset(hidden, 0, 4 * (size_t)(rows * f->state_pitch));
  copy_rows(b->last_cell_slope + first * units, units, cell, f->state_pitch, rows, units);
  for (int64_t t = times - 1; t >= 0; t--) {
    for (int64_t i = 0; i < rows; i++) {
      int64_t row = (first + i) * times + t;
      const float *before = t > 0 ? b->cells + (row - 1) * units : b->cell + (first + i) * units;
      lstm_row_gradient(
          units, b->gates + row * 4 * units, b->cells + row * units, before, b->outputs_slope + row * units,
          hidden + i * f->state_pitch, cell + i * f->state_pitch, sums + i * f->gates_pitch,
          b->inputs_slope + row * 4 * units);
    }
    multiply(&f->weights, rows, sums, f->gates_pitch, hidden, f->state_pitch, false);
  }
  copy_rows(hidden, f->state_pitch, b->hidden_slope + first * units, units, rows, units);
  copy_rows(cell, f->state_pitch, b->cell_slope + first * units, units, rows, units);
}

#include "GatedRecurrence.h"

// MARK: Both

static void recurrence_over_time(
    const BloxRecurrence *r, const BloxRecurrenceBuffers *b, bool is_gradient, int64_t workers, BloxThreads threads) {
  Recurrence f = recurrence(r, is_gradient);
  f.b = b;
  f.weights.memory = aligned(b->scratch);
  f.candidate.memory = f.weights.memory + packed_size(&f.weights);
  f.memory = f.candidate.memory + packed_size(&f.candidate);
  blox_parallel(f.weights.panels + f.candidate.panels, workers, threads, pack_weights, &f);
  // A row's sums do not depend on how many others there are: the parts may be as many as the threads.
  int64_t parts = most(1, least(least(workers, threads.count), r->batch));
  f.rows = divided_up(r->batch, parts);
  void (*body)(void *, int64_t, int64_t) = is_gradient ? lstm_rows_gradient : lstm_rows;
  if (r->is_gru) body = is_gradient ? gru_rows_gradient : gru_rows;
  blox_parallel(divided_up(r->batch, f.rows), workers, threads, body, &f);
}
