// How a process ends in order while a plugin's threads are at work.

#ifndef BLOX_CPJRT_EXIT_H
#define BLOX_CPJRT_EXIT_H

#include <stdbool.h>

#pragma clang assume_nonnull begin

/// How deep this thread is inside of plugins: in calls of theirs, and in calls that they make of us.
extern _Thread_local int blox_pjrt_depth;

/// Notes that this thread enters a plugin, or is called by one; true if it was outside.
static inline bool blox_pjrt_enter(void) { return blox_pjrt_depth++ == 0; }

/// The opposite; true if the thread is outside again.
static inline bool blox_pjrt_leave(void) { return --blox_pjrt_depth == 0; }

/// Whether this thread is inside of a plugin.
static inline bool blox_pjrt_is_inside(void) { return blox_pjrt_depth > 0; }

/// Has `handler` called when the process ends by `exit`, before handlers that were registered earlier; with the exit
/// status, or -1 where the system does not tell it.
void blox_pjrt_at_exit(void (*handler)(int status));

/// Writes out what was printed and ends the process at once, without further handlers.
_Noreturn void blox_pjrt_end_now(int status);

/// Keeps the destructors that the library registers from now on from running when the process ends.
///
/// A plugin makes some of its objects at their first use, so after any handler of ours was registered; these would be
/// destroyed before that handler can wait for the threads that use them, as the code that XLA generates for matrix
/// products is. The process ends: nothing needs their memory back. What can not be found is left as it is.
void blox_pjrt_keep_objects(void *library);

#pragma clang assume_nonnull end

#endif
