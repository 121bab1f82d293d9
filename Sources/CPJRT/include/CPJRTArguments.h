// Argument structures of the functions about errors, plugins, events, clients and devices. Fields after the object that a call is about are
// inputs until the call and results after it, as the interface's documentation says for each.

#ifndef BLOX_CPJRT_ARGUMENTS_H
#define BLOX_CPJRT_ARGUMENTS_H

#include "CPJRTTypes.h"

// `BLOX_PJRT_SIZED(name, last)` gives structure `name` its size, which ends with field `last` and leaves out any
// padding after it, and the Swift function `name.sized()`, which returns it zeroed with that size filled in.
#define BLOX_PJRT_SIZED(name, last) \
  enum { name##_SIZE = offsetof(name, last) + sizeof(((name *)0)->last) }; \
  __attribute__((swift_name(#name ".sized()"))) static inline name name##_sized(void) { \
    name value = {0}; \
    value.struct_size = name##_SIZE; \
    return value; \
  }

BLOX_PJRT_SIZED(PJRT_NamedValue, value_size)
BLOX_PJRT_SIZED(PJRT_Program, format_size)
BLOX_PJRT_SIZED(PJRT_ExecuteOptions, num_hlo_output_callbacks)
BLOX_PJRT_SIZED(PJRT_Buffer_MemoryLayout, type)
BLOX_PJRT_SIZED(PJRT_Buffer_MemoryLayout_Tiled, num_tiles)

typedef void (*PJRT_Event_OnReadyCallback)(PJRT_Error *_Nullable error, void *_Nullable user_arg);

// MARK: Errors

typedef struct PJRT_Error_Destroy_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Error *_Nullable error;
} PJRT_Error_Destroy_Args;
BLOX_PJRT_SIZED(PJRT_Error_Destroy_Args, error)

typedef struct PJRT_Error_Message_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const PJRT_Error *_Nullable error;
  const char *_Nullable message;
  size_t message_size;
} PJRT_Error_Message_Args;
BLOX_PJRT_SIZED(PJRT_Error_Message_Args, message_size)

typedef struct PJRT_Error_GetCode_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const PJRT_Error *_Nullable error;
  PJRT_Error_Code code;
} PJRT_Error_GetCode_Args;
BLOX_PJRT_SIZED(PJRT_Error_GetCode_Args, code)

// MARK: Plugin

typedef struct PJRT_Plugin_Initialize_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
} PJRT_Plugin_Initialize_Args;
BLOX_PJRT_SIZED(PJRT_Plugin_Initialize_Args, extension_start)

typedef struct PJRT_Plugin_Attributes_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const PJRT_NamedValue *_Nullable attributes;
  size_t num_attributes;
} PJRT_Plugin_Attributes_Args;
BLOX_PJRT_SIZED(PJRT_Plugin_Attributes_Args, num_attributes)

// MARK: Events

typedef struct PJRT_Event_Destroy_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Event *_Nullable event;
} PJRT_Event_Destroy_Args;
BLOX_PJRT_SIZED(PJRT_Event_Destroy_Args, event)

typedef struct PJRT_Event_IsReady_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Event *_Nullable event;
  bool is_ready;
} PJRT_Event_IsReady_Args;
BLOX_PJRT_SIZED(PJRT_Event_IsReady_Args, is_ready)

typedef struct PJRT_Event_Await_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Event *_Nullable event;
} PJRT_Event_Await_Args;
BLOX_PJRT_SIZED(PJRT_Event_Await_Args, event)

typedef struct PJRT_Event_OnReady_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Event *_Nullable event;
  PJRT_Event_OnReadyCallback _Nullable callback;
  void *_Nullable user_arg;
} PJRT_Event_OnReady_Args;
BLOX_PJRT_SIZED(PJRT_Event_OnReady_Args, user_arg)

// MARK: Client

typedef struct PJRT_Client_Create_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const PJRT_NamedValue *_Nullable create_options;
  size_t num_options;
  void *_Nullable kv_get_callback;
  void *_Nullable kv_get_user_arg;
  void *_Nullable kv_put_callback;
  void *_Nullable kv_put_user_arg;
  PJRT_Client *_Nullable client;
  void *_Nullable kv_try_get_callback;
  void *_Nullable kv_try_get_user_arg;
} PJRT_Client_Create_Args;
BLOX_PJRT_SIZED(PJRT_Client_Create_Args, kv_try_get_user_arg)

typedef struct PJRT_Client_Destroy_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
} PJRT_Client_Destroy_Args;
BLOX_PJRT_SIZED(PJRT_Client_Destroy_Args, client)

typedef struct PJRT_Client_PlatformName_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  const char *_Nullable platform_name;
  size_t platform_name_size;
} PJRT_Client_PlatformName_Args;
BLOX_PJRT_SIZED(PJRT_Client_PlatformName_Args, platform_name_size)

