// The gradient of attention, given its statistics: weights are computed anew, for some keys at a time. Included by Attention.h.

/// From the products of a row of queries, and of a row of the output's gradient with the values, to the weights and the scores' gradient.
static void softmax_row_gradient(
    const ScoreRow *r, const float *statistics, float delta, float *x, float *slopes, int64_t base, Sight all, Sight inner) {
  Vector largest = splat(statistics[0]);
  for (int64_t j = inner.first; j < inner.end; j += WIDTH) {
    Integers is_seen = sees_each(r, j) ? ~(Integers){0} : seen(r, j);
    Vector weight = exponential(score(r, j, load(x + j - base), is_seen) - largest) * statistics[1];
    Vector slope = weight * (load(slopes + j - base) - delta) * r->scale;
    store(x + j - base, weight);
    store(slopes + j - base, chosen_by(is_seen, slope, (Vector){0}));
  }
  Sight kept = {inner.first - base, inner.end - base}, whole = {all.first - base, all.end - base};
  clear_outside(x, kept, whole);
  clear_outside(slopes, kept, whole);
}

/// Whether a row's weights are those of all places: it sees none, or only places that weigh nothing.
static bool weighs_all(const AttentionPart *p, int64_t head, int64_t row) {
  return p->sees_all || !(statistics_of(p, head, row)[0] > BLOX_UNSEEN_SCORE);
}

static float product_of_rows(const float *a, const float *b, int64_t count) {
  Vector sum = {0};
  for (int64_t j = 0; j < count; j += WIDTH) sum += load_first(a + j, count - j) * load_first(b + j, count - j);
  return sum_of(sum);
}

static void attend_block_gradient(const AttentionPart *p, int64_t head, int64_t first_row, int64_t rows) {
  const Attention *f = p->f;
  int64_t size = f->a->size, pitch = f->a->heads * size, offset = query_offset(p, head, first_row);
  Sight keys = {p->first, p->end}, places = within(places_of_block(p, first_row, rows), keys);
  for (int64_t i = 0; i < rows; i++) {
    if (weighs_all(p, head, first_row + i)) places = keys;
  }
  if (places.end <= places.first) return;
  places.first = places.first / COLUMNS * COLUMNS;
  const float *slope = f->b->output_slope + offset, *output = f->b->output + offset;
  multiply_places(p, &p->keys_across, rows, f->b->query + offset, places, p->scores);
  multiply_places(p, &p->values_across, rows, slope, places, p->slopes);
  Sight vectors = vectors_of(places);
  for (int64_t i = 0; i < rows; i++) {
    ScoreRow r = score_row(p, head, first_row + i);
    Sight inner = weighs_all(p, head, first_row + i) ? vectors : within(vectors_of(r.sight), vectors);
    float delta = product_of_rows(slope + i * pitch, output + i * pitch, size);
    // As where it is the sum of all weights times their slopes: these are all infinite then, and some weights 0.
    if (p->sees_all && !is_finite(slope + i * pitch, 1, pitch, size)) delta = NAN;
    softmax_row_gradient(
        &r, statistics_of(p, head, first_row + i), delta, p->scores + i * f->pitch, p->slopes + i * f->pitch, p->first,
        vectors, inner);
  }
  sum_places(p, &p->keys, rows, p->slopes, places, p->block, f->size_pitch);
  for (int64_t i = 0; i < rows; i++) {
    float *to = f->b->query_slope + offset + i * pitch;
    const float *from = p->block + i * f->size_pitch;
    for (int64_t j = 0; j < size; j += WIDTH) {
      store_first(to + j, load_first(to + j, size - j) + load_first(from + j, size - j), size - j);
    }
  }
  AttentionPart packs = *p;
  pack_rows(&packs.queries, f->b->query + offset, pitch, rows);
  pack_rows(&packs.output_slopes, slope, pitch, rows);
  add_rows(p, &p->queries, rows, p->slopes, places, p->keys_slope);
  add_rows(p, &p->output_slopes, rows, p->scores, places, p->values_slope);
}

