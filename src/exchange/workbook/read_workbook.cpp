#include "base/base64.hpp"
#include "base/text.hpp"
#include "exchange/narratives.hpp"
#include "exchange/tables.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace qd::inline exchange {
namespace {

bool may_be_path(std::string_view path) {
    const bool narrative = (path.starts_with(recovery_folder) || path.starts_with(papers_folder) ||
                            path.starts_with(minutes_folder) || path.starts_with(reports_folder)) &&
                           path.ends_with(".md");
    const bool layout = path.starts_with(layouts_folder) && path.ends_with(".toml");
    return narrative || layout || path == settings_file || is_template_path(path);
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
                             "Write council.toml, recovery/CODE.md, papers/CODE.md, minutes/CODE.md, reports/NAME.md, "
                             "layouts/NAME.toml or templates/NAME.docx."});
        } else {
            const auto [place, fresh] = places_.try_emplace(std::string(path), files_.size());
            if (fresh) files_.push_back({std::string(path), ""});
            files_[place->second].bytes += text;
        }
    }

    void hand_over(Source& source) {
        for (SourceFile& file : files_) {
            const std::string place = place_ + ", " + file.path;
            if (file.path == settings_file)
                source.settings = {std::move(file), place};
            else if (is_template_path(file.path))
                hand_over_template(source, std::move(file), place);
            else
                source.narratives.push_back({std::move(file), place});
        }
    }

private:
    // What is not text is in cells as base64.
    void hand_over_template(Source& source, SourceFile file, const std::string& place) {
        auto bytes = from_base64(file.bytes);
        if (!bytes)
            return complaints_.add({place, 0, "text", "", "is not the base64 of a file.",
                                    "Put the file in a folder with the tables instead."});
        file.bytes = *std::move(bytes);
        source.templates.push_back({std::move(file), place});
    }

    const std::string& place_;
    ComplaintBook& complaints_;
    bool headed_ = false;
    std::vector<SourceFile> files_;
    std::unordered_map<std::string, std::size_t> places_; // in files_, by path
};

// Takes the sheets that are tables or files, in order.
class SheetsReading {
public:
    SheetsReading(const SourceFile& workbook, WorkbookParts parts, ComplaintBook& complaints)
        : workbook_(workbook), parts_(std::move(parts)), complaints_(complaints), budget_(workbook.bytes.size()),
          frame_(read_frame(parts_, budget_)) {}

    Source take() {
        for (const WorkbookFrame::SheetPart& part : frame_.sheets) take(part);
        if (seen_.empty() && complaints_.count() == 0)
            complaints_.add({workbook_.path, 0, "", "", "The workbook has no sheet named after a table.",
                             "If it is a workbook of your own: quarterday layout guess \"" + workbook_.path +
                                 "\". Sheets that are tables are named after these: measures, returns, targets …"});
        return std::move(source_);
    }

private:
    void take(const WorkbookFrame::SheetPart& part) {
        const std::string name = lower(trim(part.name)), place = workbook_.path + " sheet " + part.name;
        const bool table = find_table_kind(name) != nullptr;
        if (!table && name != files_sheet) return complain_if_misspelt(name, "", place, complaints_);
        if (std::ranges::find(seen_, name) != seen_.end())
            return complaints_.add(
                {place, 0, "", "", "There are two sheets with this name.", "Put their rows in one."});
        seen_.push_back(name);
        const auto sheet =
            std::make_shared<Sheet>(read_sheet(part, parts_, frame_, place, budget_, complaints_, workbook_.bytes));
        const auto rows = [sheet, above = sheet->rows_above_table()](const OnRow& on_row) {
            return sheet->each_row([&](std::size_t row, std::span<const std::string_view> cells) {
                if (row > above) on_row(row, cells);
            });
        };
        if (table) {
            source_.tables.emplace_back(name, place, rows).on_sheet(part.name);
            return;
        }
        FilesSheet files(place, complaints_);
        rows([&](std::size_t row, std::span<const std::string_view> cells) { files.add(row, cells); });
        files.hand_over(source_);
    }

    const SourceFile& workbook_;
    WorkbookParts parts_;
    ComplaintBook& complaints_;
    Budget budget_;
    WorkbookFrame frame_;
    Source source_;
    std::vector<std::string> seen_;
};

} // namespace

Source source_of_workbook(const SourceFile& workbook, ComplaintBook& complaints) {
    auto parts = unpack_workbook(workbook.bytes, Unpacked::outline);
    if (!parts) {
        complaints.add({workbook.path, 0, "", "", parts.error().message, parts.error().remedy});
        return {};
    }
    try {
        return SheetsReading(workbook, *std::move(parts), complaints).take();
    } catch (const WorkbookFault& fault) {
        complaints.add({workbook.path, 0, "", "", "The workbook cannot be read: " + std::string(fault.what()) + ".",
                        "Open it in the spreadsheet program and save it again, or hand the tables in as CSV."});
        return {};
    }
}

} // namespace qd::inline exchange
