// Argument structures of the functions about executables and buffers.

#ifndef BLOX_CPJRT_PROGRAM_ARGUMENTS_H
#define BLOX_CPJRT_PROGRAM_ARGUMENTS_H

#include "CPJRTArguments.h"

// MARK: Executables

typedef struct PJRT_Executable_Destroy_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
} PJRT_Executable_Destroy_Args;
BLOX_PJRT_SIZED(PJRT_Executable_Destroy_Args, executable)

typedef struct PJRT_Executable_Name_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  const char *_Nullable executable_name;
  size_t executable_name_size;
} PJRT_Executable_Name_Args;
BLOX_PJRT_SIZED(PJRT_Executable_Name_Args, executable_name_size)

typedef struct PJRT_Executable_NumReplicas_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  size_t num_replicas;
} PJRT_Executable_NumReplicas_Args;
BLOX_PJRT_SIZED(PJRT_Executable_NumReplicas_Args, num_replicas)

typedef struct PJRT_Executable_NumPartitions_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  size_t num_partitions;
} PJRT_Executable_NumPartitions_Args;
BLOX_PJRT_SIZED(PJRT_Executable_NumPartitions_Args, num_partitions)

typedef struct PJRT_Executable_NumOutputs_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  size_t num_outputs;
} PJRT_Executable_NumOutputs_Args;
BLOX_PJRT_SIZED(PJRT_Executable_NumOutputs_Args, num_outputs)

typedef struct PJRT_Executable_OutputElementTypes_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  PJRT_Buffer_Type *_Nullable output_types;
  size_t num_output_types;
} PJRT_Executable_OutputElementTypes_Args;
BLOX_PJRT_SIZED(PJRT_Executable_OutputElementTypes_Args, num_output_types)

typedef struct PJRT_Executable_OutputDimensions_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  size_t num_outputs;
  const int64_t *_Nullable dims;
  const size_t *_Nullable dim_sizes;
} PJRT_Executable_OutputDimensions_Args;
BLOX_PJRT_SIZED(PJRT_Executable_OutputDimensions_Args, dim_sizes)

typedef struct PJRT_Executable_Fingerprint_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  const char *_Nullable executable_fingerprint;
  size_t executable_fingerprint_size;
} PJRT_Executable_Fingerprint_Args;
BLOX_PJRT_SIZED(PJRT_Executable_Fingerprint_Args, executable_fingerprint_size)

typedef struct PJRT_Executable_OptimizedProgram_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  PJRT_Program *_Nullable program;
} PJRT_Executable_OptimizedProgram_Args;
BLOX_PJRT_SIZED(PJRT_Executable_OptimizedProgram_Args, program)

typedef struct PJRT_Executable_Serialize_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const PJRT_Executable *_Nullable executable;
  const char *_Nullable serialized_bytes;
  size_t serialized_bytes_size;
  PJRT_SerializedExecutable *_Nullable serialized_executable;
  void (*_Nullable serialized_executable_deleter)(PJRT_SerializedExecutable *_Nullable);
} PJRT_Executable_Serialize_Args;
BLOX_PJRT_SIZED(PJRT_Executable_Serialize_Args, serialized_executable_deleter)

typedef struct PJRT_Executable_DeserializeAndLoad_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  const char *_Nullable serialized_executable;
  size_t serialized_executable_size;
  PJRT_LoadedExecutable *_Nullable loaded_executable;
  const char *_Nullable overridden_serialized_compile_options;
  size_t overridden_serialized_compile_options_size;
  void *_Nullable load_options;
} PJRT_Executable_DeserializeAndLoad_Args;
BLOX_PJRT_SIZED(PJRT_Executable_DeserializeAndLoad_Args, load_options)

typedef struct PJRT_Executable_GetCostAnalysis_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  size_t num_properties;
  const PJRT_NamedValue *_Nullable properties;
} PJRT_Executable_GetCostAnalysis_Args;
BLOX_PJRT_SIZED(PJRT_Executable_GetCostAnalysis_Args, properties)

typedef struct PJRT_Executable_GetCompiledMemoryStats_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  int64_t generated_code_size_in_bytes;
  int64_t argument_size_in_bytes;
  int64_t output_size_in_bytes;
  int64_t alias_size_in_bytes;
  int64_t temp_size_in_bytes;
  int64_t host_generated_code_size_in_bytes;
  int64_t host_argument_size_in_bytes;
  int64_t host_output_size_in_bytes;
  int64_t host_alias_size_in_bytes;
  int64_t host_temp_size_in_bytes;
  int64_t peak_memory_in_bytes;
  int64_t total_size_in_bytes;
  int64_t total_allocation_bytes;
  int64_t indefinite_allocations;
  int64_t peak_unpadded_heap_bytes;
} PJRT_Executable_GetCompiledMemoryStats_Args;
BLOX_PJRT_SIZED(PJRT_Executable_GetCompiledMemoryStats_Args, peak_unpadded_heap_bytes)

