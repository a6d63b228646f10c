#include "checks/change_words.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

Finding about(const Statement& statement, FindingKind kind, std::string message, std::string remedy = "") {
    return {kind, statement.subject, place_of(statement), std::move(message), std::move(remedy)};
}

bool speaks_of_percent(const std::string& text) {
    const std::string small = lower(text);
    return small.find('%') != std::string::npos || small.find("per cent") != std::string::npos ||
           small.find("percent") != std::string::npos;
}

// A percentage that does not follow from the count and the whole printed with it.
void percent_of_count(const Statement& statement, Findings& findings) {
    if (statement.binding == Binding::forecast || !statement.stated || !statement.count || !statement.denominator)
        return;
    if (statement.denominator->is_zero()) return;
    const Decimal stated = *statement.stated, whole = *statement.denominator;
    const Decimal exact = Decimal::ratio(*statement.count, whole, 100);
    if (rounds_to(exact, stated)) return;
    std::string message = print_stated(*statement.count) + " printed as " + print_stated(stated) + "% of " +
                          print_stated(whole) + ", but " + print_stated(*statement.count) + " of " +
                          print_stated(whole) + " is " + print_fixed(exact, decimals_of(stated)) + "%";
    const Decimal fitting = Decimal::ratio(stated * whole, Decimal(100)).rounded(0);
    if (rounds_to(Decimal::ratio(fitting, whole, 100), stated))
        message += ", and " + print_stated(stated) + "% is " + print_stated(fitting);
    findings.push_back(about(statement, error("percent-of-count"), labelled(statement, message + ".")));
}

Decimal unit_of(int decimals) {
    std::int64_t millionths = Decimal::scale;
    for (int i = 0; i < decimals; ++i) millionths /= 10;
    return Decimal::from_millionths(millionths);
}

// How far off a sum may be because its parts, and the sum itself, were rounded before printing: half a
// unit of the last decimal each, excluding the ends. Whole numbers are counts and exact, unless they are shares in per cent.
Decimal slack_of(const Statement& statement, std::size_t figures, int decimals) {
    if (decimals == 0 && !speaks_of_percent(statement.label)) return Decimal();
    const std::int64_t unit = unit_of(decimals).millionths();
    return Decimal::from_millionths(static_cast<std::int64_t>(figures) * unit / 2 - 1);
}

// Parts that do not add up to the total stated.
void parts_of_count(const Statement& statement, Findings& findings) {
    if (!statement.stated || statement.parts.empty()) return;
    Decimal sum;
    int decimals = decimals_of(*statement.stated);
    std::vector<std::string> parts;
    for (const Decimal part : statement.parts) {
        sum = sum + part;
        decimals = std::max(decimals, decimals_of(part));
        parts.push_back(print_stated(part));
    }
    if ((sum - *statement.stated).abs() <= slack_of(statement, parts.size() + 1, decimals)) return;
    const std::string made = parts.size() == 1 ? "the only part is " + parts[0]
                                               : "the parts " + in_words(parts) + " make " + print_stated(sum);
    findings.push_back(about(statement, error("parts-of-count"),
                             labelled(statement, print_stated(*statement.stated) + " stated, but " + made + ".")));
}

// "2.5 times 14", "31.7% less than 63".
std::string proportion(Decimal from, Decimal to) {
    if (to >= from) return print_stated(Decimal::ratio(to, from).rounded(1)) + " times " + print_stated(from);
    return print_stated(Decimal::ratio(from - to, from, 100).rounded(1)) + "% less than " + print_stated(from);
}

// Words that say another way, or another size, than the two figures printed.
bool word_against_figures(const Statement& statement, const ChangeSaid& said, Findings& findings) {
    const Decimal from = *statement.from, to = *statement.to;
    const std::string both = "from " + print_stated(from) + " to " + print_stated(to);
    if (said.way && (from == to || (to > from) != (*said.way == Way::up))) {
        findings.push_back(
            about(statement, error("word-against-figure"),
                  "“" + statement.words + "” for " +
                      (from == to ? print_stated(from) + " that stayed the same." : "a change " + both + ".")));
        return true;
    }
    if (is_of_size(said, from, to)) return false;
    findings.push_back(
        about(statement, warning("word-against-figure"),
              "“" + statement.words + "” " + both + ": " + print_stated(to) + " is " + proportion(from, to) + ".",
              std::string("Say “") + (to > from ? "rose " : "fell ") + both + "”."));
    return true;
}

// As for sums; and a difference that is printed with fewer decimals than its figures has been rounded to them: half a unit of it.
Decimal slack_of_difference(const Statement& statement) {
    const int stated = decimals_of(*statement.stated),
              finer = std::max(decimals_of(*statement.from), decimals_of(*statement.to));
    const Decimal slack = slack_of(statement, 3, std::max(stated, finer));
    return stated < finer ? std::max(slack, Decimal::from_millionths(unit_of(stated).millionths() / 2)) : slack;
}

// A difference stated, in the figures' own unit, or in per cent where the words say so.
void difference_between(const Statement& statement, Findings& findings) {
    if (!statement.stated) return;
    const Decimal stated = *statement.stated, change = *statement.to - *statement.from;
    const bool another_way = stated.millionths() < 0 && change.millionths() > 0;
    if (!another_way && (change.abs() - stated.abs()).abs() <= slack_of_difference(statement)) return;
    if (!another_way && speaks_of_percent(statement.words) && !statement.from->is_zero() &&
        rounds_to(Decimal::ratio(change, *statement.from, 100).abs(), stated.abs()))
        return;
    findings.push_back(
        about(statement, error("change-of-figures"),
              labelled(statement, "a change of " + print_stated(stated) + " stated, but from " +
                                      print_stated(*statement.from) + " to " + print_stated(*statement.to) + " it is " +
                                      print_stated(change) + ".")));
}

void change_between(const Statement& statement, Findings& findings) {
    if (!statement.from || !statement.to) return;
    const ChangeSaid said = change_said(statement.words);
    if (word_against_figures(statement, said, findings) || said.share) return;
    difference_between(statement, findings);
}

// "18 months old", for what ended 26 months before. Either of the two whole months next to the true age is right.
void age_of_figure(const Statement& statement, Findings& findings) {
    if (!statement.stated || !statement.date || !statement.window_to || statement.window_from) return;
    const Date ended = *statement.date, read = *statement.window_to;
    const std::string said =
        "Said to be " + (statement.words.empty() ? print_stated(*statement.stated) + " months old" : statement.words) +
        ", but what it describes ended ";
    if (ended > read) {
        findings.push_back(
            about(statement, note("lag"), said + "on " + print_long(ended) + ", after " + print_long(read) + "."));
        return;
    }
    const int months = months_between(ended, read);
    const Date nearest = ended.plus_months(months);
    const int other = nearest == read ? months : nearest < read ? months + 1 : months - 1;
    if (*statement.stated == Decimal(months) || *statement.stated == Decimal(other)) return;
    findings.push_back(about(statement, note("lag"),
                             said + plural(static_cast<std::size_t>(months), "month", "months") + " before " +
                                 print_long(read) + ", on " + print_long(ended) + "."));
}

} // namespace

Findings check_statements(const CheckInput& input) {
    Findings findings;
    for (const Statement& statement : input.content.statements) {
        if (statement.period != input.period) continue;
        guarded(statement.subject, place_of(statement), findings, [&] {
            percent_of_count(statement, findings);
            parts_of_count(statement, findings);
            change_between(statement, findings);
            age_of_figure(statement, findings);
        });
    }
    return findings;
}

} // namespace qd::inline checks
