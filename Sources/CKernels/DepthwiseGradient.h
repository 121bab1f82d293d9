// The gradient of a depthwise kernel; included by Convolution.h.

typedef struct DepthwiseBackward {
  const BloxConvolution *c;
  Frame frame;
  const float *input, *output;
  float *kernel, *sums, *bands;
  /// The vectors of channels, of which the last may hold some of the one before again.
  int64_t vectors;
  int64_t taps, parts, band_positions, worker_size;
} DepthwiseBackward;

static DepthwiseBackward depthwise_backward(const BloxConvolution *c) {
  DepthwiseBackward f = {.c = c, .frame = frame(c)};
  f.vectors = divided_up(c->channels, WIDTH);
  f.taps = c->y.kernel * c->x.kernel;
  f.parts = least(c->batch, PARTS);
  f.band_positions = band_positions(&f.frame, c->x.output * c->channels);
  f.worker_size = band_size(&f.frame, f.band_positions);
  return f;
}

static int64_t depthwise_kernel_scratch(const BloxConvolution *c, int64_t workers) {
  DepthwiseBackward f = depthwise_backward(c);
  return 16 + f.parts * f.taps * f.vectors * WIDTH + workers * f.worker_size;
}

/// The first channel of a vector.
static int64_t first_channel(const BloxConvolution *c, int64_t vector) { return least(vector * WIDTH, c->channels - WIDTH); }

/// Adds the products of `rows` rows of the output to the sums of some elements of the kernel, `between` apart.
INLINE void depthwise_sums(
    const int taps, const int64_t *offsets, const BloxConvolution *c, const Frame *frame, const float *input,
    const float *output, int64_t rows, float *to, int64_t between) {
  Vector sums[DEPTHWISE_TAPS];
  UNROLLED for (int t = 0; t < taps; t++) sums[t] = load(to + t * between);
  for (int64_t y = 0; y < rows; y++) {
    const float *a = input + y * c->y.stride * frame->pitch, *b = output + y * c->x.output * c->channels;
    for (int64_t x = 0; x < c->x.output; x++, a += c->x.stride * c->channels, b += c->channels) {
      Vector factor = load(b);
      UNROLLED for (int t = 0; t < taps; t++) sums[t] += load(a + offsets[t]) * factor;
    }
  }
  UNROLLED for (int t = 0; t < taps; t++) store(to + t * between, sums[t]);
}

#define SUMS(COUNT) \
  case COUNT: depthwise_sums(COUNT, offsets, c, frame, input, output, rows, to, between); break

static void depthwise_sums_of(
    int64_t taps, const int64_t *offsets, const BloxConvolution *c, const Frame *frame, const float *input,
    const float *output, int64_t rows, float *to, int64_t between) {
  switch (taps) {
    SUMS(1);
    SUMS(2);
    SUMS(3);
    SUMS(4);
    SUMS(5);
    SUMS(6);
    SUMS(7);
    SUMS(8);
    SUMS(9);
  }
}

/// Computes the sums of one part of the batch: for each element of the kernel, of all channels.
static void depthwise_part(void *context, int64_t part, int64_t worker) {
  const DepthwiseBackward *f = context;
  const BloxConvolution *c = f->c;
  int64_t between = f->vectors * WIDTH;
  float *sums = f->sums + part * f->taps * between;
  memset(sums, 0, 4 * (size_t)(f->taps * between));
  DepthwiseTaps taps;
  find_depthwise_taps(c, &f->frame, 0, 0, &taps);
  int64_t groups = divided_up(f->taps, DEPTHWISE_TAPS);
  for (int64_t picture = c->batch * part / f->parts; picture < c->batch * (part + 1) / f->parts; picture++) {
    for (int64_t start = 0; start < f->frame.y.positions; start += f->band_positions) {
      int64_t count = least(f->band_positions, f->frame.y.positions - start);
      const float *input = band(
          c, &f->frame, f->input + picture * c->y.input * c->x.input * c->channels, start, count,
          f->bands + worker * f->worker_size);
      const float *output = f->output + (picture * c->y.output + start) * c->x.output * c->channels;
      for (int64_t vector = 0; vector < f->vectors; vector++) {
        int64_t channel = first_channel(c, vector);
        for (int64_t group = 0; group < groups; group++) {
          int64_t first = f->taps * group / groups, end = f->taps * (group + 1) / groups;
          depthwise_sums_of(
              end - first, taps.inputs + first, c, &f->frame, input + channel, output + channel, count,
              sums + first * between + vector * WIDTH, between);
        }
      }
    }
  }
}

static void depthwise_kernel(
    const BloxConvolution *c, const float *input, const float *output, float *kernel, float *scratch, int64_t workers,
    BloxThreads threads) {
  DepthwiseBackward f = depthwise_backward(c);
  f.input = input;
  f.output = output;
  f.kernel = kernel;
  f.sums = aligned(scratch);
  f.bands = f.sums + f.parts * f.taps * f.vectors * WIDTH;
  blox_parallel(f.parts, workers, threads, depthwise_part, &f);
  int64_t size = f.taps * f.vectors * WIDTH;
  for (int64_t tap = 0; tap < f.taps; tap++) {
    for (int64_t vector = 0; vector < f.vectors; vector++) {
      const float *sums = f.sums + (tap * f.vectors + vector) * WIDTH;
      Vector sum = load(sums);
      for (int64_t part = 1; part < f.parts; part++) sum += load(sums + part * size);
      store(kernel + tap * c->channels + first_channel(c, vector), sum);
    }
  }
}
