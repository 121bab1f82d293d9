// For the loader's own description of libraries, and `on_exit`.
#define _GNU_SOURCE

#include "include/CPJRTExit.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Thread_local int blox_pjrt_depth = 0;

#if defined(__GLIBC__)

static void call_with_status(int status, void *handler) { ((void (*)(int))handler)(status); }

void blox_pjrt_at_exit(void (*handler)(int)) { on_exit(call_with_status, (void *)handler); }

#else

// There is one handler, however often it is registered.
static void (*the_handler)(int);

static void call_without_status(void) { the_handler(-1); }

void blox_pjrt_at_exit(void (*handler)(int)) {
  the_handler = handler;
  atexit(call_without_status);
}

#endif

void blox_pjrt_end_now(int status) {
  fflush(NULL);
  _exit(status);
}

#if defined(__linux__) && defined(__LP64__)

#include <elf.h>
#include <link.h>
#include <sys/mman.h>

static int ignore_destructor(void (*destructor)(void *), void *object, void *library) {
  (void)destructor, (void)object, (void)library;
  return 0;
}

typedef struct {
  uintptr_t base;
  const Elf64_Sym *symbols;
  const char *names;
} Library;

// Puts our function in place of `__cxa_atexit` where the library's code looks up its address.
static void replace(const Library *library, const Elf64_Rela *entries, size_t size) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  for (size_t index = 0; index < size / sizeof(Elf64_Rela); index++) {
    const size_t number = ELF64_R_SYM(entries[index].r_info);
    if (number == 0 || strcmp(library->names + library->symbols[number].st_name, "__cxa_atexit") != 0) continue;
    void **slot = (void **)(library->base + entries[index].r_offset);
    // The loader may have made the table read-only.
    void *start = (void *)((uintptr_t)slot & ~(page - 1));
    if (mprotect(start, page, PROT_READ | PROT_WRITE) == 0) *slot = (void *)ignore_destructor;
  }
}

// Where something is that the library's own table of contents tells; not all loaders put addresses there.
static const void *address(const struct link_map *map, uintptr_t place) {
  return (const void *)(place < map->l_addr ? map->l_addr + place : place);
}

void blox_pjrt_keep_objects(void *handle) {
  struct link_map *map = NULL;
  if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0 || map == NULL) return;
  Library library = {map->l_addr, NULL, NULL};
  const Elf64_Rela *tables[2] = {NULL, NULL};
  size_t sizes[2] = {0, 0};
  for (const Elf64_Dyn *entry = map->l_ld; entry->d_tag != DT_NULL; entry++) {
    switch (entry->d_tag) {
    case DT_SYMTAB: library.symbols = address(map, entry->d_un.d_ptr); break;
    case DT_STRTAB: library.names = address(map, entry->d_un.d_ptr); break;
    case DT_RELA: tables[0] = address(map, entry->d_un.d_ptr); break;
    case DT_RELASZ: sizes[0] = entry->d_un.d_val; break;
    case DT_JMPREL: tables[1] = address(map, entry->d_un.d_ptr); break;
    case DT_PLTRELSZ: sizes[1] = entry->d_un.d_val; break;
    }
  }
  if (library.symbols == NULL || library.names == NULL) return;
  for (int index = 0; index < 2; index++) {
    if (tables[index] != NULL) replace(&library, tables[index], sizes[index]);
  }
}

#else

void blox_pjrt_keep_objects(void *library) { (void)library; }

#endif
