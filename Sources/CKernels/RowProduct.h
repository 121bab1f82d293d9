// Products of a few rows with a matrix of float32, bfloat16 or int8, which is read once: its size is what they take.
//
// Every column is summed over the depth in one order, so that it does not matter how columns are divided among threads.

// Included after Convolution.h, whose small functions it uses.

/// How many rows of a matrix [depth, columns] are added to the sums at once, and how many of a matrix [columns, depth]
/// are multiplied with how many of the inputs: their sums stay in registers.
enum { DEPTHS = 8, MATRIX_ROWS = ROWS >= 12 ? 4 : 2, INPUT_ROWS = 4 };
/// The least bytes of the matrix that are worth a part: 128 KiB, but in checks of small shapes.
enum { PART_BYTES = 4 * BAND };

typedef uint16_t Halves __attribute__((vector_size(2 * WIDTH), aligned(2)));
typedef int8_t Bytes __attribute__((vector_size(WIDTH), aligned(1)));
typedef uint32_t Words __attribute__((vector_size(4 * WIDTH)));

typedef struct RowProduct {
  const BloxRowProduct *p;
  const void *weights;
  const float *scales;
  void *results;
  /// The inputs in float32, and sums `[rows, pitch]`: of a group, and of all of them.
  const float *inputs;
  float *sums, *totals;
  int64_t pitch;
  /// How many columns a part has.
  int64_t columns;
} RowProduct;

static int64_t element_bytes(BloxElement element) {
  return element == BLOX_INT8 ? 1 : element == BLOX_BFLOAT16 ? 2 : 4;
}

static int64_t groups_of(const BloxRowProduct *p) { return p->depth / p->group; }
static int64_t sums_pitch(const BloxRowProduct *p) { return divided_up(p->columns, 16) * 16; }

static int64_t row_product_scratch(const BloxRowProduct *p) {
  int64_t sums = p->columns_first ? 0 : p->rows * sums_pitch(p) * (groups_of(p) > 1 ? 2 : 1);
  return 16 + rounded(p->inputs == BLOX_FLOAT32 ? 0 : p->rows * p->depth) + sums;
}

// MARK: Elements

INLINE Vector vector_of_halves(Halves halves) { return (Vector)(__builtin_convertvector(halves, Words) << 16); }

/// A vector of the matrix from the element at `index` on.
INLINE Vector load_weights(const BloxElement element, const void *weights, int64_t index) {
  if (element == BLOX_INT8) return __builtin_convertvector(*(const Bytes *)((const int8_t *)weights + index), Vector);
  if (element == BLOX_BFLOAT16) return vector_of_halves(*(const Halves *)((const uint16_t *)weights + index));
  return load((const float *)weights + index);
}

/// The first `count` elements of it, fewer than a vector; the others are 0.
INLINE Vector load_first_weights(const BloxElement element, const void *weights, int64_t index, int64_t count) {
  char all[4 * WIDTH] = {0};
  int64_t size = element == BLOX_INT8 ? 1 : element == BLOX_BFLOAT16 ? 2 : 4;
  memcpy(all, (const char *)weights + size * index, (size_t)(size * count));
  return load_weights(element, all, 0);
}

/// Has the memory of an element come into the cache before it is read: the rows of the matrix are too short for the
/// processor to see by itself where it goes on. There may be no such element.
INLINE void fetch_weights(const BloxElement element, const void *weights, int64_t index) {
  int64_t size = element == BLOX_INT8 ? 1 : element == BLOX_BFLOAT16 ? 2 : 4;
  __builtin_prefetch((const void *)((uintptr_t)weights + (uintptr_t)(index * size)), 0, 3);
}

static float float_of_half(uint16_t half) {
  uint32_t bits = (uint32_t)half << 16;
  float value;
  memcpy(&value, &bits, 4);
  return value;
}

