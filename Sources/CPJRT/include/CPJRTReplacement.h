// Functions of ours in place of those that a plugin would call.

#ifndef BLOX_CPJRT_REPLACEMENT_H
#define BLOX_CPJRT_REPLACEMENT_H

#pragma clang assume_nonnull begin

/// Puts a function in place of the one called `name` where the library's code looks up its address; that of other
/// libraries does not change. The number of places, or -1 if one could not be written to. 0 where the format of libraries
/// is not known.
int blox_replace_function(void *library, const char *name, void *replacement);

#pragma clang assume_nonnull end

#endif