typedef struct PJRT_LoadedExecutable_Destroy_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_LoadedExecutable *_Nullable executable;
} PJRT_LoadedExecutable_Destroy_Args;
BLOX_PJRT_SIZED(PJRT_LoadedExecutable_Destroy_Args, executable)

typedef struct PJRT_LoadedExecutable_GetExecutable_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_LoadedExecutable *_Nullable loaded_executable;
  PJRT_Executable *_Nullable executable;
} PJRT_LoadedExecutable_GetExecutable_Args;
BLOX_PJRT_SIZED(PJRT_LoadedExecutable_GetExecutable_Args, executable)

typedef struct PJRT_LoadedExecutable_AddressableDevices_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_LoadedExecutable *_Nullable executable;
  PJRT_Device *_Nullable const *_Nullable addressable_devices;
  size_t num_addressable_devices;
} PJRT_LoadedExecutable_AddressableDevices_Args;
BLOX_PJRT_SIZED(PJRT_LoadedExecutable_AddressableDevices_Args, num_addressable_devices)

typedef struct PJRT_LoadedExecutable_Execute_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_LoadedExecutable *_Nullable executable;
  PJRT_ExecuteOptions *_Nullable options;
  PJRT_Buffer *_Nullable const *_Nullable const *_Nullable argument_lists;
  size_t num_devices;
  size_t num_args;
  PJRT_Buffer *_Nullable *_Nullable const *_Nullable output_lists;
  PJRT_Event *_Nullable *_Nullable device_complete_events;
  PJRT_Device *_Nullable execute_device;
} PJRT_LoadedExecutable_Execute_Args;
BLOX_PJRT_SIZED(PJRT_LoadedExecutable_Execute_Args, execute_device)

// MARK: Buffers

typedef struct PJRT_Buffer_Destroy_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
} PJRT_Buffer_Destroy_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_Destroy_Args, buffer)

typedef struct PJRT_Buffer_ElementType_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  PJRT_Buffer_Type type;
} PJRT_Buffer_ElementType_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_ElementType_Args, type)

typedef struct PJRT_Buffer_Dimensions_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  const int64_t *_Nullable dims;
  size_t num_dims;
} PJRT_Buffer_Dimensions_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_Dimensions_Args, num_dims)

typedef struct PJRT_Buffer_GetMemoryLayout_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  PJRT_Buffer_MemoryLayout layout;
} PJRT_Buffer_GetMemoryLayout_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_GetMemoryLayout_Args, layout)

typedef struct PJRT_Buffer_Delete_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
} PJRT_Buffer_Delete_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_Delete_Args, buffer)

typedef struct PJRT_Buffer_IsDeleted_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  bool is_deleted;
} PJRT_Buffer_IsDeleted_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_IsDeleted_Args, is_deleted)

typedef struct PJRT_Buffer_IsOnCpu_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  bool is_on_cpu;
} PJRT_Buffer_IsOnCpu_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_IsOnCpu_Args, is_on_cpu)

typedef struct PJRT_Buffer_CopyToDevice_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  PJRT_Device *_Nullable dst_device;
  PJRT_Buffer *_Nullable dst_buffer;
} PJRT_Buffer_CopyToDevice_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_CopyToDevice_Args, dst_buffer)

typedef struct PJRT_Buffer_ToHostBuffer_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable src;
  PJRT_Buffer_MemoryLayout *_Nullable host_layout;
  void *_Nullable dst;
  size_t dst_size;
  PJRT_Event *_Nullable event;
} PJRT_Buffer_ToHostBuffer_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_ToHostBuffer_Args, event)

typedef struct PJRT_Buffer_ReadyEvent_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  PJRT_Event *_Nullable event;
} PJRT_Buffer_ReadyEvent_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_ReadyEvent_Args, event)

typedef struct PJRT_Buffer_IncreaseExternalReferenceCount_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
} PJRT_Buffer_IncreaseExternalReferenceCount_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_IncreaseExternalReferenceCount_Args, buffer)

typedef struct PJRT_Buffer_DecreaseExternalReferenceCount_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
} PJRT_Buffer_DecreaseExternalReferenceCount_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_DecreaseExternalReferenceCount_Args, buffer)

typedef struct PJRT_Buffer_OpaqueDeviceMemoryDataPointer_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Buffer *_Nullable buffer;
  void *_Nullable device_memory_ptr;
} PJRT_Buffer_OpaqueDeviceMemoryDataPointer_Args;
BLOX_PJRT_SIZED(PJRT_Buffer_OpaqueDeviceMemoryDataPointer_Args, device_memory_ptr)

#endif
