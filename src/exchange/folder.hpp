#pragma once

#include "base/complaint.hpp"
#include "base/file.hpp"
#include "domain/content.hpp"
#include "exchange/asked_withdrawal.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

struct SheetTaking;

// One file of a source, as handed in.
struct SourceFile {
    std::string path; // within the folder: "returns.csv", "recovery/ASC1.md"
    std::string bytes;
    std::shared_ptr<const FileBytes> large{}; // instead of bytes, where there are many

    std::string_view text() const { return large ? large->view() : bytes; }
};

// What was read from a source. `settings_given` is whether it had a council.toml: without one the store's settings stay.
struct SourceReading {
    Content content;
    std::optional<std::string> settings_text; // council.toml, word for word
    std::vector<SourceFile> files;
    std::vector<std::string> tables{}; // that it has, by name; of a sheet of the council's own none
    std::string returns_sha256{};  // of the file with its returns, which is returns.csv or the only one; empty = none
    Complaints left_out{};         // of rows that are not in the content; with BadRows::leave_out
    std::size_t rows_left_out = 0; // how many; `left_out` may not name all of them
    std::vector<AskedWithdrawal> withdrawals{}; // rows that its tables take back; they are not in the content
    std::shared_ptr<const SheetTaking> sheet{}; // what a layout made of it, where it is a sheet of the council's own
};

// How a council's own sheet is to be read, where a person says so.
struct SheetWish {
    std::string layout{};                          // "" = the one of the store whose headings it has
    std::string period{};                          // which is being handed in; "" = as the sheet and its name say
    std::vector<std::string> confirmed{};          // what differs from the last file, and is right: "gone:PL05", "all"
    std::string reason{};                          // why figures that were known change
    std::function<std::vector<Return>()> stored{}; // the returns that are known; none = they are not compared
};

// Rows of the table of returns that are not sound: the whole source is refused over them, or they are left out. Anything else
// that is wrong with a source refuses it.
enum class BadRows { refuse, leave_out };

// Reads a council folder, a workbook (.xlsx), a single table (returns.csv) or layout (layouts/NAME.toml), by its path; or a sheet
// of the council's own, by a layout that is known (layouts/apply_layout.hpp). Every complaint at once.
// `known` is what the store has already, so that codes may refer to it.
// `today`: anything that has happened must not be after it; none = not checked.
// Error(absent/outage) only if the path itself cannot be read.
tl::expected<SourceReading, Complaints> read_source(const std::filesystem::path& path, const Content& known,
                                                    BadRows bad_rows = BadRows::refuse, std::optional<Date> today = {},
                                                    const SheetWish& wish = {});

// The canonical files of a content: equal contents give equal bytes. `settings_text` becomes council.toml.
std::vector<SourceFile> to_files(const Content& content, const std::string& settings_text);
void write_folder(const std::vector<SourceFile>& files, const std::filesystem::path& folder);
void write_workbook(const std::vector<SourceFile>& files, const std::filesystem::path& file);

// A council.toml that was read before, without its comments: notes by its author.
std::string settings_without_comments(const std::string& text);

// council.toml on its own.
tl::expected<Settings, Complaints> parse_settings(const std::string& text, const std::string& file);

} // namespace qd::inline exchange
