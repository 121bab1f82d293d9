// Products with a matrix that is packed once and used many times.

/// A matrix of `depth` rows and `columns` columns in panels of as many columns as a tile has.
typedef struct Packed {
  float *memory;
  int64_t depth, columns, panels;
} Packed;

static Packed packed(int64_t depth, int64_t columns) {
  return (Packed){NULL, depth, columns, divided_up(columns, COLUMNS)};
}
static int64_t packed_size(const Packed *b) { return rounded(b->panels * b->depth * COLUMNS); }

/// From one row to the next of a buffer of that many columns: all columns of the tiles, and not a power of two, of which
/// the cache holds few.
static int64_t pitch_of(int64_t columns) { return divided_up(columns, COLUMNS) * COLUMNS + 16; }

/// Writes a panel of a matrix whose element of row k and column j is `from[k * step + j * pitch]`.
static void pack_matrix(const Packed *b, int64_t panel, const float *from, int64_t step, int64_t pitch) {
  int64_t first = panel * COLUMNS, columns = least(COLUMNS, b->columns - first), width = tile_width(columns);
  float *to = b->memory + panel * b->depth * COLUMNS;
  from += first * pitch;
  for (int64_t k = 0; k < b->depth; k++, to += width) {
    for (int64_t j = 0; j < columns; j++) to[j] = from[k * step + j * pitch];
    for (int64_t j = columns; j < width; j++) to[j] = 0;
  }
}

/// Multiplies `rows` rows of `a` with the matrix; `c` has all columns of the tiles.
static void multiply(
    const Packed *b, int64_t rows, const float *a, int64_t a_pitch, float *c, int64_t c_pitch, bool adds) {
  int64_t offset = 0;
  Segments segments = {1, &offset, b->depth, a_pitch, 1};
  for (int64_t panel = 0; panel < b->panels; panel++) {
    int64_t first = panel * COLUMNS, width = tile_width(least(COLUMNS, b->columns - first));
    rows_of_tiles(rows, &segments, a, b->memory + first * b->depth, c + first, c_pitch, width, adds);
  }
}
