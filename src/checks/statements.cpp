#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <array>
#include <string_view>

namespace qd::inline checks {
namespace {

Finding about(const Statement& statement, std::string code, Severity severity, std::string message, std::string remedy) {
    return {std::move(code), severity, statement.subject, place_of(statement), std::move(message), std::move(remedy)};
}

// A percentage that does not follow from the count and the whole printed beside it.
void percent_of_count(const Statement& statement, Findings& findings) {
    if (!statement.stated || !statement.count || !statement.denominator || statement.denominator->is_zero()) return;
    const Decimal exact = Decimal::ratio(*statement.count, *statement.denominator, 100);
    if (rounds_to(exact, *statement.stated)) return;
    const int decimals = decimals_of(*statement.stated);
    std::string message = print(*statement.count) + " " + statement.label + " printed as " + print(*statement.stated) + "% of " +
                          print(*statement.denominator) + "; " + print(*statement.count) + " of " + print(*statement.denominator) + " is " +
                          print_fixed(exact, decimals) + "%";
    const Decimal fitting = Decimal::ratio(*statement.stated * *statement.denominator, Decimal(100)).rounded(0);
    if (rounds_to(Decimal::ratio(fitting, *statement.denominator, 100), *statement.stated))
        message += ", and " + print(*statement.stated) + "% is " + print(fitting);
    findings.push_back(about(statement, "percent-of-count", Severity::error, message + ".", "Correct the count or the percentage."));
}

// Parts that do not add up to the total stated.
void parts_of_count(const Statement& statement, Findings& findings) {
    if (!statement.stated || statement.parts.empty()) return;
    Decimal sum;
    std::vector<std::string> parts;
    for (const Decimal part : statement.parts) {
        sum = sum + part;
        parts.push_back(print(part));
    }
    if (sum == *statement.stated) return;
    findings.push_back(about(statement, "parts-of-count", Severity::error,
                             "“" + print(*statement.stated) + " " + statement.label + "”, but the parts " + list_of(parts) + " make " + print(sum) + ".",
                             "Correct the total, or say what is counted twice."));
}

enum class Way { up, down };
struct ChangeWord {
    std::string_view word;
    Way way;
    int times; // 0 = no size said
};
constexpr std::array change_words = {
    ChangeWord{"doubl", Way::up, 2},   ChangeWord{"trebl", Way::up, 3},    ChangeWord{"tripl", Way::up, 3},   ChangeWord{"quadrupl", Way::up, 4},
    ChangeWord{"increas", Way::up, 0}, ChangeWord{"rise", Way::up, 0},     ChangeWord{"rising", Way::up, 0},  ChangeWord{"rose", Way::up, 0},
    ChangeWord{"more", Way::up, 0},    ChangeWord{"higher", Way::up, 0},   ChangeWord{"grow", Way::up, 0},    ChangeWord{"grew", Way::up, 0},
    ChangeWord{"reduc", Way::down, 0}, ChangeWord{"decreas", Way::down, 0}, ChangeWord{"fall", Way::down, 0}, ChangeWord{"fell", Way::down, 0},
    ChangeWord{"fewer", Way::down, 0}, ChangeWord{"lower", Way::down, 0},  ChangeWord{"less", Way::down, 0},  ChangeWord{"drop", Way::down, 0},
};

const ChangeWord* change_word(const std::string& words) {
    for (const ChangeWord& word : change_words)
        if (words.find(word.word) != std::string::npos) return &word;
    return nullptr;
}

// A difference or factor that does not follow from the two figures printed.
void change_between(const Statement& statement, Findings& findings) {
    if (!statement.from || !statement.to) return;
    const Decimal from = *statement.from, to = *statement.to;
    const std::string both = print(from) + " to " + print(to);
    const ChangeWord* word = change_word(statement.words);
    if (word && (to > from) != (word->way == Way::up)) {
        findings.push_back(about(statement, "word-against-figure", Severity::error, "“" + statement.words + "” for a change from " + both + ".",
                                 "Correct the word or the figures."));
        return;
    }
    if (word && word->times > 0 && !from.is_zero()) {
        const Decimal times = Decimal::ratio(to, from);
        if (times.rounded(1) != Decimal(word->times))
            findings.push_back(about(statement, "word-against-figure", Severity::warning,
                                     "“" + statement.words + "” from " + both + ": " + print(to) + " is " + print(times.rounded(2)) + " times " + print(from) + ".",
                                     "Say “from " + both + "”."));
        return;
    }
    if (statement.stated && !rounds_to((to - from).abs(), statement.stated->abs()))
        findings.push_back(about(statement, "change-of-figures", Severity::error,
                                 "A change of " + print(*statement.stated) + " stated for " + both + ", which is " + print(to - from) + ".",
                                 "Correct the change or the figures."));
}

// "18 months old", for what ended 26 months before.
void age_of_figure(const Statement& statement, Findings& findings) {
    if (!statement.stated || !statement.date || !statement.window_to || statement.window_from) return;
    int months = 0;
    while (statement.date->plus_months(months + 1) <= *statement.window_to) ++months;
    if (Decimal(months) == *statement.stated) return;
    findings.push_back(about(statement, "lag", Severity::note,
                             "Said to be " + (statement.words.empty() ? print(*statement.stated) + " months old" : statement.words) +
                                 "; what it describes ended on " + print_long(*statement.date) + ", " + std::to_string(months) + " months before " +
                                 print_long(*statement.window_to) + ".",
                             "Print the period that the figure describes."));
}

} // namespace

Findings check_statements(const CheckInput& input) {
    Findings findings;
    for (const Statement& statement : input.content.statements) {
        if (statement.period != input.period) continue;
        percent_of_count(statement, findings);
        parts_of_count(statement, findings);
        change_between(statement, findings);
        age_of_figure(statement, findings);
    }
    return findings;
}

} // namespace qd::inline checks
