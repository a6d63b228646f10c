#include "exchange/number_series.hpp"

#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace qd::inline exchange {
namespace {

constexpr std::string_view heading = "value";
constexpr double most_value = 9.2e12; // as everywhere: figures are decimals of that size

// A number of a machine, with an exponent or not, all of its digits kept; or as people write it.
Understood<double> read_value(std::string_view text) {
    if (text.empty())
        return tl::make_unexpected(
            Problem{"is empty.", "Write the figure; where there is none, forecast only what comes after the gap."});
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault == std::errc() && end == text.data() + text.size() && std::abs(number) <= most_value) return number;
    const auto read = read_number(text);
    if (read) return read->to_double();
    Problem problem = read.error();
    if (problem.message == "is not a number.") problem.remedy = "Write digits only, such as 19252 or 84.5.";
    return tl::make_unexpected(problem);
}

class SeriesReading {
public:
    SeriesReading(const std::string& file, ComplaintBook& complaints) : file_(file), complaints_(complaints) {}

    void take(std::size_t row, std::span<const std::string_view> cells) {
        if (!has_heading_) {
            read_heading(row, cells);
        } else if (column_) {
            if (width_ == 1) complain_of_blank_lines(row);
            read_row(row, *column_ < cells.size() ? cells[*column_] : std::string_view());
        }
        last_row_ = row;
    }
    bool has_heading() const { return has_heading_; }
    std::vector<double> numbers;

private:
    void read_heading(std::size_t row, std::span<const std::string_view> cells) {
        has_heading_ = true;
        width_ = cells.size();
        std::vector<std::string> names;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            names.push_back(shorten(cells[i], 40));
            if (lower(trim(cells[i])) != heading) continue;
            if (column_)
                complaints_.add({file_, row, std::string(heading), "", "appears twice in the heading.", "Keep one."});
            column_ = i;
        }
        if (column_) return;
        if (names.size() > 20) names.resize(20);
        complaints_.add({file_, row, "", "", "There is no column “value”, but " + join(names, ", ") + ".",
                         "Name the column of the series “value” in the first line."});
    }

    // In a table of one column a line without a figure is a figure without a line.
    void complain_of_blank_lines(std::size_t row) {
        for (std::size_t blank = last_row_ + 1; blank < row && !complaints_.full(); ++blank)
            complain(blank, "", read_value("").error());
    }

    void read_row(std::size_t row, std::string_view text) {
        const auto number = read_value(trim(text));
        if (number)
            numbers.push_back(*number);
        else
            complain(row, text, number.error());
    }

    void complain(std::size_t row, std::string_view text, const Problem& problem) {
        complaints_.add({file_, row, std::string(heading), std::string(text), problem.message, problem.remedy});
    }

    const std::string& file_;
    ComplaintBook& complaints_;
    std::optional<std::size_t> column_;
    std::size_t width_ = 0, last_row_ = 0;
    bool has_heading_ = false;
};

} // namespace

tl::expected<std::vector<double>, Complaints> read_number_series(std::string_view bytes, const std::string& file) {
    ComplaintBook complaints;
    if (auto complaint = complain_of_encoding(bytes, file))
        return tl::make_unexpected(Complaints{*std::move(complaint)});
    SeriesReading reading(file, complaints);
    read_csv(bytes, file, complaints, [&](std::size_t row, auto cells) { reading.take(row, cells); });
    if (complaints.count() == 0 && reading.numbers.empty())
        complaints.add({file, 0, "", "", reading.has_heading() ? "has no figure." : "is empty.",
                        "Write “value” in the first line, and one figure in each line below."});
    if (complaints.count() > 0) return tl::make_unexpected(complaints.take());
    return std::move(reading.numbers);
}

} // namespace qd::inline exchange
