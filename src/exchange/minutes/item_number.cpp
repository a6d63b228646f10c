#include "exchange/minutes/item_number.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"
#include "exchange/minutes/lines.hpp"
#include "exchange/minutes/list_marks.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <array>
#include <cstdlib>

namespace qd::inline exchange {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "Agenda item no. 4 –": how many bytes come before the number.
std::size_t lead_of(std::string_view line) {
    const std::string low = lower(line);
    for (const std::string_view lead :
         {"agenda item number ", "agenda item no. ", "agenda item no ", "agenda item ", "item number ", "item no. ",
          "item no ", "item ", "minute number ", "minute no. ", "minute no ", "minute ref ", "minute ", "min. no. ",
          "min. ", "min no. ", "min "})
        if (low.starts_with(lead) && line.size() > lead.size()) return lead.size();
    return 0;
}

// The characters of a number such as "23.PC.14", "P/23-014" or "12/23", without a mark at its end.
std::string_view token_of(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && end < 20 &&
           (is_digit(line[end]) || is_upper(line[end]) || line[end] == '.' || line[end] == '/' || line[end] == '-' ||
            line[end] == '#' || (line[end] == ':' && end + 1 < line.size() && is_digit(line[end + 1]))))
        ++end;
    std::string_view token = line.substr(0, end);
    while (!token.empty() && (token.back() == '.' || token.back() == '-' || token.back() == '/' || token.back() == ':'))
        token.remove_suffix(1);
    return token;
}

// Each run of digits may be what counts.
void add_readings(std::string_view token, NumberedLine& into) {
    for (std::size_t at = 0; at < token.size();) {
        if (!is_digit(token[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < token.size() && is_digit(token[end])) ++end;
        if (end - at <= 5)
            into.readings.push_back({std::string(token.substr(0, at)) + "#" + std::string(token.substr(end)),
                                     std::atoi(std::string(token.substr(at, end - at)).c_str())});
        at = end;
    }
}

// After the number: "." ")" ":" or a dash, and a space or the end of the line.
struct Delimiter {
    std::string mark;
    std::size_t size = 0;
    bool holds = false;
};
Delimiter delimiter_at(std::string_view rest) {
    if (rest.empty()) return {"", 0, true};
    for (const std::string_view mark : {".", ")", ":", ".)", ".–", " -", " –", " —", "–", "-", ":-", " :"}) {
        if (!rest.starts_with(mark)) continue;
        const std::string_view after = rest.substr(mark.size());
        if (after.empty() || after[0] == ' ' || after[0] == '\t')
            return {mark == " -" || mark == " –" || mark == " —" || mark == "–" ? "-" : std::string(mark), mark.size(),
                    true};
    }
    return {"", 0, rest[0] == ' ' || rest[0] == '\t'};
}

bool has_digit(std::string_view token) { return token.find_first_of("0123456789") != std::string_view::npos; }

// "PC 14 Buses": letters of the body are separate from the number.
std::size_t prefix_apart(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && is_upper(line[end])) ++end;
    return end >= 1 && end <= 5 && end + 1 < line.size() && line[end] == ' ' && is_digit(line[end + 1]) ? end + 1 : 0;
}

} // namespace

NumberedLine numbered_line(std::string_view line) {
    NumberedLine found;
    line = without_bullet(line);
    const auto day = find_day(line);
    // "12 September 2023" is a day; "1/12/23 Apologies" is the first item of December.
    const bool in_words = day && line.substr(day->begin, day->end - day->begin).find(' ') != std::string_view::npos;
    if (day && day->begin < 3 &&
        (in_words || trim(line.substr(day->end)).size() < 3 || !find_time(line.substr(day->end)).empty()))
        return found;
    const std::size_t lead = lead_of(line);
    const std::size_t apart = lead == 0 ? prefix_apart(line) : 0;
    std::string_view rest = line.substr(lead);
    const std::string_view token =
        apart > 0 ? rest.substr(0, apart + token_of(rest.substr(apart)).size()) : token_of(rest);
    const bool letters = token.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos;
    if (has_digit(token) && token.find("//") == std::string_view::npos) {
        const Delimiter delimiter = delimiter_at(rest.substr(token.size()));
        if (!delimiter.holds) return found;
        found.number = std::string(token);
        found.title = std::string(trim(rest.substr(token.size() + delimiter.size)));
        found.marked = lead > 0 || letters || (token.find('/') != std::string_view::npos && token.size() > 3);
        found.delimiter = delimiter.mark;
        add_readings(token, found);
        return found;
    }
    // "IV. Buses", "B. Buses"
    const std::size_t end = rest.find_first_of(". \t)");
    const std::string_view word = rest.substr(0, end);
    if (word.empty() || word.size() > 6 ||
        word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos)
        return found;
    const Delimiter delimiter = delimiter_at(rest.substr(word.size()));
    if (!delimiter.holds || delimiter.mark.empty()) return found;
    if (const int value = roman_value(word); value > 0) found.readings.push_back({"roman", value});
    if (word.size() == 1) found.readings.push_back({"letter", word[0] - 'A' + 1});
    if (found.readings.empty()) return found;
    found.number = std::string(word);
    found.delimiter = delimiter.mark;
    found.title = std::string(trim(rest.substr(word.size() + delimiter.size)));
    found.marked = lead > 0;
    return found;
}

} // namespace qd::inline exchange
