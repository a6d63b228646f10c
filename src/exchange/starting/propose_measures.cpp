#include "exchange/starting/propose_measures.hpp"

#include "base/text.hpp"
#include "domain/content.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/taking.hpp"
#include "exchange/layouts/vocabulary.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/starting/measure_words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace qd::inline exchange {
namespace {

constexpr std::size_t most_measures = 500, most_title = 200;

std::string lowest_heading(const std::string& heading) {
    const auto slash = heading.rfind(" / ");
    return slash == std::string::npos ? heading : heading.substr(slash + 3);
}

std::optional<ColumnIs> usual_of(const GuessedColumn& column) {
    for (const std::string& words : {column.heading, lowest_heading(column.heading), column.shape.rest})
        if (const auto usual = usual_heading(words)) return usual->is;
    return std::nullopt;
}

// "ENV 3(a)" → "ENV3a": what a code may have.
std::string as_code(std::string_view text) {
    std::string code;
    for (const char c : trim(text)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (plain && !(code.empty() && (c == '-' || c == '_' || c == '.'))) code += c;
    }
    return code.substr(0, 64);
}

// What a sheet says of one measure, over all its rows.
struct Told {
    std::string code, title, theme, unit, direction, cell;
    std::vector<std::string> values, targets;
    std::vector<StatusSeen> statuses; // with their value and target
    std::optional<Decimal> annual_target;
    std::optional<Grain> grain;
    bool adds_up = false; // a total of the row's figures is their sum
};

class Sheets {
public:
    Sheets(const SheetFile& file, const Settings& settings)
        : file_(file), times_(settings.calendar, {}), names_(nothing_, no_words_, no_words_) {
        nothing_.settings = settings;
    }

    std::vector<Told> read() {
        for (std::size_t i = 0; i < file_.sheets.size(); ++i)
            if (!file_.sheets[i].hidden) read_sheet(i);
        return std::move(told_);
    }

private:
    // Which columns of a sheet describe its measures; null = none.
    struct Describing {
        const GuessedColumn *code = nullptr, *title = nullptr, *theme = nullptr, *unit = nullptr, *direction = nullptr,
                            *target = nullptr, *annual = nullptr, *rag = nullptr, *total = nullptr;
        std::vector<const GuessedColumn*> values;
        std::optional<Grain> grain;
    };

    void read_sheet(std::size_t number) {
        const SheetGrid& sheet = file_.sheets[number];
        SheetGuess guess(sheet, nothing_, times_, names_);
        if (!guess.find_headings()) return;
        guess.place_columns();
        const Describing columns = columns_of(guess);
        if ((columns.code == nullptr && columns.title == nullptr) || columns.values.empty()) return;
        section_.clear();
        for (std::size_t i = guess.heading_row + 1; i < sheet.rows(); ++i) read_row(number, i, columns);
    }

    static Describing columns_of(const SheetGuess& guess) {
        Describing found;
        int statuses = 0, targets = 0; // of several, which belongs to which figure is not known here
        for (const GuessedColumn& column : guess.columns) {
            const auto is = usual_of(column);
            const std::string words = lowest_heading(column.heading);
            const auto put = [&](const GuessedColumn*& place) {
                if (place == nullptr) place = &column;
            };
            if (column.is == ColumnIs::value) {
                found.values.push_back(&column);
                if (!found.grain) found.grain = grain_of(column.shape.time);
            } else if (is == ColumnIs::measure) {
                put(found.code);
            } else if (is == ColumnIs::measure_title) {
                put(found.title);
            } else if (is == ColumnIs::unit) {
                put(found.unit);
            } else if (column.is == ColumnIs::annual_target) {
                put(found.annual);
            } else if (is == ColumnIs::target || column.is == ColumnIs::target) {
                ++targets;
                put(found.target);
            } else if (is == ColumnIs::rag) {
                ++statuses;
                put(found.rag);
            } else if (is == ColumnIs::check) {
                put(found.total);
            } else if (names_direction(words)) {
                put(found.direction);
            } else if (names_theme(words)) {
                put(found.theme);
            }
        }
        if (statuses > 1 || targets > 1) found.rag = nullptr;
        return found;
    }

    static std::optional<Grain> grain_of(const TimeParts& time) {
        if (time.quarter) return Grain::quarter;
        if (time.month) return Grain::month;
        if (time.period && time.period->grain() != Grain::span) return time.period->grain();
        if (time.year) return Grain::year;
        return std::nullopt;
    }

    std::string text_at(const SheetGrid& sheet, std::uint32_t row, const GuessedColumn* column) const {
        const GridCell* cell = column == nullptr ? nullptr : sheet.find_spread(row, column->column);
        return cell == nullptr ? std::string() : std::string(trim(cell->text));
    }

