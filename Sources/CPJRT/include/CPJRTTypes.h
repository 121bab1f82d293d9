// Objects and small values of the PJRT interface.

#ifndef BLOX_CPJRT_TYPES_H
#define BLOX_CPJRT_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A plugin's objects. Nobody looks inside; they are complete types with one private field only because Swift then
// imports a distinct pointer type for each, and a buffer cannot be passed where an event is meant.
#define BLOX_PJRT_OBJECT(name) \
  typedef struct name { \
    void *_Nullable private_; \
  } name

BLOX_PJRT_OBJECT(PJRT_Error);
BLOX_PJRT_OBJECT(PJRT_Event);
BLOX_PJRT_OBJECT(PJRT_Client);
BLOX_PJRT_OBJECT(PJRT_Device);
BLOX_PJRT_OBJECT(PJRT_DeviceDescription);
BLOX_PJRT_OBJECT(PJRT_Memory);
BLOX_PJRT_OBJECT(PJRT_Buffer);
BLOX_PJRT_OBJECT(PJRT_Executable);
BLOX_PJRT_OBJECT(PJRT_LoadedExecutable);
BLOX_PJRT_OBJECT(PJRT_SerializedExecutable);
BLOX_PJRT_OBJECT(PJRT_ExecuteContext);

// Enumerations are 32-bit integers here, since a newer plugin may answer with a value that we do not know.
typedef uint32_t PJRT_Error_Code;
typedef uint32_t PJRT_Buffer_Type;
typedef uint32_t PJRT_Extension_Type;
typedef uint32_t PJRT_NamedValue_Type;
typedef uint32_t PJRT_HostBufferSemantics;
typedef uint32_t PJRT_Buffer_MemoryLayout_Type;

enum {
  PJRT_Extension_Type_Layouts = 4,
  PJRT_Extension_Type_FFI = 5,
};

enum {
  PJRT_NamedValue_kString = 0,
  PJRT_NamedValue_kInt64 = 1,
  PJRT_NamedValue_kInt64List = 2,
  PJRT_NamedValue_kFloat = 3,
  PJRT_NamedValue_kBool = 4,
};

enum {
  /// The host memory is read during the call and never after it.
  PJRT_HostBufferSemantics_kImmutableOnlyDuringCall = 0,
  /// The buffer may be the host memory itself, which must not change while the buffer lives.
  PJRT_HostBufferSemantics_kImmutableZeroCopy = 2,
  /// The buffer may be the host memory itself, and a program that is given the buffer may write to it.
  PJRT_HostBufferSemantics_kMutableZeroCopy = 3,
};

enum {
  PJRT_Buffer_MemoryLayout_Type_Tiled = 0,
  PJRT_Buffer_MemoryLayout_Type_Strides = 1,
};

/// Optional parts of the interface hang in a list of these.
typedef struct PJRT_Extension_Base {
  size_t struct_size;
  PJRT_Extension_Type type;
  struct PJRT_Extension_Base *_Nullable next;
} PJRT_Extension_Base;

typedef struct PJRT_Api_Version {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  int32_t major_version;
  int32_t minor_version;
} PJRT_Api_Version;

/// A name and a value: an option passed in, or a property reported.
typedef struct PJRT_NamedValue {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const char *_Nullable name;
  size_t name_size;
  PJRT_NamedValue_Type type;
  union {
    const char *_Nullable string_value;
    int64_t int64_value;
    const int64_t *_Nullable int64_array_value;
    float float_value;
    bool bool_value;
  };
  /// The number of bytes of a string or of elements of a list; 1 for the rest.
  size_t value_size;
} PJRT_NamedValue;

/// How a buffer's elements lie in memory, in order from the axis that varies fastest.
typedef struct PJRT_Buffer_MemoryLayout_Tiled {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const int64_t *_Nullable minor_to_major;
  size_t minor_to_major_size;
  const int64_t *_Nullable tile_dims;
  const size_t *_Nullable tile_dim_sizes;
  size_t num_tiles;
} PJRT_Buffer_MemoryLayout_Tiled;

typedef struct PJRT_Buffer_MemoryLayout_Strides {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  const int64_t *_Nullable byte_strides;
  size_t num_byte_strides;
} PJRT_Buffer_MemoryLayout_Strides;

typedef struct PJRT_Buffer_MemoryLayout {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  union {
    PJRT_Buffer_MemoryLayout_Tiled tiled;
    PJRT_Buffer_MemoryLayout_Strides strides;
  };
  PJRT_Buffer_MemoryLayout_Type type;
} PJRT_Buffer_MemoryLayout;

/// A program's text or bytes, with the name of its format ("mlir", "hlo", "hlo_with_config").
typedef struct PJRT_Program {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  char *_Nullable code;
  size_t code_size;
  const char *_Nullable format;
  size_t format_size;
} PJRT_Program;

/// Options of one execution.
typedef struct PJRT_ExecuteOptions {
  size_t struct_size;
  PJRT_Extension_Base *_Nullable extension_start;
  void *_Nullable send_callbacks;
  void *_Nullable recv_callbacks;
  size_t num_send_ops;
  size_t num_recv_ops;
  int32_t launch_id;
  /// Arguments that must not be donated although the program says that it may.
  const int64_t *_Nullable non_donatable_input_indices;
  size_t num_non_donatable_input_indices;
  PJRT_ExecuteContext *_Nullable context;
  const char *_Nullable call_location;
  size_t num_tasks;
  int32_t *_Nullable task_ids;
  int64_t *_Nullable incarnation_ids;
  void *_Nullable multi_slice_config;
  bool use_major_to_minor_data_layout_for_callbacks;
  void *_Nullable hlo_output_callbacks;
  size_t num_hlo_output_callbacks;
} PJRT_ExecuteOptions;

#endif
