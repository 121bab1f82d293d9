// Scaled dot-product attention and its gradient, without a matrix of all scores.
//
// A part has the rows of queries that see one head of keys and values. It takes a block of rows at a time: their scores are a
// product with the keys, transposed and packed once; a pass over them makes the softmax; a product with the values is the result.
// Places that no row of a block sees are not computed, but for two cases, in which they count as they do in the softmax of all
// scores: where a row sees nothing it is the mean of all values, and 0 times a value that is not finite is NaN.

// Included after Recurrence.h, whose small functions it uses.

#include <math.h>

/// How many rows of scores are worked on at once, and how many floats of them: they stay in the second cache, beside what is packed.
enum { ATTENTION_ROWS = 48, ATTENTION_SCORES = 3 << 15 };
/// With how many keys the gradient works at once, and of how many floats at most. Checks of small shapes set less.
#if !defined(BLOX_ATTENTION_KEYS)
#define BLOX_ATTENTION_KEYS 512
#endif
enum { ATTENTION_KEYS = BLOX_ATTENTION_KEYS, ATTENTION_KEY_FLOATS = 1 << 15 };
/// How many parts the gradient has at least, if there are rows enough: their sums are added at the end.
enum { ATTENTION_PARTS = 8 };

typedef struct Attention {
  const BloxAttention *a;
  const BloxAttentionBuffers *b;
  bool is_gradient;
  /// How many heads share one of the keys.
  int64_t sharing;
  /// The rows of a block, how many blocks there are of the heads that share keys, and in how many parts these are taken.
  int64_t rows, blocks, parts;
  /// With how many keys a part works at once.
  int64_t keys;
  /// From one row of scores to the next, and of sums of a head's size.
  int64_t pitch, size_pitch;
  /// How many floats a part needs.
  int64_t part_size;
  float *memory;
  /// The sums of keys' and values' gradients of each part, where there are several parts.
  float *sums;
} Attention;

/// What a part works with.
typedef struct AttentionPart {
  const Attention *f;
  int64_t batch, key_head;
  /// Whether a row has to see all places, unseen ones with their weight of 0.
  bool sees_all;
  /// Keys and values, transposed or not, from the key `first` on.
  int64_t first, end;
  Packed keys_across, values_across, keys, values;
  float *scores, *slopes, *keys_slope, *values_slope, *block;
  Packed queries, output_slopes;
} AttentionPart;

static Attention attention_of(const BloxAttention *a, bool is_gradient, int64_t workers);

// MARK: Places of memory

static int64_t query_offset(const AttentionPart *p, int64_t head, int64_t row) {
  const BloxAttention *a = p->f->a;
  return ((p->batch * a->times + row) * a->heads + head) * a->size;
}
static int64_t key_offset(const AttentionPart *p, int64_t key) {
  const BloxAttention *a = p->f->a;
  return ((p->batch * a->sources + key) * a->key_heads + p->key_head) * a->size;
}
static float *statistics_of(const AttentionPart *p, int64_t head, int64_t row) {
  const BloxAttention *a = p->f->a;
  return p->f->b->statistics + ((p->batch * a->heads + head) * a->times + row) * 2;
}

/// Where a row of a mask or bias begins.
static int64_t score_offset(const BloxAttention *a, const BloxScoreAxes *axes, int64_t batch, int64_t head, int64_t row) {
  int64_t sources = axes->sources ? a->sources : 1, times = axes->times ? a->times : 1, heads = axes->heads ? a->heads : 1;
  return (((axes->batch ? batch : 0) * heads + (axes->heads ? head : 0)) * times + (axes->times ? row : 0)) * sources;
}

// MARK: A row of scores

/// The places that a row sees, as far as its own place says; none if `end` is not above `first`.
typedef struct Sight {
  int64_t first, end;
} Sight;

static Sight sight(const BloxAttention *a, int64_t row) {
  return (Sight){most(0, row - a->before), most(0, least(a->sources, row + a->after + 1))};
}

