#include "Joining.h"

typedef struct OwnError {
  PJRT_Error_Code code;
  char *message;
  struct OwnError *next;
} OwnError;

static OwnError *own_errors;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

enum { CODE_INVALID_ARGUMENT = 3 };

PJRT_Error *joining_error(PJRT_Error_Code code, const char *message, size_t size) {
  OwnError *error = joining_allocate(1, sizeof(OwnError));
  error->code = code;
  error->message = joining_allocate(size + 1, 1);
  memcpy(error->message, message, size);
  pthread_mutex_lock(&lock);
  error->next = own_errors;
  own_errors = error;
  pthread_mutex_unlock(&lock);
  return (PJRT_Error *)error;
}

PJRT_Error *joining_problem(const char *message) {
  return joining_error(CODE_INVALID_ARGUMENT, message, strlen(message));
}

/// The error if it is an own one, else NULL.
static OwnError *find(const PJRT_Error *error) {
  pthread_mutex_lock(&lock);
  OwnError *found = own_errors;
  while (found != NULL && (const PJRT_Error *)found != error) found = found->next;
  pthread_mutex_unlock(&lock);
  return found;
}

void joining_error_destroy(PJRT_Error_Destroy_Args *args) {
  OwnError *own = find(args->error);
  if (own == NULL) {
    joining_cpu->Error_Destroy(args);
    return;
  }
  pthread_mutex_lock(&lock);
  OwnError **link = &own_errors;
  while (*link != own) link = &(*link)->next;
  *link = own->next;
  pthread_mutex_unlock(&lock);
  free(own->message);
  free(own);
}

void joining_error_message(PJRT_Error_Message_Args *args) {
  OwnError *own = find(args->error);
  if (own == NULL) {
    joining_cpu->Error_Message(args);
    return;
  }
  args->message = own->message;
  args->message_size = strlen(own->message);
}

PJRT_Error *joining_error_code(PJRT_Error_GetCode_Args *args) {
  OwnError *own = find(args->error);
  if (own == NULL) return joining_cpu->Error_GetCode(args);
  args->code = own->code;
  return NULL;
}
