// A PJRT plugin that joins the CPU devices of several processes, as those of GPUs and TPUs join theirs; for tests and
// for trying out programs of several processes on one machine.
//
// It stands in front of a CPU plugin (the library that JOINING_CPU_PLUGIN names), which joins nothing. Each process has
// the devices of all processes in its own CPU plugin, and shows only its own as addressable. A program for devices of
// several processes is run by each process for all devices: before that the processes give each other their devices'
// arguments by PJRT's key-value callbacks, and afterwards each keeps the results of its own devices. So everything is
// computed as often as there are processes, with the real XLA; what it shows is whether callers treat devices,
// programs and values of several processes as they should.
//
// Options: `node_id`, `num_nodes`, and `visible_devices`, whose number is that of the devices of each process.

#ifndef BLOX_JOINING_PLUGIN_H
#define BLOX_JOINING_PLUGIN_H

#include "CPJRT.h"

/// The table of functions; NULL, with a message on standard error, if there is no CPU plugin to stand in front of.
const PJRT_Api *_Nullable GetPjrtApi(void);

#endif
