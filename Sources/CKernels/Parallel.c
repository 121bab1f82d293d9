#include "Parallel.h"

#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

typedef struct Job {
  int64_t parts;
  void (*body)(void *, int64_t, int64_t);
  /// The caller's, which is there for as long as there are parts to be done.
  void *context;
  _Atomic int64_t next, done, workers;
  /// Threads that may still look at this: a helper may come long after the work is done.
  _Atomic int64_t references;
} Job;

static void work(Job *job, int64_t worker) {
  for (;;) {
    int64_t part = atomic_fetch_add(&job->next, 1);
    if (part >= job->parts) return;
    job->body(job->context, part, worker);
    atomic_fetch_add(&job->done, 1);
  }
}

static void release(Job *job) {
  if (atomic_fetch_sub(&job->references, 1) == 1) free(job);
}

static void help(void *data) {
  Job *job = data;
  work(job, atomic_fetch_add(&job->workers, 1));
  release(job);
}

/// Waits a moment; after some microseconds of it lets others have the processor, perhaps the thread that is waited for.
static void pause_briefly(int64_t times) {
  if (times > 1000) {
    sched_yield();
    return;
  }
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

void blox_parallel(
    int64_t parts, int64_t workers, BloxThreads threads, void (*body)(void *, int64_t, int64_t), void *context) {
  if (workers > threads.count) workers = threads.count;
  if (workers > parts) workers = parts;
  Job *job = workers > 1 && threads.schedule ? malloc(sizeof(Job)) : NULL;
  if (!job) {
    for (int64_t part = 0; part < parts; part++) body(context, part, 0);
    return;
  }
  job->parts = parts;
  job->body = body;
  job->context = context;
  atomic_init(&job->next, 0);
  atomic_init(&job->done, 0);
  atomic_init(&job->workers, 1);
  atomic_init(&job->references, workers);
  for (int64_t helper = 1; helper < workers; helper++) {
    if (!threads.schedule(threads.context, help, job)) release(job);
  }
  work(job, 0);
  for (int64_t times = 0; atomic_load(&job->done) < parts; times++) pause_briefly(times);
  release(job);
}
