#include "domain/shorthand.hpp"

#include "base/text.hpp"
#include "domain/words.hpp"

#include <array>
#include <utility>

namespace qd {
namespace {

constexpr std::array<std::pair<Flag, std::string_view>, 6> flag_marks{{{Flag::provisional, "[p]"},
                                                                       {Flag::estimated, "[e]"},
                                                                       {Flag::revised, "[r]"},
                                                                       {Flag::low_reliability, "[u]"},
                                                                       {Flag::break_in_series, "[b]"},
                                                                       {Flag::forecast, "[f]"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> meanings{{{"[b]", "break in the series"},
                                                                                 {"[c]", "confidential: suppressed"},
                                                                                 {"[e]", "estimated"},
                                                                                 {"[f]", "forecast"},
                                                                                 {"[p]", "provisional"},
                                                                                 {"[r]", "revised"},
                                                                                 {"[u]", "of low reliability"},
                                                                                 {"[x]", "not available"},
                                                                                 {"[z]", "not applicable"}}};

} // namespace

std::string_view shorthand(GapReason gap) {
    switch (gap) {
    case GapReason::not_applicable:
    case GapReason::nothing_to_divide_by: return "[z]";
    case GapReason::suppressed: return "[c]";
    case GapReason::not_due:
    case GapReason::overdue:
    case GapReason::not_available: break;
    }
    return "[x]";
}

std::string marked(GapReason gap) {
    if (gap != GapReason::suppressed) return label(gap);
    return std::string(shorthand(gap)) + " " + label(gap);
}

std::string show(const Measure& measure, const Cell& cell) {
    return cell.has_value() ? show(measure, cell.value()) : marked(cell.gap());
}

std::string part_words(Decimal value) { return print_grouped(value, value == value.rounded(0) ? 0 : 1); }

std::string shorthand(Flags flags) {
    std::string out;
    for (const auto& [flag, mark] : flag_marks)
        if (has(flags, flag)) out += (out.empty() ? "" : " ") + std::string(mark);
    return out;
}

std::vector<std::string> flags_in_words(Flags flags) {
    std::vector<std::string> words = split(print(flags), ' ');
    for (std::string& word : words) word = spoken(word);
    return words;
}

std::string_view shorthand_meaning(std::string_view mark) {
    for (const auto& [known, meaning] : meanings)
        if (known == mark) return meaning;
    return {};
}

} // namespace qd
