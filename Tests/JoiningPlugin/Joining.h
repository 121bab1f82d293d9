// What the files of the plugin share.

#ifndef BLOX_JOINING_H
#define BLOX_JOINING_H

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "JoiningPlugin.h"

/// The CPU plugin's functions.
extern const PJRT_Api *joining_cpu;

/// The processes, as the client was told of them.
typedef struct JoinedProcesses {
  int64_t index;
  int64_t count;
  /// The number of devices of each process. Device i belongs to process i / devices.
  int64_t devices;
  PJRT_KeyValueGetCallback get;
  void *get_argument;
  PJRT_KeyValuePutCallback put;
  void *put_argument;
} JoinedProcesses;

extern JoinedProcesses joining_processes;

/// The one client that there is.
extern PJRT_Client *joining_client;

// MARK: Errors

/// An error of this plugin's own, beside those of the CPU plugin.
PJRT_Error *joining_error(PJRT_Error_Code code, const char *message, size_t size);
/// The same with a message that ends with a zero.
PJRT_Error *joining_problem(const char *message);
void joining_error_destroy(PJRT_Error_Destroy_Args *args);
void joining_error_message(PJRT_Error_Message_Args *args);
PJRT_Error *joining_error_code(PJRT_Error_GetCode_Args *args);

// MARK: Values of other processes

PJRT_Error *joining_put(const char *key, const char *value, size_t size);
/// Waits for a value; `*value` is to be freed.
PJRT_Error *joining_get(const char *key, char **value, size_t *size);

// MARK: Devices and programs

/// The number of a device, by which all processes know it.
int joining_device_id(PJRT_Device *device);
/// Whether a device belongs to this process.
bool joining_is_local(PJRT_Device *device);

/// The devices of a program.
typedef struct JoinedProgram {
  PJRT_LoadedExecutable *executable;
  size_t outputs;
  /// All devices, in the order of the arguments of the CPU plugin's execution.
  size_t count;
  PJRT_Device **all;
  /// Those of this process, and their places in `all`.
  size_t local_count;
  PJRT_Device **local;
  size_t *places;
  struct JoinedProgram *next;
} JoinedProgram;

/// What is known of a program, looked up once; lives as long as the program.
PJRT_Error *joining_program(PJRT_LoadedExecutable *executable, JoinedProgram **program);

PJRT_Error *joining_execute(PJRT_LoadedExecutable_Execute_Args *args);

/// Memory, zero at first.
static inline void *joining_allocate(size_t count, size_t size) {
  void *memory = calloc(count > 0 ? count : 1, size);
  if (memory == NULL) abort();
  return memory;
}

#endif