/// A row of scores and what is done with it.
typedef struct ScoreRow {
  float scale;
  const float *bias;
  const uint8_t *mask;
  bool bias_varies, mask_varies;
  Sight sight;
  int64_t sources;
} ScoreRow;

static ScoreRow score_row(const AttentionPart *p, int64_t head, int64_t row) {
  const BloxAttention *a = p->f->a;
  const BloxAttentionBuffers *b = p->f->b;
  ScoreRow r = {a->scale, NULL, NULL, a->bias.sources, a->mask.sources, sight(a, row), a->sources};
  if (b->bias) r.bias = b->bias + score_offset(a, &a->bias, p->batch, head, row);
  if (b->mask) r.mask = b->mask + score_offset(a, &a->mask, p->batch, head, row);
  return r;
}

INLINE Integers counted_from(int64_t first) {
  Integers numbers;
  UNROLLED for (int i = 0; i < WIDTH; i++) numbers[i] = i;
  return numbers + ((int32_t)first - (Integers){0});
}

/// Which of the places from `at` on the row sees.
INLINE Integers seen(const ScoreRow *r, int64_t at) {
  Integers place = counted_from(at);
  Integers in_sight = (place >= ((int32_t)r->sight.first - (Integers){0})) & (place < ((int32_t)r->sight.end - (Integers){0}));
  if (!r->mask) return in_sight;
  if (!r->mask_varies) return *r->mask ? in_sight : (Integers){0};
  typedef uint8_t Bytes __attribute__((vector_size(WIDTH)));
  Bytes bytes = {0};
  memcpy(&bytes, r->mask + at, (size_t)least(WIDTH, r->sources - at));
  return in_sight & (__builtin_convertvector(bytes, Integers) != 0);
}

/// Whether the row sees all of the places from `at` on: there is nothing to choose then.
INLINE bool sees_each(const ScoreRow *r, int64_t at) {
  return !r->mask && at >= r->sight.first && at + WIDTH <= r->sight.end;
}

/// The scores of the places from `at` on, of their products; minus infinity behind the last place.
INLINE Vector score(const ScoreRow *r, int64_t at, Vector product, Integers is_seen) {
  Vector x = product * r->scale;
  if (r->bias) x += r->bias_varies ? load_first(r->bias + at, r->sources - at) : splat(*r->bias);
  x = chosen_by(is_seen, x, splat(BLOX_UNSEEN_SCORE));
  if (at + WIDTH <= r->sources) return x;
  return chosen_by(counted_from(at) < ((int32_t)r->sources - (Integers){0}), x, splat(-INFINITY));
}

/// The largest of a vector, or its sum, in halves: one after the other each would wait for the one before.
INLINE float largest_of(Vector x) {
  float all[WIDTH];
  store(all, x);
  UNROLLED for (int half = WIDTH / 2; half > 0; half /= 2) {
    UNROLLED for (int i = 0; i < half; i++) all[i] = all[i + half] > all[i] ? all[i + half] : all[i];
  }
  return all[0];
}

/// The places from one whole vector to another.
INLINE Sight vectors_of(Sight s) { return (Sight){s.first / WIDTH * WIDTH, divided_up(s.end, WIDTH) * WIDTH}; }

/// `s` within the places of `limits`.
INLINE Sight within(Sight s, Sight limits) {
  Sight r = {most(s.first, limits.first), least(s.end, limits.end)};
  return r.end > r.first ? r : (Sight){limits.first, limits.first};
}

static void clear_outside(float *x, Sight kept, Sight all) {
  for (int64_t j = all.first; j < kept.first; j += WIDTH) store(x + j, (Vector){0});
  for (int64_t j = most(kept.end, all.first); j < all.end; j += WIDTH) store(x + j, (Vector){0});
}

