#include "base/text.hpp"
#include "exchange/tables.hpp"
#include "exchange/workbook.hpp"

#include <algorithm>

namespace qd {
namespace {

bool may_be_path(std::string_view path) {
    const bool narrative =
        (path.starts_with(recovery_folder) || path.starts_with(papers_folder)) && path.ends_with(".md");
    return narrative || path == settings_file;
}

// The rows of the sheet `files`: a path, and a text or a part of one.
class FilesSheet {
public:
    FilesSheet(const std::string& place, ComplaintBook& complaints) : place_(place), complaints_(complaints) {}

    void add(std::size_t row, std::span<const std::string_view> cells) {
        const std::string_view path = cells.empty() ? "" : trim(cells[0]), text = cells.size() < 2 ? "" : cells[1];
        if (!headed_) {
            headed_ = true;
            if (path != "path" || trim(text) != "text")
                complaints_.add({place_, row, "", std::string(path), "The heading of this sheet has to be: path, text.",
                                 "Write it in the first row."});
        } else if (!may_be_path(path)) {
            complaints_.add({place_, row, "path", std::string(path), "is not a file of a council folder.",
                             "Write council.toml, recovery/CODE.md or papers/CODE.md."});
        } else {
            auto found = std::ranges::find(files_, path, &SourceFile::path);
            if (found == files_.end()) found = files_.insert(files_.end(), {std::string(path), ""});
            found->bytes += text;
        }
    }

    void hand_over(Source& source) {
        for (SourceFile& file : files_) {
            const std::string place = place_ + ", " + file.path;
            if (file.path == settings_file)
                source.settings = {std::move(file), place};
            else
                source.narratives.push_back({std::move(file), place});
        }
    }

private:
    const std::string& place_;
    ComplaintBook& complaints_;
    bool headed_ = false;
    std::vector<SourceFile> files_;
};

} // namespace

Source source_of_workbook(const SourceFile& workbook, ComplaintBook& complaints) {
    Source source;
    std::vector<std::string> seen;
    for (const std::shared_ptr<Sheet>& sheet : read_sheets(workbook.bytes, workbook.path, complaints)) {
        const std::string name = lower(trim(sheet->name())), place = workbook.path + " sheet " + sheet->name();
        const bool table = find_table_kind(name) != nullptr;
        if (!table && name != files_sheet) {
            complain_if_misspelt(name, "", place, complaints);
            continue;
        }
        if (std::ranges::find(seen, name) != seen.end()) {
            complaints.add({place, 0, "", "", "There are two sheets of this name.", "Put their rows into one."});
            continue;
        }
        seen.push_back(name);
        if (table) {
            source.tables.emplace_back(name, place, [sheet](const OnRow& on_row) { return sheet->each_row(on_row); });
            continue;
        }
        FilesSheet files(place, complaints);
        sheet->each_row([&](std::size_t row, std::span<const std::string_view> cells) { files.add(row, cells); });
        files.hand_over(source);
    }
    if (seen.empty() && complaints.count() == 0)
        complaints.add({workbook.path, 0, "", "", "The workbook holds no sheet of the name of a table.",
                        "Name the sheets as the tables: measures, returns, targets …"});
    return source;
}

} // namespace qd
