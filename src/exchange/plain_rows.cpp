#include "exchange/plain_rows.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/return_line.hpp"

#include <algorithm>
#include <cstring>

namespace qd::inline exchange {
namespace {

constexpr std::size_t most_digits = 18;

PlainLayout::Cell cell_of(std::string_view column) {
    using enum PlainLayout::Cell;
    constexpr std::pair<std::string_view, PlainLayout::Cell> known[] = {
        {"measure", measure},         {"area", area},   {"period", period}, {"numerator", numerator},
        {"denominator", denominator}, {"value", value}, {"target", target},
    };
    for (const auto& [name, cell] : known)
        if (name == column) return cell;
    return empty;
}

bool is_cell_end(char c) { return c == ',' || c == '\n' || c == '\r'; }

// Reads the rows of a piece that ends in a line end, so no cell runs past it.
class PieceReader {
public:
    PieceReader(std::string_view bytes, const PlainLayout& layout, Quotes quotes)
        : at_(bytes.data()), end_(bytes.data() + bytes.size()), layout_(layout), quotes_(quotes) {
        const std::size_t likely_rows = bytes.size() / 32;
        piece_.areas.reserve(likely_rows);
        piece_.periods.reserve(likely_rows);
        for (PlainNumbers* column : {&piece_.numerators, &piece_.denominators, &piece_.values, &piece_.targets})
            column->expect(likely_rows);
    }

    PlainPiece read() {
        const bool ended = at_ != end_ && end_[-1] == '\n';
        while (at_ != end_ && !piece_.cut_short) {
            const char* start = at_;
            if (ended && read_row()) {
                add_row();
                continue;
            }
            at_ = start;
            set_aside();
        }
        return std::move(piece_);
    }

private:
    struct PlainRow {
        std::uint32_t area = 0, period = 0;
        std::optional<PlainNumber> numerator, denominator, value, target;
        const PlainLayout::KnownMeasure* measure = nullptr;
    };

    // False if it is not plain; then at_ is anywhere in it.
    bool read_row() {
        row_ = PlainRow();
        row_.area = own_area_;
        period_read_ = false;
        const std::vector<PlainLayout::Cell>& cells = layout_.cells();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0 && *at_++ != ',') return false;
            if (!read_cell(cells[i])) return false;
        }
        if (*at_ == '\r') ++at_;
        if (at_ == end_ || *at_++ != '\n') return false;
        return row_.measure != nullptr && period_read_ && goes_together() &&
               layout_.is_there(row_.area, piece_.period_list[row_.period]);
    }

    bool read_cell(PlainLayout::Cell cell) {
        switch (cell) {
        case PlainLayout::Cell::measure: return read_measure();
        case PlainLayout::Cell::area: return read_area();
        case PlainLayout::Cell::period: return read_period_cell();
        case PlainLayout::Cell::numerator: return read_number_cell(row_.numerator);
        case PlainLayout::Cell::denominator: return read_number_cell(row_.denominator);
        case PlainLayout::Cell::value: return read_number_cell(row_.value);
        case PlainLayout::Cell::target: return read_number_cell(row_.target);
        case PlainLayout::Cell::empty: return is_cell_end(*at_);
        }
        return false;
    }

    // As observation_of() takes it without a word.
    bool goes_together() const {
        if (row_.numerator.has_value() != row_.denominator.has_value()) return false;
        if (!row_.denominator) return row_.value.has_value();
        if (row_.denominator->digits <= 0) return false;
        if (!row_.measure->percentage) return true;
        if (row_.numerator->decimals == row_.denominator->decimals)
            return row_.numerator->digits <= row_.denominator->digits;
        return row_.numerator->millionths() <= row_.denominator->millionths();
    }

    // Whether the cell repeats the previous value, as most do; moves past it then.
    bool repeats(std::string_view said) {
        if (static_cast<std::size_t>(end_ - at_) <= said.size() || std::memcmp(at_, said.data(), said.size()) != 0 ||
            !is_cell_end(at_[said.size()]))
            return false;
        at_ += said.size();
        return true;
    }

