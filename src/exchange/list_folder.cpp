#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "exchange/narratives.hpp"
#include "exchange/source.hpp"
#include "exchange/tables.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_table_bytes = std::uintmax_t{2} << 30;
constexpr std::uintmax_t most_text_bytes = std::uintmax_t{4} << 20;
constexpr std::uintmax_t most_template_bytes = std::uintmax_t{16} << 20;

// The name of the folder itself does not matter; its contents do.
class Listing {
public:
    Listing(const fs::path& folder, ComplaintBook& complaints)
        : folder_(folder), real_(fs::canonical(folder)), complaints_(complaints) {}

    std::vector<SourceFile> take() {
        for (const std::string& name : names_in(folder_)) add_top(name);
        for (const std::string_view below : {recovery_folder, papers_folder, minutes_folder, reports_folder})
            add_below(below, ".md", most_text_bytes);
        add_below(layouts_folder, ".toml", most_text_bytes);
        add_below(templates_folder, ".docx", most_template_bytes);
        std::ranges::sort(files_, {}, &SourceFile::path);
        return std::move(files_);
    }

private:
    static std::vector<std::string> names_in(const fs::path& folder) {
        std::vector<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

    void add_top(const std::string& name) {
        if (name == settings_file) return add(name, most_text_bytes);
        if (lower(name) == settings_file || lower(name) == "council.tml")
            return complaints_.add({name, 0, "", "", "The name is not council.toml, and the file was not read.",
                                    "Rename it to council.toml."});
        if (!lower(name).ends_with(".csv")) return;
        const std::string stem = name.substr(0, name.size() - 4);
        if (find_table_kind(stem) != nullptr && name.ends_with(".csv"))
            add(name, most_table_bytes);
        else
            complain_if_misspelt(stem, ".csv", name, complaints_);
    }

    void add_below(std::string_view below, std::string_view ending, std::uintmax_t most) {
        if (!fs::is_directory(folder_ / below) || !stays_within(std::string(below.substr(0, below.size() - 1)))) return;
        for (const std::string& name : names_in(folder_ / below))
            if (name.ends_with(ending) && !name.starts_with("~$")) // of a word processor that has it open
                add(std::string(below) + name, most);
    }

    void add(const std::string& path, std::uintmax_t most) {
        if (!stays_within(path)) return;
        const fs::path file = folder_ / path;
        if (!fs::is_regular_file(file))
            return complaints_.add({path, 0, "", "", "It is not a file.", "Put the file itself there."});
        if (fs::file_size(file) > most)
            return complaints_.add({path, 0, "", "", "The file is larger than " + std::to_string(most >> 20) + " MB.",
                                    "Split it, and import the parts one after the other."});
        files_.push_back(read_source_file(path, file, most));
    }

    bool stays_within(const std::string& path) {
        std::error_code failed;
        const fs::path real = fs::canonical(folder_ / path, failed);
        const fs::path within = failed ? fs::path("..") : real.lexically_relative(real_);
        if (!within.empty() && *within.begin() != "..") return true;
        complaints_.add({path, 0, "", "",
                         failed ? "The link leads nowhere." : "The link leads out of the folder, and was not followed.",
                         "Put the file itself there."});
        return false;
    }

    const fs::path& folder_;
    fs::path real_;
    ComplaintBook& complaints_;
    std::vector<SourceFile> files_;
};

} // namespace

SourceFile read_source_file(const std::string& path, const fs::path& file, std::size_t most) {
    constexpr std::uintmax_t large = std::uintmax_t{4} << 20;
    if (fs::is_regular_file(file) && fs::file_size(file) >= large)
        return {path, {}, std::make_shared<const FileBytes>(file, most)};
    return {path, read_file(file, most), {}};
}

std::vector<SourceFile> list_folder(const fs::path& folder, ComplaintBook& complaints) {
    try {
        return Listing(folder, complaints).take();
    } catch (const fs::filesystem_error& error) {
        throw Error(Fault::outage, "Cannot read the folder " + folder.string() + ": " + error.code().message() + ".");
    }
}

} // namespace qd::inline exchange
