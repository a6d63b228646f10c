#include "base/error.hpp"
#include "base/file.hpp"
#include "base/write_file.hpp"
#include "exchange/folder.hpp"
#include "exchange/narratives.hpp"
#include "exchange/source.hpp"
#include "exchange/tables.hpp"

#include <sys/stat.h>

namespace qd::inline exchange {

namespace fs = std::filesystem;

namespace {

// Next to the folder, with an ending of its own, so that the rename stays on one disk.
fs::path make_aside(const fs::path& place) {
    std::error_code failed;
    fs::create_directories(place.parent_path(), failed); // if that fails, so does the next step, with the cause
    return make_beside(place, [](const char* name) { return ::mkdir(name, 0777); });
}

} // namespace

std::vector<SourceFile> to_files(const Content& given, const std::string& settings_text) {
    const Content content = in_canonical_order(given);
    const YearStyle years = content.settings.calendar.year_style();
    std::vector<SourceFile> files;
    if (!settings_text.empty()) files.push_back({std::string(settings_file), settings_text});
    for (const TableKind* kind : table_kinds()) {
        std::string text = kind->write(content, years);
        if (!text.empty()) files.push_back({std::string(kind->name) + ".csv", std::move(text)});
    }
    for (const RecoveryPlan& plan : content.recovery_plans) files.push_back(write_recovery_plan(plan, years));
    for (const Paper& paper : content.papers) files.push_back(write_paper(paper, years));
    for (const ReportDefinition& definition : content.report_definitions)
        files.push_back(write_report_definition(definition));
    for (const ReferenceDocument& document : content.reference_documents)
        files.push_back(write_reference_document(document));
    for (const Minutes& minutes : content.minutes) files.push_back(write_minutes(minutes));
    for (const SheetLayout& layout : content.layouts) files.push_back(write_layout(layout));
    return files;
}

// Written aside, then renamed: the folder is there whole, or not at all. An empty one that is there keeps its mode.
void write_folder(const std::vector<SourceFile>& files, const fs::path& folder) {
    if (fs::exists(folder) && (!fs::is_directory(folder) || !fs::is_empty(folder)))
        throw Error(Fault::conflict, folder.string() + " already exists and is not an empty folder. Name a new one.");
    const fs::path place = where_links_lead(fs::absolute(folder / "").parent_path()); // without a slash at the end
    const fs::path aside = make_aside(place);
    try {
        for (const SourceFile& file : files) {
            fs::create_directories((aside / file.path).parent_path());
            write_file(aside / file.path, file.bytes);
        }
        if (fs::exists(place)) fs::permissions(aside, fs::status(place).permissions());
        fs::rename(aside, place);
    } catch (const fs::filesystem_error& error) {
        fs::remove_all(aside);
        throw Error(Fault::outage, "Cannot write the folder " + folder.string() + ": " + error.code().message() + ".");
    } catch (...) {
        fs::remove_all(aside);
        throw;
    }
}

} // namespace qd::inline exchange
