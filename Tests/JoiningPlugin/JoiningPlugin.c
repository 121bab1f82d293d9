#include "JoiningPlugin.h"

#include "Joining.h"

const PJRT_Api *joining_cpu;
PJRT_Client *joining_client;
JoinedProcesses joining_processes = {.count = 1, .devices = 1};

enum { TIMEOUT_IN_MILLISECONDS = 60000 };

// MARK: Values of other processes

PJRT_Error *joining_put(const char *key, const char *value, size_t size) {
  PJRT_CallbackError make_error = joining_error;
  PJRT_KeyValuePutCallback_Args call = {
      .struct_size = sizeof call, .key = key, .key_size = strlen(key), .value = value, .value_size = size,
      .callback_error = &make_error, .user_arg = joining_processes.put_argument};
  return joining_processes.put(&call);
}

PJRT_Error *joining_get(const char *key, char **value, size_t *size) {
  PJRT_CallbackError make_error = joining_error;
  PJRT_KeyValueGetCallback_Args call = {
      .struct_size = sizeof call, .key = key, .key_size = strlen(key), .timeout_in_ms = TIMEOUT_IN_MILLISECONDS,
      .callback_error = &make_error, .user_arg = joining_processes.get_argument};
  PJRT_Error *error = joining_processes.get(&call);
  if (error != NULL) return error;
  *value = joining_allocate(call.value_size, 1);
  memcpy(*value, call.value, call.value_size);
  *size = call.value_size;
  if (call.value_deleter_callback != NULL) call.value_deleter_callback(call.value);
  return NULL;
}

// MARK: The client

static bool is_named(const PJRT_NamedValue *option, const char *name) {
  return option->name_size == strlen(name) && memcmp(option->name, name, option->name_size) == 0;
}

static PJRT_Error *read_options(const PJRT_Client_Create_Args *args) {
  for (size_t index = 0; index < args->num_options; index++) {
    const PJRT_NamedValue *option = &args->create_options[index];
    if (is_named(option, "node_id")) {
      joining_processes.index = option->int64_value;
    } else if (is_named(option, "num_nodes")) {
      joining_processes.count = option->int64_value;
    } else if (is_named(option, "visible_devices")) {
      joining_processes.devices = (int64_t)option->value_size;
    } else {
      return joining_problem("the options are node_id, num_nodes and visible_devices");
    }
  }
  return NULL;
}

/// Tells the other processes of this one, and waits for them.
static PJRT_Error *meet(void) {
  char key[64], own[32], message[128];
  snprintf(own, sizeof own, "%lld", (long long)joining_processes.devices);
  snprintf(key, sizeof key, "joining/%lld", (long long)joining_processes.index);
  PJRT_Error *error = joining_put(key, own, strlen(own) + 1);
  for (int64_t other = 0; error == NULL && other < joining_processes.count; other++) {
    char *value = NULL;
    size_t size = 0;
    snprintf(key, sizeof key, "joining/%lld", (long long)other);
    error = joining_get(key, &value, &size);
    if (error == NULL && strcmp(value, own) != 0) {
      snprintf(
          message, sizeof message, "process %lld has %s devices, and this one %s", (long long)other, value, own);
      error = joining_problem(message);
    }
    free(value);
  }
  return error;
}

static PJRT_Error *create(PJRT_Client_Create_Args *args) {
  PJRT_Error *error = read_options(args);
  if (error != NULL) return error;
  if (joining_processes.count > 1) {
    if (args->kv_get_callback == NULL || args->kv_put_callback == NULL) {
      return joining_problem("several processes need key-value callbacks");
    }
    joining_processes.get = (PJRT_KeyValueGetCallback)args->kv_get_callback;
    joining_processes.get_argument = args->kv_get_user_arg;
    joining_processes.put = (PJRT_KeyValuePutCallback)args->kv_put_callback;
    joining_processes.put_argument = args->kv_put_user_arg;
    error = meet();
    if (error != NULL) return error;
  }
  PJRT_NamedValue count = PJRT_NamedValue_sized();
  count.name = "cpu_device_count";
  count.name_size = strlen(count.name);
  count.type = PJRT_NamedValue_kInt64;
  count.int64_value = joining_processes.count * joining_processes.devices;
  count.value_size = 1;
  PJRT_Client_Create_Args call = PJRT_Client_Create_Args_sized();
  call.create_options = &count;
  call.num_options = 1;
  error = joining_cpu->Client_Create(&call);
  args->client = joining_client = call.client;
  return error;
}

static PJRT_Error *platform_name(PJRT_Client_PlatformName_Args *args) {
  args->platform_name = "joining";
  args->platform_name_size = strlen(args->platform_name);
  return NULL;
}

static PJRT_Error *addressable_devices(PJRT_Client_AddressableDevices_Args *args) {
  PJRT_Error *error = joining_cpu->Client_AddressableDevices(args);
  if (error != NULL) return error;
  // The CPU plugin lists its devices by number.
  args->addressable_devices += joining_processes.index * joining_processes.devices;
  args->num_addressable_devices = (size_t)joining_processes.devices;
  return NULL;
}

static PJRT_Error *make_buffer(PJRT_Client_BufferFromHostBuffer_Args *args) {
  if (!joining_is_local(args->device)) return joining_problem("the device belongs to another process");
  return joining_cpu->Client_BufferFromHostBuffer(args);
}

// MARK: Devices

