// GRU over time, as the LSTM in Recurrence.h. Its candidate sees the state times a gate: a second product at each time.

/// Both gates of one row, z and r, of their sums; `kept` becomes r times the state.
static void gru_row_gates(int64_t units, float *sums, const float *hidden, float *kept, float *gates) {
  for (int64_t u = 0; u < units; u += WIDTH) {
    int64_t count = units - u;
    Vector z = sigmoid(load_first(sums + u, count)), r = sigmoid(load_first(sums + units + u, count));
    store_first(sums + u, z, count);
    store_first(kept + u, r * load_first(hidden + u, count), count);
    if (!gates) continue;
    store_first(gates + u, z, count);
    store_first(gates + units + u, r, count);
  }
}

/// The next state of one row, of z and the candidate's sums.
static void gru_row_state(
    int64_t units, const float *z_gate, const float *sums, float *hidden, float *output, float *candidate) {
  for (int64_t u = 0; u < units; u += WIDTH) {
    int64_t count = units - u;
    Vector z = load_first(z_gate + u, count), n = hyperbolic_tangent(load_first(sums + u, count));
    Vector h = (1.0f - z) * load_first(hidden + u, count) + z * n;
    store_first(hidden + u, h, count);
    store_first(output + u, h, count);
    if (candidate) store_first(candidate + u, n, count);
  }
}

static void gru_rows(void *context, int64_t part, int64_t worker) {
  const Recurrence *f = context;
  const BloxRecurrenceBuffers *b = f->b;
  (void)worker;
  int64_t first = part * f->rows, rows = least(f->rows, f->r->batch - first), units = f->r->units, times = f->r->times;
  int64_t pitch = f->state_pitch, between = times * 3 * units;
  float *sums = f->memory + first * f->row_size, *hidden = sums + rows * f->gates_pitch;
  float *kept = hidden + rows * pitch, *proposal = kept + rows * pitch;
  copy_rows(b->hidden + first * units, units, hidden, pitch, rows, units);
  for (int64_t t = 0; t < times; t++) {
    int64_t at = first * times + t;
    const float *inputs = b->inputs + at * 3 * units;
    float *gates = b->gates ? b->gates + at * 3 * units : NULL;
    copy_rows(inputs, between, sums, f->gates_pitch, rows, 2 * units);
    multiply(&f->weights, rows, hidden, pitch, sums, f->gates_pitch, true);
    for (int64_t i = 0; i < rows; i++) {
      gru_row_gates(
          units, sums + i * f->gates_pitch, hidden + i * pitch, kept + i * pitch, gates ? gates + i * between : NULL);
    }
    copy_rows(inputs + 2 * units, between, proposal, pitch, rows, units);
    multiply(&f->candidate, rows, kept, pitch, proposal, pitch, true);
    for (int64_t i = 0; i < rows; i++) {
      gru_row_state(
          units, sums + i * f->gates_pitch, proposal + i * pitch, hidden + i * pitch,
          b->outputs + (at + i * times) * units, gates ? gates + i * between + 2 * units : NULL);
    }
  }
}

/// One row of one time: from the gradient of the state to those of the sums of z and of the candidate, and the part of
/// the state before that the state itself has.
static void gru_row_gradient(
    int64_t units, const float *gates, const float *before, const float *output_slope, float *hidden_slope,
    float *sums, float *candidate_sums, float *inputs_slope) {
  for (int64_t u = 0; u < units; u += WIDTH) {
    int64_t count = units - u;
    Vector z = load_first(gates + u, count), n = load_first(gates + 2 * units + u, count);
    Vector h = load_first(hidden_slope + u, count) + load_first(output_slope + u, count);
    Vector z_slope = h * (n - load_first(before + u, count)) * z * (1.0f - z), n_slope = h * z * (1.0f - n * n);
    store_first(hidden_slope + u, h * (1.0f - z), count);
    store_first(sums + u, z_slope, count);
    store_first(inputs_slope + u, z_slope, count);
    store_first(candidate_sums + u, n_slope, count);
    store_first(inputs_slope + 2 * units + u, n_slope, count);
  }
}

/// The same for r, of the gradient of r times the state.
static void gru_row_reset_gradient(
    int64_t units, const float *gates, const float *before, const float *kept_slope, float *hidden_slope, float *sums,
    float *inputs_slope) {
  for (int64_t u = 0; u < units; u += WIDTH) {
    int64_t count = units - u;
    Vector r = load_first(gates + units + u, count), kept = load_first(kept_slope + u, count);
    Vector r_slope = kept * load_first(before + u, count) * r * (1.0f - r);
    store_first(hidden_slope + u, load_first(hidden_slope + u, count) + kept * r, count);
    store_first(sums + units + u, r_slope, count);
    store_first(inputs_slope + units + u, r_slope, count);
  }
}

static void gru_rows_gradient(void *context, int64_t part, int64_t worker) {
  const Recurrence *f = context;
  const BloxRecurrenceBuffers *b = f->b;
  (void)worker;
  int64_t first = part * f->rows, rows = least(f->rows, f->r->batch - first), units = f->r->units, times = f->r->times;
  int64_t pitch = f->state_pitch;
  float *sums = f->memory + first * f->row_size, *hidden = sums + rows * f->gates_pitch;
  float *kept = hidden + rows * pitch, *proposal = kept + rows * pitch;
  memset(hidden, 0, 4 * (size_t)(rows * pitch));
  for (int64_t t = times - 1; t >= 0; t--) {
    for (int64_t i = 0; i < rows; i++) {
      int64_t row = (first + i) * times + t;
      const float *before = t > 0 ? b->outputs + (row - 1) * units : b->hidden + (first + i) * units;
      gru_row_gradient(
          units, b->gates + row * 3 * units, before, b->outputs_slope + row * units, hidden + i * pitch,
          sums + i * f->gates_pitch, proposal + i * pitch, b->inputs_slope + row * 3 * units);
    }
    multiply(&f->candidate, rows, proposal, pitch, kept, pitch, false);
    for (int64_t i = 0; i < rows; i++) {
      int64_t row = (first + i) * times + t;
      const float *before = t > 0 ? b->outputs + (row - 1) * units : b->hidden + (first + i) * units;
      gru_row_reset_gradient(
          units, b->gates + row * 3 * units, before, kept + i * pitch, hidden + i * pitch, sums + i * f->gates_pitch,
          b->inputs_slope + row * 3 * units);
    }
    multiply(&f->weights, rows, sums, f->gates_pitch, hidden, pitch, true);
  }
  copy_rows(hidden, pitch, b->hidden_slope + first * units, units, rows, units);
}
