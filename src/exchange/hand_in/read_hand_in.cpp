#include "base/text.hpp"
#include "exchange/hand_in/hand_in.hpp"
#include "exchange/hand_in/hand_in_names.hpp"
#include "exchange/layouts/own_sheet.hpp"
#include "exchange/layouts/taking.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline exchange {
namespace {

// A sheet with lines to fill in: where its headings are, and which column is which.
struct Lines {
    std::size_t sheet = 0;
    std::uint32_t heading = 0;
    std::map<std::uint32_t, HandInColumn> columns;
};

std::optional<HandInColumn> column_named(std::string_view text) {
    const std::string words = same_words(text);
    for (std::size_t i = 0; i < hand_in_columns; ++i)
        if (same_words(hand_in_headings[i]) == words) return static_cast<HandInColumn>(i);
    return std::nullopt;
}

class HandInReading {
public:
    HandInReading(const SourceFile& file, const SheetWish& wish, Intake& intake)
        : file_(file), wish_(wish), intake_(intake), names_(hand_in_names(file)) {}

    std::shared_ptr<SheetTaking> read() {
        const std::size_t before = intake_.complaints.count();
        check_names();
        if (intake_.complaints.count() > before) return nullptr;
        taking_ = std::make_shared<SheetTaking>();
        taking_->file.name = file_.path;
        taking_->file.sheets = read_workbook_grids(file_, intake_.complaints);
        if (intake_.complaints.count() > before) return nullptr;
        for (const SheetGrid& sheet : taking_->file.sheets) taking_->uses.emplace_back(sheet.cells.size());
        find_lines();
        check_structure();
        if (intake_.complaints.count() > before) return nullptr;
        for (const Lines& lines : lines_) read_lines(lines);
        settle();
        return taking_;
    }

private:
    void complain(const std::string& place, std::size_t row, const std::string& column, const std::string& value,
                  const std::string& message, const std::string& remedy) {
        intake_.complaints.add({place, row, column, value, message, remedy});
    }
    std::string made_again() const {
        const std::string unit = names_.word(HandInName::unit);
        return "Make a new one and copy the figures into it: quarterday template --period " + period_text() +
               (unit.empty() ? "" : " --unit " + unit);
    }
    std::string period_text() const { return names_.word(HandInName::period); }

    // It is for this council, and for the period that is asked for.
    void check_names() {
        if (names_.word(HandInName::version) != hand_in_version)
            return complain(file_.path, 0, "", names_.word(HandInName::version),
                            "is a kind of hand-in workbook that this version of Quarterday does not know.",
                            "Import it with the version that made it, or make a new one: quarterday template");
        const Settings& settings = intake_.settings;
        if (const std::string council = names_.word(HandInName::council); council != settings.area.text())
            complain(file_.path, 0, "", council,
                     "is the council that the workbook was made for; this store is of " + settings.name + " (" +
                         settings.area.text() + ").",
                     "Import it into that council's store: quarterday --store FILE import");
        const auto period = Period::parse(period_text());
        if (!period)
            return complain(file_.path, 0, "", period_text(),
                            "is not a period, but the workbook says that it is for it.",
                            "Make a new one: quarterday template");
        period_ = *period;
        if (wish_.period.empty()) return;
        const auto asked = read_period(wish_.period, settings.calendar);
        if (!asked)
            complain(file_.path, 0, "--period", wish_.period, asked.error().message, asked.error().remedy);
        else if (*asked != period_)
            complain(file_.path, 0, "--period", wish_.period,
                     "is not the period that the workbook was made for, which is " + settings.calendar.label(period_) +
                         ".",
                     "Leave out --period to import it for that, or fill in the workbook of " +
                         settings.calendar.label(*asked) + ".");
    }

    static bool is_one_of_ours(const SheetGrid& sheet) {
        const std::string name = lower(trim(sheet.name));
        return name == lower(read_me_sheet) || name == lower(lists_sheet) || name == lower(examples_sheet);
    }

