#include "exchange/text_tables.hpp"

#include "base/text.hpp"
#include "exchange/narratives.hpp"

#include <algorithm>
#include <set>

namespace qd::inline exchange {
namespace {

// Returns are distinguished by much else; what they are about is a measure in an area and a period.
std::vector<TextKind::Key> keys_of(const TableKind& kind) {
    if (&kind == &returns_table) return {{"measure"}, {"area", true}, {"period"}};
    std::vector<TextKind::Key> keys;
    for (const TableKind::Heading& heading : kind.headings())
        if (is_key(heading.need)) keys.push_back({std::string(heading.name), heading.need == Need::key_if});
    return keys;
}

TextTable table_of_texts(const std::vector<SourceFile>& files, const TextKind& kind) {
    TextTable table{kind, {kind.keys.front().column, "text"}, {}};
    for (const SourceFile& file : files) {
        if (!file.path.starts_with(kind.folder) || !file.path.ends_with(kind.ending)) continue;
        const std::string code =
            file.path.substr(kind.folder.size(), file.path.size() - kind.folder.size() - kind.ending.size());
        table.rows.push_back({0, {code, kind.ending.empty() ? "" : file.bytes}, {code}});
    }
    return table;
}

} // namespace

std::vector<TextKind> text_kinds() {
    std::vector<TextKind> kinds;
    for (const TableKind* kind : table_kinds()) kinds.push_back({std::string(kind->name), keys_of(*kind)});
    kinds.push_back({"recovery_plans", {{"code"}}, std::string(recovery_folder), ".md"});
    kinds.push_back({"papers", {{"code"}}, std::string(papers_folder), ".md"});
    kinds.push_back({"minutes", {{"meeting"}}, std::string(minutes_folder), ".md"});
    kinds.push_back({"report_definitions", {{"name"}}, std::string(reports_folder), ".md"});
    kinds.push_back({"layouts", {{"name"}}, std::string(layouts_folder), ".toml"});
    kinds.push_back({"reference_documents", {{"name"}}, std::string(templates_folder), ""});
    return kinds;
}

TextTable text_table(const std::vector<SourceFile>& files, const TextKind& kind) {
    if (!kind.folder.empty()) return table_of_texts(files, kind);
    TextTable table{kind, {}, {}};
    const auto file = std::ranges::find(files, kind.name + ".csv", &SourceFile::path);
    if (file == files.end()) return table;
    std::vector<std::size_t> places;
    ComplaintBook none; // it is canonical
    read_csv(file->text(), file->path, none, [&](std::size_t number, std::span<const std::string_view> cells) {
        if (table.heading.empty()) {
            table.heading.assign(cells.begin(), cells.end());
            for (const TextKind::Key& key : kind.keys)
                places.push_back(
                    static_cast<std::size_t>(std::ranges::find(table.heading, key.column) - table.heading.begin()));
            return;
        }
        TextTable::Row row{number, {cells.begin(), cells.end()}, {}};
        for (const std::size_t place : places) row.key.push_back(place < row.cells.size() ? row.cells[place] : "");
        table.rows.push_back(std::move(row));
    });
    return table;
}

void leave_out(std::vector<SourceFile>& files, const TextTable& table, const std::vector<std::size_t>& rows) {
    if (!table.kind.folder.empty()) {
        for (const std::size_t row : rows)
            std::erase_if(files, [&](const SourceFile& file) {
                return file.path == table.kind.folder + table.rows[row].key.front() + table.kind.ending;
            });
        return;
    }
    const std::set<std::size_t> gone(rows.begin(), rows.end());
    CsvRows kept{table.heading};
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (!gone.contains(i)) kept.push_back(table.rows[i].cells);
    const auto file = std::ranges::find(files, table.kind.name + ".csv", &SourceFile::path);
    if (kept.size() == 1)
        files.erase(file); // an empty table is left out
    else
        file->bytes = write_csv(kept);
}

std::string shown_key(const std::vector<std::string>& key) {
    std::vector<std::string> words = key;
    std::erase(words, "");
    return join(words, " ");
}

} // namespace qd::inline exchange
