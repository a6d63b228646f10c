#include "base/error.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "exchange/folder.hpp"
#include "exchange/hand_in/hand_in.hpp"
#include "exchange/layouts/own_sheet.hpp"
#include "exchange/layouts/supplied.hpp"
#include "exchange/source.hpp"
#include "exchange/tables.hpp"
#include "exchange/withdrawing.hpp"
#include "exchange/workbook/convert_workbook.hpp"
#include "exchange/workbook/workbook.hpp"

#include <algorithm>
#include <future>

namespace qd::inline exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_table_bytes = std::size_t{2} << 30;
constexpr std::size_t most_workbook_bytes = std::size_t{256} << 20;
constexpr std::size_t most_layout_bytes = std::size_t{4} << 20;

bool is_workbook(const fs::path& path) { return lower(path.extension().string()) == ".xlsx"; }

// Cells of a council's own as text: exported, or pasted.
bool is_sheet_text(const fs::path& path) {
    const std::string ending = lower(path.extension().string());
    return ending == ".txt" || ending == ".tsv" || ending == ".csv";
}

void complain_of_kind(const fs::path& path, ComplaintBook& complaints) {
    const std::string name = path.filename().string(), ending = lower(path.extension().string());
    if (ending == ".xlsb" || ending == ".xlsm" || ending == ".numbers")
        return complaints.add({name, 0, "", "", "A workbook of type " + ending + " cannot be read.",
                               "Save it as “Excel workbook (.xlsx)”."});
    std::vector<std::string> names;
    for (const TableKind* kind : table_kinds()) names.push_back(std::string(kind->name) + ".csv");
    const std::string hint = did_you_mean(name, names);
    complaints.add({name, 0, "", "", "It is neither a council folder nor a workbook (.xlsx) nor a table.",
                    !hint.empty()         ? hint + " Rename it."
                    : is_sheet_text(path) ? "If it is your own sheet: quarterday layout guess \"" + name +
                                                "\". If it is a table, name it as one of " + join(names, ", ") + "."
                                          : "Name a table as one of " + join(names, ", ") + "."});
}

// The files of the source, as handed in; none where they are not of a kind that is known.
std::vector<SourceFile> files_of(const fs::path& path, ComplaintBook& complaints) {
    const std::string name = path.filename().string();
    if (fs::is_directory(path)) return list_folder(path, complaints);
    const bool table = name.ends_with(".csv") && find_table_kind(name.substr(0, name.size() - 4)) != nullptr;
    if (table || name == settings_file) return {read_source_file(name, path, most_table_bytes)};
    if (is_workbook(path) || is_convertible(path) || is_sheet_text(path))
        return {{name, read_file(path, most_workbook_bytes), {}}};
    if (lower(path.extension().string()) == ".toml" && path.parent_path().filename() == "layouts")
        return {read_source_file(std::string(layouts_folder) + name, path, most_layout_bytes)};
    complain_of_kind(path, complaints);
    return {};
}

// A workbook of another kind as one that is read here. It is kept, and known by its hash, as it was handed in.
std::optional<SourceFile> conversion_of(const fs::path& path, const std::vector<SourceFile>& files,
                                        ComplaintBook& complaints) {
    if (fs::is_directory(path) || !is_convertible(path) || files.empty()) return std::nullopt;
    auto converted = converted_workbook(files.front());
    if (converted) return *std::move(converted);
    complaints.add({files.front().path, 0, "", "", converted.error().message, converted.error().remedy});
    return std::nullopt;
}

// The hash of the file with the returns. It takes as long as reading the rows, and is computed in parallel.
std::future<std::string> hash_of_returns(const std::vector<SourceFile>& files) {
    const auto table = std::ranges::find(files, "returns.csv", &SourceFile::path);
    if (table == files.end() && files.size() != 1) return {};
    const std::string_view text = (table == files.end() ? files.front() : *table).text();
    return std::async(std::launch::async, [text] { return sha256(text); });
}

