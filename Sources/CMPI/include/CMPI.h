// What blox calls of MPI, in a library that is opened when a program asks for it.
//
// MPI is a standard for source code: the two families of libraries differ in how they represent communicators, types
// and operations (pointers in Open MPI, numbers in MPICH and its relatives). Here they are all `BloxMPIHandle`.

#ifndef BLOX_CMPI_H
#define BLOX_CMPI_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A communicator, request, type or operation.
typedef uint64_t BloxMPIHandle;

/// An MPI library that was opened.
typedef struct BloxMPI BloxMPI;

/// What elements are; a movement of others is one of integers of their width.
typedef enum __attribute__((enum_extensibility(closed))) BloxMPIElement {
  BloxMPIElementInt8,
  BloxMPIElementInt16,
  BloxMPIElementInt32,
  BloxMPIElementInt64,
  BloxMPIElementUInt8,
  BloxMPIElementUInt16,
  BloxMPIElementUInt32,
  BloxMPIElementUInt64,
  BloxMPIElementFloat,
  BloxMPIElementDouble,
  BloxMPIElementComplexFloat,
} BloxMPIElement;

/// How elements are combined. The maximum and minimum with a NaN are NaN, as in XLA.
typedef enum __attribute__((enum_extensibility(closed))) BloxMPIOperation {
  BloxMPIOperationSum,
  BloxMPIOperationMax,
  BloxMPIOperationMin,
} BloxMPIOperation;

/// Opens a library, for good; NULL with an explanation if it is none or of a family that is not known.
BloxMPI *_Nullable blox_mpi_open(const char *path, char *explanation, size_t capacity);

/// "Open MPI" or "MPICH".
const char *blox_mpi_family(const BloxMPI *library);

// The functions below return MPI's error codes, 0 for success.

/// Starts MPI for this process so that one thread at a time may call it, unless the process has done so itself.
///
/// `threads` is what the library grants, from 0 to 3: less than 2 is not enough.
int blox_mpi_start(BloxMPI *library, int *threads);
/// Ends MPI for this process, if it is still running. Waits for the other processes.
int blox_mpi_finish(const BloxMPI *library);
int blox_mpi_rank(const BloxMPI *library, int *rank);
int blox_mpi_size(const BloxMPI *library, int *size);
/// A new communicator of all processes, whose errors are returned.
int blox_mpi_communicator(const BloxMPI *library, BloxMPIHandle *communicator);
/// Gives every process the bytes of process 0; waits for them.
int blox_mpi_broadcast(const BloxMPI *library, BloxMPIHandle communicator, void *bytes, int count);
/// Gives every process the bytes of all; waits for them.
int blox_mpi_gather(
    const BloxMPI *library, BloxMPIHandle communicator, const void *bytes, int count, void *all);

// These start an exchange, which is over when `blox_mpi_test` says so.

int blox_mpi_start_gather(
    const BloxMPI *library, BloxMPIHandle communicator, const void *bytes, int count, void *all,
    BloxMPIHandle *request);
int blox_mpi_start_reduce(
    const BloxMPI *library, BloxMPIHandle communicator, const void *values, void *result, int count,
    BloxMPIElement element, BloxMPIOperation operation, BloxMPIHandle *request);
/// Sends to each process the given number of elements from the given offset, and receives likewise.
int blox_mpi_start_exchange(
    const BloxMPI *library, BloxMPIHandle communicator, const void *values, const int *counts,
    const int *offsets, void *results, const int *result_counts, const int *result_offsets,
    BloxMPIElement element, BloxMPIHandle *request);
int blox_mpi_test(const BloxMPI *library, BloxMPIHandle *request, int *is_done);

/// The library's text for an error code.
void blox_mpi_explain(const BloxMPI *library, int code, char *explanation, size_t capacity);

#pragma clang assume_nonnull end

#endif
