/* Makes some calls into the system slow, for LD_PRELOAD.

   SLOW_FSYNC_S, SLOW_DNS_S: seconds that fsync and fdatasync, and looking up a name that ends in
   ".blocked.test", take longer. SLOW_WHILE: only as long as this file exists. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void wait_as_told(const char *variable) {
    const char *seconds = getenv(variable);
    const char *file = getenv("SLOW_WHILE");
    if (seconds == NULL || (file != NULL && access(file, F_OK) != 0)) return;
    double wanted = atof(seconds);
    struct timespec wait = {(time_t)wanted, (long)((wanted - (time_t)wanted) * 1e9)};
    nanosleep(&wait, NULL);
}

int fsync(int fd) {
    static int (*real)(int);
    if (real == NULL) real = dlsym(RTLD_NEXT, "fsync");
    wait_as_told("SLOW_FSYNC_S");
    return real(fd);
}

int fdatasync(int fd) {
    static int (*real)(int);
    if (real == NULL) real = dlsym(RTLD_NEXT, "fdatasync");
    wait_as_told("SLOW_FSYNC_S");
    return real(fd);
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **result) {
    static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    static const char end[] = ".blocked.test";
    if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
    size_t length = node == NULL ? 0 : strlen(node);
    if (length >= sizeof end - 1 && strcmp(node + length - (sizeof end - 1), end) == 0) {
        wait_as_told("SLOW_DNS_S");
        return EAI_NONAME;
    }
    return real(node, service, hints, result);
}
