#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>

// What figures are parts of others: shown by words, and proved by what they make.
namespace qd::inline exchange {
namespace {

using Numbers = std::map<std::uint32_t, Decimal>; // by row

Numbers numbers_of(const GuessedColumn& column) {
    Numbers all;
    for (const GridCell* cell : column.cells)
        if (const auto number = plain_number(*cell)) all.emplace(cell->row, *number);
    return all;
}

bool is_near(Decimal a, Decimal b) { return (a - b).abs() <= Decimal::from_millionths(60'000); }

// Whether two parts make what is said, in per cent or as a fraction, to the places that it was written with.
bool make(Decimal numerator, Decimal denominator, Decimal said) {
    const auto percent = Decimal::ratio_if(numerator, denominator, 100);
    const auto fraction = Decimal::ratio_if(numerator, denominator);
    const Decimal half = said == said.rounded(0) ? Decimal::from_millionths(500'001) : Decimal::from_millionths(60'000);
    return (percent && (*percent - said).abs() <= half) ||
           (fraction && (*fraction - said).abs() <= Decimal::from_millionths(600));
}

// In how many of the rows that have all three.
struct Proof {
    std::size_t right = 0, rows = 0;
    bool holds() const { return right >= 2 && right * 10 >= rows * 9; }
    std::string text() const { return std::to_string(right) + " of " + std::to_string(rows) + " rows"; }
};
Proof proof_of(const Numbers& numerators, const Numbers& denominators, const Numbers& said) {
    Proof proof;
    for (const auto& [row, number] : said) {
        const auto upper = numerators.find(row), lower_part = denominators.find(row);
        if (upper == numerators.end() || lower_part == denominators.end() || lower_part->second.is_zero()) continue;
        if (number.is_zero()) continue; // none of anything proves nothing
        ++proof.rows;
        if (make(upper->second, lower_part->second, number)) ++proof.right;
    }
    return proof;
}

// Whether figures look like what parts make: most have a percent sign, or some have decimals. A part of 100 and what it makes
// could change places: 162 ÷ 81 % is 200, too.
int looks_made(const GuessedColumn& column) {
    std::size_t signs = 0;
    bool decimals = false;
    for (const GridCell* cell : column.cells) {
        signs += trim(cell->text).ends_with('%') ? 1 : 0;
        const auto number = plain_number(*cell);
        decimals = decimals || (number && *number != number->rounded(0));
    }
    return signs * 2 > column.cells.size() ? 2 : decimals ? 1 : 0;
}

} // namespace

// Three columns of figures, of which two make the third: then these are its parts, whatever they are called. Only columns that are
// about the same time.
void SheetGuess::place_proved_parts() {
    using enum ColumnIs;
    if (find(numerator) != nullptr || (find(measure) == nullptr && find(measure_title) == nullptr)) return;
    struct Open {
        GuessedColumn* column;
        Numbers numbers;
    };
    std::vector<Open> open;
    for (GuessedColumn& column : columns) {
        const bool may_be = !column.is_placed || column.is == check || column.is == value;
        if (!may_be || open.size() > 60) continue;
        Numbers numbers = numbers_of(column);
        if (numbers.size() >= 2 && numbers.size() * 2 >= column.cells.size())
            open.push_back({&column, std::move(numbers)});
    }
    std::vector<std::string> proved;
    for (Open& said : open)
        for (Open& upper : open)
            for (Open& whole : open) {
                if (&upper == &whole || &upper == &said || &whole == &said) continue;
                GuessedColumn &a = *upper.column, &b = *whole.column, &c = *said.column;
                if (a.is == numerator || b.is == denominator || a.is == denominator || b.is == numerator ||
                    c.is == numerator || c.is == denominator)
                    continue;
                if (!(a.shape.time == b.shape.time && b.shape.time == c.shape.time)) continue;
                const Proof proof = proof_of(upper.numbers, whole.numbers, said.numbers);
                if (!proof.holds() || looks_made(c) <= looks_made(b)) continue;
                const std::string evidence = "with the other part it makes “" + c.heading + "” in " + proof.text();
                for (GuessedColumn* column : {&a, &b, &c}) column->pattern = column->shape.pattern;
                put(a, numerator, evidence);
                put(b, denominator, evidence);
                put(c, value, "its parts make it in " + proof.text());
                const std::string line = "“" + a.heading + "” ÷ “" + b.heading + "” = “" + c.heading + "”";
                if (proved.size() < 3) proved.push_back(line + " in " + proof.text());
            }
    if (!proved.empty()) ask("Are these the parts of a figure: " + join(proved, "; ") + "?", "their numbers make it");
}

// A column of figures that adds up those beside it.
void SheetGuess::place_sums() {
    using enum ColumnIs;
    for (GuessedColumn& column : columns) {
        if (column.is_placed && !(column.is == check && column.evidence == "its heading")) continue;
        const Numbers said = numbers_of(column);
        if (said.size() < 2) continue;
        std::map<std::uint32_t, std::pair<Decimal, std::size_t>> sums;
        for (const GuessedColumn& other : columns)
            if (&other != &column && other.is_placed && other.is == value && other.shape.time.says_something())
                for (const auto& [row, number] : numbers_of(other))
                    sums[row].first = sums[row].first + number, ++sums[row].second;
        std::size_t right = 0, rows = 0;
        for (const auto& [row, number] : said) {
            const auto sum = sums.find(row);
            if (sum == sums.end() || sum->second.second < 2) continue;
            ++rows;
            if (is_near(sum->second.first, number)) ++right;
        }
        if (right < 2 || right * 10 < rows * 9) continue;
        const bool is_new = !column.is_placed;
        put(column, check,
            "it adds up the figures beside it in " + std::to_string(right) + " of " + std::to_string(rows) + " rows");
        if (is_new)
            ask("Is “" + column.heading + "” the sum of the others? It is compared, not imported.", samples(column));
    }
}

// What is left of the headings that have a time and a word that is not known.
void SheetGuess::place_unknown_times() {
    for (GuessedColumn& column : columns) {
        if (!column.has_unknown_word || column.is_placed) continue;
        ask("What is “" + column.heading + "”? Its heading has a time and a word that is not known.", samples(column),
            "columns.\"" + column.heading + "\" value", true);
    }
}

// Which two of the lines make a third in most places: then they are its parts, in whatever order they stand. Says how often.
std::string SheetGuess::prove_lines(const GuessedColumn& lines, std::map<std::string, std::string>& means) const {
    std::vector<std::pair<std::string, std::uint32_t>> rows; // by word
    for (const GridCell* cell : lines.cells) rows.emplace_back(same_words(cell->text), cell->row);
    // The numbers of a word's lines, by column and by how many lines of that word came before.
    const auto numbers = [&](const std::string& word) {
        std::map<std::pair<std::uint32_t, std::size_t>, Decimal> all;
        std::size_t before = 0;
        for (const auto& [each, row] : rows) {
            if (each != word) continue;
            for (const GuessedColumn& column : columns)
                if (&column != &lines)
                    if (const GridCell* cell = sheet_.find(row, column.column))
                        if (const auto number = plain_number(*cell))
                            all.emplace(std::pair(column.column, before), *number);
            ++before;
        }
        return all;
    };
    for (const auto& [said, is] : means) {
        if (is != "check" && is != "value") continue;
        const auto results = numbers(said);
        for (const auto& [a, a_is] : means)
            for (const auto& [b, b_is] : means) {
                if (a == b || a == said || b == said || a_is == "target" || b_is == "target") continue;
                const auto upper = numbers(a), whole = numbers(b);
                std::size_t right = 0, tried = 0;
                for (const auto& [place, result] : results) {
                    const auto one = upper.find(place), other = whole.find(place);
                    if (one == upper.end() || other == whole.end() || other->second.is_zero() || result.is_zero())
                        continue;
                    ++tried;
                    if (make(one->second, other->second, result)) ++right;
                }
                if (right < 2 || right * 10 < tried * 9) continue;
                const std::string upper_word = a, whole_word = b, result_word = said;
                means[upper_word] = "numerator";
                means[whole_word] = "denominator";
                means[result_word] = "check";
                return "“" + upper_word + "” ÷ “" + whole_word + "” make “" + result_word + "” in " +
                       std::to_string(right) + " of " + std::to_string(tried) + " places";
            }
    }
    return "in order";
}

// What is left: areas are figures of these; two words that are left are the parts, in order; any others are left out.
void SheetGuess::settle_lines(std::map<std::string, std::string>& means, const std::vector<std::string>& words) const {
    const bool years =
        std::ranges::any_of(columns, [](const GuessedColumn& column) { return column.shape.has_year; }) &&
        std::ranges::none_of(columns, [](const GuessedColumn& column) {
            return column.shape.time.quarter || column.shape.time.month || column.shape.time.period;
        });
    std::vector<std::string> unknown;
    for (const std::string& word : words) {
        std::string& is = means[word];
        if (is == "target" && years) is = "annual_target";
        if (!is.empty()) continue;
        if (const auto area = names_.area(word))
            is = area->empty() ? "value" : "area " + *area;
        else
            unknown.push_back(word);
    }
    const bool has_parts = std::ranges::any_of(means, [](const auto& each) { return each.second == "numerator"; });
    const bool has_value = std::ranges::any_of(means, [](const auto& each) { return each.second == "check"; });
    for (std::size_t i = 0; i < unknown.size(); ++i)
        means[unknown[i]] = !has_value || unknown.size() > 2 || (has_parts && unknown.size() > 1) ? "leave"
                            : has_parts || i > 0                                                  ? "denominator"
                                                                                                  : "numerator";
}

// A column of a few words that repeat: what each line is.
void SheetGuess::place_lines() {
    for (GuessedColumn& column : columns) {
        if (column.is_placed && column.is != ColumnIs::role) continue;
        std::vector<std::string> words;
        for (const GridCell* cell : column.cells) {
            const std::string word = same_words(cell->text);
            if (std::ranges::find(words, word) == words.end()) words.push_back(word);
            if (words.size() > 8) break;
        }
        const bool percent = std::ranges::any_of(words, [](const std::string& word) {
            return usual_line(word) == "check" || usual_line(word) == "target" || usual_line(word) == "value";
        });
        if (words.size() < 2 || words.size() > 8 || column.cells.size() < words.size() || !percent) {
            if (column.is == ColumnIs::role) column.is_placed = false;
            column.is = ColumnIs::leave;
            continue;
        }
        std::map<std::string, std::string> means;
        for (const std::string& word : words) means[word] = usual_line(word);
        const std::string evidence = prove_lines(column, means);
        settle_lines(means, words);
        std::vector<std::string> said;
        for (const std::string& word : words) said.push_back(in_toml(word) + " = " + in_toml(means[word]));
        column.lines.push_back("words = { " + join(said, ", ") + " }");
        put(column, ColumnIs::role, "a few words that repeat");
        ask("Do the lines mean this: " + join(said, ", ") + "?", evidence);
        for (GuessedColumn& other : columns) {
            if (other.is == ColumnIs::value) other.is = ColumnIs::by_role;
            if (other.is == ColumnIs::measure || other.is == ColumnIs::measure_title)
                other.lines.emplace_back("fill_down = true");
        }
        return;
    }
}

// Columns of figures that each name a measure: "neet_rate". If two of them give a third, they are its parts.
void SheetGuess::place_parts() {
    if (find(ColumnIs::measure) != nullptr || find(ColumnIs::measure_title) != nullptr) return;
    const auto numbers = [&](const GuessedColumn& column) {
        std::map<std::uint32_t, Decimal> all;
        for (const GridCell* cell : column.cells)
            if (const auto number = Decimal::parse(trim(cell->text))) all.emplace(cell->row, *number);
        return all;
    };
    const auto makes = [&](const GuessedColumn& a, const GuessedColumn& b, const GuessedColumn& c) {
        const auto upper = numbers(a), lower_part = numbers(b), share_of = numbers(c);
        std::size_t right = 0;
        for (const auto& [row, value] : share_of) {
            if (!upper.contains(row) || !lower_part.contains(row)) continue;
            const auto made = Decimal::ratio_if(upper.at(row), lower_part.at(row), 100);
            if (made && (*made - value).abs() <= Decimal::from_millionths(60'000)) ++right;
        }
        return right >= 2 && right * 10 >= share_of.size() * 9;
    };
    std::vector<GuessedColumn*> open;
    for (GuessedColumn& column : columns)
        if (!column.is_placed &&
            share(column, [](std::string_view text) { return Decimal::parse(text).has_value(); }) > 0.4)
            open.push_back(&column);
    const auto measure_in = [&](const std::string& words) -> std::string {
        for (const std::string& word : split(replace_all(words, "_", " "), ' '))
            if (const auto code = names_.measure(word)) return *code;
        return "";
    };
    for (GuessedColumn* value : open) {
        const std::string code = measure_in(value->heading);
        if (code.empty()) continue;
        for (GuessedColumn* a : open)
            for (GuessedColumn* b : open) {
                if (a == b || a == value || b == value || a->is_placed || b->is_placed || !makes(*a, *b, *value))
                    continue;
                a->lines.push_back("measure = \"" + code + "\"");
                b->lines.push_back("measure = \"" + code + "\"");
                put(*a, ColumnIs::numerator, "with " + b->heading + " it makes " + value->heading + " in 9 of 10 rows");
                put(*b, ColumnIs::denominator,
                    "with " + a->heading + " it makes " + value->heading + " in 9 of 10 rows");
            }
    }
    for (GuessedColumn* value : open) {
        const std::string code = measure_in(value->heading);
        if (value->is_placed || code.empty()) continue;
        value->lines.push_back("measure = \"" + code + "\"");
        put(*value, ColumnIs::value, "its heading names " + code);
        ask("Is “" + value->heading + "” a figure of " + code + "?", samples(*value));
    }
}

} // namespace qd::inline exchange