typedef struct PJRT_Client_PlatformVersion_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  const char *_Nullable platform_version;
  size_t platform_version_size;
} PJRT_Client_PlatformVersion_Args;
BLOX_PJRT_SIZED(PJRT_Client_PlatformVersion_Args, platform_version_size)

typedef struct PJRT_Client_Devices_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  PJRT_Device *_Nullable const *_Nullable devices;
  size_t num_devices;
} PJRT_Client_Devices_Args;
BLOX_PJRT_SIZED(PJRT_Client_Devices_Args, num_devices)

typedef struct PJRT_Client_AddressableDevices_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  PJRT_Device *_Nullable const *_Nullable addressable_devices;
  size_t num_addressable_devices;
} PJRT_Client_AddressableDevices_Args;
BLOX_PJRT_SIZED(PJRT_Client_AddressableDevices_Args, num_addressable_devices)

typedef struct PJRT_Client_Compile_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  const PJRT_Program *_Nullable program;
  const char *_Nullable compile_options;
  size_t compile_options_size;
  PJRT_LoadedExecutable *_Nullable executable;
} PJRT_Client_Compile_Args;
BLOX_PJRT_SIZED(PJRT_Client_Compile_Args, executable)

typedef struct PJRT_Client_BufferFromHostBuffer_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Client *_Nullable client;
  const void *_Nullable data;
  PJRT_Buffer_Type type;
  const int64_t *_Nullable dims;
  size_t num_dims;
  const int64_t *_Nullable byte_strides;
  size_t num_byte_strides;
  PJRT_HostBufferSemantics host_buffer_semantics;
  PJRT_Device *_Nullable device;
  PJRT_Memory *_Nullable memory;
  PJRT_Buffer_MemoryLayout *_Nullable device_layout;
  PJRT_Event *_Nullable done_with_host_buffer;
  PJRT_Buffer *_Nullable buffer;
} PJRT_Client_BufferFromHostBuffer_Args;
BLOX_PJRT_SIZED(PJRT_Client_BufferFromHostBuffer_Args, buffer)

// MARK: Devices

typedef struct PJRT_Device_GetDescription_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Device *_Nullable device;
  PJRT_DeviceDescription *_Nullable device_description;
} PJRT_Device_GetDescription_Args;
BLOX_PJRT_SIZED(PJRT_Device_GetDescription_Args, device_description)

typedef struct PJRT_Device_LocalHardwareId_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Device *_Nullable device;
  int32_t local_hardware_id;
} PJRT_Device_LocalHardwareId_Args;
BLOX_PJRT_SIZED(PJRT_Device_LocalHardwareId_Args, local_hardware_id)

typedef struct PJRT_Device_MemoryStats_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Device *_Nullable device;
  int64_t bytes_in_use;
  int64_t peak_bytes_in_use;
  bool peak_bytes_in_use_is_set;
  int64_t num_allocs;
  bool num_allocs_is_set;
  int64_t largest_alloc_size;
  bool largest_alloc_size_is_set;
  int64_t bytes_limit;
  bool bytes_limit_is_set;
  int64_t bytes_reserved;
  bool bytes_reserved_is_set;
  int64_t peak_bytes_reserved;
  bool peak_bytes_reserved_is_set;
  int64_t bytes_reservable_limit;
  bool bytes_reservable_limit_is_set;
  int64_t largest_free_block_bytes;
  bool largest_free_block_bytes_is_set;
  int64_t pool_bytes;
  bool pool_bytes_is_set;
  int64_t peak_pool_bytes;
  bool peak_pool_bytes_is_set;
  int64_t peak_allocated_bytes;
  bool peak_allocated_bytes_is_set;
} PJRT_Device_MemoryStats_Args;
BLOX_PJRT_SIZED(PJRT_Device_MemoryStats_Args, peak_allocated_bytes_is_set)

typedef struct PJRT_DeviceDescription_Id_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_DeviceDescription *_Nullable device_description;
  int32_t id;
} PJRT_DeviceDescription_Id_Args;
BLOX_PJRT_SIZED(PJRT_DeviceDescription_Id_Args, id)

typedef struct PJRT_DeviceDescription_ProcessIndex_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_DeviceDescription *_Nullable device_description;
  int32_t process_index;
} PJRT_DeviceDescription_ProcessIndex_Args;
BLOX_PJRT_SIZED(PJRT_DeviceDescription_ProcessIndex_Args, process_index)

typedef struct PJRT_DeviceDescription_Kind_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_DeviceDescription *_Nullable device_description;
  const char *_Nullable device_kind;
  size_t device_kind_size;
} PJRT_DeviceDescription_Kind_Args;
BLOX_PJRT_SIZED(PJRT_DeviceDescription_Kind_Args, device_kind_size)

typedef struct PJRT_DeviceDescription_DebugString_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_DeviceDescription *_Nullable device_description;
  const char *_Nullable debug_string;
  size_t debug_string_size;
} PJRT_DeviceDescription_DebugString_Args;
BLOX_PJRT_SIZED(PJRT_DeviceDescription_DebugString_Args, debug_string_size)

#endif
