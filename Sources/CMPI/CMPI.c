#include "CMPI.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ELEMENTS = BloxMPIElementComplexFloat + 1, OPERATIONS = BloxMPIOperationMin + 1 };

struct BloxMPI {
  /// Whether handles are pointers (Open MPI) or numbers (MPICH).
  int has_pointers;
  BloxMPIHandle world, errors_return, elements[ELEMENTS], operations[OPERATIONS];
  /// Maximum and minimum of float and double that keep NaNs.
  BloxMPIHandle nan_operations[OPERATIONS];
  void *initialized, *finalized, *init_thread, *finalize, *comm_rank, *comm_size, *comm_dup,
      *comm_set_errhandler, *bcast, *allgather, *iallgather, *iallreduce, *ialltoallv, *test, *op_create,
      *error_string;
};

// MPICH's numbers, the same in all libraries of its ABI (MPICH, Intel MPI, MVAPICH, Cray).
static const BloxMPIHandle mpich_elements[ELEMENTS] = {
    0x4c000137, 0x4c000238, 0x4c000439, 0x4c00083a, 0x4c00013b, 0x4c00023c,
    0x4c00043d, 0x4c00083e, 0x4c00040a, 0x4c00080b, 0x4c000840};
static const BloxMPIHandle mpich_operations[OPERATIONS] = {0x58000003, 0x58000001, 0x58000002};
enum { MPICH_WORLD = 0x44000000, MPICH_ERRORS_RETURN = 0x54000001 };

// Open MPI's handles are the addresses of these.
static const char *const openmpi_elements[ELEMENTS] = {
    "ompi_mpi_int8_t",   "ompi_mpi_int16_t",  "ompi_mpi_int32_t",  "ompi_mpi_int64_t",
    "ompi_mpi_uint8_t",  "ompi_mpi_uint16_t", "ompi_mpi_uint32_t", "ompi_mpi_uint64_t",
    "ompi_mpi_float",    "ompi_mpi_double",   "ompi_mpi_c_float_complex"};
static const char *const openmpi_operations[OPERATIONS] = {
    "ompi_mpi_op_sum", "ompi_mpi_op_max", "ompi_mpi_op_min"};

/// Calls a function whose types of handles depend on the family: H stands for the type of a handle.
#define CALL(library, function, parameters_pointer, parameters_number, arguments_pointer, arguments_number) \
  ((library)->has_pointers ? ((int(*) parameters_pointer)(library)->function)arguments_pointer \
                           : ((int(*) parameters_number)(library)->function)arguments_number)
#define P(handle) ((void *)(uintptr_t)(handle))
#define N(handle) ((int)(handle))

static int find(void *image, const char *name, void **symbol, char *explanation, size_t capacity) {
  *symbol = dlsym(image, name);
  if (*symbol == NULL) snprintf(explanation, capacity, "it has no %s", name);
  return *symbol != NULL;
}

static int find_handle(
    void *image, const char *name, BloxMPIHandle *handle, char *explanation, size_t capacity) {
  void *address = NULL;
  if (!find(image, name, &address, explanation, capacity)) return 0;
  *handle = (BloxMPIHandle)(uintptr_t)address;
  return 1;
}

static int find_handles(BloxMPI *library, void *image, char *explanation, size_t capacity) {
  library->has_pointers = dlsym(image, "ompi_mpi_comm_world") != NULL;
  if (library->has_pointers) {
    if (!find_handle(image, "ompi_mpi_comm_world", &library->world, explanation, capacity)) return 0;
    if (!find_handle(image, "ompi_mpi_errors_return", &library->errors_return, explanation, capacity)) return 0;
    for (int i = 0; i < ELEMENTS; i++)
      if (!find_handle(image, openmpi_elements[i], &library->elements[i], explanation, capacity)) return 0;
    for (int i = 0; i < OPERATIONS; i++)
      if (!find_handle(image, openmpi_operations[i], &library->operations[i], explanation, capacity)) return 0;
    return 1;
  }
  char version[8192] = "";
  int length = 0;
  int (*get_version)(char *, int *) = (int (*)(char *, int *))dlsym(image, "MPI_Get_library_version");
  if (get_version != NULL) get_version(version, &length);
  if (strstr(version, "MPICH") == NULL && strstr(version, "Intel") == NULL && strstr(version, "MVAPICH") == NULL) {
    snprintf(explanation, capacity, "it is of neither family that is known, Open MPI and MPICH");
    return 0;
  }
  library->world = MPICH_WORLD;
  library->errors_return = MPICH_ERRORS_RETURN;
  memcpy(library->elements, mpich_elements, sizeof mpich_elements);
  memcpy(library->operations, mpich_operations, sizeof mpich_operations);
  return 1;
}

