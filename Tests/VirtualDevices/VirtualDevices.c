// Gives test processes eight virtual devices on the CPU.
//
// All test targets run in one process, which has one backend, opened by whichever test comes first. So the number of
// devices is said before any of them runs. It was measured not to matter to the tests that use one device: the recorded
// cases take as long on a backend of eight devices as on one of one device (16.7 and 17.5 s of processor time).
#include <stdlib.h>

#include "VirtualDevices.h"

const int virtualDeviceCount = 8;

__attribute__((constructor)) static void setVirtualDeviceCount(void) {
  setenv("BLOX_CPU_DEVICES", "8", 1);
}
