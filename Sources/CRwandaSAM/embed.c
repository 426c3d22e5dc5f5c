// The tables of SAM/, compiled into the binary (C23 #embed) so that it works wherever it is moved.
#include "CRwandaSAM.h"

static const unsigned char matrices[] = {
#embed "../../SAM/matrices.csv"
};
static const unsigned char ifpri_2022_accounts[] = {
#embed "../../SAM/rwanda-2022-ifpri/accounts.csv"
};
static const unsigned char ifpri_2022_flows[] = {
#embed "../../SAM/rwanda-2022-ifpri/flows.csv"
};
static const unsigned char ifpri_2022_sources[] = {
#embed "../../SAM/rwanda-2022-ifpri/sources.csv"
};
static const unsigned char programmes[] = {
#embed "../../SAM/programmes/programmes.csv"
};
static const unsigned char programme_outlays[] = {
#embed "../../SAM/programmes/outlays.csv"
};
static const unsigned char programme_sources[] = {
#embed "../../SAM/programmes/sources.csv"
};
static const unsigned char employment_branches[] = {
#embed "../../SAM/employment/branches.csv"
};
static const unsigned char employment_activities[] = {
#embed "../../SAM/employment/activities.csv"
};
static const unsigned char employment_sources[] = {
#embed "../../SAM/employment/sources.csv"
};
static const unsigned char distribution_groups[] = {
#embed "../../SAM/distribution/groups.csv"
};
static const unsigned char distribution_lines[] = {
#embed "../../SAM/distribution/lines.csv"
};
static const unsigned char distribution_beneficiaries[] = {
#embed "../../SAM/distribution/beneficiaries.csv"
};
static const unsigned char distribution_sources[] = {
#embed "../../SAM/distribution/sources.csv"
};
static const unsigned char uncertainty_grades[] = {
#embed "../../SAM/uncertainty/grades.csv"
};
static const unsigned char uncertainty_columns[] = {
#embed "../../SAM/uncertainty/columns.csv"
};
static const unsigned char uncertainty_scenarios[] = {
#embed "../../SAM/uncertainty/scenarios.csv"
};

#define FILE_ENTRY(path, content) {path, content, sizeof content}
static const struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    FILE_ENTRY("matrices.csv", matrices),
    FILE_ENTRY("rwanda-2022-ifpri/accounts.csv", ifpri_2022_accounts),
    FILE_ENTRY("rwanda-2022-ifpri/flows.csv", ifpri_2022_flows),
    FILE_ENTRY("rwanda-2022-ifpri/sources.csv", ifpri_2022_sources),
    FILE_ENTRY("programmes/programmes.csv", programmes),
    FILE_ENTRY("programmes/outlays.csv", programme_outlays),
    FILE_ENTRY("programmes/sources.csv", programme_sources),
    FILE_ENTRY("employment/branches.csv", employment_branches),
    FILE_ENTRY("employment/activities.csv", employment_activities),
    FILE_ENTRY("employment/sources.csv", employment_sources),
    FILE_ENTRY("distribution/groups.csv", distribution_groups),
    FILE_ENTRY("distribution/lines.csv", distribution_lines),
    FILE_ENTRY("distribution/beneficiaries.csv", distribution_beneficiaries),
    FILE_ENTRY("distribution/sources.csv", distribution_sources),
    FILE_ENTRY("uncertainty/grades.csv", uncertainty_grades),
    FILE_ENTRY("uncertainty/columns.csv", uncertainty_columns),
    FILE_ENTRY("uncertainty/scenarios.csv", uncertainty_scenarios),
};

size_t rwanda_sam_file_count(void) { return sizeof files / sizeof files[0]; }
const char *rwanda_sam_file_path(size_t index) { return files[index].path; }
const unsigned char *rwanda_sam_file_bytes(size_t index) { return files[index].bytes; }
size_t rwanda_sam_file_size(size_t index) { return files[index].size; }