// Whether it is a sheet of the council's own that a layout is there for, or asked for.
bool is_read_by_layout(const fs::path& path, const SourceFile& file, const Content& known, const SheetWish& wish) {
    if (fs::is_directory(path) || !(is_workbook(path) || is_convertible(path) || is_sheet_text(path))) return false;
    const std::string& name = file.path;
    if (name.ends_with(".csv") && find_table_kind(name.substr(0, name.size() - 4)) != nullptr) return false;
    const bool has_layout =
        !wish.layout.empty() || !known.layouts.empty() || (is_sheet_text(path) && has_supplied_layout(file, known));
    return has_layout && is_own_sheet(file);
}

void read_by_layout(const SourceFile& file, SourceReading& reading, const Content& known, const SheetWish& wish,
                    Intake& intake) {
    if (auto found = find_layout(file, known, wish, intake.complaints))
        reading.sheet = read_own_sheet(file, *std::move(found), wish, reading.content, intake);
}

void read_tables_and_texts(const fs::path& path, const SourceFile& first, SourceReading& reading, Intake& intake) {
    if (!fs::is_directory(path) && is_sheet_text(path) && reading.files.size() == 1 &&
        find_table_kind(path.stem().string()) == nullptr)
        return complain_of_kind(path, intake.complaints);
    const bool workbook = !fs::is_directory(path) && (is_workbook(path) || is_convertible(path));
    Source source =
        workbook ? source_of_workbook(first, intake.complaints) : source_of(reading.files, intake.complaints);
    if (fs::is_directory(path) && reading.files.empty() && intake.complaints.count() == 0)
        intake.complaints.add({path.filename().string(), 0, "", "", "The folder has no council.toml and no tables.",
                               "Name the council folder itself."});
    if (source.settings) reading.settings_text = std::string(source.settings->file.text());
    for (Table& table : source.tables) {
        reading.tables.push_back(table.name());
        table = without_withdrawn(table, reading.withdrawals, intake.complaints);
    }
    read_into(source, reading.content, intake);
}

} // namespace

tl::expected<SourceReading, Complaints> read_source(const fs::path& given, const Content& known, BadRows bad_rows,
                                                    std::optional<Date> today, const SheetWish& wish) {
    // "folder/" and "." have no name of their own
    const fs::path path = given.has_filename() ? given : given.parent_path();
    std::error_code failed;
    if (!fs::exists(path, failed))
        throw Error(failed ? Fault::outage : Fault::absent,
                    failed ? "Cannot open " + path.string() + ": " + failed.message() + "."
                           : path.string() + " is not there. Name a council folder, a workbook (.xlsx) or a table "
                                             "such as returns.csv.");
    Intake intake(known, today);
    SourceReading reading;
    reading.files = files_of(path, intake.complaints);
    std::future<std::string> hash = hash_of_returns(reading.files);
    const auto converted = conversion_of(path, reading.files, intake.complaints);
    static const SourceFile nothing;
    const SourceFile& first = converted ? *converted : reading.files.empty() ? nothing : reading.files.front();
    if (intake.complaints.count() > 0 && is_convertible(path)) {
        // it could not be converted: nothing of it can be read
    } else if (!fs::is_directory(path) && (is_workbook(path) || converted) && is_hand_in(first)) {
        reading.sheet = read_hand_in(first, wish, reading.content, intake);
    } else if (is_read_by_layout(path, first, known, wish)) {
        read_by_layout(first, reading, known, wish, intake);
    } else {
        read_tables_and_texts(path, first, reading, intake);
    }
    if (hash.valid()) reading.returns_sha256 = hash.get();
    const bool only_rows = intake.complaints.count() == intake.left_out.complaints;
    if (bad_rows == BadRows::leave_out && only_rows) {
        reading.left_out = intake.complaints.take();
        reading.rows_left_out = intake.left_out.rows;
        return reading;
    }
    if (intake.complaints.count() > 0) return tl::make_unexpected(intake.complaints.take());
    return reading;
}

} // namespace qd::inline exchange
