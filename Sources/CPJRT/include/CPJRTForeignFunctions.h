// Extensions of the interface that blox uses: foreign functions (a handler in our own process, called from a compiled
// program by `stablehlo.custom_call`) and layouts (asked only for how many parameters a program has).

#ifndef BLOX_CPJRT_FOREIGN_FUNCTIONS_H
#define BLOX_CPJRT_FOREIGN_FUNCTIONS_H

#include "CPJRTProgramArguments.h"

// MARK: What a handler is called with

/// When a handler is called. Only `Execute` is about data; a handler returns NULL in the other stages.
enum {
  XLA_FFI_ExecutionStage_INSTANTIATE = 0,
  XLA_FFI_ExecutionStage_PREPARE = 1,
  XLA_FFI_ExecutionStage_INITIALIZE = 2,
  XLA_FFI_ExecutionStage_EXECUTE = 3,
};

enum {
  XLA_FFI_AttrType_ARRAY = 1,
  XLA_FFI_AttrType_DICTIONARY = 2,
  XLA_FFI_AttrType_SCALAR = 3,
  XLA_FFI_AttrType_STRING = 4,
};

enum { XLA_FFI_Extension_Metadata = 1 };

typedef struct XLA_FFI_Error {
  void *_Nullable private_;
} XLA_FFI_Error;

typedef struct XLA_FFI_ExecutionContext {
  void *_Nullable private_;
} XLA_FFI_ExecutionContext;

typedef struct XLA_FFI_Extension_Base {
  size_t struct_size;
  uint32_t type;
  struct XLA_FFI_Extension_Base *_Nullable next;
} XLA_FFI_Extension_Base;

typedef struct XLA_FFI_Api_Version {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  int32_t major_version;
  int32_t minor_version;
} XLA_FFI_Api_Version;

/// What a handler says of itself when it is registered.
typedef struct XLA_FFI_Metadata {
  size_t struct_size;
  /// A minor version above the plugin's makes the plugin drop the handler without a word: echo the plugin's own.
  XLA_FFI_Api_Version api_version;
  uint32_t traits;
  int64_t state_type_id;
} XLA_FFI_Metadata;

typedef struct XLA_FFI_Metadata_Extension {
  XLA_FFI_Extension_Base extension_base;
  XLA_FFI_Metadata *_Nullable metadata;
} XLA_FFI_Metadata_Extension;

typedef struct XLA_FFI_Error_Create_Args {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  const char *_Nullable message;
  uint32_t errc;
} XLA_FFI_Error_Create_Args;
BLOX_PJRT_SIZED(XLA_FFI_Error_Create_Args, errc)

typedef struct XLA_FFI_Error_Destroy_Args {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  XLA_FFI_Error *_Nullable error;
} XLA_FFI_Error_Destroy_Args;
BLOX_PJRT_SIZED(XLA_FFI_Error_Destroy_Args, error)

/// The device that a handler's operands are on.
typedef struct XLA_FFI_DeviceOrdinal_Get_Args {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  XLA_FFI_ExecutionContext *_Nullable ctx;
  int32_t device_ordinal;
} XLA_FFI_DeviceOrdinal_Get_Args;
BLOX_PJRT_SIZED(XLA_FFI_DeviceOrdinal_Get_Args, device_ordinal)

/// Work for one of the threads of XLA that run the program, done now or later.
typedef struct XLA_FFI_ThreadPool_Schedule_Args {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  XLA_FFI_ExecutionContext *_Nullable ctx;
  void (*_Nullable task)(void *_Nonnull data);
  void *_Nullable data;
} XLA_FFI_ThreadPool_Schedule_Args;
BLOX_PJRT_SIZED(XLA_FFI_ThreadPool_Schedule_Args, data)

typedef struct XLA_FFI_ThreadPool_NumThreads_Args {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  XLA_FFI_ExecutionContext *_Nullable ctx;
  int64_t *_Nullable num_threads;
} XLA_FFI_ThreadPool_NumThreads_Args;
BLOX_PJRT_SIZED(XLA_FFI_ThreadPool_NumThreads_Args, num_threads)

