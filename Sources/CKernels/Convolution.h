// Convolutions of pictures and the gradient of their kernels, as products of tiles; included once for each instruction set.
//
// No patches are copied out: a row of the input under a row of the kernel is one segment of a tile's A, and the input is
// copied once, with its padding. An input that is dilated (the gradient of a strided convolution) is divided by phases:
// outputs at one place between two elements of the input see the same elements of the kernel, and no zeros are multiplied.

#include <stddef.h>

#include "Parallel.h"
#include "Tile.h"

/// How many floats of the input are worked on at once: they stay in the second cache, beside what is packed. Checks of small
/// shapes set less.
#if !defined(BLOX_KERNELS_BAND)
#define BLOX_KERNELS_BAND (1 << 15)
#endif
enum { BAND = BLOX_KERNELS_BAND };
/// The most positions along y that are worked on at once.
enum { POSITIONS = 256 };
/// The most parts that a sum over the batch is divided into.
enum { PARTS = 8 };

INLINE int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
INLINE int64_t most(int64_t a, int64_t b) { return a > b ? a : b; }
INLINE int64_t divided_up(int64_t a, int64_t b) { return (a + b - 1) / b; }

/// The memory from the next line of the cache on.
static float *aligned(float *memory) { return (float *)(((uintptr_t)memory + 63) / 64 * 64); }
static int64_t rounded(int64_t floats) { return divided_up(floats, 16) * 16; }

/// Where the elements of a kernel along an axis meet the input: the output at `base_dilation * q + phase(k)` sees the input
/// at `stride * q + offset(k)`.
typedef struct Taps {
  /// The extent of `q`.
  int64_t positions;
  int64_t stride;
  int64_t lowest, highest;  // of the offsets
} Taps;

static int64_t phase(const BloxConvolutionAxis *axis, int64_t k) {
  int64_t base = axis->base_dilation, rest = (axis->low - k * axis->window_dilation) % base;
  return rest < 0 ? rest + base : rest;
}

static int64_t offset(const BloxConvolutionAxis *axis, int64_t k) {
  return (phase(axis, k) + k * axis->window_dilation - axis->low) / axis->base_dilation;
}

static Taps taps(const BloxConvolutionAxis *axis) {
  Taps taps = {divided_up(axis->output, axis->base_dilation), axis->stride, offset(axis, 0), offset(axis, 0)};
  for (int64_t k = 1; k < axis->kernel; k++) {
    taps.lowest = least(taps.lowest, offset(axis, k));
    taps.highest = most(taps.highest, offset(axis, k));
  }
  return taps;
}

/// How many elements of the input the outputs of `positions` see, from the first to the last.
static int64_t reach(const Taps *taps, int64_t positions) {
  return (positions - 1) * taps->stride + taps->highest - taps->lowest + 1;
}

/// Whether no output sees padding.
static bool is_inside(const BloxConvolutionAxis *axis, const Taps *taps) {
  return taps->lowest >= 0 && taps->lowest + reach(taps, taps->positions) <= axis->input;
}

/// The input as the tiles read it: in place, or a band of rows of one picture copied with its padding.
typedef struct Frame {
  Taps y, x;
  bool is_direct;
  /// From one row to the next.
  int64_t pitch;
} Frame;

static Frame frame(const BloxConvolution *c) {
  Frame frame = {taps(&c->y), taps(&c->x), false, 0};
  frame.is_direct = is_inside(&c->y, &frame.y) && is_inside(&c->x, &frame.x);
  frame.pitch = (frame.is_direct ? c->x.input : reach(&frame.x, frame.x.positions)) * c->channels;
  return frame;
}

/// The floats of a band of this number of positions along y.
static int64_t band_size(const Frame *frame, int64_t positions) {
  return frame->is_direct ? 0 : rounded(reach(&frame->y, positions) * frame->pitch);
}

/// The largest band of positions along y of at most BAND floats, `extra` more for each; one at least.
static int64_t band_positions(const Frame *frame, int64_t extra) {
  int64_t each = frame->y.stride * frame->pitch + extra;
  int64_t fixed = (frame->y.highest - frame->y.lowest) * frame->pitch;
  int64_t positions = most(1, (BAND - least(fixed, BAND / 2)) / each);
  return least(least(frame->y.positions, POSITIONS), positions);
}

