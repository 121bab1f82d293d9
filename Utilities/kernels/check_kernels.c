// Checks the kernels by themselves, without Swift and XLA: random shapes against sums in double, every buffer between pages that
// may not be touched, and the same bits with one and with four threads. For the sanitizers:
//
//     clang -g -O1 -fsanitize=address,undefined -ISources/CKernels/include Utilities/kernels/check_kernels.c \
//       Sources/CKernels/*.c -lpthread -lm -o /tmp/check_kernels && /tmp/check_kernels 400
// (a second time with `-DBLOX_KERNELS_BAND=512 -DBLOX_ATTENTION_KEYS=64`, for which even these shapes are large).
//
// With `-O2` and `time` it prints the speed of the kernels on one thread; with `time attention` that of attention.

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "CKernels.h"

static uint64_t state = 1;
static uint64_t draw(uint64_t end) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return state % end;
}
static int64_t between(int64_t low, int64_t high) { return low + (int64_t)draw((uint64_t)(high - low + 1)); }

// MARK: Memory between pages that may not be touched

typedef struct Guarded {
  char *pages;
  size_t size;
  float *floats;
} Guarded;

/// Memory that ends, or begins, where a page does.
static Guarded guarded(int64_t count, bool at_end) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE), bytes = 4 * (size_t)count, inner = (bytes + page - 1) / page * page;
  Guarded made = {NULL, inner + 2 * page, NULL};
  made.pages = mmap(NULL, made.size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (made.pages == MAP_FAILED) exit(2);
  if (inner > 0 && mprotect(made.pages + page, inner, PROT_READ | PROT_WRITE) != 0) exit(2);
  made.floats = (float *)(made.pages + page + (at_end ? inner - bytes : 0));
  memset(made.pages + page, 0xFF, inner);  // NaN: what is read before it is written shows
  return made;
}

static Guarded numbers(int64_t count, bool at_end) {
  Guarded made = guarded(count, at_end);
  for (int64_t i = 0; i < count; i++) made.floats[i] = (float)between(-1000, 1000) / 512;
  return made;
}

static void release(Guarded memory) { munmap(memory.pages, memory.size); }

// MARK: Threads

static pthread_t started[64];
static int started_count;

typedef struct Start {
  void (*task)(void *);
  void *data;
} Start;

static void *run(void *start) {
  Start copy = *(Start *)start;
  free(start);
  copy.task(copy.data);
  return NULL;
}

static bool schedule(void *context, void (*task)(void *), void *data) {
  (void)context;
  Start *start = malloc(sizeof(Start));
  *start = (Start){task, data};
  if (started_count == 64 || pthread_create(&started[started_count], NULL, run, start) != 0) return free(start), false;
  started_count++;
  return true;
}

static void join(void) {
  while (started_count > 0) pthread_join(started[--started_count], NULL);
}

static const BloxThreads one = {1, NULL, NULL}, four = {4, schedule, NULL};

// MARK: The sums

static int64_t kernel_index(const BloxConvolution *c, int64_t tap, int64_t i, int64_t o) {
  int64_t channels = c->channels / c->groups;
  return tap * channels * c->outputs + (c->outputs_first ? o * channels + i : i * c->outputs + o);
}

/// Where the input lies that an element of the kernel meets; -1 if it is padding.
static int64_t place(const BloxConvolutionAxis *axis, int64_t output, int64_t tap) {
  int64_t dilated = output * axis->stride + tap * axis->window_dilation - axis->low;
  if (dilated < 0 || dilated % axis->base_dilation != 0) return -1;
  return dilated / axis->base_dilation < axis->input ? dilated / axis->base_dilation : -1;
}

