#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/taken.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

// A sheet reads the same, whatever is done to it: other columns first, lines above, headings in capitals, another program.
namespace qd::testing {
namespace {

using Cells = std::vector<std::vector<std::string>>;

struct Made {
    std::string name, file;
    Cells cells;
    std::size_t heading = 0, heading_rows = 1; // row of the first heading
    bool columns_move = true;                  // not where a heading counts for the blank ones right of it
    Lines expected;                            // without the places of cells
};

const Made quarters{"quarters across",
                    "Parks 2024-25.csv",
                    {{"Wenlow parks and open spaces"},
                     {},
                     {"Ref", "Indicator", "Target 2024/25", "Q1", "Q2", "Q3", "Comments"},
                     {"TR-01", "Trees planted", "400", "96", "121", "", "A dry spring"},
                     {"LT2", "Letters answered within 10 days", "90%", "81.5%", "TBC", "", ""},
                     {},
                     {"Source: depot log"}},
                    2,
                    1,
                    true,
                    {"LT2 2024-25 annual 90%", "LT2 2024-25Q1 value 81.5%", "LT2 2024-25Q2 gap not_due",
                     "TR-01 2024-25 annual 400", "TR-01 2024-25Q1 value 96", "TR-01 2024-25Q2 says A dry spring",
                     "TR-01 2024-25Q2 value 121"}};

const Made years_over_quarters{"years over quarters",
                               "Own.csv",
                               {{"", "2023/24", "", "2024/25", "", ""},
                                {"Code", "Q3", "Q4", "Q1", "Q2", "Target"},
                                {"TR-01", "10", "12", "14", "16", "60"},
                                {"GR3", "900", "950", "1,000", "1,100", "4,000"}},
                               0,
                               2,
                               false,
                               {"GR3 2023-24Q3 value 900", "GR3 2023-24Q4 value 950", "GR3 2024-25 annual 4,000",
                                "GR3 2024-25Q1 value 1,000", "GR3 2024-25Q2 value 1,100", "TR-01 2023-24Q3 value 10",
                                "TR-01 2023-24Q4 value 12", "TR-01 2024-25 annual 60", "TR-01 2024-25Q1 value 14",
                                "TR-01 2024-25Q2 value 16"}};

const Made a_row_a_figure{"a row a figure",
                          "Export.csv",
                          {{"PI Code", "Collection Period", "Value", "Target", "Status", "Updated By"},
                           {"TR 01", "Q1 2024/25", "96", "100", "Amber", "Head of Parks"},
                           {"TR 01", "Q2 2024/25", "121", "100", "On track", "Head of Parks"},
                           {"lt2", "Q1 2024/25", "81%", "90%", "R", "Post Room Manager"}},
                          0,
                          1,
                          true,
                          {"LT2 2024-25Q1 is red", "LT2 2024-25Q1 target 90%", "LT2 2024-25Q1 value 81%",
                           "TR-01 2024-25Q1 is amber", "TR-01 2024-25Q1 target 100", "TR-01 2024-25Q1 value 96",
                           "TR-01 2024-25Q2 is green", "TR-01 2024-25Q2 target 100", "TR-01 2024-25Q2 value 121"}};

const Made parts{"parts, called anything",
                 "Letters Q2 2024-25.csv",
                 {{"Measure", "On time", "Opened", "Share"},
                  {"Letters answered within 10 days", "162", "200", "81%"},
                  {"TR-01", "45", "60", "75%"},
                  {"GR3", "7", "9", "77.8%"}},
                 0,
                 1,
                 true,
                 {"GR3 2024-25Q2 denominator 9", "GR3 2024-25Q2 numerator 7", "GR3 2024-25Q2 value 77.8%",
                  "LT2 2024-25Q2 denominator 200", "LT2 2024-25Q2 numerator 162", "LT2 2024-25Q2 value 81%",
                  "TR-01 2024-25Q2 denominator 60", "TR-01 2024-25Q2 numerator 45", "TR-01 2024-25Q2 value 75%"}};

const Made wards{"wards under each measure",
                 "Wards 2024-25.csv",
                 {{"Ward", "Q1", "Q2"},
                  {"Trees planted"},
                  {"Northgate", "3", "4"},
                  {"St Swithun's and Quay", "5", "6"},
                  {"Grants paid"},
                  {"Northgate", "30", "40"},
                  {"St Swithun's and Quay", "50", "60"}},
                 0,
                 1,
                 false,
                 {"GR3 N1 2024-25Q1 value 30", "GR3 N1 2024-25Q2 value 40", "GR3 S1 2024-25Q1 value 50",
                  "GR3 S1 2024-25Q2 value 60", "TR-01 N1 2024-25Q1 value 3", "TR-01 N1 2024-25Q2 value 4",
                  "TR-01 S1 2024-25Q1 value 5", "TR-01 S1 2024-25Q2 value 6"}};

const Made trend{"lines that are not figures among the quarters",
                 "Trend.csv",
                 {{"Year", "Qtr", "Trees (TR-01)", "Letters (LT2)"},
                  {"2023/24", "Q3", "10", "80%"},
                  {"", "Q4", "12", "82%"},
                  {"", "Target", "50", "85%"},
                  {"2024/25", "Q1", "14", "81%"},
                  {"", "Q2", "16", "83%"},
                  {"", "Target", "60", "90%"}},
                 0,
                 1,
                 false,
                 {"LT2 2023-24 annual 85%", "LT2 2023-24Q3 value 80%", "LT2 2023-24Q4 value 82%",
                  "LT2 2024-25 annual 90%", "LT2 2024-25Q1 value 81%", "LT2 2024-25Q2 value 83%",
                  "TR-01 2023-24 annual 50", "TR-01 2023-24Q3 value 10", "TR-01 2023-24Q4 value 12",
                  "TR-01 2024-25 annual 60", "TR-01 2024-25Q1 value 14", "TR-01 2024-25Q2 value 16"}};

const Made stacked{"a small table for each measure, below one another",
                   "Two tables.csv",
                   {{"Indicator TR-01: Trees planted"},
                    {"Ward", "Q1 2024-25", "Q2 2024-25"},
                    {"Northgate", "3", "4"},
                    {"St Swithun's and Quay", "5", "6"},
                    {},
                    {"Indicator GR3: Grants paid"},
                    {"Ward", "Q1 2024-25", "Q2 2024-25"},
                    {"Northgate", "30", "40"},
                    {"St Swithun's and Quay", "50", "60"}},
                   1,
                   1,
                   false,
                   {"GR3 N1 2024-25Q1 value 30", "GR3 N1 2024-25Q2 value 40", "GR3 S1 2024-25Q1 value 50",
                    "GR3 S1 2024-25Q2 value 60", "TR-01 N1 2024-25Q1 value 3", "TR-01 N1 2024-25Q2 value 4",
                    "TR-01 S1 2024-25Q1 value 5", "TR-01 S1 2024-25Q2 value 6"}};

const Made beside{"two tables side by side",
                  "Q2 2024-25 dashboard.csv",
                  {{"Measure", "This quarter", "", "Indicator", "Result", "Target"},
                   {"TR-01", "12", "", "LT2", "81%", "90%"},
                   {"Trees planted", "12", "", "GR3", "900", "950"}},
                  0,
                  1,
                  false,
                  {"GR3 2024-25Q2 target 950", "GR3 2024-25Q2 value 900", "LT2 2024-25Q2 target 90%",
                   "LT2 2024-25Q2 value 81%", "TR-01 2024-25Q2 value 12"}};

std::vector<Made> sheets() {
    return {quarters, years_over_quarters, a_row_a_figure, parts, wards, trend, stacked, beside};
}

std::string text_of(const Cells& cells) {
    std::string text;
    for (const std::vector<std::string>& row : cells) {
        std::string line;
        for (const std::string& cell : row) line += (&cell == row.data() ? "\"" : ",\"") + cell + "\"";
        text += (row.empty() ? "" : line) + "\n";
    }
    return text;
}

Cells with_columns_moved(Cells cells) {
    std::size_t width = 0;
    for (const auto& row : cells) width = std::max(width, row.size());
    for (auto& row : cells) {
        row.resize(width);
        std::ranges::rotate(row, row.begin() + static_cast<std::ptrdiff_t>(width / 2));
        std::swap(row[0], row[width - 1]);
    }
    return cells;
}

Cells with_lines_above(Cells cells) {
    cells.insert(cells.begin(), {{"Wenlow Borough Council"}, {"Printed for the executive"}, {}});
    return cells;
}

Cells with_capitals(Cells cells, const Made& made) {
    for (std::size_t i = made.heading; i < made.heading + made.heading_rows; ++i)
        for (std::string& cell : cells[i])
            for (char& c : cell)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return cells;
}

Lines lines_of(const Made& made, const std::string& file, const std::string& bytes) {
    ComplaintBook complaints;
    const Content known = borough();
    const GuessedLayout guessed = guess_layout(read_sheet_file({file, bytes, {}}, {}, complaints), known, {});
    for (const LayoutQuestion& question : guessed.questions)
        EXPECT_FALSE(question.is_open) << made.name << ": " << question.text;
    const Taken taken = take_file(file, bytes, guessed.text);
    EXPECT_EQ(taken.complaints, Lines()) << made.name << "\n" << guessed.text;
    Lines lines;
    for (const std::string& line : taken.lines) lines.push_back(line.substr(0, line.rfind(" (")));
    std::ranges::sort(lines);
    const auto again = std::ranges::unique(lines);
    lines.erase(again.begin(), again.end());
    return lines;
}

void expect_read(const Made& made, const Cells& cells, const std::string& variant) {
    const std::string text = text_of(cells);
    EXPECT_EQ(lines_of(made, made.file, text), made.expected) << made.name << ", " << variant << "\n" << text;
}

TEST(Variants, AreAllReadTheSame) {
    for (const Made& made : sheets()) {
        expect_read(made, made.cells, "as it is");
        if (made.columns_move) expect_read(made, with_columns_moved(made.cells), "other columns first");
        expect_read(made, with_lines_above(made.cells), "lines above");
        expect_read(made, with_capitals(made.cells, made), "capitals");
    }
}

// If LibreOffice is there, what it saves of some of them, by one call.
TEST(Variants, AreReadTheSameWhenLibreOfficeSavesThem) {
    TemporaryFolder folder;
    std::string files;
    std::vector<Made> all = sheets();
    all.resize(3);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name = std::to_string(i) + " " + all[i].file;
        folder.with(name, text_of(all[i].cells));
        files += " \"" + (folder.path() / name).string() + "\"";
    }
    const std::string call = "command -v soffice >/dev/null && soffice -env:UserInstallation=file://" +
                             (folder.path() / "profile").string() + " --headless --convert-to xlsx --outdir \"" +
                             folder.path().string() + "\"" + files + " >/dev/null 2>&1";
    const bool is_there = std::system(call.c_str()) == 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name = std::to_string(i) + " " + all[i].file.substr(0, all[i].file.size() - 4) + ".xlsx";
        ASSERT_EQ(std::filesystem::exists(folder.path() / name), is_there) << name;
        if (!is_there) continue;
        const std::string file = all[i].file.substr(0, all[i].file.size() - 4) + ".xlsx";
        const Lines lines = lines_of(all[i], file, read_file(folder.path() / name));
        EXPECT_EQ(lines.size(), all[i].expected.size()) << all[i].name;
    }
}

} // namespace
} // namespace qd::testing
