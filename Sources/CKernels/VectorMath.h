// Functions of vectors of WIDTH floats: exp, sigmoid and tanh to within 2 units in the last place, NaN for NaN.

typedef int32_t Integers __attribute__((vector_size(4 * WIDTH)));

INLINE Vector splat(float value) { return value - (Vector){0}; }

/// `a` where the mask is set, else `b`.
INLINE Vector chosen_by(Integers mask, Vector a, Vector b) { return (Vector)((mask & (Integers)a) | (~mask & (Integers)b)); }

/// exp(x); infinity above the largest number, and 0 below the smallest normal one.
INLINE Vector exponential(Vector x) {
  Vector low = splat(-87.33654f), high = splat(88.72283f);
  Vector bounded = chosen_by(x > high, high, x);
  bounded = chosen_by(x < low, low, bounded);
  // x = n · ln 2 + r with |r| <= ln 2 / 2: adding 1.5 · 2^23 rounds, and leaves n in the last bits.
  Vector rounded = bounded * 1.44269504f + 12582912.0f;
  Integers n = (Integers)rounded - (Integers)splat(12582912.0f);
  Vector count = rounded - 12582912.0f;
  Vector r = bounded - count * 0.693359375f;
  r = r + count * 2.12194440e-4f;
  Vector p = splat(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  Vector scaled = (Vector)((Integers)p + (n << 23));
  scaled = chosen_by(x < low, (Vector){0}, scaled);
  scaled = chosen_by(x > high, splat(__builtin_inff()), scaled);
  return chosen_by(x == x, scaled, x);
}

INLINE Vector sigmoid(Vector x) { return 1.0f / (1.0f + exponential(-x)); }

INLINE Vector hyperbolic_tangent(Vector x) {
  Integers sign = (Integers)x & INT32_MIN;
  Vector size = (Vector)((Integers)x & INT32_MAX);
  // Near 0 an odd polynomial: 1 - 2 / (exp(2x) + 1) would lose digits.
  Vector z = x * x;
  Vector p = splat(-5.70498872745e-3f);
  p = p * z + 2.06390887954e-2f;
  p = p * z - 5.37397155531e-2f;
  p = p * z + 1.33314422036e-1f;
  p = p * z - 3.33332819422e-1f;
  Vector near = x + x * z * p;
  Vector far = 1.0f - 2.0f / (exponential(size + size) + 1.0f);
  far = (Vector)((Integers)far | sign);
  return chosen_by(size < 0.625f, near, far);
}

/// The first `count` floats of a vector, at most WIDTH; the others are 0.
INLINE Vector load_first(const float *from, int64_t count) {
  if (count >= WIDTH) return load(from);
  float all[WIDTH] = {0};
  memcpy(all, from, 4 * (size_t)count);
  return load(all);
}

INLINE void store_first(float *to, Vector value, int64_t count) {
  if (count >= WIDTH) {
    store(to, value);
    return;
  }
  float all[WIDTH];
  store(all, value);
  memcpy(to, all, 4 * (size_t)count);
}

/// The sum of a vector's elements, in an order that the width alone gives.
INLINE float sum_of(Vector x) {
  float all[WIDTH];
  store(all, x);
  UNROLLED for (int half = WIDTH / 2; half > 0; half /= 2) {
    UNROLLED for (int i = 0; i < half; i++) all[i] += all[i + half];
  }
  return all[0];
}