/// Sums every product in double: into `output` if it is not NULL, else into `kernel`; and the sums of absolute values.
static void reference(
    const BloxConvolution *c, const float *x, const float *k, const float *g, double *result, double *scale) {
  int64_t channels = c->channels / c->groups, outputs = c->outputs / c->groups;
  for (int64_t n = 0; n < c->batch; n++)
    for (int64_t oy = 0; oy < c->y.output; oy++)
      for (int64_t ox = 0; ox < c->x.output; ox++)
        for (int64_t ky = 0; ky < c->y.kernel; ky++)
          for (int64_t kx = 0; kx < c->x.kernel; kx++) {
            int64_t iy = place(&c->y, oy, ky), ix = place(&c->x, ox, kx);
            if (iy < 0 || ix < 0) continue;
            for (int64_t o = 0; o < c->outputs; o++)
              for (int64_t i = 0; i < channels; i++) {
                int64_t at_x = ((n * c->y.input + iy) * c->x.input + ix) * c->channels + o / outputs * channels + i;
                int64_t at_k = kernel_index(c, ky * c->x.kernel + kx, i, o);
                int64_t at_y = ((n * c->y.output + oy) * c->x.output + ox) * c->outputs + o;
                double product = k ? (double)x[at_x] * k[at_k] : (double)x[at_x] * g[at_y];
                result[k ? at_y : at_k] += product;
                scale[k ? at_y : at_k] += fabs(product);
              }
          }
}

static BloxConvolutionAxis axis(bool is_dilated) {
  for (;;) {
    BloxConvolutionAxis a = {between(1, 40), between(1, 5), 0, between(-2, 6), 1, 1, between(1, 3)};
    if (draw(3) == 0) a.input = between(1, 4);
    if (draw(2)) a.window_dilation = 1;
    if (is_dilated) a.base_dilation = between(1, 3);
    else a.stride = between(1, 3);
    int64_t high = between(-2, 6);
    int64_t space = a.low + (a.input - 1) * a.base_dilation + 1 + high - ((a.kernel - 1) * a.window_dilation + 1);
    if (space < 0 || a.low + (a.input - 1) * a.base_dilation + 1 + high <= 0) continue;
    a.output = space / a.stride + 1;
    return a;
  }
}

static BloxConvolution random_convolution(bool is_dilated) {
  static const int64_t counts[] = {1, 2, 3, 7, 8, 16, 17, 32, 33, 64};
  BloxConvolution c = {axis(is_dilated), axis(is_dilated), between(1, 11), counts[draw(10)], counts[draw(10)], 1, draw(2)};
  if (draw(8) == 0) c.x.input = 1, c.x.kernel = 1, c.x.output = 1, c.x.low = 0, c.x.stride = c.x.base_dilation = 1;
  if (draw(4) == 0) {
    c.groups = between(2, 4);
    c.channels = (c.channels + 1) / 2 * c.groups;
    c.outputs = (c.outputs + 1) / 2 * c.groups;
    if (draw(2)) c.groups = c.outputs = c.channels = counts[draw(10)] + (int64_t)draw(3);
  }
  return c;
}

static void describe(const BloxConvolution *c) {
  const BloxConvolutionAxis *axes[] = {&c->y, &c->x};
  for (int i = 0; i < 2; i++)
    printf("[in %ld k %ld out %ld low %ld stride %ld base %ld dilation %ld] ", (long)axes[i]->input,
           (long)axes[i]->kernel, (long)axes[i]->output, (long)axes[i]->low, (long)axes[i]->stride,
           (long)axes[i]->base_dilation, (long)axes[i]->window_dilation);
  printf("batch %ld channels %ld -> %ld groups %ld outputs first %d\n", (long)c->batch, (long)c->channels,
         (long)c->outputs, (long)c->groups, c->outputs_first);
}

