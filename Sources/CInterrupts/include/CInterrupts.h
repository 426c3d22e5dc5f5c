// What an interrupted program leaves behind: nothing. The handler is plain C, because only
// functions that POSIX calls async-signal-safe may run in it.
#pragma once

// From now on SIGINT, SIGTERM and SIGHUP remove every registered temporary file and end the
// process with the status 128 + the signal's number.
void interrupts_remove_temporary_files(void);

// Registers a file, before it is made, that an interrupt shall remove. Returns its place, or -1
// where the path is too long or too many files are being written.
int interrupts_register(const char *path);

// The file is whole, or removed: an interrupt shall leave its name alone.
void interrupts_release(int place);
