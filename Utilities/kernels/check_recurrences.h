// Random recurrences against loops in double, for check_kernels.c.

static double logistic(double x) { return 1 / (1 + exp(-x)); }

/// Buffers of a recurrence, and the same in double.
typedef struct Sequence {
  BloxRecurrence r;
  int64_t gates;
  double *outputs, *last_cell, *values, *cells, *inputs_slope, *hidden_slope, *cell_slope;
} Sequence;

static double *zeros(int64_t count) { return calloc((size_t)(count > 0 ? count : 1), 8); }

/// One time of one row of an LSTM or GRU: fills its gates and gives the new state.
static void reference_step(
    const Sequence *s, const BloxRecurrenceBuffers *b, int64_t row, const double *hidden, const double *cell,
    double *next, double *next_cell) {
  int64_t n = s->r.units, width = s->r.is_gru ? 2 * n : 4 * n;
  double *gates = s->values + row * s->gates * n;
  for (int64_t j = 0; j < s->gates * n; j++) {
    double sum = b->inputs[row * s->gates * n + j];
    for (int64_t k = 0; k < n; k++) {
      sum += j < width ? hidden[k] * b->weights[k * width + j] : gates[n + k] * hidden[k] * b->candidate[k * n + j - width];
    }
    gates[j] = (s->r.is_gru ? j >= 2 * n : j >= n && j < 2 * n) ? tanh(sum) : logistic(sum);
  }
  for (int64_t k = 0; k < n; k++) {
    if (s->r.is_gru) {
      next[k] = (1 - gates[k]) * hidden[k] + gates[k] * gates[2 * n + k];
    } else {
      next_cell[k] = gates[2 * n + k] * cell[k] + gates[k] * gates[n + k];
      next[k] = gates[3 * n + k] * tanh(next_cell[k]);
    }
  }
}

/// The cotangents of one time of one row: of its sums, and of the state before, in place of those of the state after.
static void reference_slopes(
    const Sequence *s, const BloxRecurrenceBuffers *b, int64_t row, const double *before, const double *cell_before,
    double *hidden, double *cell) {
  int64_t n = s->r.units, width = s->r.is_gru ? 2 * n : 4 * n;
  const double *gates = s->values + row * s->gates * n;
  double *sums = s->inputs_slope + row * s->gates * n, *earlier = zeros(n);
  for (int64_t k = 0; k < n; k++) {
    double h = hidden[k] + b->outputs_slope[row * n + k], z = gates[k], r = gates[n + k], f = gates[2 * n + k];
    if (s->r.is_gru) {
      sums[k] = h * (f - before[k]) * z * (1 - z);
      sums[2 * n + k] = h * z * (1 - f * f);
      earlier[k] = h * (1 - z);
      continue;
    }
    double o = gates[3 * n + k], squashed = tanh(s->cells[row * n + k]), c = cell[k] + h * o * (1 - squashed * squashed);
    sums[k] = c * r * z * (1 - z), sums[n + k] = c * z * (1 - r * r), sums[2 * n + k] = c * cell_before[k] * f * (1 - f);
    sums[3 * n + k] = h * squashed * o * (1 - o), cell[k] = c * f;
  }
  for (int64_t k = 0; k < n && s->r.is_gru; k++) {
    double kept = 0, r = gates[n + k];
    for (int64_t j = 0; j < n; j++) kept += sums[2 * n + j] * b->candidate[k * n + j];
    sums[n + k] = kept * before[k] * r * (1 - r), earlier[k] += kept * r;
  }
  for (int64_t k = 0; k < n; k++) {
    for (int64_t j = 0; j < width; j++) earlier[k] += sums[j] * b->weights[k * width + j];
    hidden[k] = earlier[k];
  }
  free(earlier);
}

static void reference_recurrence(const Sequence *s, const BloxRecurrenceBuffers *b) {
  int64_t n = s->r.units, times = s->r.times;
  for (int64_t i = 0; i < s->r.batch; i++) {
    double *first = zeros(n), *first_cell = zeros(n);
    for (int64_t k = 0; k < n; k++) first[k] = b->hidden[i * n + k], first_cell[k] = s->r.is_gru ? 0 : b->cell[i * n + k];
    for (int64_t t = 0; t < times; t++) {
      int64_t row = i * times + t;
      reference_step(
          s, b, row, t ? s->outputs + (row - 1) * n : first, t ? s->cells + (row - 1) * n : first_cell,
          s->outputs + row * n, s->cells + row * n);
    }
    double *hidden = s->hidden_slope + i * n, *cell = s->cell_slope + i * n;
    for (int64_t k = 0; k < n && !s->r.is_gru; k++) {
      s->last_cell[i * n + k] = s->cells[(i * times + times - 1) * n + k];
      cell[k] = b->last_cell_slope[i * n + k];
    }
    for (int64_t t = times - 1; t >= 0; t--) {
      int64_t row = i * times + t;
      reference_slopes(
          s, b, row, t ? s->outputs + (row - 1) * n : first, t ? s->cells + (row - 1) * n : first_cell, hidden, cell);
    }
    free(first), free(first_cell);
  }
}

static int64_t differences(const char *name, const float *ours, const double *right, int64_t count) {
  int64_t wrong = 0;
  double scale = 1;
  for (int64_t i = 0; i < count; i++) scale = fmax(scale, fabs(right[i]));
  for (int64_t i = 0; i < count; i++) wrong += !(fabs(ours[i] - right[i]) <= 1e-5 * scale);
  if (wrong) printf("%s: %ld of %ld wrong\n", name, (long)wrong, (long)count);
  return wrong;
}

