#pragma once
#include <stddef.h>

/// Number of embedded files.
size_t published_cases_file_count(void);
/// Path of a file below Validation/.
const char *published_cases_file_path(size_t index);
/// Content of a file.
const unsigned char *published_cases_file_bytes(size_t index);
/// Size of a file in bytes.
size_t published_cases_file_size(size_t index);
