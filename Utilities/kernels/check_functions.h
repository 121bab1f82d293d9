// The kernels' exp, sigmoid and tanh against long double, for check_kernels.c. Vectors of any width have the same arithmetic.

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define WIDTH 8
#define VECTORS 2
static bool are_functions_supported(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
#else
#define WIDTH 4
#define VECTORS 4
static bool are_functions_supported(void) { return true; }
#endif
#define ROWS 6
#include "../../Sources/CKernels/Tile.h"
#include "../../Sources/CKernels/VectorMath.h"

static void our_exponential(const float *x, float *y) { store(y, exponential(load(x))); }
static void our_sigmoid(const float *x, float *y) { store(y, sigmoid(load(x))); }
static void our_tangent(const float *x, float *y) { store(y, hyperbolic_tangent(load(x))); }

#if defined(__x86_64__)
#pragma clang attribute pop
#endif

static long double right_sigmoid(long double x) { return 1 / (1 + expl(-x)); }

typedef struct Function {
  const char *name;
  void (*ours)(const float *, float *);
  long double (*right)(long double);
  /// In units in the last place.
  double allowed;
  double largest;
  float place;
} Function;

static bool is_wrong(Function *f, float x, float y) {
  long double right = f->right(x);
  float nearest = (float)right;
  if (isnan(x)) return !isnan(y);
  // Numbers below the normal ones are zeros in compiled programs.
  if (fabsf(nearest) < 0x1p-126f) return !(fabsf(y) <= 0x1.00001p-126f);
  if (isinf(nearest)) return y != nearest;
  double error = (double)(fabsl(y - right) / (nextafterf(fabsf(nearest), INFINITY) - fabsf(nearest)));
  if (isfinite(y) && error > f->largest) f->largest = error, f->place = x;
  return !(error <= f->allowed);
}

/// All numbers by their bits, in steps; returns how many are wrong, and prints the largest error.
static int64_t check_functions(void) {
  Function functions[] = {
      {"exp", our_exponential, expl, 2, 0, 0}, {"sigmoid", our_sigmoid, right_sigmoid, 3, 0, 0}, {"tanh", our_tangent, tanhl, 2, 0, 0}};
  if (!are_functions_supported()) return 0;
  int64_t all = 0;
  for (int i = 0; i < 3; i++) {
    int64_t wrong = 0;
    // To infinity and some that are no numbers, of both signs.
    for (uint64_t bits = 0; bits < 0x7FA00000; bits += 1999 * WIDTH) {
      for (uint32_t sign = 0; sign < 2; sign++) {
        float x[WIDTH], y[WIDTH];
        for (uint32_t j = 0; j < WIDTH; j++) {
          uint32_t number = ((uint32_t)bits + 1999 * j) | sign << 31;
          memcpy(&x[j], &number, 4);
        }
        functions[i].ours(x, y);
        for (int j = 0; j < WIDTH; j++) wrong += is_wrong(&functions[i], x[j], y[j]);
      }
    }
    printf("%s: within %.2f units in the last place, the most at %g; %ld wrong\n", functions[i].name, functions[i].largest,
           functions[i].place, (long)wrong);
    all += wrong;
  }
  return all;
}