/// The element of the input that the first output of position `start` sees: in `input`, or in `memory`, to which a
/// band of `count` positions is copied.
static const float *band(
    const BloxConvolution *c, const Frame *frame, const float *input, int64_t start, int64_t count, float *memory) {
  int64_t first = start * frame->y.stride + frame->y.lowest, left = frame->x.lowest;
  int64_t width = c->x.input * c->channels;
  if (frame->is_direct) return input + first * width + left * c->channels;
  int64_t columns = frame->pitch / c->channels;
  // The columns of the input that are copied, and where to.
  int64_t from = most(0, left), end = most(from, least(c->x.input, left + columns));
  int64_t before = least(columns, from - left) * c->channels, copied = (end - from) * c->channels;
  int64_t after = frame->pitch - before - copied;
  for (int64_t row = 0; row < reach(&frame->y, count); row++) {
    float *to = memory + row * frame->pitch;
    int64_t y = first + row;
    if (y < 0 || y >= c->y.input) {
      memset(to, 0, 4 * (size_t)frame->pitch);
      continue;
    }
    memset(to, 0, 4 * (size_t)before);
    if (copied > 0) memcpy(to + before, input + y * width + from * c->channels, 4 * (size_t)copied);
    memset(to + before + copied, 0, 4 * (size_t)after);
  }
  return memory;
}

// MARK: The convolution

typedef struct Forward {
  const BloxConvolution *c;
  Frame frame;
  const float *input, *kernel;
  float *output, *packed, *bands;
  int64_t group_channels, group_outputs, panels;
  /// Of a panel of the packed kernel, of a worker's band.
  int64_t panel_size, worker_size;
  int64_t band_positions, bands_of_picture;
} Forward;

static Forward forward(const BloxConvolution *c, int64_t workers) {
  Forward f = {.c = c, .frame = frame(c)};
  f.group_channels = c->channels / c->groups;
  f.group_outputs = c->outputs / c->groups;
  f.panels = divided_up(f.group_outputs, COLUMNS);
  f.panel_size = c->y.kernel * c->x.kernel * f.group_channels * COLUMNS;
  int64_t positions = f.frame.y.positions;
  // Each worker gets several bands, so that none waits long for the last.
  f.band_positions =
      least(band_positions(&f.frame, 0), most(1, positions * c->batch / (workers > 1 ? 4 * workers : 1)));
  f.bands_of_picture = divided_up(positions, f.band_positions);
  f.worker_size = band_size(&f.frame, f.band_positions);
  return f;
}

#include "Depthwise.h"

static int64_t convolution_scratch(const BloxConvolution *c, int64_t workers) {
  Forward f = forward(c, workers);
  if (is_depthwise(c)) return 16 + workers * f.worker_size;
  return 16 + c->groups * f.panels * f.panel_size + workers * f.worker_size;
}

/// Writes one panel of the kernel: for each phase its elements, for each of these a row for each input channel.
static void pack_panel(void *context, int64_t part, int64_t worker) {
  const Forward *f = context;
  const BloxConvolution *c = f->c;
  (void)worker;
  int64_t group = part / f->panels, first = part % f->panels * COLUMNS;
  int64_t columns = least(COLUMNS, f->group_outputs - first), channels = f->group_channels;
  int64_t width = tile_width(columns);
  // How far apart the kernel's elements are along its channels.
  int64_t along_input = c->outputs_first ? 1 : c->outputs, along_output = c->outputs_first ? channels : 1;
  float *to = f->packed + part * f->panel_size;
  for (int64_t ry = 0; ry < c->y.base_dilation; ry++) {
    for (int64_t rx = 0; rx < c->x.base_dilation; rx++) {
      for (int64_t ky = 0; ky < c->y.kernel; ky++) {
        for (int64_t kx = 0; kx < c->x.kernel; kx++) {
          if (phase(&c->y, ky) != ry || phase(&c->x, kx) != rx) continue;
          const float *from = f->kernel + (ky * c->x.kernel + kx) * channels * c->outputs +
              (group * f->group_outputs + first) * along_output;
          for (int64_t i = 0; i < channels; i++, to += width) {
            for (int64_t o = 0; o < columns; o++) to[o] = from[i * along_input + o * along_output];
            for (int64_t o = columns; o < width; o++) to[o] = 0;
          }
        }
      }
    }
  }
}

