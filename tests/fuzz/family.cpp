#include "fuzz/family.hpp"

namespace qd::fuzz {

const std::vector<Family>& families() {
    static const std::vector<Family> all = {
        {"folder", 12, "whole council folders, a few files of them mutated", make_folder, run_import},
        {"figures", 10, "council folders whose figures are others: engine, checks, reports, pages", make_figures,
         run_import},
        {"table", 14, "single CSV tables", make_table, run_import},
        {"workbook", 10, "workbooks, mutated as archive and inside their XML", make_workbook, run_import},
        {"settings", 8, "council.toml", make_settings, run_import},
        {"narrative", 8, "recovery plans and papers: TOML front matter and Markdown", make_narrative, run_import},
        {"values", 10, "single values: numbers, days, tolerances, conditions, subjects, addresses", make_values,
         run_values},
        {"periods", 4, "periods in calendars", make_periods, run_periods},
        {"series", 6, "single series of figures, to be forecast", make_series, run_series},
        {"formula", 4, "formulas of measures, parsed and computed with hostile figures", make_formula, run_formula},
        {"minutes", 4, "minutes and agendas as text, to be drafted from", make_minutes, run_minutes},
        {"definition", 4, "report definitions: front matter, Markdown, placeholders", make_definition, run_definition},
        {"prose", 4, "what narrative claims, held against the figures", make_prose, run_prose},
        {"body", 8, "the stored bytes of a return", make_body, run_body},
        {"store", 4, "files of stores", make_store_file, run_store_file},
        {"visit", 8, "requests to the web pages", make_visit, run_visit},
    };
    return all;
}

} // namespace qd::fuzz
