#pragma once

#include "exchange/layouts/guess_sheet.hpp"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace qd::inline exchange {

// A name with its times as places: "FOI Q2 2024-25.xlsx" → "foi {quarter} {year}.xlsx".
struct NamePattern {
    std::string pattern;
    TimeParts time;
};
NamePattern pattern_of_name(const std::string& name, const TimeReader& times);

// A proposal, made from what is detected in each sheet.
class FileGuess {
public:
    FileGuess(const SheetFile& file, const Content& known, const std::optional<Period>& asked);
    GuessedLayout make();

private:
    enum class Lie { upright, turned }; // turned: rows are read as columns
    // Tables of the same form.
    struct Group {
        std::unique_ptr<SheetGuess> guess;
        const SheetGrid* sheet = nullptr;
        Lie lie = Lie::upright;
        std::vector<std::string> names; // of their sheets
        std::string part{};             // "numerator", "denominator", if the sheet says so
    };
    using Tables = std::vector<std::unique_ptr<SheetGuess>>;

    void read_decimal_commas();
    void look_at(std::size_t number);
    Tables tables_of(const SheetGrid& sheet);
    Tables tables_beside(const SheetGrid& sheet);
    bool is_turned(const SheetGrid& sheet, const SheetGuess& sideways) const;
    void add_table(std::unique_ptr<SheetGuess> table, const SheetGrid& sheet, Lie lie);
    static void merge(SheetGuess& into, const SheetGuess& other);
    std::string part_of(const SheetGrid& sheet, const SheetGuess& table) const;
    void settle_part_sheets();

    std::string name_of_file() const; // without its ending
    std::string head();
    std::string block_of(Group& group);
    std::string set_of(Group& group, const TimeParts& sheet);
    std::string columns_of(Group& group, const TimeParts& sheet);
    std::string period_line(SheetGuess& guess, const GuessedColumn& column, const TimeParts& base);
    NamePattern of_sheets(Group& group);
    NamePattern of_sheet_names(Group& group);
    static bool says_measure(const SheetGuess& guess);
    static bool names_rows(const SheetGuess& guess);
    bool is_like_another(const Group& group) const;
    TimeParts base_of(const Group& group, const TimeParts& sheet) const;
    std::string year_in(SheetGuess& guess);
    std::string measure_in_name();
    std::optional<Period> newest(const SheetGuess& guess, const TimeParts& base) const;

    const SheetFile* file_;
    SheetFile pointed_file_; // in its place, if its figures have commas for points
    const Content& known_;
    std::map<std::string, std::string> period_words_; // of another language
    TimeReader times_;
    const std::map<std::string, std::string> no_words_{}; // of a layout that is not there yet
    NameBook names_;
    TimeParts asked_;
    NamePattern named_;
    bool decimal_comma_ = false;
    std::deque<std::string> pointed_; // figures with points for their commas
    std::deque<SheetGrid> grids_;     // turned, or parts of a sheet
    std::vector<Group> groups_;
    GuessedLayout made_;
};

} // namespace qd::inline exchange
