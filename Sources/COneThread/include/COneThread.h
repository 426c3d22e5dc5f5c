// An executable that links this target shows OpenBLAS one processor while it loads, so that its
// pool of threads is never made. OpenBLAS starts the pool when it is loaded, one spinning thread
// per processor, and hangs where memory for their stacks is short; SAM systems are solved by one
// thread. Only for executables: the loader runs `.preinit_array` before any library's own
// start-up, and a shared library may not have one. For the same reason a limit of memory that is too
// low for OpenBLAS is said there, with exit 1.
#pragma once

/// Gives the program back the processors that it was started with; the first call of `main`.
void one_thread_show_all_processors(void);
