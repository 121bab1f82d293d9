#include "Joining.h"

// MARK: Values of buffers

static PJRT_Error *await(PJRT_Event *event) {
  PJRT_Event_Await_Args call = PJRT_Event_Await_Args_sized();
  call.event = event;
  PJRT_Error *error = joining_cpu->Event_Await(&call);
  PJRT_Event_Destroy_Args destroy = PJRT_Event_Destroy_Args_sized();
  destroy.event = event;
  joining_cpu->Event_Destroy(&destroy);
  return error;
}

static void destroy_buffer(PJRT_Buffer *buffer) {
  if (buffer == NULL) return;
  PJRT_Buffer_Destroy_Args call = PJRT_Buffer_Destroy_Args_sized();
  call.buffer = buffer;
  joining_cpu->Buffer_Destroy(&call);
}

static PJRT_Error *buffer_size(PJRT_Buffer *buffer, size_t *size) {
  PJRT_Buffer_ToHostBuffer_Args call = PJRT_Buffer_ToHostBuffer_Args_sized();
  call.src = buffer;
  PJRT_Error *error = joining_cpu->Buffer_ToHostBuffer(&call);
  *size = call.dst_size;
  return error;
}

static PJRT_Error *read_buffer(PJRT_Buffer *buffer, char *bytes, size_t size) {
  PJRT_Buffer_ToHostBuffer_Args call = PJRT_Buffer_ToHostBuffer_Args_sized();
  call.src = buffer;
  call.dst = bytes;
  call.dst_size = size;
  PJRT_Error *error = joining_cpu->Buffer_ToHostBuffer(&call);
  return error != NULL ? error : await(call.event);
}

/// A buffer of the type of `like` on another device.
static PJRT_Error *make_buffer(
    const char *bytes, PJRT_Buffer *like, PJRT_Device *device, PJRT_Buffer **buffer) {
  PJRT_Buffer_ElementType_Args type = PJRT_Buffer_ElementType_Args_sized();
  type.buffer = like;
  PJRT_Error *error = joining_cpu->Buffer_ElementType(&type);
  if (error != NULL) return error;
  PJRT_Buffer_Dimensions_Args dimensions = PJRT_Buffer_Dimensions_Args_sized();
  dimensions.buffer = like;
  error = joining_cpu->Buffer_Dimensions(&dimensions);
  if (error != NULL) return error;
  PJRT_Client_BufferFromHostBuffer_Args call = PJRT_Client_BufferFromHostBuffer_Args_sized();
  call.client = joining_client;
  call.data = bytes;
  call.type = type.type;
  call.dims = dimensions.dims;
  call.num_dims = dimensions.num_dims;
  call.host_buffer_semantics = PJRT_HostBufferSemantics_kImmutableOnlyDuringCall;
  call.device = device;
  error = joining_cpu->Client_BufferFromHostBuffer(&call);
  if (error != NULL) return error;
  *buffer = call.buffer;
  return await(call.done_with_host_buffer);
}

// MARK: An execution for the devices of all processes

/// The arguments and results of all devices, a row for each.
typedef struct Rows {
  const JoinedProgram *program;
  size_t arguments;
  /// The bytes of each argument on one device, and of all of them.
  size_t *sizes;
  size_t total;
  PJRT_Buffer **inputs;
  PJRT_Buffer **outputs;
  PJRT_Buffer *const **input_rows;
  PJRT_Buffer ***output_rows;
  PJRT_Event **ends;
  /// For each row, its number among this process's, or -1.
  long *local_rows;
} Rows;

static Rows make_rows(const JoinedProgram *program, const PJRT_LoadedExecutable_Execute_Args *args) {
  Rows rows = {.program = program, .arguments = args->num_args};
  rows.sizes = joining_allocate(rows.arguments, sizeof(size_t));
  rows.inputs = joining_allocate(program->count * rows.arguments, sizeof(PJRT_Buffer *));
  rows.outputs = joining_allocate(program->count * program->outputs, sizeof(PJRT_Buffer *));
  rows.input_rows = joining_allocate(program->count, sizeof(PJRT_Buffer **));
  rows.output_rows = joining_allocate(program->count, sizeof(PJRT_Buffer **));
  rows.ends = joining_allocate(program->count, sizeof(PJRT_Event *));
  rows.local_rows = joining_allocate(program->count, sizeof(long));
  for (size_t row = 0; row < program->count; row++) {
    rows.input_rows[row] = rows.inputs + row * rows.arguments;
    rows.output_rows[row] = rows.outputs + row * program->outputs;
    rows.local_rows[row] = -1;
  }
  for (size_t local = 0; local < program->local_count; local++) {
    size_t row = program->places[local];
    rows.local_rows[row] = (long)local;
    for (size_t index = 0; index < rows.arguments; index++) {
      rows.inputs[row * rows.arguments + index] = args->argument_lists[local][index];
    }
  }
  return rows;
}