/// Makes weights of the products of a row, in `places`; false if there are places outside of what it has seen that count.
static bool softmax_row(const ScoreRow *r, float *x, Sight places, bool is_all, float *statistics) {
  Sight all = vectors_of(places), inner = is_all ? all : within(vectors_of(r->sight), all);
  Vector top = splat(-INFINITY);
  for (int64_t j = inner.first; j < inner.end; j += WIDTH) {
    Vector s = score(r, j, load(x + j), sees_each(r, j) ? ~(Integers){0} : seen(r, j));
    store(x + j, s);
    top = chosen_by(s > top, s, top);
  }
  float largest = largest_of(top);
  if (!is_all && !(largest > BLOX_UNSEEN_SCORE)) return false;
  Vector sum = {0};
  for (int64_t j = inner.first; j < inner.end; j += WIDTH) {
    Vector e = exponential(load(x + j) - largest);
    sum += e;
    store(x + j, e);
  }
  float inverse = 1 / sum_of(sum);
  for (int64_t j = inner.first; j < inner.end; j += WIDTH) store(x + j, load(x + j) * inverse);
  clear_outside(x, inner, all);
  if (statistics) statistics[0] = largest, statistics[1] = inverse;
  return true;
}

// MARK: Products

/// The products of rows with the keys or values of some places.
static void multiply_places(
    const AttentionPart *p, const Packed *across, int64_t rows, const float *from, Sight places, float *to) {
  int64_t offset = 0;
  Segments segments = {1, &offset, across->depth, p->f->a->heads * p->f->a->size, 1};
  for (int64_t j = (places.first - p->first) / COLUMNS * COLUMNS; j < places.end - p->first; j += COLUMNS) {
    rows_of_tiles(
        rows, &segments, from, across->memory + j * across->depth, to + j, p->f->pitch,
        tile_width(least(COLUMNS, across->columns - j)), false);
  }
}

/// Sums of keys or values by weights of some places, of a block of rows.
static void sum_places(
    const AttentionPart *p, const Packed *b, int64_t rows, const float *weights, Sight places, float *to,
    int64_t pitch) {
  int64_t offset = 0, first = places.first - p->first;
  Segments segments = {1, &offset, places.end - places.first, p->f->pitch, 1};
  for (int64_t j = 0; j < b->columns; j += COLUMNS) {
    int64_t columns = least(COLUMNS, b->columns - j);
    rows_of_tiles(
        rows, &segments, weights + first, b->memory + j * b->depth + first * tile_width(columns), to + j, pitch, columns,
        false);
  }
}

/// Adds sums of rows of a block by weights to the gradients of some places.
static void add_rows(
    const AttentionPart *p, const Packed *b, int64_t rows, const float *weights, Sight places, float *to) {
  int64_t offset = 0, first = places.first - p->first;
  Segments segments = {1, &offset, rows, 1, p->f->pitch};
  for (int64_t j = 0; j < b->columns; j += COLUMNS) {
    rows_of_tiles(
        places.end - places.first, &segments, weights + first, b->memory + j * b->depth,
        to + first * p->f->size_pitch + j, p->f->size_pitch, tile_width(least(COLUMNS, b->columns - j)), true);
  }
}

/// Packs the transpose of a matrix whose rows lie `pitch` apart. A row of the cache is read once: rows that are a power of two apart
/// drive each other out of it.
static void pack_across(Packed *to, const float *from, int64_t pitch) {
  for (int64_t first = 0; first < to->columns; first += COLUMNS) {
    int64_t columns = least(COLUMNS, to->columns - first), width = tile_width(columns);
    float *row = to->memory + first * to->depth;
    for (int64_t k = 0; k < to->depth; k += WIDTH) {
      float block[COLUMNS][WIDTH];
      int64_t depth = least(WIDTH, to->depth - k);
      for (int64_t j = 0; j < columns; j++) store(block[j], load_first(from + (first + j) * pitch + k, depth));
      for (int64_t j = columns; j < width; j++) store(block[j], (Vector){0});
      for (int64_t i = 0; i < depth; i++, row += width) {
        for (int64_t j = 0; j < width; j++) row[j] = block[j][i];
      }
    }
  }
}

