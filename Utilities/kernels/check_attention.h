// Random attentions and their gradients against sums in double, for check_kernels.c.

/// Whether a mask or bias has an axis, and so how many elements it has.
static BloxScoreAxes random_axes(void) { return (BloxScoreAxes){draw(2), draw(2), draw(2), draw(2)}; }

static int64_t score_index(const BloxAttention *a, const BloxScoreAxes *axes, int64_t n, int64_t h, int64_t t, int64_t s) {
  int64_t index = axes->batch ? n : 0;
  index = axes->heads ? index * a->heads + h : index;
  index = axes->times ? index * a->times + t : index;
  return axes->sources ? index * a->sources + s : index;
}

static int64_t score_count(const BloxAttention *a, const BloxScoreAxes *axes) {
  return (axes->batch ? a->batch : 1) * (axes->heads ? a->heads : 1) * (axes->times ? a->times : 1) *
      (axes->sources ? a->sources : 1);
}

/// Adds one row of scores to all sums: output, and gradients of query, key and value.
static void reference_row(
    const BloxAttention *a, const BloxAttentionBuffers *b, int64_t n, int64_t h, int64_t t, double *sums[4]) {
  int64_t size = a->size, query = ((n * a->times + t) * a->heads + h) * size, head = h / (a->heads / a->key_heads);
  double *scores = calloc((size_t)a->sources, 8), *slopes = calloc((size_t)a->sources, 8), top = -INFINITY, total = 0, mean = 0;
  bool *is_seen = calloc((size_t)a->sources, sizeof(bool));
  for (int64_t s = 0; s < a->sources; s++) {
    int64_t key = ((n * a->sources + s) * a->key_heads + head) * size;
    is_seen[s] = s >= t - a->before && s <= t + a->after && (!b->mask || b->mask[score_index(a, &a->mask, n, h, t, s)]);
    for (int64_t i = 0; i < size; i++) {
      scores[s] += (double)b->query[query + i] * b->key[key + i] * a->scale;
      slopes[s] += (double)b->output_slope[query + i] * b->value[key + i];
    }
    if (b->bias) scores[s] += b->bias[score_index(a, &a->bias, n, h, t, s)];
    if (!is_seen[s]) scores[s] = BLOX_UNSEEN_SCORE;
    top = scores[s] > top ? scores[s] : top;
  }
  for (int64_t s = 0; s < a->sources; s++) total += exp(scores[s] - top);
  for (int64_t s = 0; s < a->sources; s++) mean += exp(scores[s] - top) / total * slopes[s];
  for (int64_t s = 0; s < a->sources; s++) {
    int64_t key = ((n * a->sources + s) * a->key_heads + head) * size;
    double weight = exp(scores[s] - top) / total, slope = is_seen[s] ? weight * (slopes[s] - mean) * a->scale : 0;
    for (int64_t i = 0; i < size; i++) {
      sums[0][query + i] += weight * b->value[key + i];
      sums[1][query + i] += slope * b->key[key + i];
      sums[2][key + i] += slope * b->query[query + i];
      sums[3][key + i] += weight * b->output_slope[query + i];
    }
  }
  free(scores), free(slopes), free(is_seen);
}

static BloxAttention random_attention(void) {
  static const int64_t sizes[] = {1, 3, 7, 8, 16, 17, 32, 33, 40, 64, 100};
  BloxAttention a = {between(1, 3), between(1, 70), between(1, 90), 1, between(1, 3), sizes[draw(11)], 0, 1ll << 30, 1ll << 30, {0}, {0}};
  if (draw(6) == 0) a.times = between(90, 200), a.sources = between(90, 300);
  a.heads = a.key_heads * between(1, 3), a.scale = 1 / sqrtf((float)a.size);
  // Causal, and windows that may see nothing.
  if (draw(2)) a.after = 0;
  if (draw(4) == 0) a.before = between(-4, 40), a.after = between(-2, 9);
  a.mask = random_axes(), a.bias = random_axes();
  return a;
}