/// Compares one kernel with the sums, and with itself on four threads. Returns the number of wrong elements.
static int64_t check(bool is_gradient) {
  BloxConvolution c = random_convolution(!is_gradient && draw(2));
  bool at_end = draw(2);
  int64_t inputs = c.batch * c.y.input * c.x.input * c.channels, outputs = c.batch * c.y.output * c.x.output * c.outputs;
  int64_t taps = c.y.kernel * c.x.kernel * c.channels / c.groups * c.outputs, count = is_gradient ? taps : outputs;
  Guarded x = numbers(inputs, at_end), k = numbers(is_gradient ? outputs : taps, at_end);
  Guarded results[2];
  for (int64_t i = 0; i < 2; i++) {
    int64_t workers = i == 0 ? 1 : 4;
    results[i] = guarded(count, at_end);
    Guarded scratch = guarded(
        is_gradient ? blox_convolution_kernel_scratch(&c, workers) : blox_convolution_scratch(&c, workers), at_end);
    if (is_gradient)
      blox_convolution_kernel(&c, x.floats, k.floats, results[i].floats, scratch.floats, workers, i ? four : one);
    else
      blox_convolution(&c, x.floats, k.floats, results[i].floats, scratch.floats, workers, i ? four : one);
    join();
    release(scratch);
  }
  double *expected = calloc((size_t)count, 8), *scale = calloc((size_t)count, 8);
  reference(&c, x.floats, is_gradient ? NULL : k.floats, is_gradient ? k.floats : NULL, expected, scale);
  int64_t wrong = 0;
  for (int64_t i = 0; i < count; i++)
    wrong += !(fabs(results[0].floats[i] - expected[i]) <= 2e-6 * scale[i]);
  if (memcmp(results[0].floats, results[1].floats, 4 * (size_t)count) != 0) wrong += 1000000000;
  if (wrong) {
    printf("%s: %ld of %ld wrong: ", is_gradient ? "kernel's gradient" : "convolution", (long)wrong, (long)count);
    describe(&c);
  }
  free(expected), free(scale);
  release(x), release(k), release(results[0]), release(results[1]);
  return wrong;
}

// MARK: Speed

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void measure(int64_t batch, int64_t extent, int64_t channels, int64_t outputs, int64_t kernel, int64_t stride, int64_t groups) {
  int64_t low = kernel / 2, output = (extent + 2 * low - kernel) / stride + 1;
  BloxConvolutionAxis a = {extent, kernel, output, low, stride, 1, 1}, back = {output, kernel, extent, kernel - 1 - low, 1, stride, 1};
  BloxConvolution c = {a, a, batch, channels, outputs, groups, false}, d = {back, back, batch, outputs, channels, groups, groups == 1};
  Guarded x = numbers(batch * extent * extent * channels, true), k = numbers(kernel * kernel * channels / groups * outputs, true);
  Guarded y = numbers(batch * output * output * outputs, true);
  Guarded s = guarded(
      blox_convolution_scratch(&c, 1) + blox_convolution_scratch(&d, 1) + blox_convolution_kernel_scratch(&c, 1), true);
  double best[3] = {1e9, 1e9, 1e9}, work = 2e-6 * (double)(batch * output * output * outputs * kernel * kernel * channels / groups);
  for (int i = 0; i < 7; i++) {
    double t[4] = {now()};
    blox_convolution(&c, x.floats, k.floats, y.floats, s.floats, 1, one), t[1] = now();
    blox_convolution_kernel(&c, x.floats, y.floats, k.floats, s.floats, 1, one), t[2] = now();
    blox_convolution(&d, y.floats, k.floats, x.floats, s.floats, 1, one), t[3] = now();
    for (int j = 0; j < 3; j++) best[j] = fmin(best[j], t[j + 1] - t[j]);
    for (int64_t j = 0; j < kernel * kernel * channels / groups * outputs; j++) k.floats[j] = 0.01f;
    for (int64_t j = 0; j < batch * extent * extent * channels; j++) x.floats[j] = 0.5f;
  }
  printf("batch %3ld %3ldx%-3ld %3ld->%-3ld %ldx%ld/%ld g%-2ld:", (long)batch, (long)extent, (long)extent, (long)channels,
         (long)outputs, (long)kernel, (long)kernel, (long)stride, (long)groups);
  static const char *const names[] = {"forward", "kernel's", "input's"};
  for (int j = 0; j < 3; j++) printf("  %s %7.3f ms %6.1f GF/s", names[j], best[j], work / best[j]);
  printf("\n");
  release(x), release(k), release(y), release(s);
}