/// To the nearest bfloat16, of two equally near ones to the even one; NaN stays NaN.
static uint16_t half_of_float(float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  if ((bits & 0x7FFFFFFF) > 0x7F800000) return (uint16_t)(bits >> 16 | 0x40);
  return (uint16_t)((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
}

static void write_result(const RowProduct *f, int64_t row, int64_t column, float value) {
  int64_t index = row * f->p->columns + column;
  if (f->p->outputs == BLOX_BFLOAT16) ((uint16_t *)f->results)[index] = half_of_float(value);
  else ((float *)f->results)[index] = value;
}

// MARK: A matrix [depth, columns]

/// Adds the products with `count` rows of the matrix, from row `k` on, to the sums of the columns from `j` on: a vector of
/// them, or fewer before `end`.
///
/// - begins: whether these are the first of a group, whose sums are 0 before.
/// - scales: those of the columns if these are the last of a group: its sums are added to the totals then.
INLINE void add_vector(
    const BloxElement element, const int count, const bool is_whole, const RowProduct *f, int64_t k, int64_t j,
    int64_t end, bool begins, const float *scales) {
  const BloxRowProduct *p = f->p;
  Vector weights[DEPTHS];
  UNROLLED for (int i = 0; i < count; i++) {
    int64_t index = (k + i) * p->columns + j;
    weights[i] = is_whole ? load_weights(element, f->weights, index)
                          : load_first_weights(element, f->weights, index, end - j);
    fetch_weights(element, f->weights, index + count * p->columns);
  }
  for (int64_t row = 0; row < p->rows; row++) {
    const float *input = f->inputs + row * p->depth + k;
    float *sums = f->sums + row * f->pitch + j;
    // Two chains of sums wait half as long for each other.
    Vector sum = begins ? (Vector){0} : load(sums), other = {0};
    UNROLLED for (int i = 0; i < count; i++) {
      if (i % 2 == 0) sum += splat(input[i]) * weights[i];
      else other += splat(input[i]) * weights[i];
    }
    if (count > 1) sum += other;
    if (scales) {
      float *totals = f->totals + row * f->pitch + j;
      Vector scale = is_whole ? load(scales + j) : load_first(scales + j, end - j);
      store(totals, load(totals) + sum * scale);
    } else {
      store(sums, sum);
    }
  }
}

INLINE void add_depths(
    const BloxElement element, const int count, const RowProduct *f, int64_t k, int64_t first, int64_t end, bool begins,
    const float *scales) {
  int64_t j = first;
  for (; j + WIDTH <= end; j += WIDTH) add_vector(element, count, true, f, k, j, end, begins, scales);
  if (j < end) add_vector(element, count, false, f, k, j, end, begins, scales);
}

INLINE void sum_columns(const BloxElement element, const RowProduct *f, int64_t first, int64_t end) {
  const BloxRowProduct *p = f->p;
  int64_t groups = groups_of(p);
  for (int64_t group = 0; group < groups; group++) {
    int64_t k = group * p->group, last = k + p->group;
    const float *scales = groups > 1 ? f->scales + group * p->columns : NULL;
    bool begins = true;
    for (; k + DEPTHS <= last; k += DEPTHS, begins = false) {
      add_depths(element, DEPTHS, f, k, first, end, begins, k + DEPTHS == last ? scales : NULL);
    }
    for (; k < last; k++, begins = false) add_depths(element, 1, f, k, first, end, begins, k + 1 == last ? scales : NULL);
  }
}

static void columns_part(void *context, int64_t part, int64_t worker) {
  const RowProduct *f = context;
  const BloxRowProduct *p = f->p;
  (void)worker;
  int64_t first = part * f->columns, end = least(p->columns, first + f->columns), groups = groups_of(p);
  for (int64_t row = 0; row < p->rows && groups > 1; row++) {
    memset(f->totals + row * f->pitch + first, 0, 4 * (size_t)(end - first));
  }
  switch (p->weights) {
  case BLOX_INT8: sum_columns(BLOX_INT8, f, first, end); break;
  case BLOX_BFLOAT16: sum_columns(BLOX_BFLOAT16, f, first, end); break;
  case BLOX_FLOAT32: sum_columns(BLOX_FLOAT32, f, first, end); break;
  }
  for (int64_t row = 0; row < p->rows; row++) {
    const float *sums = (groups > 1 ? f->totals : f->sums) + row * f->pitch;
    bool is_scaled = p->weights == BLOX_INT8 && groups == 1;
    for (int64_t j = first; j < end; j++) write_result(f, row, j, is_scaled ? sums[j] * f->scales[j] : sums[j]);
  }
}

// MARK: A matrix [columns, depth]

/// Multiplies `columns` rows of the matrix, from that of `column` on, with `rows` rows of the inputs.
INLINE void tile_of_dots(
    const BloxElement element, const int rows, const int columns, const RowProduct *f, int64_t row, int64_t column) {
  const BloxRowProduct *p = f->p;
  int64_t depth = p->depth, groups = groups_of(p);
  const float *inputs = f->inputs + row * depth;
  Vector totals[INPUT_ROWS][MATRIX_ROWS] = {0};
  // What groups of an infinite scale have: it would make NaN of the zeros and the signs in a vector of parts.
  float infinite[INPUT_ROWS][MATRIX_ROWS] = {0};
  for (int64_t group = 0; group < groups; group++) {
    int64_t k = group * p->group, last = k + p->group;
    Vector sums[INPUT_ROWS][MATRIX_ROWS] = {0};
    for (; k + WIDTH <= last; k += WIDTH) {
      Vector weights[MATRIX_ROWS];
      UNROLLED for (int j = 0; j < columns; j++) {
        weights[j] = load_weights(element, f->weights, (column + j) * depth + k);
        fetch_weights(element, f->weights, (column + columns + j) * depth + k);
      }
      UNROLLED for (int i = 0; i < rows; i++) {
        Vector input = load(inputs + i * depth + k);
        UNROLLED for (int j = 0; j < columns; j++) sums[i][j] += input * weights[j];
      }
    }
    if (k < last) {
      for (int j = 0; j < columns; j++) {
        Vector weights = load_first_weights(element, f->weights, (column + j) * depth + k, last - k);
        for (int i = 0; i < rows; i++) sums[i][j] += load_first(inputs + i * depth + k, last - k) * weights;
      }
    }
    UNROLLED for (int j = 0; j < columns; j++) {
      float scale = element == BLOX_INT8 ? f->scales[(column + j) * groups + group] : 1;
      if (element == BLOX_INT8 && (scale == __builtin_inff() || scale == -__builtin_inff())) {
        for (int i = 0; i < rows; i++) infinite[i][j] += sum_of(sums[i][j]) * scale;
        continue;
      }
      UNROLLED for (int i = 0; i < rows; i++) totals[i][j] += sums[i][j] * splat(scale);
    }
  }
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) write_result(f, row + i, column + j, sum_of(totals[i][j]) + infinite[i][j]);
  }
}

