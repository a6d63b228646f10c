#include "base/error.hpp"
#include "base/file.hpp"
#include "base/run_program.hpp"
#include "base/text.hpp"
#include "exchange/hand_in/hand_in.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <algorithm>
#include <set>

#include <xlsxwriter.h>

namespace qd::inline exchange {
namespace {

constexpr lxw_row_t title_row = 0, told_row = 1, heading_row = 2, first_line = 3;
constexpr lxw_color_t locked_grey = 0xEEEEEE, open_yellow = 0xFFF8D0;
constexpr double widest_number = 9e12; // what a Decimal can be

void require(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw Error(Fault::outage, std::string("Cannot write the workbook: ") + lxw_strerror(error) + ".");
}

lxw_col_t cell_column(HandInColumn column) { return static_cast<lxw_col_t>(column); }

double width_of(HandInColumn column) {
    switch (column) {
    case HandInColumn::indicator: return 36;
    case HandInColumn::shows:
    case HandInColumn::will_do:
    case HandInColumn::why: return 34;
    case HandInColumn::gap:
    case HandInColumn::by: return 20;
    default: return 13;
    }
}

// Names of sheets have at most 31 characters, and some they cannot have.
std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string plain;
    for (const char c : wanted) plain += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
    while (!plain.empty() && plain.front() == '\'') plain.erase(0, 1);
    const auto cut = [&](std::size_t most) {
        std::string name = shorten(std::string(trim(plain)), most);
        while (name.ends_with('\'')) name.pop_back();
        return name.empty() ? "Figures" : name;
    };
    std::string name = cut(31);
    for (int number = 2; !taken.insert(lower(name)).second; ++number) name = cut(27) + " " + std::to_string(number);
    return name;
}

// The numbers that a cell takes; anything else is answered with the message.
struct NumberRule {
    lxw_data_validation rule{};
    std::string title, message;
};

class Writing {
public:
    explicit Writing(const HandInWorkbook& workbook) : content_(workbook) {
        book_ = workbook_new((folder_.path() / "hand_in.xlsx").c_str());
        if (book_ == nullptr) throw Error(Fault::outage, "Cannot write a workbook: there is too little memory.");
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 14);
        wrapped_ = text_format();
        heading_ = boxed();
        format_set_bold(heading_);
        locked_ = boxed();
        format_set_bg_color(locked_, locked_grey);
        open_number_ = boxed();
        open_text_ = boxed();
        format_set_num_format_index(open_text_, 49); // "@": what is typed stays as it is typed
        for (lxw_format* open : {open_number_, open_text_}) {
            format_set_bg_color(open, open_yellow);
            format_set_unlocked(open);
        }
    }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing() {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }

    std::string write() {
        describe();
        std::set<std::string> taken{lower(read_me_sheet), lower(lists_sheet), lower(examples_sheet)};
        write_read_me();
        for (const HandInSheet& sheet : content_.sheets) write_figures(sheet, sheet_name(sheet.name, taken));
        write_lists();
        write_examples();
        define_names();
        const lxw_error failed = workbook_close(book_);
        book_ = nullptr;
        require(failed);
        return read_file(folder_.path() / "hand_in.xlsx");
    }

private:
    lxw_format* text_format() {
        lxw_format* format = workbook_add_format(book_);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }
    lxw_format* boxed() {
        lxw_format* format = text_format();
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, 0xA0A0A0);
        return format;
    }

    // Nothing about the moment of writing.
    void describe() {
        lxw_doc_properties properties{};
        std::string title = content_.read_me.empty() ? std::string() : content_.read_me.front(),
                    comments = "Written by Quarterday; quarterday import reads it.";
        properties.title = title.data();
        properties.comments = comments.data();
        properties.created = 946'684'800; // 2000-01-01
        require(workbook_set_properties(book_, &properties));
    }

    lxw_worksheet* add_sheet(const std::string& name) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        if (sheet == nullptr) throw Error(Fault::outage, "Cannot add the sheet " + name + " to the workbook.");
        return sheet;
    }

    void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
        if (text.empty())
            require(worksheet_write_blank(sheet, row, column, format));
        else
            require(worksheet_write_string(sheet, row, column, with_escapes(text).c_str(), format));
    }

    // Locked cells can be selected and read, and columns made wider; there is no password.
    static void protect(lxw_worksheet* sheet) {
        lxw_protection options{};
        options.format_columns = options.format_rows = 1;
        worksheet_protect(sheet, nullptr, &options);
    }

    void write_read_me() {
        lxw_worksheet* sheet = add_sheet(std::string(read_me_sheet));
        require(worksheet_set_column(sheet, 0, 0, 100, nullptr));
        for (std::size_t i = 0; i < content_.read_me.size(); ++i)
            put(sheet, static_cast<lxw_row_t>(i), 0, content_.read_me[i], i == 0 ? title_ : wrapped_);
        protect(sheet);
        worksheet_activate(sheet);
    }

    void write_headings(lxw_worksheet* sheet, const std::string& title, const std::string& told,
                        std::string_view first_heading) {
        put(sheet, title_row, 0, title, title_);
        put(sheet, told_row, 0, told, nullptr);
        for (std::size_t i = 0; i < hand_in_columns; ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            put(sheet, heading_row, column, i == 0 ? first_heading : hand_in_headings[i], heading_);
            require(worksheet_set_column(sheet, column, column, width_of(static_cast<HandInColumn>(i)), nullptr));
        }
        worksheet_freeze_panes(sheet, first_line, 2);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9); // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        require(worksheet_repeat_rows(sheet, heading_row, heading_row));
    }

    void write_figures(const HandInSheet& figures, const std::string& name) {
        lxw_worksheet* sheet = add_sheet(name);
        write_headings(sheet, figures.name + ": " + content_.subject,
                       "Fill in the yellow cells, which are not locked. The sheet Read me says how.",
                       hand_in_headings.front());
        lxw_row_t row = first_line;
        for (const HandInLine& line : figures.lines) write_line(sheet, row++, line);
        if (row > first_line) {
            add_list(sheet, HandInColumn::gap, row - 1,
                     "=" + std::string(lists_sheet) + "!$A$1:$A$" + std::to_string(hand_in_gaps.size()),
                     "Only where value, numerator and denominator are empty.", "Choose a reason from the list.");
            add_list(sheet, HandInColumn::provisional, row - 1, "=" + std::string(lists_sheet) + "!$B$1:$B$2",
                     "yes if the figure may still change.", "Choose yes or no.");
        }
        protect(sheet);
    }

    void write_line(lxw_worksheet* sheet, lxw_row_t row, const HandInLine& line) {
        const auto shown = [&](HandInColumn column, std::string_view text) {
            put(sheet, row, cell_column(column), text, locked_);
        };
        const auto asked = [&](HandInColumn column, bool open, lxw_format* format) {
            put(sheet, row, cell_column(column), "", open ? format : locked_);
        };
        using enum HandInColumn;
        shown(ref, line.measure.text());
        shown(indicator, line.title);
        shown(area, line.area.text());
        shown(period, print(line.period, content_.years));
        shown(unit, line.unit);
        shown(good_is, line.good_is);
        shown(year_before, line.year_before);
        shown(before, line.before);
        shown(target, line.target);
        asked(numerator, line.takes_parts, open_number_);
        asked(denominator, line.takes_parts, open_number_);
        asked(value, true, open_number_);
        asked(gap, true, open_text_);
        asked(provisional, true, open_text_);
        asked(shows, line.takes_words, open_text_);
        asked(will_do, line.takes_words, open_text_);
        asked(correction, line.takes_correction, open_text_);
        asked(why, line.takes_correction, open_text_);
        asked(by, true, open_text_);
        if (line.takes_parts) {
            add_rule(sheet, row, numerator, at_least(line.least && *line.least < Decimal() ? -widest_number : 0));
            add_rule(sheet, row, denominator, at_least(0));
        }
        add_rule(sheet, row, value, rule_of(line));
    }

    static NumberRule at_least(double least) {
        NumberRule made;
        made.rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        made.rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        made.rule.value_number = least;
        made.title = "A count";
        made.message = "Write how many, as a number.";
        return made;
    }

    // What the value of a measure can be, by its unit and by what the measure says itself.
    static NumberRule rule_of(const HandInLine& line) {
        NumberRule made;
        const bool percent = line.quantity == Quantity::percent, count = line.quantity == Quantity::count;
        const bool whole = count && line.decimals == 0;
        const double low = line.least                                            ? line.least->to_double()
                           : percent || count || line.quantity == Quantity::rate ? 0
                                                                                 : -widest_number;
        const double high = line.most ? line.most->to_double() : percent ? 100 : widest_number;
        made.rule.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
        made.rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        made.rule.minimum_number = low;
        made.rule.maximum_number = high;
        made.title = percent ? "A percentage" : whole ? "A whole number" : "A number";
        const std::string bounds = line.most || percent   ? "from " + words_of(low) + " to " + words_of(high)
                                   : low > -widest_number ? words_of(low) + " or more"
                                                          : "";
        made.message = (percent ? "Write a percentage "
                        : whole ? "Write a whole number "
                                : "Write a number ") +
                       bounds + (percent ? ": 84.5, not 0.845" : "");
        while (made.message.ends_with(' ')) made.message.pop_back();
        made.message += ".";
        return made;
    }
    static std::string words_of(double number) {
        const auto decimal = Decimal::nearest(number);
        return decimal ? qd::print(*decimal) : "0";
    }

    void add_rule(lxw_worksheet* sheet, lxw_row_t row, HandInColumn column, NumberRule made) {
        made.rule.error_title = made.title.data();
        made.rule.error_message = made.message.data();
        made.rule.input_title = made.title.data();
        made.rule.input_message = made.message.data();
        require(worksheet_data_validation_cell(sheet, row, cell_column(column), &made.rule));
    }

    void add_list(lxw_worksheet* sheet, HandInColumn column, lxw_row_t last, std::string from, std::string help,
                  std::string message) {
        std::string title(hand_in_headings[static_cast<std::size_t>(column)]);
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = from.data();
        rule.input_title = rule.error_title = title.data();
        rule.input_message = help.data();
        rule.error_message = message.data();
        require(
            worksheet_data_validation_range(sheet, first_line, cell_column(column), last, cell_column(column), &rule));
    }

    void write_lists() {
        lxw_worksheet* sheet = add_sheet(std::string(lists_sheet));
        for (std::size_t i = 0; i < hand_in_gaps.size(); ++i)
            put(sheet, static_cast<lxw_row_t>(i), 0, hand_in_gaps[i].words, nullptr);
        put(sheet, 0, 1, "yes", nullptr);
        put(sheet, 1, 1, "no", nullptr);
        lxw_row_t row = 0;
        for (const std::string& key : keys()) put(sheet, row++, 2, key, nullptr);
        protect(sheet);
        worksheet_hide(sheet);
    }

    std::vector<std::string> keys() const {
        std::vector<std::string> all;
        for (const HandInSheet& sheet : content_.sheets)
            for (const HandInLine& line : sheet.lines)
                all.push_back(hand_in_key(line.measure.text(), print(line.period, content_.years), line.area.text()));
        return all;
    }

    void write_examples() {
        lxw_worksheet* sheet = add_sheet(std::string(examples_sheet));
        write_headings(sheet, "Examples: three lines that are filled in",
                       "This sheet is not read. Write into the sheets before it.", "Example");
        const std::string period = print(content_.period, content_.years);
        const std::vector<std::string> lines[] = {
            {"EX1", "Letters answered within ten working days", "", period, "%", "higher", "91.2%", "93.0%", "95%",
             "412", "431", "", "", "no", "Two posts were vacant in the first month.",
             "Both posts are filled from next month.", "", "", "Customer services manager"},
            {"EX2", "Working days to answer a complaint", "", period, "days", "lower", "9.4", "8.8", "8", "", "", "",
             "not due yet", "", "The contractor reports in the second week.", "", "", "", "Complaints officer"},
            {"EX3", "Visits to leisure centres", "", period, "number", "higher", "48,100", "51,320", "50,000", "", "",
             "50,912", "", "yes", "", "", "51300", "One day was counted twice", "Leisure manager"}};
        lxw_row_t row = first_line;
        for (const std::vector<std::string>& line : lines) {
            for (std::size_t i = 0; i < line.size(); ++i)
                put(sheet, row, static_cast<lxw_col_t>(i), line[i],
                    is_filled_in(static_cast<HandInColumn>(i)) && !line[i].empty() ? open_text_ : locked_);
            ++row;
        }
        protect(sheet);
    }

    void define_names() {
        const std::string council = content_.council.text(), period = print(content_.period, content_.years);
        define(HandInName::version, hand_in_version);
        define(HandInName::council, council);
        define(HandInName::period, period);
        define(HandInName::unit, content_.unit);
        define(HandInName::fingerprint, hand_in_fingerprint(council, period, content_.unit, keys()));
        for (lxw_defined_name* name = TAILQ_FIRST(book_->defined_names); name != nullptr;
             name = TAILQ_NEXT(name, list_pointers))
            if (std::string_view(name->name).starts_with("quarterday_")) name->hidden = LXW_TRUE;
    }
    void define(std::string_view name, std::string_view text) {
        require(workbook_define_name(book_, std::string(name).c_str(), ("=\"" + std::string(text) + "\"").c_str()));
    }

    const HandInWorkbook& content_;
    TemporaryFolder folder_;
    lxw_workbook* book_ = nullptr;
    lxw_format *title_ = nullptr, *wrapped_ = nullptr, *heading_ = nullptr, *locked_ = nullptr, *open_number_ = nullptr,
               *open_text_ = nullptr;
};

} // namespace

std::string write_hand_in(const HandInWorkbook& workbook) { return Writing(workbook).write(); }

} // namespace qd::inline exchange