#include "check_recurrences.h"
#include "check_attention.h"
#include "check_functions.h"
#include "check_row_products.h"

/// Batch, extent, channels in and out, extent of the kernel, stride, groups.
static const int64_t measured[][7] = {
    {64, 32, 3, 32, 3, 1, 1}, {64, 16, 32, 64, 3, 1, 1}, {8, 56, 64, 64, 3, 1, 1},   {8, 56, 64, 128, 3, 2, 1},
    {8, 28, 128, 128, 3, 1, 1}, {8, 14, 256, 256, 3, 1, 1}, {8, 7, 512, 512, 3, 1, 1}, {8, 56, 64, 256, 1, 1, 1},
    {8, 56, 64, 128, 1, 2, 1}, {8, 224, 3, 64, 7, 2, 1}, {8, 32, 16, 16, 3, 1, 1},   {8, 32, 8, 8, 3, 1, 1},
    {8, 32, 1, 8, 3, 1, 1},    {8, 32, 3, 1, 3, 1, 1},    {8, 32, 32, 3, 3, 1, 1},   {8, 4, 64, 64, 3, 1, 1},
    {8, 2, 64, 64, 3, 1, 1},   {1, 8, 16, 16, 3, 1, 1},   {8, 32, 64, 64, 3, 1, 4},  {8, 32, 64, 64, 3, 1, 64},
    {8, 32, 64, 64, 3, 1, 16}, {16, 28, 1, 16, 5, 1, 1},
    {8, 32, 64, 64, 3, 2, 64}, {8, 28, 48, 48, 5, 1, 48}, {8, 7, 576, 576, 3, 1, 576}, {8, 16, 8, 8, 3, 1, 8},
};

int main(int count, char **arguments) {
  static const char *const sets[] = {"avx512", "avx2", "neon"};
  int64_t wrong = 0, found = 0;
  for (int i = 0; i < 3; i++) {
    if (!blox_kernels_use(sets[i])) continue;
    found += 1;
    if (count > 1 && strcmp(arguments[1], "time") == 0) {
      printf("%s\n", sets[i]);
      measure_attentions();
      if (count > 2 && strcmp(arguments[2], "attention") == 0) continue;
      for (size_t j = 0; j < sizeof measured / sizeof *measured; j++) {
        const int64_t *m = measured[j];
        measure(m[0], m[1], m[2], m[3], m[4], m[5], m[6]);
      }
      static const int64_t sequences[][3] = {{32, 64, 256}, {1, 64, 256}, {8, 64, 64}, {64, 32, 512}, {4, 64, 8}};
      for (int j = 0; j < 10; j++) measure_recurrence(sequences[j / 2][0], sequences[j / 2][1], sequences[j / 2][2], j % 2);
      static const int64_t products[][2] = {{576, 576}, {576, 1536}, {1536, 576}, {4096, 4096}, {576, 49152}};
      for (int j = 0; j < 5; j++) measure_row_products(products[j][0], products[j][1]);
      continue;
    }
    int64_t rounds = count > 1 ? atol(arguments[1]) : 100, before = wrong;
    for (int64_t round = 0; round < rounds; round++) {
      wrong += check(false) + check(true) + check_recurrence(false) + check_recurrence(true) + check_attention();
      for (int j = 0; j < 4; j++) wrong += check_row_product();
    }
    printf(
        "%s: %ld convolutions, gradients, LSTMs, GRUs, attentions and products of rows, %s\n", sets[i], (long)rounds,
        wrong == before ? "all right" : "wrong");
  }
  if (count < 2 || strcmp(arguments[1], "time") != 0) wrong += check_functions();
  if (found == 0) printf("no kernels for this processor\n");
  return wrong != 0 || found == 0;
}
