#include "exchange/workbook/sheet.hpp"

#include "base/text.hpp"
#include "exchange/values.hpp"
#include "exchange/workbook/book.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace qd::inline exchange {
namespace {

// Letters that mean parts of a date, outside quoted text, [colours] and escapes.
std::string bare_code(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == ';') break; // the format of negative numbers begins
        if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '[') {
            i = std::min(code.find(']', i + 1), code.size());
        } else {
            bare += code[i];
        }
    }
    return lower(bare);
}

std::string plain(double value) {
    if (!std::isfinite(value)) return "#NUM!";
    std::string text = fmt::format("{:.15g}", value == 0 ? 0.0 : value);
    // Very great and very small numbers in digits as well; what is lost below a millionth no figure keeps.
    if (text.find('e') != std::string::npos) text = fmt::format("{:.{}f}", value, std::abs(value) < 1 ? 15 : 0);
    return text;
}

// Hours, minutes and seconds, more than a day too: "25:30:00".
std::string time_of_day(double value) {
    if (!std::isfinite(value) || std::abs(value) > 1e6) return plain(value);
    const auto seconds = static_cast<std::int64_t>(std::llround(std::abs(value) * 86'400));
    return fmt::format("{}{:02}:{:02}:{:02}", value < 0 ? "-" : "", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string moment(double value, int offset) {
    const double days = std::floor(value);
    const auto date = std::abs(days) < 1e7 ? date_of_serial(static_cast<std::int64_t>(days) + offset) : std::nullopt;
    if (!date && value >= 0 && value < 1) return time_of_day(value);
    if (!date) return plain(value);
    const auto second = static_cast<std::int64_t>(std::llround((value - days) * 86'400));
    if (second == 0) return print(*date);
    return print(Instant(Instant::start_of(*date).seconds() + second));
}

} // namespace

NumberFormat number_format_of(std::size_t builtin) {
    if (builtin == 9 || builtin == 10) return NumberFormat::percent;
    if ((builtin >= 18 && builtin <= 21) || (builtin >= 45 && builtin <= 47)) return NumberFormat::time;
    const bool date =
        (builtin >= 14 && builtin <= 22) || (builtin >= 27 && builtin <= 36) || (builtin >= 50 && builtin <= 58);
    return date ? NumberFormat::date : NumberFormat::plain;
}

NumberFormat number_format_of(std::string_view code) {
    const std::string bare = bare_code(code);
    if (bare.find("general") != std::string::npos) return NumberFormat::plain;
    if (bare.find('%') != std::string::npos) return NumberFormat::percent;
    const std::string small = lower(code);
    for (const std::string_view elapsed : {"[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"})
        if (small.find(elapsed) != std::string::npos) return NumberFormat::time;
    if (bare.find_first_of("hs") != std::string::npos && bare.find_first_of("yd") == std::string::npos)
        return NumberFormat::time;
    return bare.find_first_of("ymd") != std::string::npos ? NumberFormat::date : NumberFormat::plain;
}

std::string number_text(double value, NumberFormat format, int serial_of_1900) {
    switch (format) {
    case NumberFormat::date: return moment(value, serial_of_1900);
    case NumberFormat::time: return time_of_day(value);
    case NumberFormat::percent: return std::isfinite(value) ? plain(std::stod(plain(value)) * 100) + "%" : plain(value);
    case NumberFormat::plain: break;
    }
    return plain(value);
}

void Sheet::put(std::uint32_t row, std::uint32_t column, std::string_view text) {
    auto* copy = static_cast<char*>(own_->allocate(std::max<std::size_t>(text.size(), 1), 1));
    std::ranges::copy(text, copy);
    cells_.push_back({row, column, {copy, text.size()}, 0});
}

void Sheet::sort() {
    const auto place = [](const GridCell& cell) { return std::tuple(cell.row, cell.column); };
    if (std::ranges::is_sorted(cells_, {}, place)) return;
    std::ranges::stable_sort(cells_, {}, place);
}

std::uint32_t Sheet::rows_above_table() const {
    bool is_said = false;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (i + 1 < cells_.size() && cells_[i + 1].row == cells_[i].row) return is_said ? cells_[i].row : 0;
        is_said = is_said || (i > 0 && cells_[i].column == 0 && trim(cells_[i].text) == one_table_line);
        if (i > 20 || cells_[i].column != 0) break;
    }
    return 0;
}

std::vector<GridCell> Sheet::take_cells() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const GridCell cell = cells_[i];
        const bool has_later =
            i + 1 < cells_.size() && cells_[i + 1].row == cell.row && cells_[i + 1].column == cell.column;
        if (has_later || trim(cell.text).empty()) continue;
        cells_[kept] = cell;
        cells_[kept].at = static_cast<std::uint32_t>(kept);
        ++kept;
    }
    cells_.resize(kept);
    return std::exchange(cells_, {});
}

Outcome Sheet::each_row(const OnRow& on_row) const {
    std::vector<std::string_view> views;
    for (std::size_t i = 0; i < cells_.size();) {
        const std::uint32_t row = cells_[i].row;
        views.clear();
        for (; i < cells_.size() && cells_[i].row == row; ++i) {
            views.resize(cells_[i].column + std::size_t{1});
            views.back() = cells_[i].text;
        }
        if (std::ranges::any_of(views, [](std::string_view text) { return !trim(text).empty(); }))
            on_row(row + std::size_t{1}, views);
    }
    return Outcome::read;
}

} // namespace qd::inline exchange
