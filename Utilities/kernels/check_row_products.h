// Random products of a few rows with a matrix against sums in double, for check_kernels.c.

static int64_t bytes_of(BloxElement element) { return element == BLOX_INT8 ? 1 : element == BLOX_BFLOAT16 ? 2 : 4; }

/// Writes an element; a bfloat16 has the first half of a float's bits.
static void set_element(void *memory, BloxElement element, int64_t index, float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  if (element == BLOX_INT8) ((int8_t *)memory)[index] = (int8_t)value;
  else if (element == BLOX_BFLOAT16) ((uint16_t *)memory)[index] = (uint16_t)(bits >> 16);
  else ((float *)memory)[index] = value;
}

static double element(const void *memory, BloxElement element, int64_t index) {
  if (element == BLOX_INT8) return ((const int8_t *)memory)[index];
  if (element == BLOX_FLOAT32) return ((const float *)memory)[index];
  uint32_t bits = (uint32_t)((const uint16_t *)memory)[index] << 16;
  float value;
  memcpy(&value, &bits, 4);
  return value;
}

/// A matrix of elements that take whole floats of guarded memory together, at its end or beginning.
typedef struct Elements {
  Guarded memory;
  void *first;
} Elements;

static Elements elements(int64_t count, BloxElement kind, bool at_end, bool is_special) {
  int64_t bytes = count * bytes_of(kind), floats = (bytes + 3) / 4;
  Elements made = {guarded(floats, at_end), NULL};
  made.first = (char *)made.memory.floats + (at_end ? 4 * floats - bytes : 0);
  static const float special[] = {INFINITY, -INFINITY, NAN};
  for (int64_t i = 0; i < count; i++) {
    float value = kind == BLOX_INT8 ? (float)between(-128, 127) : (float)between(-1000, 1000) / 512;
    bool is_chosen = is_special && kind != BLOX_INT8 && draw(200) == 0;
    set_element(made.first, kind, i, is_chosen ? special[draw(3)] : value);
  }
  return made;
}

static BloxRowProduct random_row_product(void) {
  static const int64_t extents[] = {1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 40, 64, 65, 129, 200};
  BloxRowProduct p = {between(1, 9), extents[draw(15)], extents[draw(15)], 0, draw(2), draw(3), draw(2), draw(2)};
  if (draw(8) == 0) p.rows = between(10, 33);
  p.group = p.depth;
  if (p.weights == BLOX_INT8 && draw(2)) {
    p.group = (int64_t[]){1, 5, 8, 16, 32}[draw(5)];
    p.depth = p.group * between(1, 7);
  }
  return p;
}

/// Compares one product with sums in double, and with itself on four threads. Returns the number of wrong elements.
static int64_t check_row_product(void) {
  BloxRowProduct p = random_row_product();
  bool at_end = draw(2), is_special = draw(4) == 0;
  int64_t groups = p.depth / p.group, count = p.rows * p.columns, wrong = 0;
  Elements x = elements(p.rows * p.depth, p.inputs, at_end, is_special);
  Elements w = elements(p.depth * p.columns, p.weights, at_end, is_special);
  Elements s = elements(groups * p.columns, BLOX_FLOAT32, at_end, is_special);
  Elements results[2];
  for (int64_t i = 0; i < 2; i++) {
    results[i] = elements(count, p.outputs, at_end, false);
    Guarded scratch = guarded(blox_row_product_scratch(&p), at_end);
    BloxRowProductBuffers buffers = {
        x.first, w.first, p.weights == BLOX_INT8 ? s.first : NULL, results[i].first, scratch.floats};
    blox_row_product(&p, &buffers, i ? 4 : 1, i ? four : one);
    join();
    release(scratch);
  }
  for (int64_t row = 0; row < p.rows; row++) {
    for (int64_t column = 0; column < p.columns; column++) {
      double expected = 0, scale = 0;
      for (int64_t group = 0; group < groups; group++) {
        double sum = 0, size = 0;
        for (int64_t k = group * p.group; k < (group + 1) * p.group; k++) {
          double product = element(x.first, p.inputs, row * p.depth + k) *
                           element(w.first, p.weights, p.columns_first ? column * p.depth + k : k * p.columns + column);
          sum += product, size += fabs(product);
        }
        double factor = p.weights != BLOX_INT8 ? 1 : element(
            s.first, BLOX_FLOAT32, p.columns_first ? column * groups + group : group * p.columns + column);
        expected += sum * factor, scale += size * fabs(factor);
      }
      double value = element(results[0].first, p.outputs, row * p.columns + column);
      double tolerance = 2e-6 * scale + (p.outputs == BLOX_BFLOAT16 ? fabs(expected) / 256 : 0);
      bool is_right = isfinite(expected) ? fabs(value - expected) <= tolerance
                                         : isnan(expected) ? isnan(value) : value == expected;
      wrong += !is_right;
    }
  }
  if (memcmp(results[0].first, results[1].first, (size_t)(count * bytes_of(p.outputs))) != 0) wrong += 1000000000;
  if (wrong) {
    printf("product of rows: %ld of %ld wrong: %ld x %ld x %ld groups of %ld elements %d %d %d columns first %d\n", (long)wrong,
           (long)count, (long)p.rows, (long)p.depth, (long)p.columns, (long)p.group, p.inputs, p.weights, p.outputs,
           p.columns_first);
  }
  release(x.memory), release(w.memory), release(s.memory), release(results[0].memory), release(results[1].memory);
  return wrong;
}

static void measure_row_products(int64_t depth, int64_t columns) {
  static const int64_t rows[] = {1, 8, 32};
  for (int i = 0; i < 6; i++) {
    printf("%2ld rows, %4ld x %-5ld%s:", (long)rows[i / 2], (long)depth, (long)columns, i % 2 ? " transposed" : "");
    for (int kind = 0; kind < 3; kind++) {
      BloxRowProduct p = {rows[i / 2], depth, columns, depth, BLOX_FLOAT32, (BloxElement)kind, BLOX_FLOAT32, i % 2};
      Guarded x = numbers(p.rows * depth, true), y = guarded(p.rows * columns, true), s = numbers(columns, true);
      Guarded w = guarded(depth * columns * bytes_of(p.weights) / 4 + 1, true), scratch = guarded(blox_row_product_scratch(&p), true);
      memset(w.floats, 1, (size_t)(depth * columns * bytes_of(p.weights)));
      BloxRowProductBuffers buffers = {x.floats, w.floats, s.floats, y.floats, scratch.floats};
      double best = 1e9;
      for (int j = 0; j < 7; j++) {
        double start = now();
        blox_row_product(&p, &buffers, 1, one);
        best = fmin(best, now() - start);
      }
      printf("  %s %7.3f ms", (const char *[]){"float32", "bfloat16", "int8"}[kind], best);
      release(x), release(y), release(s), release(w), release(scratch);
    }
    printf("\n");
  }
}
