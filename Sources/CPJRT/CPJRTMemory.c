// For the loader's flags and `MAP_ANONYMOUS`.
#define _GNU_SOURCE

#include "include/CPJRTMemory.h"
#include "include/CPJRTReplacement.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Smaller blocks are left to the C library, which keeps them itself.
enum { smallest = 1 << 20, header_size = 64 };

// What lies before a block. Kept blocks are in a list, the one given back last first.
typedef struct Block {
  uint64_t mark;
  void *memory;
  size_t size;
  struct Block *newer, *older;
} Block;

_Static_assert(sizeof(Block) <= header_size, "the header has no room");

static const uint64_t block_mark = 0x6b6570742d6d656d;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static size_t limit, kept;
static Block *newest, *oldest;

static void take_out(Block *block) {
  *(block->newer != NULL ? &block->newer->older : &newest) = block->older;
  *(block->older != NULL ? &block->older->newer : &oldest) = block->newer;
  kept -= block->size;
}

// Takes out the oldest blocks until no more than `size` bytes are kept, but never `except`; the list of those taken out.
static Block *take_out_oldest(size_t size, const Block *except) {
  Block *taken = NULL;
  while (kept > size && oldest != NULL && oldest != except) {
    Block *block = oldest;
    take_out(block);
    block->older = taken;
    taken = block;
  }
  return taken;
}

static void give_back(Block *blocks) {
  while (blocks != NULL) {
    Block *next = blocks->older;
    munmap(blocks, blocks->size);
    blocks = next;
  }
}

// The header of a block of ours. Before memory of the C library at a multiple of 64 there are at least 16 bytes of its own in
// the same 64, so that these can be read, too.
static Block *block_of(void *memory) {
  if (memory == NULL || ((uintptr_t)memory & (header_size - 1)) != 0) return NULL;
  Block *block = (Block *)((char *)memory - header_size);
  return block->mark == block_mark && block->memory == memory ? block : NULL;
}

// The kept block that fits best, with no more than a quarter to spare.
static Block *best_fit(size_t size) {
  Block *best = NULL;
  for (Block *block = newest; block != NULL; block = block->older) {
    if (block->size < size || block->size - size > size / 4) continue;
    if (best == NULL || block->size < best->size) best = block;
  }
  return best;
}

// New memory; where there is none, after what is kept has been given back.
static Block *map(size_t size) {
  for (int attempt = 0; attempt < 2; attempt++) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) return memory;
    pthread_mutex_lock(&lock);
    Block *taken = take_out_oldest(0, NULL);
    pthread_mutex_unlock(&lock);
    give_back(taken);
  }
  return NULL;
}

int blox_kept_allocate(void **result, size_t alignment, size_t size) {
  if (size < smallest || size > SIZE_MAX / 2 || alignment > header_size) {
    return posix_memalign(result, alignment, size);
  }
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  const size_t needed = (size + header_size + page - 1) / page * page;
  pthread_mutex_lock(&lock);
  Block *block = best_fit(needed);
  if (block != NULL) take_out(block);
  // What comes takes the place of what was kept: together they are no more than is kept at most.
  Block *taken = block == NULL ? take_out_oldest(needed < limit ? limit - needed : 0, NULL) : NULL;
  pthread_mutex_unlock(&lock);
  give_back(taken);
  if (block == NULL) {
    block = map(needed);
    if (block == NULL) return ENOMEM;
    block->size = needed;
    block->mark = block_mark;
    block->memory = (char *)block + header_size;
  }
  *result = block->memory;
  return 0;
}

void blox_kept_free(void *memory) {
  Block *block = block_of(memory);
  if (block == NULL) {
    free(memory);
    return;
  }
  pthread_mutex_lock(&lock);
  block->newer = NULL;
  block->older = newest;
  *(newest != NULL ? &newest->newer : &oldest) = block;
  newest = block;
  kept += block->size;
  // The last one stays, whatever its size: the next step needs it.
  Block *taken = take_out_oldest(limit, block);
  pthread_mutex_unlock(&lock);
  give_back(taken);
}

static void *reallocate(void *memory, size_t size) {
  Block *block = block_of(memory);
  if (block == NULL) return realloc(memory, size);
  void *moved = malloc(size);
  if (moved == NULL) return NULL;
  const size_t usable = block->size - header_size;
  memcpy(moved, memory, size < usable ? size : usable);
  blox_kept_free(memory);
  return moved;
}

size_t blox_kept_size(void) {
  pthread_mutex_lock(&lock);
  const size_t size = kept;
  pthread_mutex_unlock(&lock);
  return size;
}

bool blox_keep_memory(const char *path, size_t most) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  // They watch the C library's own functions.
  return false;
#endif
#endif
  void *library = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
  if (library == NULL) return false;
  pthread_mutex_lock(&lock);
  limit = most;
  pthread_mutex_unlock(&lock);
  // First those that take blocks back: none is given out before all of these know them.
  const bool is_done = blox_replace_function(library, "free", (void *)blox_kept_free) > 0 &&
      blox_replace_function(library, "realloc", (void *)reallocate) >= 0 &&
      blox_replace_function(library, "posix_memalign", (void *)blox_kept_allocate) > 0;
  dlclose(library);
  return is_done;
}