/// The start of the table of functions that a handler may call.
typedef struct XLA_FFI_Api {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  XLA_FFI_Api_Version api_version;
  void *_Nullable unused_internal_api;
  XLA_FFI_Error *_Nullable (*_Nullable error_create)(XLA_FFI_Error_Create_Args *_Nonnull);
  void *_Nullable unused_error_get_message;
  void (*_Nullable error_destroy)(XLA_FFI_Error_Destroy_Args *_Nonnull);
  void *_Nullable unused[8];
  XLA_FFI_Error *_Nullable (*_Nullable thread_pool_schedule)(XLA_FFI_ThreadPool_Schedule_Args *_Nonnull);
  XLA_FFI_Error *_Nullable (*_Nullable thread_pool_num_threads)(XLA_FFI_ThreadPool_NumThreads_Args *_Nonnull);
  void *_Nullable unused_too[4];
  XLA_FFI_Error *_Nullable (*_Nullable device_ordinal_get)(XLA_FFI_DeviceOrdinal_Get_Args *_Nonnull);
} XLA_FFI_Api;

typedef struct XLA_FFI_ByteSpan {
  const char *_Nullable ptr;
  size_t len;
} XLA_FFI_ByteSpan;

/// A scalar attribute; `dtype` counts as XLA's own primitive types do, not as `PJRT_Buffer_Type` does.
typedef struct XLA_FFI_Scalar {
  uint32_t dtype;
  void *_Nullable value;
} XLA_FFI_Scalar;

typedef struct XLA_FFI_Array {
  uint32_t dtype;
  size_t size;
  void *_Nullable data;
} XLA_FFI_Array;

/// An operand or a result, in the memory of the device.
typedef struct XLA_FFI_Buffer {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  uint32_t dtype;
  void *_Nullable data;
  int64_t rank;
  const int64_t *_Nullable dims;
} XLA_FFI_Buffer;

typedef struct XLA_FFI_Buffers {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  int64_t size;
  const uint32_t *_Nullable types;
  XLA_FFI_Buffer *_Nullable const *_Nullable buffers;
} XLA_FFI_Buffers;

/// The operation's `backend_config`. An attribute points at a `ByteSpan`, `Scalar`, `Array` or `Attrs` by its type.
typedef struct XLA_FFI_Attrs {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  int64_t size;
  const uint32_t *_Nullable types;
  XLA_FFI_ByteSpan *_Nullable const *_Nullable names;
  void *_Nullable const *_Nullable attrs;
} XLA_FFI_Attrs;

typedef struct XLA_FFI_CallFrame {
  size_t struct_size;
  XLA_FFI_Extension_Base *_Nullable extension_start;
  const XLA_FFI_Api *_Nullable api;
  XLA_FFI_ExecutionContext *_Nullable ctx;
  uint32_t stage;
  XLA_FFI_Buffers args;
  XLA_FFI_Buffers rets;
  XLA_FFI_Attrs attrs;
} XLA_FFI_CallFrame;

/// A handler. It may run on any thread, and on several at once; NULL means that all went well.
typedef XLA_FFI_Error *_Nullable (*XLA_FFI_Handler)(XLA_FFI_CallFrame *_Nullable frame);

// MARK: The extensions in a plugin's list

typedef struct PJRT_FFI_Register_Handler_Args {
  size_t struct_size;
  const char *_Nullable target_name;
  size_t target_name_size;
  XLA_FFI_Handler _Nullable handler;
  const char *_Nullable platform_name;
  size_t platform_name_size;
  uint32_t traits;
} PJRT_FFI_Register_Handler_Args;
BLOX_PJRT_SIZED(PJRT_FFI_Register_Handler_Args, traits)

typedef struct PJRT_FFI_Extension {
  PJRT_Extension_Base base;
  void *_Nullable unused_type_register;
  void *_Nullable unused_user_data_add;
  PJRT_Error *_Nullable (*_Nullable register_handler)(PJRT_FFI_Register_Handler_Args *_Nonnull);
} PJRT_FFI_Extension;

typedef struct PJRT_Layouts_PJRT_Executable_GetParameterLayouts_Args {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  PJRT_Executable *_Nullable executable;
  size_t num_parameters;
  /// Owned by the executable.
  void *_Nullable layouts;
} PJRT_Layouts_PJRT_Executable_GetParameterLayouts_Args;
BLOX_PJRT_SIZED(PJRT_Layouts_PJRT_Executable_GetParameterLayouts_Args, layouts)

typedef struct PJRT_Layouts_Extension {
  PJRT_Extension_Base base;
  void *_Nullable unused[6];
  PJRT_Error *_Nullable (*_Nullable executable_get_parameter_layouts)(
      PJRT_Layouts_PJRT_Executable_GetParameterLayouts_Args *_Nonnull);
} PJRT_Layouts_Extension;

#endif
