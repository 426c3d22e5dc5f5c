#pragma once
#include <stddef.h>

/// Number of embedded files.
size_t rwanda_sam_file_count(void);
/// Path of a file below SAM/.
const char *rwanda_sam_file_path(size_t index);
/// Content of a file.
const unsigned char *rwanda_sam_file_bytes(size_t index);
/// Size of a file in bytes.
size_t rwanda_sam_file_size(size_t index);
