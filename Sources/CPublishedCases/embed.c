// Written by Scripts/embed-tables: the tables of Validation/, compiled into the binary (C23 #embed) so
// that it works wherever it is moved.
#include "CPublishedCases.h"

static const unsigned char cases[] = {
#embed "../../Validation/cases.csv"
};
static const unsigned char figures[] = {
#embed "../../Validation/figures.csv"
};
static const unsigned char matrix_ghana_2007[] = {
#embed "../../Validation/matrix-ghana-2007.csv"
};
static const unsigned char matrix_lewie_lite[] = {
#embed "../../Validation/matrix-lewie-lite.csv"
};
static const unsigned char matrix_negative_tax[] = {
#embed "../../Validation/matrix-negative-tax.csv"
};
static const unsigned char prices_rwanda_2022[] = {
#embed "../../Validation/prices-rwanda-2022.csv"
};
static const unsigned char prices_two_sector[] = {
#embed "../../Validation/prices-two-sector.csv"
};
static const unsigned char programmes_rwanda_2022[] = {
#embed "../../Validation/programmes-rwanda-2022.csv"
};

#define FILE_ENTRY(path, content) {path, content, sizeof content}
static const struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    FILE_ENTRY("cases.csv", cases),
    FILE_ENTRY("figures.csv", figures),
    FILE_ENTRY("matrix-ghana-2007.csv", matrix_ghana_2007),
    FILE_ENTRY("matrix-lewie-lite.csv", matrix_lewie_lite),
    FILE_ENTRY("matrix-negative-tax.csv", matrix_negative_tax),
    FILE_ENTRY("prices-rwanda-2022.csv", prices_rwanda_2022),
    FILE_ENTRY("prices-two-sector.csv", prices_two_sector),
    FILE_ENTRY("programmes-rwanda-2022.csv", programmes_rwanda_2022),
};

size_t published_cases_file_count(void) { return sizeof files / sizeof files[0]; }
const char *published_cases_file_path(size_t index) { return files[index].path; }
const unsigned char *published_cases_file_bytes(size_t index) { return files[index].bytes; }
size_t published_cases_file_size(size_t index) { return files[index].size; }
