#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/vocabulary.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <set>

// Which row of a sheet contains its headings, and what a heading is made of.
namespace qd::inline exchange {
namespace {

constexpr std::size_t rows_looked_at = 20, rows_below = 5;

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

struct Span {
    std::size_t from = 0, size = 0;
};

// The longest stretch of whole words that a reader accepts.
template <class Reads> std::optional<Span> longest(const std::string& words, const Reads& reads) {
    constexpr std::size_t most = 60;
    for (std::size_t size = std::min(most, words.size()); size > 0; --size)
        for (std::size_t from = 0; from + size <= words.size(); ++from) {
            const std::size_t end = from + size;
            if (words[from] == ' ' || words[end - 1] == ' ') continue;
            if (from > 0 && is_word_byte(words[from - 1]) && is_word_byte(words[from])) continue;
            if (end < words.size() && is_word_byte(words[end - 1]) && is_word_byte(words[end])) continue;
            if (!is_word_byte(words[from]) || !is_word_byte(words[end - 1])) continue;
            if (reads(std::string_view(words).substr(from, size))) return Span{from, size};
        }
    return std::nullopt;
}

std::string bare(std::string text) {
    for (const std::string_view mark : {"[]", "()", "{}"}) text = replace_all(text, mark, "");
    while (!text.empty() && std::string_view(" /-:,").find(text.back()) != std::string_view::npos) text.pop_back();
    std::size_t from = 0;
    while (from < text.size() && std::string_view(" /-:,").find(text[from]) != std::string_view::npos) ++from;
    return same_words(text.substr(from));
}

bool row_has_figures(std::span<const GridCell> row) {
    return row.size() >= 2 &&
           std::ranges::any_of(row, [](const GridCell& cell) { return read_number(cell.text).has_value(); });
}

double score_of(const SheetGrid& sheet, std::size_t number, const TimeReader& times, NameBook& names) {
    const auto row = sheet.row(number);
    if (row.size() < 2) return -100;
    double score = 0;
    std::set<std::string> distinct;
    for (const GridCell& cell : row) {
        const std::string words = same_words(cell.text);
        distinct.insert(words);
        if (words.size() > 80) {
            score -= 2;
            continue;
        }
        const HeadingShape shape = shape_of_heading(words, times);
        if (usual_heading(words) || (!shape.rest.empty() && usual_heading(shape.rest)))
            score += 1;
        else if (code_in_brackets(words, names))
            score += 1.5;
        else if (shape.time.says_something() || names.area(words))
            score += 1;
        if (read_number(cell.text) && !shape.time.says_something()) score -= 1.5;
        if (names.measure(cell.text)) score -= 2;
    }
    std::size_t below = 0, numbers = 0;
    for (std::size_t i = number + 1; i < sheet.rows() && i <= number + rows_below; ++i)
        for (const GridCell& cell : sheet.row(i)) {
            ++below;
            if (read_figure(cell.text)) ++numbers;
        }
    if (below > 0) score += 3.0 * static_cast<double>(numbers) / static_cast<double>(below);
    score += 2.0 * static_cast<double>(distinct.size()) / static_cast<double>(row.size());
    score += std::min<double>(static_cast<double>(row.size()), 8) * 0.1;
    return score;
}

} // namespace

std::optional<std::string> code_in_brackets(const std::string& heading, NameBook& names) {
    const auto open = heading.rfind('(');
    if (open == std::string::npos || !heading.ends_with(')')) return std::nullopt;
    return names.measure(heading.substr(open + 1, heading.size() - open - 2));
}

HeadingShape shape_of_heading(const std::string& heading, const TimeReader& times) {
    HeadingShape shape;
    std::string words = same_words(heading).substr(0, 200);
    const auto put = [&](const Span& span, std::string_view place) {
        words.replace(span.from, span.size, "{" + std::string(place) + "}");
    };
    const auto of = [&](const Span& span) { return std::string_view(words).substr(span.from, span.size); };
    const auto is_whole = [&](std::string_view text) {
        const auto period = times.period(text);
        return period && period->grain() != Grain::year && period->grain() != Grain::academic_year;
    };
    const auto is_stretch =
        [&](std::string_view text) { // "apr - sep": from the beginning of the year, and no month alone
            const auto parts = times.to_date(text);
            return parts && parts->to_month && !times.month(text) && !times.quarter(text);
        };
    const bool has_stretch = words.find('-') != std::string::npos || words.find(" to ") != std::string::npos;
    if (const auto span = longest(words, is_whole)) {
        shape.time.period = times.period(of(*span));
        put(*span, "period");
    } else {
        const auto year = longest(words, [&](std::string_view text) {
            return text.find_first_of("0123456789") != std::string_view::npos && times.year(text).has_value();
        });
        if (year) {
            shape.time.year = times.year(of(*year));
            put(*year, "year");
        }
        const auto quarter = longest(words, [&](std::string_view text) { return times.quarter(text).has_value(); });
        const auto month = longest(words, [&](std::string_view text) { return times.month(text).has_value(); });
        if (quarter) {
            shape.time.quarter = times.quarter(of(*quarter));
            put(*quarter, "quarter");
        } else if (const auto stretch = has_stretch ? longest(words, is_stretch) : std::nullopt) {
            shape.time.to_month = times.to_date(of(*stretch))->to_month;
            put(*stretch, "to_date");
        } else if (month && (month->size == words.size() || year)) {
            shape.time.month = times.month(of(*month));
            put(*month, "month");
        }
        shape.has_year = year && !quarter && !shape.time.month && !shape.time.to_month;
    }
    shape.pattern = words;
    std::string rest = words;
    for (const std::string_view place : {"{period}", "{year}", "{quarter}", "{month}", "{to_date}"})
        rest = replace_all(rest, place, "");
    shape.rest = bare(rest);
    return shape;
}

std::optional<std::size_t> heading_row_of(const SheetGrid& sheet, const TimeReader& times, NameBook& names,
                                          std::size_t first_row) {
    std::optional<std::size_t> best;
    double best_score = 3;
    for (std::size_t i = first_row; i < std::min(first_row + rows_looked_at, sheet.rows()); ++i)
        if (const double score = score_of(sheet, i, times, names); score > best_score) {
            best = i;
            best_score = score;
        }
    // A table above, which may be smaller: with rows of figures between the two.
    for (std::size_t i = first_row; best && i + 1 < *best; ++i)
        if (score_of(sheet, i, times, names) > 3)
            for (std::size_t between = i + 1; between < *best; ++between)
                if (row_has_figures(sheet.row(between))) return i;
    return best;
}

// The next row that has the same headings again, or whose cells are all words, some of them usual in headings, below a gap.
std::optional<std::size_t> SheetGuess::next_headings() const {
    const auto own = sheet_.row(heading_row);
    AnswersGiven<bool> begins_alike; // a long sheet has the same few names in its first column
    const auto is_repeat = [&](std::span<const GridCell> row) {
        if (row.size() != own.size()) return false;
        const auto is_first = [&] { return same_words(row.front().text) == same_words(own.front().text); };
        return begins_alike.of(row.front().text, is_first) &&
               std::ranges::equal(row, own, [](const GridCell& a, const GridCell& b) {
                   return a.column == b.column && same_words(a.text) == same_words(b.text);
               });
    };
    bool figures = false;
    for (std::size_t i = heading_row + 1; i + 1 < sheet_.rows(); ++i) {
        const auto row = sheet_.row(i);
        if (row.size() < 2) continue;
        if (figures && is_repeat(row)) return i;
        const auto before = sheet_.row(i - 1);
        const bool is_apart = before.front().row + 1 < row.front().row || before.size() == 1;
        if (figures && is_apart && may_be_headings(row) && row_has_figures(sheet_.row(i + 1))) return i;
        figures = figures || row_has_figures(row);
    }
    return std::nullopt;
}

// Words and times only, two of them at least usual in headings.
bool SheetGuess::may_be_headings(std::span<const GridCell> row) const {
    std::size_t usual = 0;
    for (const GridCell& cell : row) {
        const HeadingShape shape = shape_of_heading(std::string(cell.text), times_);
        const bool time = shape.time.says_something();
        if (cell.text.size() > 80 || (read_number(cell.text) && !time) || names_.measure(cell.text)) return false;
        if (time || usual_heading(same_words(cell.text)) || names_.area(cell.text)) ++usual;
    }
    return usual >= 2;
}

std::optional<std::string> pattern_naming(std::string_view text, std::string_view place,
                                          const std::function<bool(std::string_view)>& is_known) {
    const std::string words = same_words(text).substr(0, 200);
    const auto span = longest(words, is_known);
    if (!span || words.find_first_of("{}*") != std::string::npos) return std::nullopt;
    return words.substr(0, span->from) + "{" + std::string(place) + "}" +
           (span->from + span->size < words.size() ? "*" : "");
}

} // namespace qd::inline exchange