/// Packs `rows` rows of a matrix.
static void pack_rows(Packed *to, const float *from, int64_t pitch, int64_t rows) {
  for (int64_t first = 0; first < to->columns; first += COLUMNS) {
    int64_t columns = least(COLUMNS, to->columns - first), width = tile_width(columns);
    float *row = to->memory + first * to->depth;
    for (int64_t k = 0; k < rows; k++, row += width) {
      memcpy(row, from + k * pitch + first, 4 * (size_t)columns);
      memset(row + columns, 0, 4 * (size_t)(width - columns));
    }
  }
}

static bool is_finite(const float *from, int64_t rows, int64_t pitch, int64_t columns) {
  Integers is_right = ~(Integers){0};
  for (int64_t i = 0; i < rows; i++) {
    for (int64_t j = 0; j < columns; j += WIDTH) {
      Vector zero = load_first(from + i * pitch + j, columns - j) * 0.0f;
      is_right &= zero == zero;
    }
  }
  for (int i = 0; i < WIDTH; i++) {
    if (!is_right[i]) return false;
  }
  return true;
}

// MARK: Forward

static Sight places_of_block(const AttentionPart *p, int64_t first_row, int64_t rows) {
  const BloxAttention *a = p->f->a;
  // What rows see begins and ends further on from row to row.
  return (Sight){sight(a, first_row).first, sight(a, first_row + rows - 1).end};
}

static bool weigh_block(
    const AttentionPart *p, int64_t head, int64_t first_row, int64_t rows, Sight places, bool is_all) {
  const Attention *f = p->f;
  multiply_places(p, &p->keys_across, rows, f->b->query + query_offset(p, head, first_row), places, p->scores);
  for (int64_t i = 0; i < rows; i++) {
    ScoreRow r = score_row(p, head, first_row + i);
    float *statistics = f->b->statistics ? statistics_of(p, head, first_row + i) : NULL;
    if (!softmax_row(&r, p->scores + i * f->pitch, places, is_all, statistics)) return false;
  }
  return true;
}

static void attend_block(const AttentionPart *p, int64_t head, int64_t first_row, int64_t rows) {
  const Attention *f = p->f;
  Sight all = {0, f->a->sources}, places = within(places_of_block(p, first_row, rows), all);
  places.first = places.first / COLUMNS * COLUMNS;
  bool is_all = p->sees_all || places.end <= places.first;
  if (is_all || !weigh_block(p, head, first_row, rows, places, false)) {
    places = all;
    weigh_block(p, head, first_row, rows, all, true);
  }
  sum_places(
      p, &p->values, rows, p->scores, places, f->b->output + query_offset(p, head, first_row), f->a->heads * f->a->size);
}

static AttentionPart attention_part(const Attention *f, int64_t part, int64_t worker) {
  int64_t lane = part / f->parts, columns = least(f->keys, f->a->sources), size = f->a->size;
  AttentionPart p = {.f = f, .batch = lane / f->a->key_heads, .key_head = lane % f->a->key_heads};
  p.keys_across = p.values_across = packed(size, columns);
  p.keys = p.values = packed(columns, size);
  p.queries = p.output_slopes = packed(f->rows, size);
  float *memory = f->memory + worker * f->part_size;
  p.keys_across.memory = memory, memory += packed_size(&p.keys_across);
  p.scores = memory, memory += f->rows * f->pitch;
  if (!f->is_gradient) {
    p.values.memory = memory;
    return p;
  }
  p.values_across.memory = memory, memory += packed_size(&p.values_across);
  p.keys.memory = memory, memory += packed_size(&p.keys);
  p.queries.memory = memory, memory += packed_size(&p.queries);
  p.output_slopes.memory = memory, memory += packed_size(&p.output_slopes);
  p.slopes = memory, memory += f->rows * f->pitch;
  p.block = memory, memory += f->rows * f->size_pitch;
  p.keys_slope = memory, memory += columns * f->size_pitch;
  p.values_slope = memory;
  return p;
}

