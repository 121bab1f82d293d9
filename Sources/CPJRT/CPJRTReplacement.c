// For the loader's own description of libraries.
#define _GNU_SOURCE

#include "include/CPJRTReplacement.h"

#if defined(__linux__) && defined(__LP64__)

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct {
  uintptr_t base;
  const Elf64_Sym *symbols;
  const char *names;
} Library;

static int replace(
    const Library *library, const Elf64_Rela *entries, size_t size, const char *name, void *replacement) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  int count = 0;
  for (size_t index = 0; index < size / sizeof(Elf64_Rela); index++) {
    const size_t number = ELF64_R_SYM(entries[index].r_info);
    if (number == 0 || strcmp(library->names + library->symbols[number].st_name, name) != 0) continue;
    void **slot = (void **)(library->base + entries[index].r_offset);
    // The loader may have made the table read-only.
    void *start = (void *)((uintptr_t)slot & ~(page - 1));
    if (mprotect(start, page, PROT_READ | PROT_WRITE) != 0) return -1;
    *slot = replacement;
    count++;
  }
  return count;
}

// Where something is that the library's own table of contents tells; not all loaders put addresses there.
static const void *address(const struct link_map *map, uintptr_t place) {
  return (const void *)(place < map->l_addr ? map->l_addr + place : place);
}

int blox_replace_function(void *handle, const char *name, void *replacement) {
  struct link_map *map = NULL;
  if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0 || map == NULL) return 0;
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
  if (library.symbols == NULL || library.names == NULL) return 0;
  int count = 0;
  for (int index = 0; index < 2; index++) {
    if (tables[index] == NULL) continue;
    const int replaced = replace(&library, tables[index], sizes[index], name, replacement);
    if (replaced < 0) return -1;
    count += replaced;
  }
  return count;
}

#else

int blox_replace_function(void *library, const char *name, void *replacement) {
  (void)library, (void)name, (void)replacement;
  return 0;
}

#endif