    std::string_view cell_text() {
        const char* start = at_;
        while (!is_cell_end(*at_)) ++at_;
        return {start, static_cast<std::size_t>(at_ - start)};
    }

    bool read_measure() {
        if (last_measure_ == nullptr || !repeats(measure_text_)) {
            measure_text_ = cell_text();
            last_measure_ = layout_.measure(measure_text_);
        }
        row_.measure = last_measure_;
        return row_.measure != nullptr;
    }

    // Areas come in the same order again and again: the one that followed the last one last time follows it this time.
    bool read_area() {
        if (is_cell_end(*at_)) return true;
        if (last_area_ < next_area_.size() && !next_area_[last_area_].text.empty() &&
            repeats(next_area_[last_area_].text)) {
            row_.area = last_area_ = next_area_[last_area_].area;
            return true;
        }
        const std::string_view text = cell_text();
        const std::uint32_t* area = layout_.area(text);
        if (area == nullptr) return false;
        if (next_area_.empty()) next_area_.resize(layout_.area_codes().size());
        next_area_[last_area_] = {text, *area};
        row_.area = last_area_ = *area;
        return true;
    }

    bool read_period_cell() {
        period_read_ = true;
        if (!piece_.period_list.empty() && repeats(period_text_)) {
            row_.period = last_period_;
            return true;
        }
        const std::string_view text = cell_text();
        auto known = periods_.find(text);
        if (known == periods_.end()) {
            const auto period = Period::parse(text);
            if (!period || print(*period, layout_.years()) != text || !layout_.has_begun(*period)) return false;
            known = periods_.emplace(text, static_cast<std::uint32_t>(piece_.period_list.size())).first;
            piece_.period_list.push_back(*period);
        }
        period_text_ = text;
        row_.period = last_period_ = known->second;
        return true;
    }

    bool read_number_cell(std::optional<PlainNumber>& into) {
        if (is_cell_end(*at_)) return true;
        const bool negative = *at_ == '-';
        if (negative) ++at_;
        PlainNumber number;
        const char* start = at_;
        std::uint64_t digits = 0;
        while (is_digit(*at_)) digits = digits * 10 + static_cast<std::uint64_t>(*at_++ - '0');
        std::size_t count = static_cast<std::size_t>(at_ - start);
        if (count == 0 || count > most_digits - 6) return false;
        if (*at_ == '.') {
            start = ++at_;
            while (is_digit(*at_)) digits = digits * 10 + static_cast<std::uint64_t>(*at_++ - '0');
            count = static_cast<std::size_t>(at_ - start);
            if (count == 0 || count > 6) return false;
            number.decimals = static_cast<int>(count);
        }
        number.digits = negative ? -static_cast<std::int64_t>(digits) : static_cast<std::int64_t>(digits);
        into = number;
        return is_cell_end(*at_);
    }

    void add_row() {
        const std::size_t line = piece_.lines++;
        if (piece_.runs.empty() || piece_.runs.back().measure != row_.measure->code ||
            piece_.runs.back().line + piece_.runs.back().count != line)
            piece_.runs.push_back({row_.measure->code, line, piece_.areas.size(), 0, {}});
        ++piece_.runs.back().count;
        piece_.areas.push_back(row_.area);
        piece_.periods.push_back(row_.period);
        const auto add = [](PlainNumbers& column, const std::optional<PlainNumber>& number) {
            if (number)
                column.add(*number);
            else
                column.add_none();
        };
        add(piece_.numerators, row_.numerator);
        add(piece_.denominators, row_.denominator);
        add(piece_.values, row_.value);
        add(piece_.targets, row_.target);
    }

    // Leaves a row to the general reader, or a blank line out.
    void set_aside() {
        std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        std::string_view text = rest.substr(0, csv_line_length(rest));
        std::size_t lines = 1;
        if (text.find('"') != std::string_view::npos) {
            if (quotes_ == Quotes::stop) {
                piece_.cut_short = true;
                return;
            }
            for (bool open = odd_quotes(text); open && text.size() < rest.size(); ++lines) {
                const std::string_view behind = rest.substr(text.size());
                const std::size_t more = csv_line_length(behind);
                open = open != odd_quotes(behind.substr(0, more));
                text = rest.substr(0, text.size() + more);
            }
        }
        piece_.runs.push_back({nullptr, piece_.lines, 0, 0, text});
        piece_.lines += lines;
        at_ += text.size();
    }

