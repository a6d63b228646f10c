#include "exchange/source.hpp"

#include "base/text.hpp"
#include "exchange/narratives.hpp"
#include "exchange/settings.hpp"
#include "exchange/tables.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// The source's own settings, or those of the store.
SettingsRead settings_of(const Source& source, Intake& intake) {
    if (!source.settings) return {intake.known.settings};
    return read_settings(std::string(source.settings->file.text()), source.settings->place, intake.complaints);
}

void check_own_area(const Source& source, const SettingsRead& read, Intake& intake) {
    const std::string& area = read.settings.area.text();
    if (!source.settings || area.empty() || intake.areas.has(area)) return;
    const Problem problem = unknown_code("an area", area, intake.areas, "areas");
    intake.complaints.add({source.settings->place, read.area_line, "area", area, problem.message, problem.remedy});
}

void read_templates(const Source& source, const SettingsRead& settings, Content& into, Intake& intake) {
    for (const Source::Text& text : source.templates) read_reference_document(text.file, text.place, into, intake);
    const std::string& name = settings.settings.reference_document;
    const auto named = [&](const Content& content) {
        return std::ranges::find(content.reference_documents, name, &ReferenceDocument::name) !=
               content.reference_documents.end();
    };
    const auto in_source = std::ranges::find(source.templates, std::string(templates_folder) + name,
                                             [](const Source::Text& text) { return text.file.path; });
    if (!source.settings || name.empty() || in_source != source.templates.end() || named(intake.known)) return;
    intake.complaints.add({source.settings->place, settings.reference_line, "reference",
                           std::string(templates_folder) + name, "is not there.",
                           "Put the Word document there, or take the line out."});
}

void read_narratives(const Source& source, Content& into, Intake& intake) {
    for (const Source::Text& text : source.narratives) {
        if (text.file.path.starts_with(reports_folder))
            read_report_definition(text.file, text.place, into, intake);
        else if (text.file.path.starts_with(recovery_folder))
            read_recovery_plan(text.file, text.place, into, intake);
        else if (text.file.path.starts_with(papers_folder))
            read_paper(text.file, text.place, into, intake);
        else if (text.file.path.starts_with(layouts_folder))
            read_layout(text.file, text.place, into, intake);
    }
}

// They are about the contents of registers.
void read_late_narratives(const Source& source, Content& into, Intake& intake) {
    for (const Source::Text& text : source.narratives)
        if (text.file.path.starts_with(minutes_folder)) read_minutes(text.file, text.place, into, intake);
}

// Registers may refer to papers, and actions, updates and statements may be about recovery plans and registers; recovery plans
// and papers are about measures and bodies.
bool comes_after_narratives(const TableKind& kind) { return kind.is_late || &kind == &updates_table; }

void read_tables(const Source& source, Content& into, Intake& intake, bool (*chosen)(const TableKind&)) {
    for (const TableKind* kind : table_kinds()) {
        if (!chosen(*kind)) continue;
        const auto table = std::ranges::find(source.tables, kind->name, &Table::name);
        if (table != source.tables.end()) kind->read(*table, into, intake);
    }
}

} // namespace

Source source_of(const std::vector<SourceFile>& files, ComplaintBook& complaints) {
    Source source;
    for (const SourceFile& file : files) {
        if (file.path == settings_file) source.settings = {file, file.path};
        if (file.path.starts_with(templates_folder)) source.templates.push_back({file, file.path});
        if (file.path.ends_with(".md") || file.path.starts_with(layouts_folder))
            source.narratives.push_back({file, file.path});
        if (!file.path.ends_with(".csv")) continue;
        const std::string name = file.path.substr(0, file.path.size() - 4);
        if (auto complaint = complain_of_encoding(file.text(), file.path)) {
            complaints.add(std::move(*complaint));
            source.unreadable.push_back(name);
            continue;
        }
        source.tables
            .emplace_back(name, file.path,
                          [&file, &complaints](const OnRow& on_row) {
                              return read_csv(file.text(), file.path, complaints, on_row);
                          })
            .with_csv(file.text());
    }
    return source;
}

void read_into(const Source& source, Content& into, Intake& intake) {
    for (const std::string& name : source.unreadable)
        if (const TableKind* kind = find_table_kind(name); kind != nullptr && kind->codes != nullptr)
            kind->codes(intake).leave_open();
    const SettingsRead settings = settings_of(source, intake);
    intake.settings = into.settings = settings.settings;
    read_tables(source, into, intake, [](const TableKind& kind) { return !comes_after_narratives(kind); });
    check_own_area(source, settings, intake);
    read_templates(source, settings, into, intake);
    read_narratives(source, into, intake);
    read_tables(source, into, intake, comes_after_narratives);
    read_late_narratives(source, into, intake);
}

void complain_if_misspelt(const std::string& name, std::string_view ending, const std::string& place,
                          ComplaintBook& complaints) {
    std::vector<std::string> names;
    for (const TableKind* kind : table_kinds()) names.emplace_back(kind->name);
    const std::string near = nearest(name, names);
    if (near.empty()) return;
    complaints.add(
        {place, 0, "", "", "The file is not named after a table, and was not read.",
         "Did you mean " + near + std::string(ending) + "? Rename it; or give it a name that is unlike any table's."});
}

} // namespace qd::inline exchange
