// Work in parts, divided among the threads of XLA.

#ifndef BLOX_CKERNELS_PARALLEL_H
#define BLOX_CKERNELS_PARALLEL_H

#include "CKernels.h"

/// Calls `body(context, part, worker)` for each of `parts`, on at most `workers` threads with numbers of their own from 0.
///
/// The calling thread works too, and waits for no part that nobody has begun: a pool whose threads are all busy, or wait for
/// this one, makes it slow and never stops it.
void blox_parallel(
    int64_t parts, int64_t workers, BloxThreads threads, void (*body)(void *context, int64_t part, int64_t worker),
    void *context);

#endif
