// What is done when Swift ends the process by a trap.

#ifndef BLOX_CPJRT_TRAP_H
#define BLOX_CPJRT_TRAP_H

/// Has standard output written out before a trap ends the process, as those of a `main` that throws, `fatalError` and an
/// index out of range do; what was to happen at the trap happens then.
void blox_pjrt_keep_output_at_traps(void);

#endif
