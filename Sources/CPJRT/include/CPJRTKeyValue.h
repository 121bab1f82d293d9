// The functions by which a plugin's clients in several processes share values: given to `PJRT_Client_Create`.

#ifndef BLOX_CPJRT_KEY_VALUE_H
#define BLOX_CPJRT_KEY_VALUE_H

#include "CPJRTTypes.h"

/// Makes an error of the plugin's.
typedef PJRT_Error *_Nullable (*PJRT_CallbackError)(
    PJRT_Error_Code code, const char *_Nonnull message, size_t message_size);

/// Frees a value once the plugin has copied it.
typedef void (*PJRT_KeyValueGetCallback_ValueDeleter)(char *_Nullable value);

typedef struct PJRT_KeyValueGetCallback_Args {
  size_t struct_size;
  void *_Nullable extension_start;
  const char *_Nullable key;
  size_t key_size;
  int32_t timeout_in_ms;
  PJRT_CallbackError _Nullable *_Nullable callback_error;
  void *_Nullable user_arg;
  // What the function fills.
  char *_Nullable value;
  size_t value_size;
  PJRT_KeyValueGetCallback_ValueDeleter _Nullable value_deleter_callback;
} PJRT_KeyValueGetCallback_Args;

typedef struct PJRT_KeyValueTryGetCallback_Args {
  size_t struct_size;
  void *_Nullable extension_start;
  const char *_Nullable key;
  size_t key_size;
  PJRT_CallbackError _Nullable *_Nullable callback_error;
  void *_Nullable user_arg;
  // What the function fills.
  char *_Nullable value;
  size_t value_size;
  PJRT_KeyValueGetCallback_ValueDeleter _Nullable value_deleter_callback;
} PJRT_KeyValueTryGetCallback_Args;

typedef struct PJRT_KeyValuePutCallback_Args {
  size_t struct_size;
  void *_Nullable extension_start;
  const char *_Nullable key;
  size_t key_size;
  const char *_Nullable value;
  size_t value_size;
  PJRT_CallbackError _Nullable *_Nullable callback_error;
  void *_Nullable user_arg;
} PJRT_KeyValuePutCallback_Args;

/// The functions. They may be called on any thread; the first blocks until there is a value or the time is over.
typedef PJRT_Error *_Nullable (*PJRT_KeyValueGetCallback)(PJRT_KeyValueGetCallback_Args *_Nonnull arguments);
typedef PJRT_Error *_Nullable (*PJRT_KeyValueTryGetCallback)(
    PJRT_KeyValueTryGetCallback_Args *_Nonnull arguments);
typedef PJRT_Error *_Nullable (*PJRT_KeyValuePutCallback)(PJRT_KeyValuePutCallback_Args *_Nonnull arguments);

// Plugins write these structures: they are as long as in version 0.114 of the interface.
_Static_assert(sizeof(PJRT_KeyValueGetCallback_Args) == 80, "PJRT_KeyValueGetCallback_Args");
_Static_assert(sizeof(PJRT_KeyValueTryGetCallback_Args) == 72, "PJRT_KeyValueTryGetCallback_Args");
_Static_assert(sizeof(PJRT_KeyValuePutCallback_Args) == 64, "PJRT_KeyValuePutCallback_Args");

#endif
