// The one loop that all kernels are made of, for an instruction set of vectors of WIDTH floats: a tile of up to ROWS rows
// and VECTORS vectors of sums of products, held in registers.

#include <stdint.h>
#include <string.h>

/// How many columns a tile has, and a row of what is packed for it; and a narrow one, for the last columns.
enum { COLUMNS = WIDTH * VECTORS, NARROW_VECTORS = VECTORS / 2, NARROW_COLUMNS = WIDTH * NARROW_VECTORS };

typedef float Vector __attribute__((vector_size(4 * WIDTH)));
typedef float UnalignedVector __attribute__((vector_size(4 * WIDTH), aligned(4)));

#define INLINE static inline __attribute__((always_inline))
#define UNROLLED _Pragma("clang loop unroll(full)")

/// Which elements of A a tile multiplies: `a[offsets[s] + row * pitch + k * step]` for each segment `s` and `k < length`.
/// B has a row of as many columns as the tile for each of these, one after the other.
typedef struct Segments {
  int64_t count;
  const int64_t *offsets;
  int64_t length;
  int64_t pitch, step;
} Segments;

INLINE Vector load(const float *from) { return *(const UnalignedVector *)from; }
INLINE void store(float *to, Vector value) { *(UnalignedVector *)to = value; }

/// Adds the products to `sums`, for numbers of rows and vectors that the compiler knows.
INLINE void accumulate(
    const int rows, const int vectors, Vector sums[ROWS][VECTORS], const Segments *segments, const float *a,
    const float *b) {
  const int64_t pitch = segments->pitch, step = segments->step, length = segments->length;
  for (int64_t s = 0; s < segments->count; s++) {
    // One pointer for three rows, which are one and two pitches away: more pointers than registers cost a third.
    const float *pointers[(ROWS + 2) / 3];
    UNROLLED for (int q = 0; q < (rows + 2) / 3; q++) pointers[q] = a + segments->offsets[s] + 3 * q * pitch;
    for (int64_t k = 0; k < length; k++) {
      Vector row[VECTORS];
      UNROLLED for (int j = 0; j < vectors; j++) row[j] = load(b + WIDTH * j);
      b += WIDTH * vectors;
      UNROLLED for (int i = 0; i < rows; i++) {
        Vector factor = pointers[i / 3][i % 3 * pitch] - (Vector){0};
        UNROLLED for (int j = 0; j < vectors; j++) sums[i][j] += factor * row[j];
      }
      UNROLLED for (int q = 0; q < (rows + 2) / 3; q++) pointers[q] += step;
    }
  }
}

/// Computes a tile.
///
/// - c: where its first row is written, of `columns` columns; rows are `pitch` apart.
/// - adds: whether the products are added to what `c` holds; then it has all columns of the tile.
INLINE void tile(
    const int rows, const int vectors, const Segments *segments, const float *a, const float *b, float *c,
    int64_t pitch, int64_t columns, bool adds) {
  Vector sums[ROWS][VECTORS];
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int j = 0; j < vectors; j++) sums[i][j] = adds ? load(c + i * pitch + WIDTH * j) : (Vector){0};
  }
  accumulate(rows, vectors, sums, segments, a, b);
  if (columns == WIDTH * vectors) {
    UNROLLED for (int i = 0; i < rows; i++) {
      UNROLLED for (int j = 0; j < vectors; j++) store(c + i * pitch + WIDTH * j, sums[i][j]);
    }
  } else {
    UNROLLED for (int i = 0; i < rows; i++) {
      float row[COLUMNS];
      UNROLLED for (int j = 0; j < vectors; j++) store(row + WIDTH * j, sums[i][j]);
      memcpy(c + i * pitch, row, 4 * (size_t)columns);
    }
  }
}

typedef void TileFunction(
    const Segments *segments, const float *a, const float *b, float *c, int64_t pitch, int64_t columns, bool adds);

#define TILE_FUNCTION(NAME, ROWS_OF_IT, VECTORS_OF_IT)                                                          \
  static void NAME(                                                                                             \
      const Segments *segments, const float *a, const float *b, float *c, int64_t pitch, int64_t columns,       \
      bool adds) {                                                                                              \
    tile(ROWS_OF_IT, VECTORS_OF_IT, segments, a, b, c, pitch, columns, adds);                                   \
  }
#define TILE(ROWS_OF_IT)                                                                                        \
  TILE_FUNCTION(tile_##ROWS_OF_IT, ROWS_OF_IT, VECTORS)                                                         \
  TILE_FUNCTION(narrow_tile_##ROWS_OF_IT, ROWS_OF_IT, NARROW_VECTORS)

TILE(1) TILE(2) TILE(3) TILE(4) TILE(5) TILE(6)
#if ROWS == 12
TILE(7) TILE(8) TILE(9) TILE(10) TILE(11) TILE(12)
#endif

static TileFunction *const tiles[2][ROWS + 1] = {
#if ROWS == 12
    {0, tile_1, tile_2, tile_3, tile_4, tile_5, tile_6, tile_7, tile_8, tile_9, tile_10, tile_11, tile_12},
    {0, narrow_tile_1, narrow_tile_2, narrow_tile_3, narrow_tile_4, narrow_tile_5, narrow_tile_6, narrow_tile_7,
     narrow_tile_8, narrow_tile_9, narrow_tile_10, narrow_tile_11, narrow_tile_12},
#else
    {0, tile_1, tile_2, tile_3, tile_4, tile_5, tile_6},
    {0, narrow_tile_1, narrow_tile_2, narrow_tile_3, narrow_tile_4, narrow_tile_5, narrow_tile_6},
#endif
};

/// How many columns the tile has that computes `columns` of them.
static int64_t tile_width(int64_t columns) { return columns > NARROW_COLUMNS ? COLUMNS : NARROW_COLUMNS; }

/// Computes `rows` rows, in tiles whose numbers of rows differ by one at most: the sums of a small tile wait for each other.
static void rows_of_tiles(
    int64_t rows, const Segments *segments, const float *a, const float *b, float *c, int64_t pitch,
    int64_t columns, bool adds) {
  TileFunction *const *of_width = tiles[tile_width(columns) == COLUMNS ? 0 : 1];
  int64_t count = (rows + ROWS - 1) / ROWS;
  for (int64_t t = 0; t < count; t++) {
    int64_t first = rows * t / count, end = rows * (t + 1) / count;
    of_width[end - first](segments, a + first * segments->pitch, b, c + first * pitch, pitch, columns, adds);
  }
}
