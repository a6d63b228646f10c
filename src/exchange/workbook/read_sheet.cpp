#include "base/text.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"
#include "exchange/workbook/xml.hpp"

#include <charconv>
#include <optional>
#include <utility>

namespace qd::inline exchange {
namespace {

constexpr std::uint32_t most_rows = 1 << 20, most_columns = 1 << 14;
constexpr std::size_t most_merged = 10'000, most_hidden = 1'000; // ranges: each is looked at for each row
constexpr std::uint32_t most_table_columns = 256;                // no table of ours is a tenth as wide

// "B12" → row 11, column 1; none if it is not a place in a sheet.
struct CellPlace {
    std::uint32_t row = 0, column = 0;
};
std::optional<CellPlace> place_of(std::string_view text) {
    CellPlace place;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && place.column <= most_columns; ++i)
        place.column = place.column * 26 + static_cast<std::uint32_t>(text[i] - 'A') + 1;
    const std::string_view digits = text.substr(i);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
    if (place.column < 1 || place.column > most_columns || place.row < 1 || place.row > most_rows) return std::nullopt;
    return CellPlace{place.row - 1, place.column - 1};
}

std::string letters_of(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

class CellsReading : public XmlHandler {
public:
    CellsReading(std::string name, const WorkbookFrame& frame, const std::string& place, Budget& budget,
                 ComplaintBook& complaints)
        : sheet(std::move(name), frame.strings), frame_(frame), place_(place), budget_(budget),
          complaints_(complaints) {}
    Sheet sheet;

    // Rows and cells may omit their place: then it is after the one before.
    void start(std::string_view name, const XmlAttributes& attributes) override {
        taking_ = nullptr;
        if (name == "row") {
            const auto given = attributes.find("r");
            at_ = {given ? number_of(*given) - 1 : at_.row + (begun_ ? 1 : 0), 0};
            begun_ = true;
            if (is_hidden(attributes)) hide({at_.row, 0, at_.row, most_columns});
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "v") {
            has_value_ = true;
            taking_ = &value_;
        } else if (name == "t" && !phonetic_) {
            taking_ = &inline_;
        } else if (name == "f") {
            has_formula_ = true;
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "mergeCell") {
            take_merged(attributes.get("ref"));
        } else if (name == "col" && is_hidden(attributes)) {
            const std::uint32_t first = number_of(attributes.get("min")), last = number_of(attributes.get("max"));
            hide({0, first - 1, most_rows, last - 1});
        }
    }

    void end(std::string_view name) override {
        taking_ = nullptr;
        if (name == "rPh") phonetic_ = false;
        if (name != "c") return;
        put_cell();
        ++at_.column;
    }

    void text(std::string_view characters) override {
        if (taking_ != nullptr) *taking_ += characters;
    }

private:
    static bool is_hidden(const XmlAttributes& attributes) {
        const std::string hidden = attributes.get("hidden");
        return hidden == "1" || hidden == "true";
    }

    // Rows that follow one another are one range; there are no more of these, and of merged ones, than people make.
    void hide(CellRange range) {
        std::vector<CellRange>& hidden = sheet.look().hidden;
        if (!hidden.empty() && hidden.back().left == range.left && hidden.back().right == range.right &&
            hidden.back().bottom + 1 == range.top)
            hidden.back().bottom = range.bottom;
        else if (hidden.size() < most_hidden)
            hidden.push_back(range);
    }

    void take_fill(std::uint32_t colour) {
        SheetLook& look = sheet.look();
        if (look.has_too_many_fills || at_.row >= most_rows || at_.column >= most_table_columns) return;
        look.fills.push_back({at_.row, at_.column, colour});
        if (look.fills.size() < SheetLook::most_fills) return;
        look.has_too_many_fills = true;
        look.fills = {};
    }

    // "A3:B3"; what is none is left alone, as is what stands far to the right.
    void take_merged(std::string_view text) {
        const auto colon = text.find(':');
        const auto first = place_of(text.substr(0, colon));
        const auto last = colon == std::string_view::npos ? std::nullopt : place_of(text.substr(colon + 1));
        std::vector<CellRange>& merged = sheet.look().merged;
        if (first && last && merged.size() < most_merged)
            merged.push_back({first->row, first->column, last->row, last->column});
    }

    std::uint32_t number_of(std::string_view text) const {
        std::uint32_t number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc() || number < 1 || number > most_rows)
            throw WorkbookFault("a row of its " + place_ + " has the number “" + shorten(text, 20) + "”");
        return number;
    }

    void start_cell(const XmlAttributes& attributes) {
        if (const auto given = attributes.find("r")) {
            const auto place = place_of(*given);
            if (!place) throw WorkbookFault("a cell of its " + place_ + " is at “" + shorten(*given, 20) + "”");
            at_ = *place;
        }
        type_ = attributes.find("t").value_or("");
        const std::string_view format = attributes.find("s").value_or("");
        format_ = 0;
        std::from_chars(format.data(), format.data() + format.size(), format_);
        if (format_ < frame_.fills.size() && frame_.fills[format_]) take_fill(*frame_.fills[format_]);
        value_.clear();
        inline_.clear();
        has_value_ = has_formula_ = false;
    }

    // A whole number without a format is written as it is shown.
    bool is_as_shown() const {
        return (type_.empty() || type_ == "n") && !value_.empty() && value_.size() <= 15 && value_.front() != '0' &&
               value_.find_first_not_of("0123456789") == std::string::npos &&
               (format_ >= frame_.formats.size() || frame_.formats[format_] == NumberFormat::plain);
    }

    void complain(const std::string& message, const std::string& remedy) { complain_of(message, remedy, value_); }
    void complain_of(const std::string& message, const std::string& remedy, const std::string& value) {
        complaints_.add({place_, at_.row + std::size_t{1}, letters_of(at_.column), value, message, remedy});
    }

    void put_cell() {
        if (has_formula_ && type_ != "str" && trim(value_).empty())
            return complain("The cell has a formula that was saved without its result.",
                            "Open the workbook in a spreadsheet program and save it, or write the figure itself.");
        const std::optional<std::size_t> shared = shared_text();
        const std::string own = shared || is_as_shown() ? "" : cell_text();
        const std::string_view text = shared ? frame_.strings->at(*shared) : is_as_shown() ? value_ : own;
        if (text.empty()) return;
        if (at_.row >= most_rows || at_.column >= most_columns)
            throw WorkbookFault("its " + place_ + " is larger than a sheet can be");
        budget_.take_cell(text.size());
        if (at_.column >= most_table_columns) return complain_of_place();
        if (text.size() > most_cell_characters && display_width(text) > most_cell_characters)
            return complain_of("The cell has more than 32,767 characters, which no spreadsheet program can write.",
                               "Shorten it, or hand it in as a file of a folder.", shorten(text, 60));
        shared ? sheet.put_shared(at_.row, at_.column, *shared) : sheet.put(at_.row, at_.column, text);
    }

    // Once for each sheet: what is there is not part of the table.
    void complain_of_place() {
        if (!std::exchange(stands_apart_, true))
            complain_of("The cell is far to the right of the table.",
                        "Delete it, with anything else beyond column " + letters_of(most_table_columns - 1) +
                            ", or move it to a sheet of its own.",
                        "");
    }

    std::string cell_text() {
        if (type_ == "inlineStr") return without_escapes(inline_);
        if (type_ == "e") return value_; // "#DIV/0!": whoever reads the cell complains of it
        if (type_ == "str") return without_escapes(value_);
        if (type_ == "b") return value_ == "1" || value_ == "true" ? "yes" : "no";
        if (type_ == "d") return value_.ends_with("T00:00:00") ? value_.substr(0, 10) : value_;
        if (type_ == "s" || !has_value_ || trim(value_).empty()) return {};
        double number = 0;
        const std::string_view digits = trim(value_);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return value_;
        return number_text(number, format_ < frame_.formats.size() ? frame_.formats[format_] : NumberFormat::plain,
                           frame_.serial_of_1900);
    }

    // Which of the texts that are shared; none, with a complaint, if there is no such text or the cell has its own.
    std::optional<std::size_t> shared_text() {
        if (type_ != "s") return std::nullopt;
        std::size_t index = 0;
        const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), index);
        if (read.ec == std::errc() && index < frame_.strings->size()) return index;
        if (!trim(value_).empty())
            complain("The cell refers to a text that is not in the workbook.",
                     "Open the workbook in the spreadsheet program and save it again.");
        return std::nullopt;
    }

    const WorkbookFrame& frame_;
    const std::string& place_;
    Budget& budget_;
    ComplaintBook& complaints_;
    CellPlace at_;
    bool stands_apart_ = false, begun_ = false, has_value_ = false, has_formula_ = false, phonetic_ = false;
    std::string type_, value_, inline_;
    std::size_t format_ = 0;
    std::string* taking_ = nullptr;
};

} // namespace

Sheet read_sheet(const WorkbookFrame::SheetPart& sheet, const WorkbookParts& parts, const WorkbookFrame& frame,
                 const std::string& place, Budget& budget, ComplaintBook& complaints, std::string_view workbook) {
    CellsReading reading(sheet.name, frame, place, budget, complaints);
    XmlReading document(reading);
    if (const auto kept = parts.find(sheet.path); kept != parts.end())
        document.feed(kept->second);
    else if (!stream_part(workbook, sheet.path, [&](std::string_view piece) { return document.feed(piece); }))
        throw WorkbookFault("its part " + sheet.path + " is missing or damaged");
    if (const auto wrong = document.end()) throw WorkbookFault("its part " + sheet.path + " is not XML: " + *wrong);
    reading.sheet.sort();
    return std::move(reading.sheet);
}

} // namespace qd::inline exchange
