// The part of the PJRT C interface that blox calls, declared by blox.
//
// PJRT is the stable C interface of XLA's plugins. A plugin is a shared library that exports one function,
// `GetPjrtApi`, which returns a table of functions. Every function takes one pointer to a structure that starts
// with its own size, and returns an error object or NULL. Structures grow at their end only: the size says
// which fields the caller knows. So nothing here has to match the newest version of the interface, but the order
// of fields and table slots must be that of the interface. The names are the interface's own, so that they can be
// looked up.
//
// Layouts are those of version 0.114; a plugin's table is checked against `PJRT_Api_MINIMUM_SIZE` before use.

#ifndef BLOX_CPJRT_H
#define BLOX_CPJRT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CPJRTExit.h"
#include "CPJRTTrap.h"
#include "CPJRTForeignFunctions.h"
#include "CPJRTKeyValue.h"
#include "CPJRTMemory.h"
#include "CPJRTReplacement.h"
#include "CPJRTTable.h"

#pragma clang assume_nonnull begin

/// What opening a plugin's file came to.
typedef enum BloxPluginOpening {
  BloxPluginOpeningDone = 0,
  /// The file could not be loaded as a shared library.
  BloxPluginOpeningNotALibrary = 1,
  /// The library exports no `GetPjrtApi`.
  BloxPluginOpeningNoEntry = 2,
  /// `GetPjrtApi` returned NULL.
  BloxPluginOpeningNoTable = 3,
} BloxPluginOpening;

/// Opens the shared library at `path` for good (a plugin's threads outlive any handle) and finds its table.
/// On failure, writes at most `capacity` bytes of the loader's own explanation to `explanation`.
BloxPluginOpening blox_pjrt_open(
    const char *path, const PJRT_Api *_Nullable *_Nonnull table, char *explanation, size_t capacity);

#pragma clang assume_nonnull end

#endif
