#include "checks/prose.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace qd::inline checks {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

constexpr std::array number_words =
    std::to_array<std::string_view>({"zero",     "one",     "two",     "three",     "four",     "five",     "six",
                                     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
                                     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});
constexpr std::array months =
    std::to_array<std::string_view>({"january",   "february", "march",    "april",    "may",  "june", "july", "august",
                                     "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                                     "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"});
// What numbers things rather than counts them.
constexpr std::array labels = std::to_array<std::string_view>(
    {"quarter",  "quarters",  "level",  "levels", "year",   "years",  "wave",  "item",   "items",
     "appendix", "phase",     "phases", "ages",   "aged",   "age",    "page",  "pages",  "part",
     "section",  "paragraph", "stage",  "key",    "note",   "figure", "table", "no",     "number",
     "band",     "grade",     "week",   "weeks",  "within", "under",  "class", "version"});

template <std::size_t N> bool is_one_of(const std::array<std::string_view, N>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

std::string word_before(const std::string& text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '(')) --at;
    std::size_t start = at;
    while (start > 0 && is_letter(text[start - 1])) --start;
    return lower(text.substr(start, at - start));
}

std::string word_after(const std::string& text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    return lower(text.substr(at, end - at));
}

struct Digits {
    std::size_t end = 0;
    std::string text; // without the commas of thousands
};

Digits digits_at(const std::string& text, std::size_t at) {
    Digits found{at, ""};
    while (found.end < text.size()) {
        const char c = text[found.end];
        const bool digit_next = found.end + 1 < text.size() && is_digit(text[found.end + 1]);
        const bool thousand = c == ',' && found.end + 3 < text.size() && is_digit(text[found.end + 1]) &&
                              is_digit(text[found.end + 2]) && is_digit(text[found.end + 3]);
        if (is_digit(c) || (c == '.' && digit_next && found.text.find('.') == std::string::npos))
            found.text += c;
        else if (!thousand)
            break;
        ++found.end;
    }
    return found;
}

bool is_year(const std::string& digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// "2012/13", "3 July", "Sept 2013", "12th", "Q3", "A1", "quarter 3".
bool is_no_claim(const std::string& text, std::size_t start, const Digits& digits) {
    const char before = start > 0 ? text[start - 1] : ' ', after = digits.end < text.size() ? text[digits.end] : ' ';
    if (is_letter(before) || before == '/' || before == '-' || before == '*' || before == '_') return true;
    if (after == '/' || after == '_' ||
        (after == '-' && digits.end + 1 < text.size() && is_letter(text[digits.end + 1])))
        return true; // "16-year-olds"
    if (is_letter(after) && !text.substr(digits.end).starts_with("m ")) return true;
    if (is_year(digits.text) && after != '%') return true;
    if (is_one_of(months, word_after(text, digits.end)) && digits.text.size() <= 2) return true;
    return is_one_of(months, word_before(text, start)) || is_one_of(labels, word_before(text, start));
}

std::size_t end_of_percent(const std::string& text, std::size_t end) {
    if (text.compare(end, 1, "%") == 0) return end + 1;
    for (const std::string_view word : {" %", " per cent", " percent"})
        if (lower(text.substr(end, word.size())) == word &&
            (end + word.size() >= text.size() || !is_letter(text[end + word.size()])))
            return end + word.size();
    return end;
}

// "quarters 1 and 2": what follows a number that a label numbers is numbered by it too.
bool follows_label(const std::string& sentence, std::size_t start, std::size_t last_numbered) {
    if (last_numbered == std::string::npos || last_numbered > start) return false;
    const std::string between = sentence.substr(last_numbered, start - last_numbered);
    return between == " and " || between == " to " || between == ", " || between == " or ";
}

void add_word(std::vector<ProseNumber>& numbers, const std::string& sentence, std::size_t start, std::size_t end) {
    const std::string word = lower(sentence.substr(start, end - start));
    const auto found = std::ranges::find(number_words, word);
    if (found == number_words.end()) return;
    if (is_one_of(labels, word_before(sentence, start))) return;
    ProseNumber number;
    number.value = Decimal(static_cast<int>(found - number_words.begin()));
    number.in_words = true;
    number.start = start;
    number.end = end;
    numbers.push_back(number);
}

bool ends_sentence(const std::string& text, std::size_t at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
    if (at + 1 == text.size()) return true;
    if (at > 0 && is_letter(text[at - 1]) && (at == 1 || !is_letter(text[at - 2]))) return false; // "p. 3"
    std::size_t next = at + 1;
    while (next < text.size() && (text[next] == ')' || text[next] == '"')) ++next;
    return next == text.size() || (text[next] == ' ' && (next + 1 == text.size() ||
                                                         !std::islower(static_cast<unsigned char>(text[next + 1]))));
}

void add_sentences(std::vector<std::string>& sentences, const std::string& paragraph) {
    std::size_t start = 0;
    for (std::size_t at = 0; at < paragraph.size(); ++at) {
        if (!ends_sentence(paragraph, at)) continue;
        sentences.emplace_back(trim(paragraph.substr(start, at + 1 - start)));
        start = at + 1;
    }
    if (const auto rest = trim(std::string_view(paragraph).substr(start)); !rest.empty()) sentences.emplace_back(rest);
}

// How long the mark of an item of a list is: "- ", "* ", "• ", "(a) ", "(iv) ", "2) "; 0 = it is none.
std::size_t item_mark(std::string_view line) {
    for (const std::string_view mark : {"- ", "* ", "• ", "– "})
        if (line.starts_with(mark)) return mark.size();
    const bool open = line.starts_with('(');
    const std::size_t close = line.find(") ");
    if (close == std::string_view::npos || close > 5 || close <= (open ? 1u : 0u)) return 0;
    for (const char c : line.substr(open ? 1 : 0, close - (open ? 1 : 0)))
        if (!is_letter(c) && !is_digit(c)) return 0;
    return open || close <= 2 ? close + 2 : 0;
}

} // namespace

std::vector<Passage> passages_of(std::string_view markdown) {
    std::vector<Passage> passages;
    std::string paragraph;
    bool item = false;
    std::optional<std::size_t> stem; // of the list that the paragraph may belong to
    const auto end_paragraph = [&] {
        std::vector<std::string> sentences;
        add_sentences(sentences, paragraph);
        for (std::size_t i = 0; i < sentences.size(); ++i)
            passages.push_back({std::move(sentences[i]), item ? stem : std::nullopt, item && i == 0});
        if (!item && !paragraph.empty() && !passages.empty()) stem = passages.size() - 1;
        paragraph.clear();
    };
    for (const std::string& line : split(std::string(markdown), '\n')) {
        std::string_view words = trim(line);
        const std::size_t mark = item_mark(words);
        if (words.empty() || words.starts_with('#') || words.starts_with('|') || mark > 0) {
            end_paragraph();
            if (mark > 0 || !words.empty()) item = mark > 0;
        }
        if (words.starts_with('#') || words.starts_with('|')) {
            stem.reset();
            continue;
        }
        words.remove_prefix(mark);
        if (words.empty()) continue;
        if (paragraph.empty() && mark == 0 && line[0] != ' ') item = false;
        paragraph += (paragraph.empty() ? "" : " ") + replace_all(std::string(words), "**", "");
    }
    end_paragraph();
    return passages;
}

std::vector<std::string> sentences_of(std::string_view markdown) {
    std::vector<std::string> sentences;
    for (Passage& passage : passages_of(markdown)) sentences.push_back(std::move(passage.words));
    return sentences;
}

std::vector<ProseNumber> numbers_in(const std::string& sentence) {
    std::vector<ProseNumber> numbers;
    std::size_t last_numbered = std::string::npos;
    for (std::size_t at = 0; at < sentence.size();) {
        if (is_letter(sentence[at])) {
            const std::size_t start = at;
            while (at < sentence.size() && is_letter(sentence[at])) ++at;
            if (start == 0 || (sentence[start - 1] != '-' && !is_digit(sentence[start - 1])))
                if (at == sentence.size() || sentence[at] != '-') add_word(numbers, sentence, start, at);
            continue;
        }
        if (!is_digit(sentence[at])) {
            ++at;
            continue;
        }
        const Digits digits = digits_at(sentence, at);
        const std::size_t start = at;
        at = digits.end;
        if (is_one_of(labels, word_before(sentence, start)) || follows_label(sentence, start, last_numbered)) {
            last_numbered = digits.end;
            continue;
        }
        if (is_no_claim(sentence, start, digits)) continue;
        const auto value = Decimal::parse(digits.text);
        if (!value) continue;
        ProseNumber number;
        number.value = *value;
        const std::size_t point = digits.text.find('.');
        number.decimals = point == std::string::npos ? 0 : static_cast<int>(digits.text.size() - point - 1);
        number.start = start;
        number.end = end_of_percent(sentence, digits.end);
        number.percent = number.end > digits.end;
        numbers.push_back(number);
    }
    return numbers;
}

std::string as_written(const std::string& sentence, const ProseNumber& number) {
    return sentence.substr(number.start, number.end - number.start);
}

} // namespace qd::inline checks