static int description_id(PJRT_DeviceDescription *description) {
  PJRT_DeviceDescription_Id_Args id = PJRT_DeviceDescription_Id_Args_sized();
  id.device_description = description;
  joining_cpu->DeviceDescription_Id(&id);
  return id.id;
}

int joining_device_id(PJRT_Device *device) {
  PJRT_Device_GetDescription_Args lookup = PJRT_Device_GetDescription_Args_sized();
  lookup.device = device;
  joining_cpu->Device_GetDescription(&lookup);
  return description_id(lookup.device_description);
}

bool joining_is_local(PJRT_Device *device) {
  return joining_device_id(device) / joining_processes.devices == joining_processes.index;
}

static PJRT_Error *process_index(PJRT_DeviceDescription_ProcessIndex_Args *args) {
  args->process_index = (int)(description_id(args->device_description) / joining_processes.devices);
  return NULL;
}

// MARK: Programs

static JoinedProgram *programs;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static PJRT_Error *look_up(PJRT_LoadedExecutable *executable, JoinedProgram **result) {
  PJRT_LoadedExecutable_AddressableDevices_Args devices = PJRT_LoadedExecutable_AddressableDevices_Args_sized();
  devices.executable = executable;
  PJRT_Error *error = joining_cpu->LoadedExecutable_AddressableDevices(&devices);
  if (error != NULL) return error;
  PJRT_LoadedExecutable_GetExecutable_Args inner = PJRT_LoadedExecutable_GetExecutable_Args_sized();
  inner.loaded_executable = executable;
  error = joining_cpu->LoadedExecutable_GetExecutable(&inner);
  if (error != NULL) return error;
  PJRT_Executable_NumOutputs_Args outputs = PJRT_Executable_NumOutputs_Args_sized();
  outputs.executable = inner.executable;
  error = joining_cpu->Executable_NumOutputs(&outputs);
  PJRT_Executable_Destroy_Args destroy = PJRT_Executable_Destroy_Args_sized();
  destroy.executable = inner.executable;
  joining_cpu->Executable_Destroy(&destroy);
  if (error != NULL) return error;
  JoinedProgram *program = joining_allocate(1, sizeof(JoinedProgram));
  program->executable = executable;
  program->outputs = outputs.num_outputs;
  program->count = devices.num_addressable_devices;
  program->all = joining_allocate(program->count, sizeof(PJRT_Device *));
  program->local = joining_allocate(program->count, sizeof(PJRT_Device *));
  program->places = joining_allocate(program->count, sizeof(size_t));
  for (size_t place = 0; place < program->count; place++) {
    program->all[place] = devices.addressable_devices[place];
    if (!joining_is_local(program->all[place])) continue;
    program->local[program->local_count] = program->all[place];
    program->places[program->local_count] = place;
    program->local_count++;
  }
  *result = program;
  return NULL;
}

PJRT_Error *joining_program(PJRT_LoadedExecutable *executable, JoinedProgram **program) {
  pthread_mutex_lock(&lock);
  JoinedProgram *found = programs;
  while (found != NULL && found->executable != executable) found = found->next;
  PJRT_Error *error = NULL;
  if (found == NULL) {
    error = look_up(executable, &found);
    if (error == NULL) {
      found->next = programs;
      programs = found;
    }
  }
  pthread_mutex_unlock(&lock);
  *program = found;
  return error;
}

static PJRT_Error *executable_devices(PJRT_LoadedExecutable_AddressableDevices_Args *args) {
  JoinedProgram *program = NULL;
  PJRT_Error *error = joining_program(args->executable, &program);
  if (error != NULL) return error;
  args->addressable_devices = program->local;
  args->num_addressable_devices = program->local_count;
  return NULL;
}

static PJRT_Error *executable_destroy(PJRT_LoadedExecutable_Destroy_Args *args) {
  pthread_mutex_lock(&lock);
  JoinedProgram **link = &programs;
  while (*link != NULL && (*link)->executable != args->executable) link = &(*link)->next;
  JoinedProgram *program = *link;
  if (program != NULL) *link = program->next;
  pthread_mutex_unlock(&lock);
  if (program != NULL) {
    free(program->all);
    free(program->local);
    free(program->places);
    free(program);
  }
  return joining_cpu->LoadedExecutable_Destroy(args);
}

// MARK: The table

const PJRT_Api *GetPjrtApi(void) {
  static PJRT_Api *table;
  if (table != NULL) return table;
  const char *path = getenv("JOINING_CPU_PLUGIN");
  char explanation[1024] = "JOINING_CPU_PLUGIN does not name a CPU plugin";
  if (path == NULL || blox_pjrt_open(path, &joining_cpu, explanation, sizeof explanation) != BloxPluginOpeningDone) {
    fprintf(stderr, "JoiningPlugin: %s\n", explanation);
    return NULL;
  }
  // All of it: the CPU plugin's table may be longer than what is declared here.
  table = joining_allocate(1, joining_cpu->struct_size);
  memcpy(table, joining_cpu, joining_cpu->struct_size);
  table->Error_Destroy = joining_error_destroy;
  table->Error_Message = joining_error_message;
  table->Error_GetCode = joining_error_code;
  table->Client_Create = create;
  table->Client_PlatformName = platform_name;
  table->Client_AddressableDevices = addressable_devices;
  table->Client_BufferFromHostBuffer = make_buffer;
  table->DeviceDescription_ProcessIndex = process_index;
  table->LoadedExecutable_AddressableDevices = executable_devices;
  table->LoadedExecutable_Destroy = executable_destroy;
  table->LoadedExecutable_Execute = joining_execute;
  return table;
}