    static bool odd_quotes(std::string_view text) { return std::ranges::count(text, '"') % 2 == 1; }

    struct Following {
        std::string_view text; // "" = not known yet
        std::uint32_t area = 0;
    };

    const char* at_;
    const char* end_;
    const PlainLayout& layout_;
    Quotes quotes_;
    PlainPiece piece_;
    PlainRow row_;
    bool period_read_ = false;
    std::uint32_t own_area_ = 0; // as in the layout
    std::string_view measure_text_, period_text_;
    const PlainLayout::KnownMeasure* last_measure_ = nullptr;
    std::uint32_t last_area_ = 0, last_period_ = 0;
    std::vector<Following> next_area_;
    std::unordered_map<std::string_view, std::uint32_t> periods_;
};

} // namespace

std::optional<PlainLayout> PlainLayout::of(std::string_view heading, const Intake& intake) {
    PlainLayout layout;
    std::vector<std::string> names = split(trim_blanks(heading.substr(0, heading.find_first_of("\r\n"))), ',');
    for (const std::string& name : names) {
        if (std::ranges::find(return_columns(), name, &Column<ReturnLine>::name) == return_columns().end() ||
            std::ranges::count(names, name) > 1)
            return std::nullopt;
        layout.cells_.push_back(cell_of(name));
    }
    for (const Column<ReturnLine>& column : return_columns())
        if (must_be_filled(column.need) && std::ranges::find(names, column.name) == names.end()) return std::nullopt;
    for (const auto& [code, measure] : intake.measures_by_code())
        layout.measures_[code] = {&measure->code, measure->quantity == Quantity::percent &&
                                                      !(measure->most && *measure->most > Decimal(100))};
    layout.area_codes_.emplace_back();
    layout.areas_.emplace("", 0);
    for (const std::string& code : intake.areas.codes()) {
        const bool own = AreaCode(code) == intake.settings.area;
        layout.areas_.emplace(code, own ? 0 : static_cast<std::uint32_t>(layout.area_codes_.size()));
        if (!own) layout.area_codes_.emplace_back(code);
    }
    if (!intake.dated_areas.empty()) layout.dated_.resize(layout.area_codes_.size());
    for (const auto& [code, area] : intake.dated_areas)
        if (const auto place = layout.areas_.find(code); place != layout.areas_.end() && place->second != 0)
            layout.dated_[place->second] = &area;
    layout.years_ = intake.years();
    layout.calendar_ = intake.settings.calendar;
    layout.today_ = intake.today;
    return layout;
}

bool PlainLayout::is_there(std::uint32_t area, Period period) const {
    if (dated_.empty() || dated_[area] == nullptr) return true;
    return was_there(*dated_[area], calendar_.first_day(period), calendar_.last_day(period));
}

const PlainLayout::KnownMeasure* PlainLayout::measure(std::string_view code) const {
    const auto found = measures_.find(code);
    return found == measures_.end() ? nullptr : &found->second;
}

const std::uint32_t* PlainLayout::area(std::string_view code) const {
    const auto found = areas_.find(code);
    return found == areas_.end() ? nullptr : &found->second;
}

PlainPiece read_piece(std::string_view bytes, const PlainLayout& layout, Quotes quotes) {
    return PieceReader(bytes, layout, quotes).read();
}

std::vector<std::string_view> cut_at_lines(std::string_view bytes, std::size_t piece_bytes) {
    std::vector<std::string_view> pieces;
    while (!bytes.empty()) {
        const std::size_t feed = bytes.find('\n', std::min(piece_bytes, bytes.size()) - 1);
        std::size_t size = feed == std::string_view::npos ? bytes.rfind('\n') + 1 : feed + 1;
        if (size == 0) size = bytes.size();
        pieces.push_back(bytes.substr(0, size));
        bytes.remove_prefix(size);
    }
    return pieces;
}

} // namespace qd::inline exchange
