#ifndef BLOX_CFILES_H
#define BLOX_CFILES_H

// Exchanges what stands at two paths, in one step. Returns 0, or the error number: ENOSYS, ENOTSUP or EINVAL where the
// system or the file system cannot.
int blox_exchange(const char *one, const char *other);

#endif
