#pragma once

#include "exchange/folder.hpp"
#include "exchange/intake.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// The files that are not tables: TOML front matter between "+++" lines, Markdown below it. The name of the file is the code.
void read_recovery_plan(const SourceFile& file, const std::string& place, Content& into, Intake& intake);
void read_paper(const SourceFile& file, const std::string& place, Content& into, Intake& intake);
void read_report_definition(const SourceFile& file, const std::string& place, Content& into, Intake& intake);
void read_layout(const SourceFile& file, const std::string& place, Content& into, Intake& intake); // TOML alone
void read_minutes(const SourceFile& file, const std::string& place, Content& into, Intake& intake);

SourceFile write_recovery_plan(const RecoveryPlan& plan, YearStyle years);
SourceFile write_paper(const Paper& paper, YearStyle years);
SourceFile write_report_definition(const ReportDefinition& definition);

// templates/NAME.docx. Which of them is used, council.toml says.
constexpr std::string_view templates_folder = "templates/";
bool is_template_path(std::string_view path);
void read_reference_document(const SourceFile& file, const std::string& place, Content& into, Intake& intake);
SourceFile write_reference_document(const ReferenceDocument& document);
SourceFile write_minutes(const Minutes& minutes);
SourceFile write_layout(const SheetLayout& layout);

} // namespace qd::inline exchange
