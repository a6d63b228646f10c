#include "exchange/starting/starting.hpp"

#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/embedded_starter.hpp"
#include "exchange/source.hpp"
#include "exchange/toml_node.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::string_view sample_folder = "sample/";

std::string starter(std::string_view path) {
    const Asset* found = find_asset(embedded_starter::all(), path);
    return found == nullptr ? std::string() : std::string(found->bytes);
}

std::string in_toml(std::string_view text) {
    const std::string line = toml_line("x", text); // x = "…"
    return line.size() < 6 ? "\"\"" : line.substr(4, line.size() - 5);
}

// The council's own words, each counted as one of the three; and the rules that give them.
std::string statuses_of(const NewCouncil& council) {
    constexpr std::array<std::string_view, 3> usual{"green", "amber", "red"};
    constexpr std::array<std::string_view, 3> when{"meets target", "within tolerance", "otherwise"};
    std::string text;
    for (std::size_t i = 0; i < council.statuses.size(); ++i)
        text += "[[own_status]]\nname = " + in_toml(council.statuses[i]) + "\ncounts_as = \"" + std::string(usual[i]) +
                "\"\n\n";
    text += "[[status]]                   # the first rule that applies gives the status\n";
    for (std::size_t i = 0; i < usual.size(); ++i)
        text += "[[status.rule]]\nstatus = " +
                (council.statuses.empty() ? in_toml(usual[i]) : in_toml(council.statuses[i])) + "\nwhen = \"" +
                std::string(when[i]) + "\"\n";
    return text;
}

std::string settings_text_of(const NewCouncil& council) {
    std::string text = starter(settings_file);
    text = replace_all(text, "@NAME@", in_toml(council.name));
    text = replace_all(text, "@AREA@", in_toml(council.code.text()));
    text = replace_all(text, "@YEAR_STARTS@", std::to_string(council.year_starts));
    text = replace_all(text, "@TOLERANCE@", in_toml(council.tolerance));
    text = replace_all(text, "@STATUSES@", statuses_of(council));
    return replace_all(text, "@RAISE@", council.recovery_plans ? "\"off_target_or_to_miss\"" : "\"never\"");
}

std::string areas_of(const NewCouncil& council) {
    CsvRows rows{{"code", "name", "kind", "parent"},
                 {council.code.text(), council.name, std::string(print(council.kind)), ""}};
    for (const Area& area : council.areas)
        rows.push_back({area.code.text(), area.name, std::string(print(area.kind)), council.code.text()});
    return write_csv(rows);
}

std::string units_of(const NewCouncil& council) {
    CsvRows rows{{"code", "name", "kind", "parent", "post"},
                 {std::string(council_unit), council.name, "council", "", "Chief Executive"}};
    for (const Unit& unit : council.units)
        rows.push_back({unit.code.text(), unit.name, std::string(print(unit.kind)), std::string(council_unit), ""});
    return write_csv(rows);
}

std::string measures_of(const NewCouncil& council) {
    CsvRows rows{{"code", "title", "theme", "owner", "polarity", "unit", "per", "decimals", "grain", "roll_up",
                  "tolerance", "definition"}};
    for (const Measure& measure : council.measures)
        rows.push_back({measure.code.text(), measure.title, measure.theme,
                        measure.owner.empty() ? std::string(council_unit) : measure.owner.text(),
                        std::string(print(measure.polarity)), std::string(print(measure.quantity)),
                        measure.quantity == Quantity::rate ? std::to_string(measure.per) : "",
                        std::to_string(measure.decimals), std::string(print(measure.grain)),
                        std::string(print(measure.roll_up)), "", ""});
    return write_csv(rows);
}

} // namespace

Settings NewCouncil::settings() const {
    Settings made;
    made.name = name;
    made.area = code;
    made.calendar = Calendar(year_starts);
    return made;
}

std::vector<SourceFile> starting_files(const NewCouncil& council, const std::string& folder) {
    std::string read_me = replace_all(starter("README.md"), "@COUNCIL@", council.name);
    read_me = replace_all(std::move(read_me), "@FOLDER@", folder);
    std::vector<SourceFile> files{{"README.md", std::move(read_me), {}},
                                  {std::string(settings_file), settings_text_of(council), {}},
                                  {"areas.csv", areas_of(council), {}},
                                  {"units.csv", units_of(council), {}},
                                  {"measures.csv", measures_of(council), {}}};
    for (const SheetLayout& layout : council.layouts)
        files.push_back({std::string(layouts_folder) + layout.name + ".toml", layout.text, {}});
    return files;
}

std::vector<SourceFile> sample_files() {
    std::vector<SourceFile> files;
    for (const Asset& asset : embedded_starter::all())
        if (asset.path.starts_with(sample_folder))
            files.push_back({std::string(asset.path.substr(sample_folder.size())), std::string(asset.bytes), {}});
    return files;
}

Complaints complaints_of(const std::vector<SourceFile>& files) {
    const Content nothing;
    Content content;
    Intake intake(nothing);
    const Source source = source_of(files, intake.complaints);
    read_into(source, content, intake);
    return intake.complaints.count() == 0 ? Complaints() : intake.complaints.take();
}

} // namespace qd::inline exchange