    void read_row(std::size_t number, std::size_t index, const Describing& columns) {
        const SheetGrid& sheet = file_.sheets[number];
        const auto cells = sheet.row(index);
        const std::uint32_t row = cells.front().row;
        const std::string code = text_at(sheet, row, columns.code), title = text_at(sheet, row, columns.title);
        if (cells.size() == 1) { // a line that divides the table, or a note below it
            section_ = cells.front().text.size() <= 60 ? std::string(trim(cells.front().text)) : "";
            return;
        }
        std::vector<std::string> values;
        for (const GuessedColumn* column : columns.values)
            if (std::string text = text_at(sheet, row, column); !text.empty()) values.push_back(std::move(text));
        if (!is_measure(columns, code, title) || told_.size() >= most_measures) return;
        Told& told = told_of(code, title);
        if (told.cell.empty()) {
            told.cell = file_.place(number, cells.front());
            told.code = columns.code == nullptr ? "" : as_code(code);
            told.title = shorten(title.empty() ? code : replace_all(title, "\n", " "), most_title);
            told.theme = columns.theme != nullptr ? text_at(sheet, row, columns.theme) : section_;
            told.unit = text_at(sheet, row, columns.unit);
            told.direction = text_at(sheet, row, columns.direction);
            told.grain = columns.grain;
        }
        told.values.insert(told.values.end(), values.begin(), values.end());
        take_targets(told, sheet, row, columns, values);
    }

    static bool is_measure(const Describing& columns, const std::string& code, const std::string& title) {
        const std::string words = same_words(title.empty() ? code : title);
        if (words.starts_with("total") || words.starts_with("sub-total") || words.starts_with("subtotal")) return false;
        if (columns.code != nullptr) return !as_code(code).empty() && code.size() <= 40 && !times_words(words);
        return !title.empty() && title.size() <= 300 && !read_number(title) && !times_words(words);
    }
    static bool times_words(const std::string& words) {
        return words.starts_with("source") || words.starts_with("note");
    }

    Told& told_of(const std::string& code, const std::string& title) {
        const std::string key = same_words(code.empty() ? title : code);
        const auto [place, fresh] = places_.try_emplace(key, told_.size());
        if (fresh) told_.emplace_back();
        return told_[place->second];
    }

    void take_targets(Told& told, const SheetGrid& sheet, std::uint32_t row, const Describing& columns,
                      const std::vector<std::string>& values) const {
        const std::string target = text_at(sheet, row, columns.target), annual = text_at(sheet, row, columns.annual);
        for (const std::string& text : {target, annual})
            if (!text.empty()) told.targets.push_back(text);
        if (const auto number = read_number(annual)) told.annual_target = *number;
        if (const std::string rag = text_at(sheet, row, columns.rag); !rag.empty() && !values.empty())
            told.statuses.push_back({rag, values.back(), target.empty() ? annual : target});
        const auto total = read_number(text_at(sheet, row, columns.total));
        std::optional<Decimal> sum = Decimal();
        for (const std::string& value : values) {
            const auto number = read_number(value);
            sum = sum && number ? std::optional(*sum + *number) : std::nullopt;
        }
        if (total && sum && values.size() >= 2 && *total == *sum && !sum->is_zero()) told.adds_up = true;
    }

    const SheetFile& file_;
    Content nothing_;
    TimeReader times_;
    const std::map<std::string, std::string> no_words_{};
    NameBook names_;
    std::vector<Told> told_;
    std::map<std::string, std::size_t> places_;
    std::string section_;
};

// A count is added up over the year if a total says so, or if its target for the year is out of reach otherwise.
bool adds_up_over_year(const Told& told, const Measure& measure) {
    if (measure.quantity != Quantity::count && measure.quantity != Quantity::money) return false;
    if (told.adds_up) return true;
    if (!told.annual_target || told.values.empty()) return false;
    std::optional<Decimal> most;
    for (const std::string& value : told.values)
        if (const auto number = read_number(value)) most = std::max(most.value_or(*number), *number);
    return most && *told.annual_target > *most + *most;
}

ProposedMeasure proposed_of(const Told& told, Grain reports) {
    ProposedMeasure made;
    Measure& measure = made.measure;
    made.cell = told.cell;
    measure.title = told.title;
    measure.theme = told.theme;
    measure.grain = told.grain.value_or(reports);
    const SaidUnit unit = unit_of(told.unit, told.title, told.values, told.targets);
    measure.quantity = unit.quantity;
    measure.per = unit.per;
    made.reasons.push_back(unit.reason);
    const SaidDirection direction = direction_of(told.direction, told.targets, told.statuses);
    measure.polarity = direction.polarity;
    made.says_which_way = direction.is_said;
    made.reasons.push_back(direction.reason);
    measure.decimals = decimals_of(told.values, measure.quantity);
    if (adds_up_over_year(told, measure)) {
        measure.roll_up = RollUp::sum;
        made.reasons.emplace_back(told.adds_up ? "its figures add up to its total"
                                               : "its target for the year is the sum of more than two of its figures");
    }
    return made;
}

// Codes for sheets without any: "M01", "M02" …; and no code twice.
void give_codes(std::vector<ProposedMeasure>& measures, const std::vector<Told>& told) {
    std::set<std::string> taken;
    const std::size_t digits = measures.size() > 99 ? 3 : 2;
    std::size_t number = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        std::string code = told[i].code;
        while (code.empty() || !taken.insert(lower(code)).second) {
            const std::string count = std::to_string(++number);
            code = "M" + std::string(digits > count.size() ? digits - count.size() : 0, '0') + count;
        }
        measures[i].measure.code = MeasureCode(code);
    }
}

} // namespace

std::vector<ProposedMeasure> propose_measures(const SheetFile& file, const Settings& settings, Grain reports) {
    const std::vector<Told> told = Sheets(file, settings).read();
    std::vector<ProposedMeasure> measures;
    for (const Told& each : told) measures.push_back(proposed_of(each, reports));
    give_codes(measures, told);
    return measures;
}

} // namespace qd::inline exchange
