#pragma once

#include "exchange/folder.hpp"
#include "exchange/table.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// A folder, workbook or table split into its parts, before anything in it is understood.
struct Source {
    struct Text {
        SourceFile file;
        std::string place; // how complaints name it
    };
    std::vector<Table> tables;           // of known names, each at most once
    std::vector<std::string> unreadable; // names of tables that are there but cannot be read
    std::optional<Text> settings;        // council.toml
    std::vector<Text> narratives;        // recovery/*.md, papers/*.md, minutes/*.md, reports/*.md, layouts/*.toml
    std::vector<Text> templates;         // templates/*.docx
};

constexpr std::string_view settings_file = "council.toml", recovery_folder = "recovery/", papers_folder = "papers/",
                           minutes_folder = Shape<Minutes>::folder, reports_folder = "reports/",
                           layouts_folder = Shape<SheetLayout>::folder;

// The files in a folder that a council folder may contain, by path; others are ignored. Complains of links that lead out of
// it, of what is too large and of names that look like a misspelt table.
std::vector<SourceFile> list_folder(const std::filesystem::path& folder, ComplaintBook& complaints);

// A file of a source, by its path within it; by several threads where it is large. Errors as of read_file.
SourceFile read_source_file(const std::string& path, const std::filesystem::path& file, std::size_t most);

// Splits files; the bytes stay with them and must outlive the source.
Source source_of(const std::vector<SourceFile>& files, ComplaintBook& complaints);

// Understands everything, in the order in which one thing refers to another.
void read_into(const Source& source, Content& into, Intake& intake);

// A name that may be a mistyped one of the tables: complains and says which.
void complain_if_misspelt(const std::string& name, std::string_view ending, const std::string& place,
                          ComplaintBook& complaints);

} // namespace qd::inline exchange
