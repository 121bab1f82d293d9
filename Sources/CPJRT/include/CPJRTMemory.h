// Memory that a plugin for CPUs gives back is kept for its next request.

#ifndef BLOX_CPJRT_MEMORY_H
#define BLOX_CPJRT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

/// Has blocks of a megabyte or more that the plugin at `path`, which is loaded, gives back kept for its next requests, up to
/// `limit` bytes of them. False where that cannot be done; then nothing has changed.
bool blox_keep_memory(const char *path, size_t limit);

/// As `posix_memalign` and `free`, with blocks that are kept.
int blox_kept_allocate(void *_Nullable *_Nonnull result, size_t alignment, size_t size);
void blox_kept_free(void *_Nullable memory);

/// How many bytes are kept for requests to come.
size_t blox_kept_size(void);

#pragma clang assume_nonnull end

#endif