/// Finds the segments of a phase; their elements of the kernel follow one another in the packed panel.
static Segments segments_of_phase(const Forward *f, int64_t ry, int64_t rx, int64_t *offsets) {
  const BloxConvolution *c = f->c;
  // The columns of a row of the kernel are one segment where they meet neighbours.
  int64_t columns = 0, last = 0;
  bool is_joined = c->groups == 1;
  for (int64_t kx = 0; kx < c->x.kernel; kx++) {
    if (phase(&c->x, kx) != rx) continue;
    if (columns > 0 && offset(&c->x, kx) != last + 1) is_joined = false;
    last = offset(&c->x, kx);
    columns++;
  }
  Segments segments = {0, offsets, f->group_channels, f->frame.x.stride * c->channels, 1};
  if (is_joined) segments.length *= columns;
  for (int64_t ky = 0; ky < c->y.kernel; ky++) {
    if (phase(&c->y, ky) != ry) continue;
    bool is_first = true;
    for (int64_t kx = 0; kx < c->x.kernel; kx++) {
      if (phase(&c->x, kx) != rx) continue;
      if (is_first || !is_joined) {
        offsets[segments.count++] = (offset(&c->y, ky) - f->frame.y.lowest) * f->frame.pitch +
            (offset(&c->x, kx) - f->frame.x.lowest) * c->channels;
      }
      is_first = false;
    }
  }
  return segments;
}

/// Computes a band of positions of one picture.
static void convolve_band(void *context, int64_t part, int64_t worker) {
  const Forward *f = context;
  const BloxConvolution *c = f->c;
  const Frame *frame = &f->frame;
  int64_t picture = part / f->bands_of_picture, start = part % f->bands_of_picture * f->band_positions;
  int64_t count = least(f->band_positions, frame->y.positions - start);
  const float *input = band(
      c, frame, f->input + picture * c->y.input * c->x.input * c->channels, start, count,
      f->bands + worker * f->worker_size);
  float *output = f->output + picture * c->y.output * c->x.output * c->outputs;
  int64_t base_y = c->y.base_dilation, base_x = c->x.base_dilation;
  int64_t offsets[BLOX_CONVOLUTION_TAPS];
  int64_t packed = 0;
  for (int64_t ry = 0; ry < base_y; ry++) {
    for (int64_t rx = 0; rx < base_x; rx++) {
      Segments segments = segments_of_phase(f, ry, rx, offsets);
      int64_t columns = rx < c->x.output ? divided_up(c->x.output - rx, base_x) : 0;
      for (int64_t panel = 0; panel < c->groups * f->panels; panel++) {
        int64_t group = panel / f->panels, first = panel % f->panels * COLUMNS;
        int64_t outputs = least(COLUMNS, f->group_outputs - first);
        const float *b = f->packed + panel * f->panel_size + packed * tile_width(outputs);
        for (int64_t q = 0; q < count; q++) {
          int64_t y = (start + q) * base_y + ry;
          if (y >= c->y.output) break;
          rows_of_tiles(
              columns, &segments, input + q * frame->y.stride * frame->pitch + group * f->group_channels, b,
              output + (y * c->x.output + rx) * c->outputs + group * f->group_outputs + first, base_x * c->outputs,
              outputs, false);
        }
      }
      packed += segments.count * segments.length;
    }
  }
}

static void convolution(
    const BloxConvolution *c, const float *input, const float *kernel, float *output, float *scratch,
    int64_t workers, BloxThreads threads) {
  Forward f = forward(c, workers);
  f.input = input;
  f.kernel = kernel;
  f.output = output;
  f.packed = f.bands = aligned(scratch);
  if (is_depthwise(c)) {
    blox_parallel(c->batch * f.bands_of_picture, workers, threads, depthwise_band, &f);
    return;
  }
  f.bands = f.packed + c->groups * f.panels * f.panel_size;
  blox_parallel(c->groups * f.panels, workers, threads, pack_panel, &f);
  blox_parallel(c->batch * f.bands_of_picture, workers, threads, convolve_band, &f);
}

// MARK: The gradient of the kernel

#include "DepthwiseGradient.h"

