#pragma once

// The number of devices that a test process has once this target is linked into it.
extern const int virtualDeviceCount;