/// Compares a recurrence and its gradient with the loops in double, and with themselves on four threads.
static int64_t check_recurrence(bool is_gru) {
  static const int64_t sizes[] = {1, 2, 7, 8, 15, 16, 31, 32, 33, 40, 64, 70};
  BloxRecurrence r = {between(1, 30), between(1, 5), sizes[draw(12)], is_gru};
  int64_t n = r.units, gates = is_gru ? 3 : 4, rows = r.batch * r.times, wrong = 0;
  bool at_end = draw(2);
  int64_t read[] = {rows * gates * n, n * (is_gru ? 2 : 4) * n, is_gru ? n * n : 0, r.batch * n, is_gru ? 0 : r.batch * n,
                    rows * n, is_gru ? 0 : r.batch * n};
  int64_t written[] = {rows * n, is_gru ? 0 : r.batch * n, rows * gates * n, is_gru ? 0 : rows * n, rows * gates * n,
                       r.batch * n, is_gru ? 0 : r.batch * n};
  Guarded in[7], out[2][7];
  for (int i = 0; i < 7; i++) in[i] = numbers(read[i], at_end);
  for (int64_t i = 0; i < read[1]; i++) in[1].floats[i] /= (float)n;
  for (int64_t i = 0; i < read[2]; i++) in[2].floats[i] /= (float)n;
  Sequence s = {r, gates, zeros(rows * n), zeros(r.batch * n), zeros(rows * gates * n), zeros(rows * n),
                zeros(rows * gates * n), zeros(r.batch * n), zeros(r.batch * n)};
  double *right[] = {s.outputs, s.last_cell, s.values, s.cells, s.inputs_slope, s.hidden_slope, s.cell_slope};
  static const char *const names[] = {"outputs", "last cell", "gates", "cells", "sums' slope", "hidden slope", "cell slope"};
  for (int i = 0; i < 2; i++) {
    for (int j = 0; j < 7; j++) out[i][j] = guarded(written[j], at_end);
    Guarded forward = guarded(blox_recurrence_scratch(&r, false), at_end), back = guarded(blox_recurrence_scratch(&r, true), at_end);
    BloxRecurrenceBuffers b = {
        in[0].floats, in[1].floats, in[2].floats, in[3].floats, in[4].floats, out[i][0].floats, out[i][1].floats,
        out[i][2].floats, out[i][3].floats, forward.floats, in[5].floats, in[6].floats, out[i][4].floats,
        out[i][5].floats, out[i][6].floats};
    blox_recurrence(&r, &b, i ? 4 : 1, i ? four : one), join();
    b.scratch = back.floats;
    blox_recurrence_gradient(&r, &b, i ? 4 : 1, i ? four : one), join();
    if (i == 0) reference_recurrence(&s, &b);
    // Without what the gradient needs the outputs are the same.
    Guarded outputs = guarded(written[0], at_end);
    b.outputs = outputs.floats, b.scratch = forward.floats, b.gates = b.cells = NULL;
    blox_recurrence(&r, &b, i ? 4 : 1, i ? four : one), join();
    wrong += memcmp(outputs.floats, out[0][0].floats, 4 * (size_t)written[0]) != 0;
    release(forward), release(back), release(outputs);
  }
  for (int j = 0; j < 7; j++) {
    wrong += differences(names[j], out[0][j].floats, right[j], written[j]);
    if (memcmp(out[0][j].floats, out[1][j].floats, 4 * (size_t)written[j]) != 0) wrong += 1000000000;
    free(right[j]), release(in[j]), release(out[0][j]), release(out[1][j]);
  }
  if (wrong) {
    printf("%s of %ld units, batch %ld, times %ld: %ld wrong\n", is_gru ? "gru" : "lstm", (long)n, (long)r.batch,
           (long)r.times, (long)wrong);
  }
  return wrong;
}

static void measure_recurrence(int64_t batch, int64_t times, int64_t units, bool is_gru) {
  BloxRecurrence r = {batch, times, units, is_gru};
  int64_t gates = is_gru ? 3 : 4, rows = batch * times, n = units;
  int64_t counts[] = {rows * gates * n, n * 4 * n, n * n, batch * n, batch * n, rows * n, batch * n, rows * gates * n,
                      rows * n, blox_recurrence_scratch(&r, false) + blox_recurrence_scratch(&r, true), rows * n,
                      batch * n, rows * gates * n, batch * n, batch * n};
  Guarded m[15];
  for (int i = 0; i < 15; i++) m[i] = numbers(counts[i], true);
  for (int64_t i = 0; i < counts[1]; i++) m[1].floats[i] /= (float)n;
  BloxRecurrenceBuffers b = {
      m[0].floats, m[1].floats, m[2].floats, m[3].floats, m[4].floats, m[5].floats, m[6].floats, m[7].floats,
      m[8].floats, m[9].floats, m[10].floats, m[11].floats, m[12].floats, m[13].floats, m[14].floats};
  double best[2] = {1e9, 1e9}, work = 2e-6 * (double)(rows * gates * n * n);
  for (int i = 0; i < 7; i++) {
    double t[3] = {now()};
    blox_recurrence(&r, &b, 1, one), t[1] = now();
    blox_recurrence_gradient(&r, &b, 1, one), t[2] = now();
    for (int j = 0; j < 2; j++) best[j] = fmin(best[j], t[j + 1] - t[j]);
  }
  printf("%s %4ld units, batch %3ld, %3ld times:  forward %7.3f ms %6.1f GF/s  gradient %7.3f ms %6.1f GF/s\n",
         is_gru ? "gru " : "lstm", (long)n, (long)batch, (long)times, best[0], work / best[0], best[1], work / best[1]);
  for (int i = 0; i < 15; i++) release(m[i]);
}
