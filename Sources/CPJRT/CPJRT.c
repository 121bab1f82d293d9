#include "CPJRT.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

BloxPluginOpening blox_pjrt_open(
    const char *path, const PJRT_Api **table, char *explanation, size_t capacity) {
  // XLA reads this while its library is being loaded. 2 keeps errors and drops the notices.
  setenv("TF_CPP_MIN_LOG_LEVEL", "2", 0);
  *table = NULL;
  if (capacity > 0) explanation[0] = '\0';
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    const char *reason = dlerror();
    snprintf(explanation, capacity, "%s", reason != NULL ? reason : "dlopen failed");
    return BloxPluginOpeningNotALibrary;
  }
  const PJRT_Api *(*entry)(void) = (const PJRT_Api *(*)(void))dlsym(library, "GetPjrtApi");
  if (entry == NULL) {
    // Nothing of it is in use, so it can go.
    dlclose(library);
    return BloxPluginOpeningNoEntry;
  }
  blox_pjrt_keep_objects(library);
  *table = entry();
  return *table != NULL ? BloxPluginOpeningDone : BloxPluginOpeningNoTable;
}

const char *blox_pjrt_missing_function(const PJRT_Api *table) {
#define BLOX_CHECK(name) \
  if (*(void *const *)((const char *)table + offsetof(PJRT_Api, name)) == NULL) return "PJRT_" #name
  BLOX_CHECK(Error_Destroy);
  BLOX_CHECK(Error_Message);
  BLOX_CHECK(Error_GetCode);
  BLOX_CHECK(Plugin_Initialize);
  BLOX_CHECK(Plugin_Attributes);
  BLOX_CHECK(Event_Destroy);
  BLOX_CHECK(Event_IsReady);
  BLOX_CHECK(Event_Await);
  BLOX_CHECK(Event_OnReady);
  BLOX_CHECK(Client_Create);
  BLOX_CHECK(Client_Destroy);
  BLOX_CHECK(Client_PlatformName);
  BLOX_CHECK(Client_PlatformVersion);
  BLOX_CHECK(Client_Devices);
  BLOX_CHECK(Client_AddressableDevices);
  BLOX_CHECK(Client_Compile);
  BLOX_CHECK(Client_BufferFromHostBuffer);
  BLOX_CHECK(DeviceDescription_Id);
  BLOX_CHECK(DeviceDescription_ProcessIndex);
  BLOX_CHECK(DeviceDescription_Kind);
  BLOX_CHECK(DeviceDescription_DebugString);
  BLOX_CHECK(Device_GetDescription);
  BLOX_CHECK(Device_LocalHardwareId);
  BLOX_CHECK(Device_MemoryStats);
  BLOX_CHECK(Executable_Destroy);
  BLOX_CHECK(Executable_Name);
  BLOX_CHECK(Executable_NumReplicas);
  BLOX_CHECK(Executable_NumPartitions);
  BLOX_CHECK(Executable_NumOutputs);
  BLOX_CHECK(Executable_GetCostAnalysis);
  BLOX_CHECK(Executable_OptimizedProgram);
  BLOX_CHECK(Executable_Serialize);
  BLOX_CHECK(LoadedExecutable_Destroy);
  BLOX_CHECK(LoadedExecutable_GetExecutable);
  BLOX_CHECK(LoadedExecutable_AddressableDevices);
  BLOX_CHECK(LoadedExecutable_Execute);
  BLOX_CHECK(Executable_DeserializeAndLoad);
  BLOX_CHECK(Buffer_Destroy);
  BLOX_CHECK(Buffer_ElementType);
  BLOX_CHECK(Buffer_Dimensions);
  BLOX_CHECK(Buffer_GetMemoryLayout);
  BLOX_CHECK(Buffer_Delete);
  BLOX_CHECK(Buffer_IsDeleted);
  BLOX_CHECK(Buffer_CopyToDevice);
  BLOX_CHECK(Buffer_ToHostBuffer);
  BLOX_CHECK(Buffer_IsOnCpu);
  BLOX_CHECK(Buffer_ReadyEvent);
  BLOX_CHECK(Buffer_IncreaseExternalReferenceCount);
  BLOX_CHECK(Buffer_DecreaseExternalReferenceCount);
  BLOX_CHECK(Buffer_OpaqueDeviceMemoryDataPointer);
  BLOX_CHECK(Executable_OutputElementTypes);
  BLOX_CHECK(Executable_OutputDimensions);
  BLOX_CHECK(Executable_Fingerprint);
  BLOX_CHECK(Executable_GetCompiledMemoryStats);
#undef BLOX_CHECK
  return NULL;
}

// The places of a few functions, as the interface counts them: a slip in the table above does not compile.
#define BLOX_SLOT(name, slot) \
  _Static_assert(offsetof(PJRT_Api, name) == 40 + (slot) * sizeof(void *), "wrong slot for " #name)
BLOX_SLOT(Event_OnReady, 9);
BLOX_SLOT(Client_BufferFromHostBuffer, 22);
BLOX_SLOT(Device_MemoryStats, 34);
BLOX_SLOT(Executable_Serialize, 49);
BLOX_SLOT(LoadedExecutable_Execute, 55);
BLOX_SLOT(Buffer_Destroy, 58);
BLOX_SLOT(Buffer_ToHostBuffer, 70);
BLOX_SLOT(Buffer_OpaqueDeviceMemoryDataPointer, 76);
BLOX_SLOT(Executable_OutputDimensions, 91);
BLOX_SLOT(Executable_GetCompiledMemoryStats, 96);