/// Calls `body` for the blocks of rows that are the part's.
INLINE void for_blocks(
    AttentionPart *p, int64_t part, void (*body)(const AttentionPart *p, int64_t head, int64_t first_row, int64_t rows)) {
  const Attention *f = p->f;
  int64_t of_head = divided_up(f->a->times, f->rows);
  for (int64_t block = part % f->parts; block < f->blocks; block += f->parts) {
    int64_t first = block % of_head * f->rows;
    body(p, p->key_head * f->sharing + block / of_head, first, least(f->rows, f->a->times - first));
  }
}

static void attend_part(void *context, int64_t part, int64_t worker) {
  const Attention *f = context;
  AttentionPart p = attention_part(f, part, worker);
  int64_t pitch = f->a->key_heads * f->a->size;
  p.end = f->a->sources;
  pack_across(&p.keys_across, f->b->key + key_offset(&p, 0), pitch);
  pack_rows(&p.values, f->b->value + key_offset(&p, 0), pitch, f->a->sources);
  p.sees_all = !is_finite(f->b->value + key_offset(&p, 0), f->a->sources, pitch, f->a->size);
  for_blocks(&p, part, attend_block);
}

#include "AttentionGradient.h"

// MARK: Both

static Attention attention_of(const BloxAttention *a, bool is_gradient, int64_t workers) {
  Attention f = {.a = a, .is_gradient = is_gradient, .sharing = a->heads / a->key_heads};
  f.keys = is_gradient ? most(64, least(ATTENTION_KEYS, ATTENTION_KEY_FLOATS / a->size / 64 * 64)) : a->sources;
  int64_t columns = least(f.keys, a->sources), lanes = a->batch * a->key_heads;
  f.pitch = pitch_of(columns);
  f.size_pitch = divided_up(a->size, COLUMNS) * COLUMNS;
  f.rows = most(ROWS, least(ATTENTION_ROWS, ATTENTION_SCORES / f.pitch / ROWS * ROWS));
  f.blocks = f.sharing * divided_up(a->times, f.rows);
  // The rows of the forward pass do not depend on each other; what the gradient adds up is divided by the shape alone.
  f.parts = most(1, least(f.blocks, divided_up(is_gradient ? ATTENTION_PARTS : workers, lanes)));
  Packed across = packed(a->size, columns), along = packed(columns, a->size), block = packed(f.rows, a->size);
  f.part_size = packed_size(&across) + packed_size(&along) + f.rows * f.pitch;
  if (is_gradient) {
    f.part_size += packed_size(&across) + 2 * packed_size(&block) + f.rows * (f.pitch + f.size_pitch) +
        2 * columns * f.size_pitch;
  }
  f.part_size = rounded(f.part_size);
  return f;
}

static int64_t attention_scratch(const BloxAttention *a, bool is_gradient, int64_t workers) {
  Attention f = attention_of(a, is_gradient, workers);
  int64_t lanes = a->batch * a->key_heads, used = least(workers, lanes * f.parts);
  int64_t sums = is_gradient && f.parts > 1 ? lanes * f.parts * 2 * a->sources * a->size : 0;
  return 16 + used * f.part_size + sums;
}

static void attention(
    const BloxAttention *a, const BloxAttentionBuffers *b, bool is_gradient, int64_t workers, BloxThreads threads) {
  Attention f = attention_of(a, is_gradient, workers);
  int64_t lanes = a->batch * a->key_heads, used = least(workers, lanes * f.parts);
  f.b = b;
  f.memory = aligned(b->scratch);
  // Of so little work another thread would come too late.
  if (lanes * f.sharing * a->times * a->sources * a->size < 1 << 18) threads.count = 1;
  f.sums = f.memory + used * f.part_size;
  blox_parallel(lanes * f.parts, used, threads, is_gradient ? attend_part_gradient : attend_part, &f);
  if (is_gradient && f.parts > 1) blox_parallel(lanes, workers, threads, add_sums_of_parts, &f);
}