INLINE void dot_columns(const BloxElement element, const int columns, const RowProduct *f, int64_t column) {
  int64_t row = 0;
  for (; row + INPUT_ROWS <= f->p->rows; row += INPUT_ROWS) tile_of_dots(element, INPUT_ROWS, columns, f, row, column);
  if (f->p->rows - row >= 2) tile_of_dots(element, 2, columns, f, row, column), row += 2;
  if (row < f->p->rows) tile_of_dots(element, 1, columns, f, row, column);
}

INLINE void dots_of_columns(const BloxElement element, const RowProduct *f, int64_t first, int64_t end) {
  int64_t column = first;
  for (; column + MATRIX_ROWS <= end; column += MATRIX_ROWS) dot_columns(element, MATRIX_ROWS, f, column);
  for (; column < end; column++) dot_columns(element, 1, f, column);
}

static void dots_part(void *context, int64_t part, int64_t worker) {
  const RowProduct *f = context;
  (void)worker;
  int64_t first = part * f->columns, end = least(f->p->columns, first + f->columns);
  switch (f->p->weights) {
  case BLOX_INT8: dots_of_columns(BLOX_INT8, f, first, end); break;
  case BLOX_BFLOAT16: dots_of_columns(BLOX_BFLOAT16, f, first, end); break;
  case BLOX_FLOAT32: dots_of_columns(BLOX_FLOAT32, f, first, end); break;
  }
}

// MARK: The product

static void row_product(
    const BloxRowProduct *p, const BloxRowProductBuffers *b, int64_t workers, BloxThreads threads) {
  float *scratch = aligned(b->scratch);
  RowProduct f = {.p = p, .weights = b->weights, .scales = b->scales, .results = b->results, .inputs = b->inputs};
  if (p->inputs == BLOX_BFLOAT16) {
    const uint16_t *halves = b->inputs;
    for (int64_t i = 0; i < p->rows * p->depth; i++) scratch[i] = float_of_half(halves[i]);
    f.inputs = scratch;
    scratch += rounded(p->rows * p->depth);
  }
  f.pitch = sums_pitch(p);
  f.sums = scratch;
  f.totals = scratch + p->rows * f.pitch;
  // Twice as many parts as threads, of which one may come late; lines of the sums are of one part.
  int64_t bytes = p->depth * p->columns * element_bytes(p->weights);
  int64_t parts = workers > 1 ? most(1, least(2 * workers, bytes / PART_BYTES)) : 1;
  f.columns = divided_up(divided_up(p->columns, parts), 64) * 64;
  blox_parallel(divided_up(p->columns, f.columns), workers, threads, p->columns_first ? dots_part : columns_part, &f);
}