BloxMPI *blox_mpi_open(const char *path, char *explanation, size_t capacity) {
  if (capacity > 0) explanation[0] = '\0';
  // Global: Open MPI opens parts of itself later, and those look for its symbols.
  void *image = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  if (image == NULL) {
    const char *reason = dlerror();
    snprintf(explanation, capacity, "%s", reason != NULL ? reason : "dlopen failed");
    return NULL;
  }
  BloxMPI *library = calloc(1, sizeof *library);
  if (library == NULL) return NULL;
#define FIND(name, symbol) find(image, "MPI_" symbol, &library->name, explanation, capacity)
  if (FIND(initialized, "Initialized") && FIND(finalized, "Finalized") && FIND(init_thread, "Init_thread") &&
      FIND(finalize, "Finalize") && FIND(comm_rank, "Comm_rank") && FIND(comm_size, "Comm_size") &&
      FIND(comm_dup, "Comm_dup") && FIND(comm_set_errhandler, "Comm_set_errhandler") && FIND(bcast, "Bcast") &&
      FIND(allgather, "Allgather") && FIND(iallgather, "Iallgather") && FIND(iallreduce, "Iallreduce") &&
      FIND(ialltoallv, "Ialltoallv") && FIND(test, "Test") && FIND(op_create, "Op_create") &&
      FIND(error_string, "Error_string") && find_handles(library, image, explanation, capacity))
    return library;
#undef FIND
  free(library);
  return NULL;
}

const char *blox_mpi_family(const BloxMPI *library) { return library->has_pointers ? "Open MPI" : "MPICH"; }

// Maximum and minimum that keep NaNs. MPI tells the type by a handle, which is compared to float's.
static BloxMPI *reducing = NULL;
#define COMBINE(type, operator)                                          \
  for (int i = 0; i < *count; i++) {                                     \
    type a = ((const type *)values)[i], b = ((type *)result)[i];         \
    ((type *)result)[i] = a != a ? a : b != b ? b : a operator b ? a : b; \
  }
#define REDUCTION(name, operator)                                                                      \
  static void name##_of_pointers(void *values, void *result, int *count, void **element) {             \
    if ((BloxMPIHandle)(uintptr_t)*element == reducing->elements[BloxMPIElementFloat]) COMBINE(float, operator) \
    else COMBINE(double, operator)                                                                     \
  }                                                                                                    \
  static void name##_of_numbers(void *values, void *result, int *count, int *element) {                \
    if ((BloxMPIHandle)*element == reducing->elements[BloxMPIElementFloat]) COMBINE(float, operator)   \
    else COMBINE(double, operator)                                                                     \
  }
REDUCTION(maximum, >)
REDUCTION(minimum, <)

static int create_operation(
    BloxMPI *library, BloxMPIOperation operation, void (*of_pointers)(void *, void *, int *, void **),
    void (*of_numbers)(void *, void *, int *, int *)) {
  BloxMPIHandle *handle = &library->nan_operations[operation];
  return CALL(
      library, op_create, (void *, int, void **), (void *, int, int *), ((void *)of_pointers, 1, (void **)handle),
      ((void *)of_numbers, 1, (int *)handle));
}

int blox_mpi_start(BloxMPI *library, int *threads) {
  int is_running = 0;
  // 2 is MPI_THREAD_SERIALIZED in both families.
  *threads = 2;
  int code = ((int (*)(int *))library->initialized)(&is_running);
  if (code == 0 && !is_running)
    code = ((int (*)(int *, char ***, int, int *))library->init_thread)(NULL, NULL, 2, threads);
  reducing = library;
  if (code == 0) code = create_operation(library, BloxMPIOperationMax, maximum_of_pointers, maximum_of_numbers);
  if (code == 0) code = create_operation(library, BloxMPIOperationMin, minimum_of_pointers, minimum_of_numbers);
  return code;
}

int blox_mpi_finish(const BloxMPI *library) {
  int is_over = 0;
  int code = ((int (*)(int *))library->finalized)(&is_over);
  return code != 0 || is_over ? code : ((int (*)(void))library->finalize)();
}

int blox_mpi_rank(const BloxMPI *library, int *rank) {
  return CALL(library, comm_rank, (void *, int *), (int, int *), (P(library->world), rank), (N(library->world), rank));
}