static void clear_block(const AttentionPart *p, int64_t head, int64_t first_row, int64_t rows) {
  const BloxAttention *a = p->f->a;
  float *to = p->f->b->query_slope + query_offset(p, head, first_row);
  for (int64_t i = 0; i < rows; i++) memset(to + i * a->heads * a->size, 0, 4 * (size_t)a->size);
}

static bool is_part_finite(const AttentionPart *p) {
  const BloxAttention *a = p->f->a;
  const BloxAttentionBuffers *b = p->f->b;
  int64_t key = key_offset(p, 0), query = query_offset(p, p->key_head * p->f->sharing, 0);
  int64_t shared = p->f->sharing * a->size;
  return is_finite(b->key + key, a->sources, a->key_heads * a->size, a->size) &&
      is_finite(b->value + key, a->sources, a->key_heads * a->size, a->size) &&
      is_finite(b->query + query, a->times, a->heads * a->size, shared) &&
      is_finite(b->output_slope + query, a->times, a->heads * a->size, shared);
}

/// The sums of a part of the keys' gradients, of which those of the values come next.
static float *sums_of_part(const Attention *f, int64_t part) { return f->sums + part * 2 * f->a->sources * f->a->size; }

static void attend_part_gradient(void *context, int64_t part, int64_t worker) {
  const Attention *f = context;
  const BloxAttention *a = f->a;
  const BloxAttentionBuffers *b = f->b;
  AttentionPart p = attention_part(f, part, worker);
  int64_t pitch = a->key_heads * a->size;
  p.sees_all = !is_part_finite(&p);
  for_blocks(&p, part, clear_block);
  for (p.first = 0; p.first < a->sources; p.first = p.end) {
    p.end = least(a->sources, p.first + f->keys);
    int64_t offset = key_offset(&p, p.first), keys = p.end - p.first;
    // The last keys are fewer.
    p.keys_across.columns = p.values_across.columns = p.keys.depth = keys;
    p.keys_across.panels = p.values_across.panels = divided_up(keys, COLUMNS);
    pack_across(&p.keys_across, b->key + offset, pitch);
    pack_across(&p.values_across, b->value + offset, pitch);
    pack_rows(&p.keys, b->key + offset, pitch, keys);
    memset(p.keys_slope, 0, 4 * (size_t)(keys * f->size_pitch));
    memset(p.values_slope, 0, 4 * (size_t)(keys * f->size_pitch));
    for_blocks(&p, part, attend_block_gradient);
    if (f->parts == 1) {
      copy_rows(p.keys_slope, f->size_pitch, b->key_slope + offset, pitch, keys, a->size);
      copy_rows(p.values_slope, f->size_pitch, b->value_slope + offset, pitch, keys, a->size);
    } else {
      float *sums = sums_of_part(f, part) + p.first * a->size;
      copy_rows(p.keys_slope, f->size_pitch, sums, a->size, keys, a->size);
      copy_rows(p.values_slope, f->size_pitch, sums + a->sources * a->size, a->size, keys, a->size);
    }
  }
}

/// Adds what the parts of one head of keys have summed, in order.
static void add_sums_of_parts(void *context, int64_t lane, int64_t worker) {
  const Attention *f = context;
  const BloxAttention *a = f->a;
  (void)worker;
  AttentionPart p = {.f = f, .batch = lane / a->key_heads, .key_head = lane % a->key_heads};
  for (int is_value = 0; is_value < 2; is_value++) {
    const float *sums = sums_of_part(f, lane * f->parts) + is_value * a->sources * a->size;
    for (int64_t key = 0; key < a->sources; key++, sums += a->size) {
      float *to = (is_value ? f->b->value_slope : f->b->key_slope) + key_offset(&p, key);
      for (int64_t j = 0; j < a->size; j += WIDTH) {
        Vector sum = {0};
        for (int64_t i = 0; i < f->parts; i++) sum += load_first(sums + i * 2 * a->sources * a->size + j, a->size - j);
        store_first(to + j, sum, a->size - j);
      }
    }
  }
}
