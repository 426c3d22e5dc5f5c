// Written by Scripts/embed-tables: the tables of SAM/, compiled into the binary (C23 #embed) so
// that it works wherever it is moved.
#include "CRwandaSAM.h"

static const unsigned char distribution_beneficiaries[] = {
#embed "../../SAM/distribution/beneficiaries.csv"
};
static const unsigned char distribution_groups[] = {
#embed "../../SAM/distribution/groups.csv"
};
static const unsigned char distribution_in_kind[] = {
#embed "../../SAM/distribution/in-kind.csv"
};
static const unsigned char distribution_lines[] = {
#embed "../../SAM/distribution/lines.csv"
};
static const unsigned char distribution_poverty[] = {
#embed "../../SAM/distribution/poverty.csv"
};
static const unsigned char distribution_sources[] = {
#embed "../../SAM/distribution/sources.csv"
};
static const unsigned char distribution_workers[] = {
#embed "../../SAM/distribution/workers.csv"
};
static const unsigned char employment_activities[] = {
#embed "../../SAM/employment/activities.csv"
};
static const unsigned char employment_branches[] = {
#embed "../../SAM/employment/branches.csv"
};
static const unsigned char employment_sources[] = {
#embed "../../SAM/employment/sources.csv"
};
static const unsigned char employment_survey[] = {
#embed "../../SAM/employment/survey.csv"
};
static const unsigned char evidence[] = {
#embed "../../SAM/evidence.csv"
};
static const unsigned char financing_contributions[] = {
#embed "../../SAM/financing/contributions.csv"
};
static const unsigned char financing_formal_wages[] = {
#embed "../../SAM/financing/formal-wages.csv"
};
static const unsigned char financing_parameters[] = {
#embed "../../SAM/financing/parameters.csv"
};
static const unsigned char financing_sources[] = {
#embed "../../SAM/financing/sources.csv"
};
static const unsigned char matrices[] = {
#embed "../../SAM/matrices.csv"
};
static const unsigned char programmes_growth[] = {
#embed "../../SAM/programmes/growth.csv"
};
static const unsigned char programmes_outlays[] = {
#embed "../../SAM/programmes/outlays.csv"
};
static const unsigned char programmes_programmes[] = {
#embed "../../SAM/programmes/programmes.csv"
};
static const unsigned char programmes_sources[] = {
#embed "../../SAM/programmes/sources.csv"
};
static const unsigned char protection_births[] = {
#embed "../../SAM/protection/births.csv"
};
static const unsigned char protection_budget[] = {
#embed "../../SAM/protection/budget.csv"
};
static const unsigned char protection_coverage[] = {
#embed "../../SAM/protection/coverage.csv"
};
static const unsigned char protection_functions[] = {
#embed "../../SAM/protection/functions.csv"
};
static const unsigned char protection_parameters[] = {
#embed "../../SAM/protection/parameters.csv"
};
static const unsigned char protection_population_range[] = {
#embed "../../SAM/protection/population-range.csv"
};
static const unsigned char protection_population[] = {
#embed "../../SAM/protection/population.csv"
};
static const unsigned char protection_recipients[] = {
#embed "../../SAM/protection/recipients.csv"
};
static const unsigned char protection_sources[] = {
#embed "../../SAM/protection/sources.csv"
};
static const unsigned char regimes_elasticities[] = {
#embed "../../SAM/regimes/elasticities.csv"
};
static const unsigned char regimes_regimes[] = {
#embed "../../SAM/regimes/regimes.csv"
};
static const unsigned char regimes_sources[] = {
#embed "../../SAM/regimes/sources.csv"
};
static const unsigned char rwanda_2017_accounts[] = {
#embed "../../SAM/rwanda-2017/accounts.csv"
};
static const unsigned char rwanda_2017_activities[] = {
#embed "../../SAM/rwanda-2017/activities.csv"
};
static const unsigned char rwanda_2017_adjustments[] = {
#embed "../../SAM/rwanda-2017/adjustments.csv"
};
static const unsigned char rwanda_2017_balances[] = {
#embed "../../SAM/rwanda-2017/balances.csv"
};
static const unsigned char rwanda_2017_cells[] = {
#embed "../../SAM/rwanda-2017/cells.csv"
};
static const unsigned char rwanda_2017_controls[] = {
#embed "../../SAM/rwanda-2017/controls.csv"
};
static const unsigned char rwanda_2017_families[] = {
#embed "../../SAM/rwanda-2017/families.csv"
};
static const unsigned char rwanda_2017_flows[] = {
#embed "../../SAM/rwanda-2017/flows.csv"
};
static const unsigned char rwanda_2017_lines[] = {
#embed "../../SAM/rwanda-2017/lines.csv"
};
static const unsigned char rwanda_2017_production_account[] = {
#embed "../../SAM/rwanda-2017/production-account.csv"
};
static const unsigned char rwanda_2017_products[] = {
#embed "../../SAM/rwanda-2017/products.csv"
};
static const unsigned char rwanda_2017_revisions[] = {
#embed "../../SAM/rwanda-2017/revisions.csv"
};
static const unsigned char rwanda_2017_scaling[] = {
#embed "../../SAM/rwanda-2017/scaling.csv"
};
static const unsigned char rwanda_2017_sources[] = {
#embed "../../SAM/rwanda-2017/sources.csv"
};
static const unsigned char rwanda_2017_supply_use[] = {
#embed "../../SAM/rwanda-2017/supply-use.csv"
};
static const unsigned char rwanda_2022_ifpri_accounts[] = {
#embed "../../SAM/rwanda-2022-ifpri/accounts.csv"
};
static const unsigned char rwanda_2022_ifpri_flows[] = {
#embed "../../SAM/rwanda-2022-ifpri/flows.csv"
};
static const unsigned char rwanda_2022_ifpri_sources[] = {
#embed "../../SAM/rwanda-2022-ifpri/sources.csv"
};
static const unsigned char rwanda_2022_accounts[] = {
#embed "../../SAM/rwanda-2022/accounts.csv"
};
static const unsigned char rwanda_2022_balances[] = {
#embed "../../SAM/rwanda-2022/balances.csv"
};
static const unsigned char rwanda_2022_cells[] = {
#embed "../../SAM/rwanda-2022/cells.csv"
};
static const unsigned char rwanda_2022_controls[] = {
#embed "../../SAM/rwanda-2022/controls.csv"
};
static const unsigned char rwanda_2022_flows[] = {
#embed "../../SAM/rwanda-2022/flows.csv"
};
static const unsigned char rwanda_2022_revisions[] = {
#embed "../../SAM/rwanda-2022/revisions.csv"
};
static const unsigned char rwanda_2022_sources[] = {
#embed "../../SAM/rwanda-2022/sources.csv"
};
static const unsigned char rwanda_2024_accounts[] = {
#embed "../../SAM/rwanda-2024/accounts.csv"
};
static const unsigned char rwanda_2024_activities[] = {
#embed "../../SAM/rwanda-2024/activities.csv"
};
static const unsigned char rwanda_2024_adjustments[] = {
#embed "../../SAM/rwanda-2024/adjustments.csv"
};
static const unsigned char rwanda_2024_balances[] = {
#embed "../../SAM/rwanda-2024/balances.csv"
};
static const unsigned char rwanda_2024_cells[] = {
#embed "../../SAM/rwanda-2024/cells.csv"
};
static const unsigned char rwanda_2024_controls[] = {
#embed "../../SAM/rwanda-2024/controls.csv"
};
static const unsigned char rwanda_2024_doubts[] = {
#embed "../../SAM/rwanda-2024/doubts.csv"
};
static const unsigned char rwanda_2024_families[] = {
#embed "../../SAM/rwanda-2024/families.csv"
};
static const unsigned char rwanda_2024_flows[] = {
#embed "../../SAM/rwanda-2024/flows.csv"
};
static const unsigned char rwanda_2024_lines[] = {
#embed "../../SAM/rwanda-2024/lines.csv"
};
static const unsigned char rwanda_2024_printed_supply_use[] = {
#embed "../../SAM/rwanda-2024/printed-supply-use.csv"
};
static const unsigned char rwanda_2024_production_account[] = {
#embed "../../SAM/rwanda-2024/production-account.csv"
};
static const unsigned char rwanda_2024_products[] = {
#embed "../../SAM/rwanda-2024/products.csv"
};
static const unsigned char rwanda_2024_revisions[] = {
#embed "../../SAM/rwanda-2024/revisions.csv"
};
static const unsigned char rwanda_2024_scaling[] = {
#embed "../../SAM/rwanda-2024/scaling.csv"
};
static const unsigned char rwanda_2024_sources[] = {
#embed "../../SAM/rwanda-2024/sources.csv"
};
static const unsigned char rwanda_2024_step_new_base[] = {
#embed "../../SAM/rwanda-2024/step-new-base.csv"
};
static const unsigned char rwanda_2024_step_old_base[] = {
#embed "../../SAM/rwanda-2024/step-old-base.csv"
};
static const unsigned char rwanda_2024_steps[] = {
#embed "../../SAM/rwanda-2024/steps.csv"
};
static const unsigned char rwanda_2024_supply_use[] = {
#embed "../../SAM/rwanda-2024/supply-use.csv"
};
static const unsigned char scenarios_budget_2022[] = {
#embed "../../SAM/scenarios/budget-2022.csv"
};
static const unsigned char scenarios_cover_cooperatives[] = {
#embed "../../SAM/scenarios/cover-cooperatives.csv"
};
static const unsigned char scenarios_coverage[] = {
#embed "../../SAM/scenarios/coverage.csv"
};
static const unsigned char scenarios_displaced_earnings[] = {
#embed "../../SAM/scenarios/displaced-earnings.csv"
};
static const unsigned char scenarios_financing[] = {
#embed "../../SAM/scenarios/financing.csv"
};
static const unsigned char scenarios_maternity_informal[] = {
#embed "../../SAM/scenarios/maternity-informal.csv"
};
static const unsigned char scenarios_pension_reform[] = {
#embed "../../SAM/scenarios/pension-reform.csv"
};
static const unsigned char scenarios_per_franc_2022[] = {
#embed "../../SAM/scenarios/per-franc-2022.csv"
};
static const unsigned char scenarios_per_franc[] = {
#embed "../../SAM/scenarios/per-franc.csv"
};
static const unsigned char scenarios_reallocation[] = {
#embed "../../SAM/scenarios/reallocation.csv"
};
static const unsigned char scenarios_sensitivity_works[] = {
#embed "../../SAM/scenarios/sensitivity-works.csv"
};
static const unsigned char scenarios_sensitivity[] = {
#embed "../../SAM/scenarios/sensitivity.csv"
};
static const unsigned char scenarios_sources[] = {
#embed "../../SAM/scenarios/sources.csv"
};
static const unsigned char scenarios_targeting[] = {
#embed "../../SAM/scenarios/targeting.csv"
};
static const unsigned char scenarios_unemployment_insurance[] = {
#embed "../../SAM/scenarios/unemployment-insurance.csv"
};
static const unsigned char schemes_administration[] = {
#embed "../../SAM/schemes/administration.csv"
};
static const unsigned char schemes_coverage[] = {
#embed "../../SAM/schemes/coverage.csv"
};
static const unsigned char spending_elasticities[] = {
#embed "../../SAM/spending/elasticities.csv"
};
static const unsigned char spending_sources[] = {
#embed "../../SAM/spending/sources.csv"
};
static const unsigned char supply_food_crops[] = {
#embed "../../SAM/supply/food-crops.csv"
};
static const unsigned char supply_response[] = {
#embed "../../SAM/supply/response.csv"
};
static const unsigned char supply_sources[] = {
#embed "../../SAM/supply/sources.csv"
};
static const unsigned char uncertainty_columns[] = {
#embed "../../SAM/uncertainty/columns.csv"
};
static const unsigned char uncertainty_common[] = {
#embed "../../SAM/uncertainty/common.csv"
};
static const unsigned char uncertainty_grades[] = {
#embed "../../SAM/uncertainty/grades.csv"
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
    FILE_ENTRY("distribution/beneficiaries.csv", distribution_beneficiaries),
    FILE_ENTRY("distribution/groups.csv", distribution_groups),
    FILE_ENTRY("distribution/in-kind.csv", distribution_in_kind),
    FILE_ENTRY("distribution/lines.csv", distribution_lines),
    FILE_ENTRY("distribution/poverty.csv", distribution_poverty),
    FILE_ENTRY("distribution/sources.csv", distribution_sources),
    FILE_ENTRY("distribution/workers.csv", distribution_workers),
    FILE_ENTRY("employment/activities.csv", employment_activities),
    FILE_ENTRY("employment/branches.csv", employment_branches),
    FILE_ENTRY("employment/sources.csv", employment_sources),
    FILE_ENTRY("employment/survey.csv", employment_survey),
    FILE_ENTRY("evidence.csv", evidence),
    FILE_ENTRY("financing/contributions.csv", financing_contributions),
    FILE_ENTRY("financing/formal-wages.csv", financing_formal_wages),
    FILE_ENTRY("financing/parameters.csv", financing_parameters),
    FILE_ENTRY("financing/sources.csv", financing_sources),
    FILE_ENTRY("matrices.csv", matrices),
    FILE_ENTRY("programmes/growth.csv", programmes_growth),
    FILE_ENTRY("programmes/outlays.csv", programmes_outlays),
    FILE_ENTRY("programmes/programmes.csv", programmes_programmes),
    FILE_ENTRY("programmes/sources.csv", programmes_sources),
    FILE_ENTRY("protection/births.csv", protection_births),
    FILE_ENTRY("protection/budget.csv", protection_budget),
    FILE_ENTRY("protection/coverage.csv", protection_coverage),
    FILE_ENTRY("protection/functions.csv", protection_functions),
    FILE_ENTRY("protection/parameters.csv", protection_parameters),
    FILE_ENTRY("protection/population-range.csv", protection_population_range),
    FILE_ENTRY("protection/population.csv", protection_population),
    FILE_ENTRY("protection/recipients.csv", protection_recipients),
    FILE_ENTRY("protection/sources.csv", protection_sources),
    FILE_ENTRY("regimes/elasticities.csv", regimes_elasticities),
    FILE_ENTRY("regimes/regimes.csv", regimes_regimes),
    FILE_ENTRY("regimes/sources.csv", regimes_sources),
    FILE_ENTRY("rwanda-2017/accounts.csv", rwanda_2017_accounts),
    FILE_ENTRY("rwanda-2017/activities.csv", rwanda_2017_activities),
    FILE_ENTRY("rwanda-2017/adjustments.csv", rwanda_2017_adjustments),
    FILE_ENTRY("rwanda-2017/balances.csv", rwanda_2017_balances),
    FILE_ENTRY("rwanda-2017/cells.csv", rwanda_2017_cells),
    FILE_ENTRY("rwanda-2017/controls.csv", rwanda_2017_controls),
    FILE_ENTRY("rwanda-2017/families.csv", rwanda_2017_families),
    FILE_ENTRY("rwanda-2017/flows.csv", rwanda_2017_flows),
    FILE_ENTRY("rwanda-2017/lines.csv", rwanda_2017_lines),
    FILE_ENTRY("rwanda-2017/production-account.csv", rwanda_2017_production_account),
    FILE_ENTRY("rwanda-2017/products.csv", rwanda_2017_products),
    FILE_ENTRY("rwanda-2017/revisions.csv", rwanda_2017_revisions),
    FILE_ENTRY("rwanda-2017/scaling.csv", rwanda_2017_scaling),
    FILE_ENTRY("rwanda-2017/sources.csv", rwanda_2017_sources),
    FILE_ENTRY("rwanda-2017/supply-use.csv", rwanda_2017_supply_use),
    FILE_ENTRY("rwanda-2022-ifpri/accounts.csv", rwanda_2022_ifpri_accounts),
    FILE_ENTRY("rwanda-2022-ifpri/flows.csv", rwanda_2022_ifpri_flows),
    FILE_ENTRY("rwanda-2022-ifpri/sources.csv", rwanda_2022_ifpri_sources),
    FILE_ENTRY("rwanda-2022/accounts.csv", rwanda_2022_accounts),
    FILE_ENTRY("rwanda-2022/balances.csv", rwanda_2022_balances),
    FILE_ENTRY("rwanda-2022/cells.csv", rwanda_2022_cells),
    FILE_ENTRY("rwanda-2022/controls.csv", rwanda_2022_controls),
    FILE_ENTRY("rwanda-2022/flows.csv", rwanda_2022_flows),
    FILE_ENTRY("rwanda-2022/revisions.csv", rwanda_2022_revisions),
    FILE_ENTRY("rwanda-2022/sources.csv", rwanda_2022_sources),
    FILE_ENTRY("rwanda-2024/accounts.csv", rwanda_2024_accounts),
    FILE_ENTRY("rwanda-2024/activities.csv", rwanda_2024_activities),
    FILE_ENTRY("rwanda-2024/adjustments.csv", rwanda_2024_adjustments),
    FILE_ENTRY("rwanda-2024/balances.csv", rwanda_2024_balances),
    FILE_ENTRY("rwanda-2024/cells.csv", rwanda_2024_cells),
    FILE_ENTRY("rwanda-2024/controls.csv", rwanda_2024_controls),
    FILE_ENTRY("rwanda-2024/doubts.csv", rwanda_2024_doubts),
    FILE_ENTRY("rwanda-2024/families.csv", rwanda_2024_families),
    FILE_ENTRY("rwanda-2024/flows.csv", rwanda_2024_flows),
    FILE_ENTRY("rwanda-2024/lines.csv", rwanda_2024_lines),
    FILE_ENTRY("rwanda-2024/printed-supply-use.csv", rwanda_2024_printed_supply_use),
    FILE_ENTRY("rwanda-2024/production-account.csv", rwanda_2024_production_account),
    FILE_ENTRY("rwanda-2024/products.csv", rwanda_2024_products),
    FILE_ENTRY("rwanda-2024/revisions.csv", rwanda_2024_revisions),
    FILE_ENTRY("rwanda-2024/scaling.csv", rwanda_2024_scaling),
    FILE_ENTRY("rwanda-2024/sources.csv", rwanda_2024_sources),
    FILE_ENTRY("rwanda-2024/step-new-base.csv", rwanda_2024_step_new_base),
    FILE_ENTRY("rwanda-2024/step-old-base.csv", rwanda_2024_step_old_base),
    FILE_ENTRY("rwanda-2024/steps.csv", rwanda_2024_steps),
    FILE_ENTRY("rwanda-2024/supply-use.csv", rwanda_2024_supply_use),
    FILE_ENTRY("scenarios/budget-2022.csv", scenarios_budget_2022),
    FILE_ENTRY("scenarios/cover-cooperatives.csv", scenarios_cover_cooperatives),
    FILE_ENTRY("scenarios/coverage.csv", scenarios_coverage),
    FILE_ENTRY("scenarios/displaced-earnings.csv", scenarios_displaced_earnings),
    FILE_ENTRY("scenarios/financing.csv", scenarios_financing),
    FILE_ENTRY("scenarios/maternity-informal.csv", scenarios_maternity_informal),
    FILE_ENTRY("scenarios/pension-reform.csv", scenarios_pension_reform),
    FILE_ENTRY("scenarios/per-franc-2022.csv", scenarios_per_franc_2022),
    FILE_ENTRY("scenarios/per-franc.csv", scenarios_per_franc),
    FILE_ENTRY("scenarios/reallocation.csv", scenarios_reallocation),
    FILE_ENTRY("scenarios/sensitivity-works.csv", scenarios_sensitivity_works),
    FILE_ENTRY("scenarios/sensitivity.csv", scenarios_sensitivity),
    FILE_ENTRY("scenarios/sources.csv", scenarios_sources),
    FILE_ENTRY("scenarios/targeting.csv", scenarios_targeting),
    FILE_ENTRY("scenarios/unemployment-insurance.csv", scenarios_unemployment_insurance),
    FILE_ENTRY("schemes/administration.csv", schemes_administration),
    FILE_ENTRY("schemes/coverage.csv", schemes_coverage),
    FILE_ENTRY("spending/elasticities.csv", spending_elasticities),
    FILE_ENTRY("spending/sources.csv", spending_sources),
    FILE_ENTRY("supply/food-crops.csv", supply_food_crops),
    FILE_ENTRY("supply/response.csv", supply_response),
    FILE_ENTRY("supply/sources.csv", supply_sources),
    FILE_ENTRY("uncertainty/columns.csv", uncertainty_columns),
    FILE_ENTRY("uncertainty/common.csv", uncertainty_common),
    FILE_ENTRY("uncertainty/grades.csv", uncertainty_grades),
    FILE_ENTRY("uncertainty/scenarios.csv", uncertainty_scenarios),
};

size_t rwanda_sam_file_count(void) { return sizeof files / sizeof files[0]; }
const char *rwanda_sam_file_path(size_t index) { return files[index].path; }
const unsigned char *rwanda_sam_file_bytes(size_t index) { return files[index].bytes; }
size_t rwanda_sam_file_size(size_t index) { return files[index].size; }