int blox_mpi_size(const BloxMPI *library, int *size) {
  return CALL(library, comm_size, (void *, int *), (int, int *), (P(library->world), size), (N(library->world), size));
}

int blox_mpi_communicator(const BloxMPI *library, BloxMPIHandle *communicator) {
  *communicator = 0;
  int code = CALL(
      library, comm_dup, (void *, void **), (int, int *), (P(library->world), (void **)communicator),
      (N(library->world), (int *)communicator));
  if (code != 0) return code;
  return CALL(
      library, comm_set_errhandler, (void *, void *), (int, int), (P(*communicator), P(library->errors_return)),
      (N(*communicator), N(library->errors_return)));
}

int blox_mpi_broadcast(const BloxMPI *library, BloxMPIHandle communicator, void *bytes, int count) {
  BloxMPIHandle byte = library->elements[BloxMPIElementUInt8];
  return CALL(
      library, bcast, (void *, int, void *, int, void *), (void *, int, int, int, int),
      (bytes, count, P(byte), 0, P(communicator)), (bytes, count, N(byte), 0, N(communicator)));
}

int blox_mpi_gather(
    const BloxMPI *library, BloxMPIHandle communicator, const void *bytes, int count, void *all) {
  BloxMPIHandle byte = library->elements[BloxMPIElementUInt8];
  return CALL(
      library, allgather, (const void *, int, void *, void *, int, void *, void *),
      (const void *, int, int, void *, int, int, int),
      (bytes, count, P(byte), all, count, P(byte), P(communicator)),
      (bytes, count, N(byte), all, count, N(byte), N(communicator)));
}

int blox_mpi_start_gather(
    const BloxMPI *library, BloxMPIHandle communicator, const void *bytes, int count, void *all,
    BloxMPIHandle *request) {
  BloxMPIHandle byte = library->elements[BloxMPIElementUInt8];
  *request = 0;
  return CALL(
      library, iallgather, (const void *, int, void *, void *, int, void *, void *, void **),
      (const void *, int, int, void *, int, int, int, int *),
      (bytes, count, P(byte), all, count, P(byte), P(communicator), (void **)request),
      (bytes, count, N(byte), all, count, N(byte), N(communicator), (int *)request));
}

int blox_mpi_start_reduce(
    const BloxMPI *library, BloxMPIHandle communicator, const void *values, void *result, int count,
    BloxMPIElement element, BloxMPIOperation operation, BloxMPIHandle *request) {
  BloxMPIHandle type = library->elements[element];
  int keeps_nan = (element == BloxMPIElementFloat || element == BloxMPIElementDouble) && operation != BloxMPIOperationSum;
  BloxMPIHandle combine = keeps_nan ? library->nan_operations[operation] : library->operations[operation];
  *request = 0;
  return CALL(
      library, iallreduce, (const void *, void *, int, void *, void *, void *, void **),
      (const void *, void *, int, int, int, int, int *),
      (values, result, count, P(type), P(combine), P(communicator), (void **)request),
      (values, result, count, N(type), N(combine), N(communicator), (int *)request));
}

int blox_mpi_start_exchange(
    const BloxMPI *library, BloxMPIHandle communicator, const void *values, const int *counts,
    const int *offsets, void *results, const int *result_counts, const int *result_offsets,
    BloxMPIElement element, BloxMPIHandle *request) {
  BloxMPIHandle type = library->elements[element];
  *request = 0;
  return CALL(
      library, ialltoallv,
      (const void *, const int *, const int *, void *, void *, const int *, const int *, void *, void *, void **),
      (const void *, const int *, const int *, int, void *, const int *, const int *, int, int, int *),
      (values, counts, offsets, P(type), results, result_counts, result_offsets, P(type), P(communicator),
       (void **)request),
      (values, counts, offsets, N(type), results, result_counts, result_offsets, N(type), N(communicator),
       (int *)request));
}

int blox_mpi_test(const BloxMPI *library, BloxMPIHandle *request, int *is_done) {
  // The status is not asked for: MPI_STATUS_IGNORE is 0 in Open MPI and 1 in MPICH.
  return CALL(
      library, test, (void **, int *, void *), (int *, int *, void *), ((void **)request, is_done, NULL),
      ((int *)request, is_done, (void *)1));
}

void blox_mpi_explain(const BloxMPI *library, int code, char *explanation, size_t capacity) {
  char text[8192] = "";
  int length = 0;
  ((int (*)(int, char *, int *))library->error_string)(code, text, &length);
  snprintf(explanation, capacity, "%s", text);
}