    // A sheet of figures is known by its headings, wherever it is and whatever it is called.
    void find_lines() {
        for (std::size_t i = 0; i < taking_->file.sheets.size(); ++i) {
            const SheetGrid& sheet = taking_->file.sheets[i];
            if (is_one_of_ours(sheet)) continue;
            for (std::size_t row = 0; row < std::min<std::size_t>(sheet.rows(), 20); ++row) {
                Lines lines{i, sheet.row(row).front().row, {}};
                for (const GridCell& cell : sheet.row(row))
                    if (const auto column = column_named(cell.text)) lines.columns.try_emplace(cell.column, *column);
                if (lines.columns.size() < hand_in_columns / 2) continue;
                lines_.push_back(std::move(lines));
                break;
            }
        }
    }

    std::string place_of(const Lines& lines) const { return taking_->file.place(lines.sheet); }

    // Every heading is there once, and every line that was there is there once, and no other.
    void check_structure() {
        std::vector<std::string> keys;
        for (const SheetGrid& sheet : taking_->file.sheets)
            if (lower(trim(sheet.name)) == lower(lists_sheet))
                for (const GridCell& cell : sheet.cells)
                    if (cell.column == 2) keys.emplace_back(trim(cell.text));
        if (hand_in_fingerprint(names_.word(HandInName::council), period_text(), names_.word(HandInName::unit), keys) !=
            names_.word(HandInName::fingerprint))
            return complain(file_.path, 0, "", "",
                            "The workbook is no longer built as it was made: its hidden sheet " +
                                std::string(lists_sheet) + " or its names were changed.",
                            made_again());
        std::map<std::string, int> open;
        for (const std::string& key : keys) ++open[key];
        for (const Lines& lines : lines_) {
            check_headings(lines);
            check_lines(lines, open);
        }
        std::vector<std::string> missing;
        for (const auto& [key, count] : open)
            if (count > 0) missing.push_back(key);
        if (missing.empty()) return;
        const std::size_t shown = std::min<std::size_t>(missing.size(), 5);
        complain(file_.path, 0, "", "",
                 std::to_string(missing.size()) + (missing.size() == 1 ? " line is" : " lines are") +
                     " missing from the workbook: " +
                     join({missing.begin(), missing.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ") +
                     (missing.size() > shown ? " …" : "") + ".",
                 made_again());
    }

    void check_headings(const Lines& lines) {
        const SheetGrid& sheet = taking_->file.sheets[lines.sheet];
        std::set<HandInColumn> seen;
        for (const auto& [number, column] : lines.columns)
            if (!seen.insert(column).second)
                complain(place_of(lines), lines.heading + std::size_t{1}, letters_of_column(number),
                         std::string(hand_in_headings[static_cast<std::size_t>(column)]), "is there twice.",
                         made_again());
        for (std::size_t i = 0; i < hand_in_columns; ++i)
            if (!seen.contains(static_cast<HandInColumn>(i)))
                complain(place_of(lines), lines.heading + std::size_t{1}, "", std::string(hand_in_headings[i]),
                         "is a heading that the sheet had, and has no longer.", made_again());
        std::set<std::uint32_t> told;
        for (const GridCell& cell : sheet.cells)
            if (cell.row >= lines.heading && !lines.columns.contains(cell.column) && told.insert(cell.column).second)
                complain(place_of(lines), cell.row + std::size_t{1}, letters_of_column(cell.column),
                         std::string(cell.text), "is in a column that the sheet did not have.",
                         "Delete the column; what is to be said with a figure goes into “" +
                             std::string(hand_in_headings[static_cast<std::size_t>(HandInColumn::shows)]) + "”.");
    }

    void check_lines(const Lines& lines, std::map<std::string, int>& open) {
        for (const std::uint32_t row : rows_of(lines)) {
            const std::string key = key_of(lines, row);
            const auto found = open.find(key);
            if (found != open.end() && found->second-- > 0) continue;
            const bool named = cell_of(lines, row, HandInColumn::ref) != nullptr;
            complain(place_of(lines), row + std::size_t{1}, "", named ? key : "",
                     found != open.end() ? "is there twice."
                     : !named            ? "The line has no reference, so nobody can tell what it is about."
                                         : "is a line that the workbook did not have.",
                     "Delete the line. " + made_again());
        }
    }

    std::vector<std::uint32_t> rows_of(const Lines& lines) const {
        const SheetGrid& sheet = taking_->file.sheets[lines.sheet];
        std::vector<std::uint32_t> rows;
        for (std::size_t i = 0; i < sheet.rows(); ++i)
            if (sheet.row(i).front().row > lines.heading) rows.push_back(sheet.row(i).front().row);
        return rows;
    }

    const GridCell* cell_of(const Lines& lines, std::uint32_t row, HandInColumn column) const {
        for (const auto& [number, is] : lines.columns)
            if (is == column) return taking_->file.sheets[lines.sheet].find(row, number);
        return nullptr;
    }
    std::string text_of(const Lines& lines, std::uint32_t row, HandInColumn column) const {
        const GridCell* cell = cell_of(lines, row, column);
        return cell == nullptr ? std::string() : std::string(trim(cell->text));
    }
    std::string key_of(const Lines& lines, std::uint32_t row) const {
        return hand_in_key(text_of(lines, row, HandInColumn::ref), text_of(lines, row, HandInColumn::period),
                           text_of(lines, row, HandInColumn::area));
    }

    void use(const Lines& lines, const GridCell& cell, Fate fate, WhyLeftOut why = WhyLeftOut::none) {
        taking_->uses[lines.sheet][cell.at] = {fate, why};
    }
    CellAt place(const Lines& lines, const GridCell& cell) const {
        return {static_cast<std::uint32_t>(lines.sheet), cell.at};
    }
    void complain_of(const Lines& lines, const GridCell& cell, const std::string& message, const std::string& remedy) {
        complain(place_of(lines), cell.row + std::size_t{1}, letters_of_column(cell.column),
                 std::string(trim(cell.text)), message, remedy);
    }

    void read_lines(const Lines& lines) {
        const SheetGrid& sheet = taking_->file.sheets[lines.sheet];
        for (const Complaint& complaint : sheet.complaints) intake_.complaints.add(complaint);
        for (const GridCell& cell : sheet.cells_of(lines.heading)) use(lines, cell, Fate::named);
        for (const std::uint32_t row : rows_of(lines)) read_line(lines, row);
    }

    void read_line(const Lines& lines, std::uint32_t row) {
        for (const auto& [number, column] : lines.columns)
            if (const GridCell* cell = taking_->file.sheets[lines.sheet].find(row, number))
                use(lines, *cell, is_filled_in(column) ? Fate::left_out : Fate::named,
                    is_filled_in(column) ? WhyLeftOut::no_figure : WhyLeftOut::none);
        const auto period = Period::parse(text_of(lines, row, HandInColumn::period));
        if (!period) return; // which the key would not have had
        const FigureKey key{text_of(lines, row, HandInColumn::ref), text_of(lines, row, HandInColumn::area), *period};
        read_figure_of(lines, row, key);
        read_words(lines, row, key);
        read_correction(lines, row, key);
    }

    void put(const Lines& lines, const FigureKey& key, RowField field, const GridCell& cell, std::string text,
             Fate fate) {
        taking_->figures[key].put(field, {std::move(text), place(lines, cell)});
        use(lines, cell, fate);
    }

    void read_figure_of(const Lines& lines, std::uint32_t row, const FigureKey& key) {
        using enum HandInColumn;
        bool number = false;
        const std::pair<HandInColumn, RowField> numbers[] = {
            {numerator, RowField::numerator}, {denominator, RowField::denominator}, {value, RowField::value}};
        for (const auto& [column, field] : numbers)
            if (const GridCell* cell = cell_of(lines, row, column)) {
                number = true;
                put(lines, key, field, *cell, std::string(trim(cell->text)), Fate::figure);
            }
        if (const GridCell* cell = cell_of(lines, row, gap)) {
            const auto reason = gap_named(cell->text);
            if (!reason)
                complain_of(lines, *cell, "is not one of the reasons in the list.",
                            "Choose one of " + all_gaps() + ", or empty the cell.");
            else if (number)
                complain_of(lines, *cell, "says that there is no figure, but the line has one.",
                            "Empty this cell, or the figure.");
            else
                put(lines, key, RowField::gap, *cell, std::string(print(*reason)), Fate::figure);
        }
        const auto figure = taking_->figures.find(key);
        if (figure == taking_->figures.end()) return;
        if (const GridCell* cell = cell_of(lines, row, provisional)) {
            const auto is = read_yes_no(cell->text);
            if (!is)
                complain_of(lines, *cell, is.error().message, "Choose yes or no.");
            else if (*is)
                put(lines, key, RowField::flags, *cell, qd::print(static_cast<Flags>(Flag::provisional)), Fate::noted);
            else
                use(lines, *cell, Fate::noted);
        }
        if (const GridCell* cell = cell_of(lines, row, by))
            put(lines, key, RowField::handed_in_by, *cell, std::string(trim(cell->text)), Fate::noted);
    }

    static std::optional<GapReason> gap_named(std::string_view text) {
        const std::string words = same_words(text);
        for (const HandInGap& each : hand_in_gaps)
            if (words == same_words(each.words)) return each.gap;
        return std::nullopt;
    }
    static std::string all_gaps() {
        std::vector<std::string> words;
        for (const HandInGap& each : hand_in_gaps) words.push_back("“" + std::string(each.words) + "”");
        return join(words, ", ");
    }

    // What the figure shows, and what will be done: a narrative of the period for which the workbook is.
    void read_words(const Lines& lines, std::uint32_t row, const FigureKey& key) {
        for (const HandInColumn column : {HandInColumn::shows, HandInColumn::will_do}) {
            const GridCell* cell = cell_of(lines, row, column);
            if (cell == nullptr) continue;
            if (!key.area.empty()) {
                complain_of(lines, *cell, "is about an area, but commentary is about the measure as a whole.",
                            "Move it to the line of the council itself.");
                continue;
            }
            TakenUpdate& update = taking_->updates[{key.measure, period_}];
            if (update.narrative.empty())
                update.from = place(lines, *cell);
            else
                update.narrative += "\n\n";
            update.narrative += trim(cell->text);
            use(lines, *cell, Fate::narrative);
            if (const GridCell* post = cell_of(lines, row, HandInColumn::by)) {
                update.by = trim(post->text);
                use(lines, *post, Fate::noted);
            }
        }
    }

    void read_correction(const Lines& lines, std::uint32_t row, const FigureKey& key) {
        const GridCell* cell = cell_of(lines, row, HandInColumn::correction);
        const GridCell* why = cell_of(lines, row, HandInColumn::why);
        const auto before = intake_.settings.calendar.previous(key.period);
        if (cell == nullptr || !before) return;
        if (why == nullptr)
            return complain_of(
                lines, *cell,
                "corrects the figure of " + intake_.settings.calendar.label(*before) + ", but does not say why.",
                "Fill in “" + std::string(hand_in_headings[static_cast<std::size_t>(HandInColumn::why)]) + "”.");
        const FigureKey corrected{key.measure, key.area, *before};
        if (taking_->figures.contains(corrected))
            return complain_of(lines, *cell,
                               "corrects the figure of " + intake_.settings.calendar.label(*before) +
                                   ", which has a line of its own.",
                               "Write the figure into that line.");
        put(lines, corrected, RowField::value, *cell, std::string(trim(cell->text)), Fate::figure);
        put(lines, corrected, RowField::reason, *why, std::string(trim(why->text)), Fate::noted);
        if (const GridCell* post = cell_of(lines, row, HandInColumn::by))
            put(lines, corrected, RowField::handed_in_by, *post, std::string(trim(post->text)), Fate::noted);
    }

    // What is left: titles above the lines, and the sheets that are only there to be read.
    void settle() {
        std::set<std::size_t> read;
        for (const Lines& lines : lines_) read.insert(lines.sheet);
        for (std::size_t i = 0; i < taking_->uses.size(); ++i) {
            const SheetGrid& sheet = taking_->file.sheets[i];
            if (!read.contains(i)) taking_->unread_sheets.push_back(sheet.name + (sheet.hidden ? " (hidden)" : ""));
            for (CellUse& use : taking_->uses[i])
                if (use.fate == Fate::open)
                    use = {Fate::left_out, read.contains(i) ? WhyLeftOut::above : WhyLeftOut::no_block};
        }
    }

    const SourceFile& file_;
    const SheetWish& wish_;
    Intake& intake_;
    HandInNames names_;
    Period period_;
    std::shared_ptr<SheetTaking> taking_;
    std::vector<Lines> lines_;
};

} // namespace

std::shared_ptr<const SheetTaking> read_hand_in(const SourceFile& file, const SheetWish& wish, Content& into,
                                                Intake& intake) {
    const std::size_t before = intake.complaints.count();
    const auto taking = HandInReading(file, wish, intake).read();
    if (!taking) return nullptr;
    Content made;
    read_tables_of(*taking, intake.complaints.count() == before ? into : made, intake); // mistakes in the cells as well
    return taking;
}

} // namespace qd::inline exchange