typedef struct Backward {
  const BloxConvolution *c;
  Frame frame;
  const float *input, *output;
  float *kernel, *sums, *bands;
  int64_t group_channels, group_outputs, panels;
  /// How many rows the gradient has: its elements but for the channels of the output.
  int64_t rows;
  /// The parts that the batch is divided into, which are added at the end: the same for any number of threads.
  int64_t parts;
  /// A band of one picture; several whole pictures, if they are small.
  int64_t band_positions, band_pictures, band_size, worker_size;
  /// How much of a row of the output is multiplied at once: all of it, if it is not longer than a band.
  int64_t band_columns;
  /// From one picture of a band to the next.
  int64_t between;
} Backward;

static Backward backward(const BloxConvolution *c) {
  Backward f = {.c = c, .frame = frame(c)};
  f.group_channels = c->channels / c->groups;
  f.group_outputs = c->outputs / c->groups;
  f.panels = divided_up(f.group_outputs, COLUMNS);
  f.rows = c->y.kernel * c->x.kernel * f.group_channels;
  int64_t positions = f.frame.y.positions, pixels = positions * c->x.output;
  // At most 16 MB of sums; and a part is long enough that writing its sums is little beside them.
  f.parts = least(least(c->batch, PARTS), (1 << 22) / most(1, f.rows * c->outputs));
  f.parts = most(1, least(f.parts, c->batch * pixels / 512));
  f.band_positions = band_positions(&f.frame, c->x.output * COLUMNS);
  f.band_size = band_size(&f.frame, f.band_positions);
  f.band_columns = c->x.output;
  if (f.band_positions == 1) {
    f.band_columns = least(f.band_columns, most(64, BAND / (c->x.stride * c->channels + COLUMNS)));
  }
  int64_t copied = f.band_size + rounded(f.band_positions * f.band_columns * COLUMNS);
  bool is_whole = f.band_positions == positions && f.band_columns == c->x.output;
  f.band_pictures = !is_whole ? 1 : most(1, least(POSITIONS / positions, 4 * BAND / copied));
  f.band_pictures = least(f.band_pictures, divided_up(c->batch, f.parts));
  f.between = f.frame.is_direct ? c->y.input * c->x.input * c->channels : f.band_size;
  f.worker_size = f.band_pictures * copied;
  return f;
}

static int64_t convolution_kernel_scratch(const BloxConvolution *c, int64_t workers) {
  if (is_depthwise(c)) return depthwise_kernel_scratch(c, workers);
  Backward f = backward(c);
  return 16 + f.parts * c->groups * f.panels * f.rows * COLUMNS + workers * f.worker_size;
}

/// Copies a panel of the output's gradient, of `columns` columns.
static void pack_output(const float *from, int64_t count, int64_t pitch, int64_t columns, float *to) {
  int64_t width = tile_width(columns);
  for (int64_t i = 0; i < count; i++, from += pitch, to += width) {
    for (int64_t o = 0; o < columns; o++) to[o] = from[o];
    for (int64_t o = columns; o < width; o++) to[o] = 0;
  }
}

/// Adds the products of one band, `count` positions of each of `pictures` and `columns` of each row, to a panel of the gradient.
static void add_band(
    const Backward *f, const float *input, int64_t group, const float *b, int64_t pictures, int64_t count,
    int64_t columns, float *sums, int64_t width, bool adds) {
  const BloxConvolution *c = f->c;
  // Each row of the output is a segment, along which the input goes in steps of the stride.
  int64_t offsets[POSITIONS];
  for (int64_t p = 0; p < pictures; p++) {
    for (int64_t q = 0; q < count; q++) offsets[p * count + q] = p * f->between + q * c->y.stride * f->frame.pitch;
  }
  Segments segments = {pictures * count, offsets, columns, 1, c->x.stride * c->channels};
  // The columns and channels of a row of the kernel are neighbours in the input, if nothing lies between.
  bool is_joined = c->groups == 1 && c->x.window_dilation == 1;
  int64_t rows = is_joined ? c->x.kernel * f->group_channels : f->group_channels;
  for (int64_t ky = 0; ky < c->y.kernel; ky++) {
    for (int64_t kx = 0; kx < (is_joined ? 1 : c->x.kernel); kx++) {
      rows_of_tiles(
          rows, &segments,
          input + ky * c->y.window_dilation * f->frame.pitch + kx * c->x.window_dilation * c->channels +
              group * f->group_channels,
          b, sums, width, width, adds);
      sums += rows * width;
    }
  }
}