/// Compares attention and its gradient with the sums, and with themselves on four threads.
static int64_t check_attention(void) {
  BloxAttention a = random_attention();
  bool at_end = draw(2), has_mask = draw(2), has_bias = draw(2);
  int64_t queries = a.batch * a.times * a.heads * a.size, keys = a.batch * a.sources * a.key_heads * a.size, wrong = 0;
  int64_t read[] = {queries, keys, keys, has_bias ? score_count(&a, &a.bias) : 0, queries};
  int64_t written[] = {queries, queries, keys, keys, a.batch * a.heads * a.times * 2}, masks = score_count(&a, &a.mask);
  Guarded in[5], out[2][5], mask = guarded((masks + 3) / 4, at_end);
  for (int i = 0; i < 5; i++) in[i] = numbers(read[i], at_end);
  // The mask ends where its memory does.
  uint8_t *bytes = (uint8_t *)mask.floats + (at_end ? (masks + 3) / 4 * 4 - masks : 0);
  for (int64_t i = 0; i < masks; i++) bytes[i] = draw(3) > 0;
  double *right[] = {calloc((size_t)queries, 8), calloc((size_t)queries, 8), calloc((size_t)keys, 8), calloc((size_t)keys, 8)};
  for (int i = 0; i < 2; i++) {
    for (int j = 0; j < 5; j++) out[i][j] = guarded(written[j], at_end);
    int64_t workers = i ? 4 : 1;
    Guarded forward = guarded(blox_attention_scratch(&a, false, workers), at_end);
    Guarded back = guarded(blox_attention_scratch(&a, true, workers), at_end);
    BloxAttentionBuffers b = {
        in[0].floats, in[1].floats, in[2].floats, has_bias ? in[3].floats : NULL, has_mask ? bytes : NULL, out[i][0].floats,
        out[i][4].floats, forward.floats, in[4].floats, out[i][1].floats, out[i][2].floats, out[i][3].floats};
    blox_attention(&a, &b, workers, i ? four : one), join();
    b.scratch = back.floats;
    blox_attention_gradient(&a, &b, workers, i ? four : one), join();
    for (int64_t row = 0; i == 0 && row < a.batch * a.heads * a.times; row++)
      reference_row(&a, &b, row / a.times / a.heads, row / a.times % a.heads, row % a.times, right);
    release(forward), release(back);
  }
  static const char *const names[] = {"output", "query's slope", "key's slope", "value's slope"};
  for (int j = 0; j < 4; j++) wrong += differences(names[j], out[0][j].floats, right[j], written[j]);
  for (int j = 0; j < 5; j++) {
    if (memcmp(out[0][j].floats, out[1][j].floats, 4 * (size_t)written[j]) != 0) wrong += 1000000000;
    release(in[j]), release(out[0][j]), release(out[1][j]);
    if (j < 4) free(right[j]);
  }
  release(mask);
  if (wrong) {
    printf("attention %ld x %ld to %ld, heads %ld of %ld, size %ld, sight %ld %ld, mask %d bias %d: %ld wrong\n", (long)a.batch,
           (long)a.times, (long)a.sources, (long)a.heads, (long)a.key_heads, (long)a.size, (long)a.before, (long)a.after,
           has_mask, has_bias, (long)wrong);
  }
  return wrong;
}

static void measure_attention(const int64_t *shape) {
  BloxAttention a = {shape[0], shape[1], shape[2], shape[3], shape[4], shape[5], 1 / sqrtf((float)shape[5]), 1ll << 30,
                     shape[6] ? 0 : 1ll << 30, {0}, {0}};
  int64_t queries = a.batch * a.times * a.heads * a.size, keys = a.batch * a.sources * a.key_heads * a.size;
  int64_t counts[] = {queries, keys, keys, queries, queries, queries, keys, keys, a.batch * a.heads * a.times * 2,
                      blox_attention_scratch(&a, false, 1) + blox_attention_scratch(&a, true, 1)};
  Guarded m[10];
  for (int i = 0; i < 10; i++) m[i] = numbers(counts[i], true);
  BloxAttentionBuffers b = {m[0].floats, m[1].floats, m[2].floats, NULL, NULL, m[3].floats, m[8].floats, m[9].floats,
                            m[4].floats, m[5].floats, m[6].floats, m[7].floats};
  // Of all places: a causal one computes about half of these.
  double best[2] = {1e9, 1e9}, work = 4e-6 * (double)(queries * a.sources);
  for (int i = 0; i < 7; i++) {
    double t[3] = {now()};
    blox_attention(&a, &b, 1, one), t[1] = now();
    blox_attention_gradient(&a, &b, 1, one), t[2] = now();
    for (int j = 0; j < 2; j++) best[j] = fmin(best[j], t[j + 1] - t[j]);
  }
  printf("attention %2ld x %4ld to %4ld, %2ld heads of %2ld, size %3ld, %s:  forward %8.3f ms %6.1f GF/s  gradient %8.3f ms %6.1f GF/s\n",
         (long)a.batch, (long)a.times, (long)a.sources, (long)a.heads, (long)a.key_heads, (long)a.size,
         shape[6] ? "causal" : "full  ", best[0], work / best[0], best[1], 2.5 * work / best[1]);
  for (int i = 0; i < 10; i++) release(m[i]);
}

static void measure_attentions(void) {
  static const int64_t shapes[][7] = {
      {8, 128, 128, 8, 8, 32, 1},  {1, 512, 512, 8, 8, 64, 1},  {1, 2048, 2048, 8, 8, 64, 1}, {1, 512, 512, 8, 8, 64, 0},
      {2, 600, 1024, 8, 8, 64, 0}, {1, 512, 512, 8, 2, 64, 1},  {1, 512, 512, 4, 4, 128, 1},  {1, 512, 512, 2, 2, 256, 1},
      {8, 128, 128, 16, 16, 16, 1}, {1, 64, 64, 8, 8, 64, 1},   {4, 32, 32, 8, 8, 32, 1},     {4, 16, 16, 4, 4, 16, 1},
      {1, 100, 100, 4, 4, 40, 0},  {4, 8, 1024, 8, 8, 64, 0},   {4, 1, 1024, 8, 8, 64, 0},    {4, 1, 1024, 32, 4, 64, 0},
      {4, 1, 1024, 32, 8, 64, 0},   {4, 2, 1024, 32, 4, 64, 0},   {2, 8, 8, 2, 2, 8, 1},         {4, 1, 128, 8, 8, 32, 0},
      {1, 16, 16, 4, 4, 256, 0},    {4, 200, 7, 8, 8, 64, 0},
  };
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) measure_attention(shapes[i]), fflush(stdout);
}