static void free_rows(Rows *rows) {
  free(rows->sizes);
  free(rows->inputs);
  free(rows->outputs);
  free(rows->input_rows);
  free(rows->output_rows);
  free(rows->ends);
  free(rows->local_rows);
}

static void name_of(char *key, size_t capacity, unsigned long execution, PJRT_Device *device) {
  snprintf(key, capacity, "joining/%lu/%d", execution, joining_device_id(device));
}

/// Gives the others the arguments of one device of this process.
static PJRT_Error *send_row(const Rows *rows, size_t row, unsigned long execution) {
  char key[64];
  char *bytes = joining_allocate(rows->total, 1);
  char *place = bytes;
  PJRT_Error *error = NULL;
  for (size_t index = 0; error == NULL && index < rows->arguments; index++) {
    error = read_buffer(rows->inputs[row * rows->arguments + index], place, rows->sizes[index]);
    place += rows->sizes[index];
  }
  name_of(key, sizeof key, execution, rows->program->all[row]);
  if (error == NULL) error = joining_put(key, bytes, rows->total);
  free(bytes);
  return error;
}

/// Takes the arguments of one device of another process.
static PJRT_Error *receive_row(
    Rows *rows, size_t row, unsigned long execution, PJRT_Buffer *const *like) {
  char key[64];
  char *bytes = NULL;
  size_t size = 0;
  name_of(key, sizeof key, execution, rows->program->all[row]);
  PJRT_Error *error = joining_get(key, &bytes, &size);
  if (error == NULL && size != rows->total) {
    error = joining_problem("another process runs another program");
  }
  const char *place = bytes;
  for (size_t index = 0; error == NULL && index < rows->arguments; index++) {
    error = make_buffer(
        place, like[index], rows->program->all[row], &rows->inputs[row * rows->arguments + index]);
    place += rows->sizes[index];
  }
  free(bytes);
  return error;
}

/// Puts the arguments of all devices into the rows. Shards have the same shape on all devices.
static PJRT_Error *exchange(Rows *rows, const PJRT_LoadedExecutable_Execute_Args *args) {
  // The processes execute the same programs in the same order.
  static unsigned long executions;
  unsigned long execution = __atomic_fetch_add(&executions, 1, __ATOMIC_SEQ_CST);
  PJRT_Error *error = NULL;
  for (size_t index = 0; error == NULL && index < rows->arguments; index++) {
    error = buffer_size(args->argument_lists[0][index], &rows->sizes[index]);
    rows->total += rows->sizes[index];
  }
  for (size_t row = 0; error == NULL && row < rows->program->count; row++) {
    if (rows->local_rows[row] >= 0) error = send_row(rows, row, execution);
  }
  for (size_t row = 0; error == NULL && row < rows->program->count; row++) {
    if (rows->local_rows[row] < 0) {
      error = receive_row(rows, row, execution, args->argument_lists[0]);
    }
  }
  return error;
}

/// Gives the caller the results of its devices, and drops those of the others and their arguments.
static void hand_over(Rows *rows, const PJRT_LoadedExecutable_Execute_Args *args) {
  for (size_t row = 0; row < rows->program->count; row++) {
    long local = rows->local_rows[row];
    for (size_t index = 0; index < rows->program->outputs; index++) {
      PJRT_Buffer *output = rows->output_rows[row][index];
      if (local >= 0) {
        args->output_lists[local][index] = output;
      } else {
        destroy_buffer(output);
      }
    }
    if (local < 0) {
      for (size_t index = 0; index < rows->arguments; index++) {
        destroy_buffer(rows->inputs[row * rows->arguments + index]);
      }
    }
    if (local >= 0 && args->device_complete_events != NULL) {
      args->device_complete_events[local] = rows->ends[row];
    } else if (rows->ends[row] != NULL) {
      PJRT_Event_Destroy_Args destroy = PJRT_Event_Destroy_Args_sized();
      destroy.event = rows->ends[row];
      joining_cpu->Event_Destroy(&destroy);
    }
  }
}

PJRT_Error *joining_execute(PJRT_LoadedExecutable_Execute_Args *args) {
  JoinedProgram *program = NULL;
  PJRT_Error *error = joining_program(args->executable, &program);
  if (error != NULL) return error;
  if (program->local_count == program->count) return joining_cpu->LoadedExecutable_Execute(args);
  if (args->num_devices != program->local_count || program->local_count == 0) {
    return joining_problem("an execution needs arguments for each device of this process");
  }
  Rows rows = make_rows(program, args);
  error = exchange(&rows, args);
  PJRT_LoadedExecutable_Execute_Args call = *args;
  call.argument_lists = rows.input_rows;
  call.num_devices = program->count;
  call.output_lists = rows.output_rows;
  call.device_complete_events = args->device_complete_events != NULL ? rows.ends : NULL;
  if (error == NULL) error = joining_cpu->LoadedExecutable_Execute(&call);
  hand_over(&rows, args);
  free_rows(&rows);
  return error;
}
