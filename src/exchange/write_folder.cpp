#include "base/error.hpp"
#include "base/file.hpp"
#include "exchange/folder.hpp"
#include "exchange/narratives.hpp"
#include "exchange/source.hpp"
#include "exchange/tables.hpp"

namespace qd::inline exchange {

namespace fs = std::filesystem;

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
    return files;
}

void write_folder(const std::vector<SourceFile>& files, const fs::path& folder) {
    std::error_code failed;
    if (fs::exists(folder) && (!fs::is_directory(folder) || !fs::is_empty(folder)))
        throw Error(Fault::conflict, folder.string() + " is there already and not an empty folder. Name a new one.");
    for (const SourceFile& file : files) {
        const fs::path path = folder / file.path;
        fs::create_directories(path.parent_path(), failed);
        if (failed)
            throw Error(Fault::outage,
                        "Cannot make the folder " + path.parent_path().string() + ": " + failed.message() + ".");
        write_file(path, file.bytes);
    }
    if (!files.empty()) return;
    fs::create_directories(folder, failed);
    if (failed) throw Error(Fault::outage, "Cannot make the folder " + folder.string() + ": " + failed.message() + ".");
}

} // namespace qd::inline exchange