/// Copies a band of some pictures of the input, and adds its products with the output's gradient.
static void sum_band(
    const Backward *f, int64_t picture, int64_t pictures, int64_t start, int64_t panel, float *memory, float *sums,
    bool adds) {
  const BloxConvolution *c = f->c;
  int64_t group = panel / f->panels, first = panel % f->panels * COLUMNS;
  int64_t outputs = least(COLUMNS, f->group_outputs - first), width = tile_width(outputs);
  int64_t count = least(f->band_positions, f->frame.y.positions - start);
  float *packed = memory + f->band_pictures * f->band_size;
  const float *input = NULL;
  for (int64_t p = 0; p < pictures; p++) {
    const float *copied = band(
        c, &f->frame, f->input + (picture + p) * c->y.input * c->x.input * c->channels, start, count,
        memory + p * f->band_size);
    if (p == 0) input = copied;
  }
  // More than one row, or more than one picture, are multiplied whole.
  for (int64_t x = 0; x < c->x.output; x += f->band_columns) {
    int64_t columns = least(f->band_columns, c->x.output - x);
    for (int64_t p = 0; p < pictures; p++) {
      pack_output(
          f->output + (((picture + p) * c->y.output + start) * c->x.output + x) * c->outputs +
              group * f->group_outputs + first,
          count * columns, c->outputs, outputs, packed + p * count * columns * width);
    }
    add_band(
        f, input + x * c->x.stride * c->channels, group, packed, pictures, count, columns, sums, width, adds || x > 0);
  }
}

/// Computes the sum of one part of the batch, of one panel.
static void sum_part(void *context, int64_t task, int64_t worker) {
  const Backward *f = context;
  const BloxConvolution *c = f->c;
  int64_t all_panels = c->groups * f->panels, part = task / all_panels, panel = task % all_panels;
  float *sums = f->sums + task * f->rows * COLUMNS;
  int64_t first = c->batch * part / f->parts, end = c->batch * (part + 1) / f->parts;
  for (int64_t picture = first; picture < end; picture += f->band_pictures) {
    int64_t pictures = least(f->band_pictures, end - picture);
    for (int64_t start = 0; start < f->frame.y.positions; start += f->band_positions) {
      sum_band(
          f, picture, pictures, start, panel, f->bands + worker * f->worker_size, sums, picture > first || start > 0);
    }
  }
}

/// Adds the parts of one panel, always in the same order.
static void add_parts(void *context, int64_t panel, int64_t worker) {
  const Backward *f = context;
  const BloxConvolution *c = f->c;
  (void)worker;
  int64_t group = panel / f->panels, first = panel % f->panels * COLUMNS;
  int64_t columns = least(COLUMNS, f->group_outputs - first), width = tile_width(columns);
  int64_t between = c->groups * f->panels * f->rows * COLUMNS;
  for (int64_t row = 0; row < f->rows; row++) {
    const float *sums = f->sums + panel * f->rows * COLUMNS + row * width;
    int64_t tap = row / f->group_channels, channel = row % f->group_channels;
    float *to = f->kernel + tap * f->group_channels * c->outputs;
    for (int64_t o = 0; o < columns; o++) {
      float sum = sums[o];
      for (int64_t part = 1; part < f->parts; part++) sum += sums[part * between + o];
      int64_t output = group * f->group_outputs + first + o;
      to[c->outputs_first ? output * f->group_channels + channel : channel * c->outputs + output] = sum;
    }
  }
}

static void convolution_kernel(
    const BloxConvolution *c, const float *input, const float *output, float *kernel, float *scratch,
    int64_t workers, BloxThreads threads) {
  if (is_depthwise(c)) {
    depthwise_kernel(c, input, output, kernel, scratch, workers, threads);
    return;
  }
  Backward f = backward(c);
  f.input = input;
  f.output = output;
  f.kernel = kernel;
  f.sums = aligned(scratch);
  f.bands = f.sums + f.parts * c->groups * f.panels * f.rows * COLUMNS;
  blox_parallel(f.parts * c->groups * f.panels, workers, threads, sum_part, &f);
  blox_parallel(c->groups * f.panels, workers, threads, add_parts, &f);
}
