// Depthwise convolutions, each channel by itself, and the gradient of their kernels: vectors of channels, not tiles; included by
// Convolution.h, whose bands and phases these are too.

/// How many outputs are computed together, and of how many vectors of channels.
enum { DEPTHWISE_POSITIONS = ROWS == 12 ? 8 : 4, DEPTHWISE_VECTORS = 2 };
/// Of how many elements of the kernel the gradient is summed at once.
enum { DEPTHWISE_TAPS = 9 };

/// Whether each channel is a group, and there are enough for a vector.
static bool is_depthwise(const BloxConvolution *c) {
  return c->groups > 1 && c->channels == c->groups && c->outputs == c->groups && c->channels >= WIDTH;
}

/// The elements of the kernel that some outputs see: where they are in the input, and in the kernel.
typedef struct DepthwiseTaps {
  int64_t count;
  int64_t inputs[BLOX_CONVOLUTION_TAPS], kernels[BLOX_CONVOLUTION_TAPS];
} DepthwiseTaps;

static void find_depthwise_taps(const BloxConvolution *c, const Frame *frame, int64_t ry, int64_t rx, DepthwiseTaps *taps) {
  taps->count = 0;
  for (int64_t ky = 0; ky < c->y.kernel; ky++) {
    for (int64_t kx = 0; kx < c->x.kernel; kx++) {
      if (phase(&c->y, ky) != ry || phase(&c->x, kx) != rx) continue;
      taps->inputs[taps->count] = (offset(&c->y, ky) - frame->y.lowest) * frame->pitch +
          (offset(&c->x, kx) - frame->x.lowest) * c->channels;
      taps->kernels[taps->count++] = (ky * c->x.kernel + kx) * c->channels;
    }
  }
}

/// Computes some outputs along x, `out_pitch` apart, whose inputs are `pitch` apart.
INLINE void depthwise_tile(
    const int positions, const int vectors, const DepthwiseTaps *taps, const float *input, int64_t pitch,
    const float *kernel, float *output, int64_t out_pitch) {
  Vector sums[DEPTHWISE_POSITIONS][DEPTHWISE_VECTORS];
  UNROLLED for (int i = 0; i < positions; i++) {
    UNROLLED for (int j = 0; j < vectors; j++) sums[i][j] = (Vector){0};
  }
  for (int64_t t = 0; t < taps->count; t++) {
    const float *a = input + taps->inputs[t], *b = kernel + taps->kernels[t];
    UNROLLED for (int j = 0; j < vectors; j++) {
      Vector factor = load(b + WIDTH * j);
      UNROLLED for (int i = 0; i < positions; i++) sums[i][j] += load(a + i * pitch + WIDTH * j) * factor;
    }
  }
  UNROLLED for (int i = 0; i < positions; i++) {
    UNROLLED for (int j = 0; j < vectors; j++) store(output + i * out_pitch + WIDTH * j, sums[i][j]);
  }
}

/// Computes a row of outputs, of `vectors` vectors of channels.
INLINE void depthwise_row(
    const int vectors, const DepthwiseTaps *taps, const float *input, int64_t pitch, const float *kernel,
    float *output, int64_t out_pitch, int64_t count) {
  int64_t x = 0;
  for (; x + DEPTHWISE_POSITIONS <= count; x += DEPTHWISE_POSITIONS) {
    depthwise_tile(
        DEPTHWISE_POSITIONS, vectors, taps, input + x * pitch, pitch, kernel, output + x * out_pitch, out_pitch);
  }
  for (; x < count; x++) depthwise_tile(1, vectors, taps, input + x * pitch, pitch, kernel, output + x * out_pitch, out_pitch);
}

/// Computes a row of outputs, of all channels.
static void depthwise_channels(
    const BloxConvolution *c, const DepthwiseTaps *taps, const float *input, int64_t pitch, const float *kernel,
    float *output, int64_t out_pitch, int64_t count) {
  int64_t channel = 0;
  for (; channel + WIDTH * DEPTHWISE_VECTORS <= c->channels; channel += WIDTH * DEPTHWISE_VECTORS) {
    depthwise_row(
        DEPTHWISE_VECTORS, taps, input + channel, pitch, kernel + channel, output + channel, out_pitch, count);
  }
  while (channel < c->channels) {
    // The last vector computes some channels again.
    channel = least(channel, c->channels - WIDTH);
    depthwise_row(1, taps, input + channel, pitch, kernel + channel, output + channel, out_pitch, count);
    channel += WIDTH;
  }
}

/// Computes a band of positions of one picture.
static void depthwise_band(void *context, int64_t part, int64_t worker) {
  const Forward *f = context;
  const BloxConvolution *c = f->c;
  const Frame *frame = &f->frame;
  int64_t picture = part / f->bands_of_picture, start = part % f->bands_of_picture * f->band_positions;
  int64_t count = least(f->band_positions, frame->y.positions - start);
  const float *input = band(
      c, frame, f->input + picture * c->y.input * c->x.input * c->channels, start, count,
      f->bands + worker * f->worker_size);
  float *output = f->output + picture * c->y.output * c->x.output * c->channels;
  DepthwiseTaps taps;
  for (int64_t ry = 0; ry < c->y.base_dilation; ry++) {
    for (int64_t rx = 0; rx < least(c->x.base_dilation, c->x.output); rx++) {
      find_depthwise_taps(c, frame, ry, rx, &taps);
      for (int64_t q = 0; q < count; q++) {
        int64_t y = (start + q) * c->y.base_dilation + ry;
        if (y >= c->y.output) break;
        depthwise_channels(
            c, &taps, input + q * frame->y.stride * frame->pitch, frame->x.stride * c->channels, f->kernel,
            output + (y * c->x.output + rx) * c->channels, c->x.base_dilation * c->channels,
            divided_up(c->x.output - rx, c->x.base_dilation));
      }
    }
  }
}
