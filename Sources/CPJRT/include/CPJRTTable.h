// The table of functions that a plugin's `GetPjrtApi` returns.

#ifndef BLOX_CPJRT_TABLE_H
#define BLOX_CPJRT_TABLE_H

#include "CPJRTProgramArguments.h"

#pragma clang assume_nonnull begin

// A slot for a function that blox does not call; it only keeps the place.
#define BLOX_PJRT_UNUSED(name) void *_Nullable unused_##name

#define BLOX_PJRT_FUNCTION(name) PJRT_Error *_Nullable (*_Nonnull name)(PJRT_##name##_Args *)

/// The functions up to the last one that blox calls, in the order of the interface.
///
/// The functions are declared to be there, because every slot is checked when a plugin is loaded.
typedef struct PJRT_Api {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Api_Version pjrt_api_version;
  void (*_Nonnull Error_Destroy)(PJRT_Error_Destroy_Args *);
  void (*_Nonnull Error_Message)(PJRT_Error_Message_Args *);
  BLOX_PJRT_FUNCTION(Error_GetCode);
  BLOX_PJRT_FUNCTION(Plugin_Initialize);
  BLOX_PJRT_FUNCTION(Plugin_Attributes);
  BLOX_PJRT_FUNCTION(Event_Destroy);
  BLOX_PJRT_FUNCTION(Event_IsReady);
  BLOX_PJRT_UNUSED(Event_Error);
  BLOX_PJRT_FUNCTION(Event_Await);
  BLOX_PJRT_FUNCTION(Event_OnReady);
  BLOX_PJRT_FUNCTION(Client_Create);
  BLOX_PJRT_FUNCTION(Client_Destroy);
  BLOX_PJRT_FUNCTION(Client_PlatformName);
  BLOX_PJRT_UNUSED(Client_ProcessIndex);
  BLOX_PJRT_FUNCTION(Client_PlatformVersion);
  BLOX_PJRT_FUNCTION(Client_Devices);
  BLOX_PJRT_FUNCTION(Client_AddressableDevices);
  BLOX_PJRT_UNUSED(Client_LookupDevice);
  BLOX_PJRT_UNUSED(Client_LookupAddressableDevice);
  BLOX_PJRT_UNUSED(Client_AddressableMemories);
  BLOX_PJRT_FUNCTION(Client_Compile);
  BLOX_PJRT_UNUSED(Client_DefaultDeviceAssignment);
  BLOX_PJRT_FUNCTION(Client_BufferFromHostBuffer);
  BLOX_PJRT_FUNCTION(DeviceDescription_Id);
  BLOX_PJRT_FUNCTION(DeviceDescription_ProcessIndex);
  BLOX_PJRT_UNUSED(DeviceDescription_Attributes);
  BLOX_PJRT_FUNCTION(DeviceDescription_Kind);
  BLOX_PJRT_FUNCTION(DeviceDescription_DebugString);
  BLOX_PJRT_UNUSED(DeviceDescription_ToString);
  BLOX_PJRT_FUNCTION(Device_GetDescription);
  BLOX_PJRT_UNUSED(Device_IsAddressable);
  BLOX_PJRT_FUNCTION(Device_LocalHardwareId);
  BLOX_PJRT_UNUSED(Device_AddressableMemories);
  BLOX_PJRT_UNUSED(Device_DefaultMemory);
  BLOX_PJRT_FUNCTION(Device_MemoryStats);
  BLOX_PJRT_UNUSED(Memory_Id);
  BLOX_PJRT_UNUSED(Memory_Kind);
  BLOX_PJRT_UNUSED(Memory_DebugString);
  BLOX_PJRT_UNUSED(Memory_ToString);
  BLOX_PJRT_UNUSED(Memory_AddressableByDevices);
  BLOX_PJRT_FUNCTION(Executable_Destroy);
  BLOX_PJRT_FUNCTION(Executable_Name);
  BLOX_PJRT_FUNCTION(Executable_NumReplicas);
  BLOX_PJRT_FUNCTION(Executable_NumPartitions);
  BLOX_PJRT_FUNCTION(Executable_NumOutputs);
  BLOX_PJRT_UNUSED(Executable_SizeOfGeneratedCodeInBytes);
  BLOX_PJRT_FUNCTION(Executable_GetCostAnalysis);
  BLOX_PJRT_UNUSED(Executable_OutputMemoryKinds);
  BLOX_PJRT_FUNCTION(Executable_OptimizedProgram);
  BLOX_PJRT_FUNCTION(Executable_Serialize);
  BLOX_PJRT_FUNCTION(LoadedExecutable_Destroy);
  BLOX_PJRT_FUNCTION(LoadedExecutable_GetExecutable);
  BLOX_PJRT_FUNCTION(LoadedExecutable_AddressableDevices);
  BLOX_PJRT_UNUSED(LoadedExecutable_Delete);
  BLOX_PJRT_UNUSED(LoadedExecutable_IsDeleted);
  BLOX_PJRT_FUNCTION(LoadedExecutable_Execute);
  BLOX_PJRT_FUNCTION(Executable_DeserializeAndLoad);
  BLOX_PJRT_UNUSED(LoadedExecutable_Fingerprint);
  BLOX_PJRT_FUNCTION(Buffer_Destroy);
  BLOX_PJRT_FUNCTION(Buffer_ElementType);
  BLOX_PJRT_FUNCTION(Buffer_Dimensions);
  BLOX_PJRT_UNUSED(Buffer_UnpaddedDimensions);
  BLOX_PJRT_UNUSED(Buffer_DynamicDimensionIndices);
  BLOX_PJRT_FUNCTION(Buffer_GetMemoryLayout);
  BLOX_PJRT_UNUSED(Buffer_OnDeviceSizeInBytes);
  BLOX_PJRT_UNUSED(Buffer_Device);
  BLOX_PJRT_UNUSED(Buffer_Memory);
  BLOX_PJRT_FUNCTION(Buffer_Delete);
  BLOX_PJRT_FUNCTION(Buffer_IsDeleted);
  BLOX_PJRT_FUNCTION(Buffer_CopyToDevice);
  BLOX_PJRT_FUNCTION(Buffer_ToHostBuffer);
  BLOX_PJRT_FUNCTION(Buffer_IsOnCpu);
  BLOX_PJRT_FUNCTION(Buffer_ReadyEvent);
  BLOX_PJRT_UNUSED(Buffer_UnsafePointer);
  BLOX_PJRT_FUNCTION(Buffer_IncreaseExternalReferenceCount);
  BLOX_PJRT_FUNCTION(Buffer_DecreaseExternalReferenceCount);
  BLOX_PJRT_FUNCTION(Buffer_OpaqueDeviceMemoryDataPointer);
  BLOX_PJRT_UNUSED(CopyToDeviceStream_Destroy);
  BLOX_PJRT_UNUSED(CopyToDeviceStream_AddChunk);
  BLOX_PJRT_UNUSED(CopyToDeviceStream_TotalBytes);
  BLOX_PJRT_UNUSED(CopyToDeviceStream_GranuleSize);
  BLOX_PJRT_UNUSED(CopyToDeviceStream_CurrentBytes);
  BLOX_PJRT_UNUSED(TopologyDescription_Create);
  BLOX_PJRT_UNUSED(TopologyDescription_Destroy);
  BLOX_PJRT_UNUSED(TopologyDescription_PlatformName);
  BLOX_PJRT_UNUSED(TopologyDescription_PlatformVersion);
  BLOX_PJRT_UNUSED(TopologyDescription_GetDeviceDescriptions);
  BLOX_PJRT_UNUSED(TopologyDescription_Serialize);
  BLOX_PJRT_UNUSED(TopologyDescription_Attributes);
  BLOX_PJRT_UNUSED(Compile);
  BLOX_PJRT_FUNCTION(Executable_OutputElementTypes);
  BLOX_PJRT_FUNCTION(Executable_OutputDimensions);
  BLOX_PJRT_UNUSED(Buffer_CopyToMemory);
  BLOX_PJRT_UNUSED(Client_CreateViewOfDeviceBuffer);
  BLOX_PJRT_FUNCTION(Executable_Fingerprint);
  BLOX_PJRT_UNUSED(Client_TopologyDescription);
  BLOX_PJRT_FUNCTION(Executable_GetCompiledMemoryStats);
} PJRT_Api;

#undef BLOX_PJRT_FUNCTION
#undef BLOX_PJRT_UNUSED

enum {
  /// The table must reach as far as the last function above.
  PJRT_Api_MINIMUM_SIZE = offsetof(PJRT_Api, Executable_GetCompiledMemoryStats) + sizeof(void *),
  /// Where the functions start in the table, and how many slots blox knows.
  PJRT_Api_FIRST_SLOT = offsetof(PJRT_Api, Error_Destroy),
};

/// Returns the name of the first function that blox calls and the table has no pointer for, or NULL.
const char *_Nullable blox_pjrt_missing_function(const PJRT_Api *table);

#pragma clang assume_nonnull end

#endif
