#include "checks/phrases.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::inline checks {

const Figure* figure_of(const Scorecard& scorecard, const MeasureCode& code) {
    const auto found = std::ranges::find(scorecard.figures, code, &Figure::measure);
    return found == scorecard.figures.end() ? nullptr : &*found;
}

const Update* update_of(const CheckInput& input, const Subject& subject, Period period) {
    const Update* newest = nullptr;
    for (const Update& update : input.content.updates) {
        if (update.subject != subject || update.period != period) continue;
        if (update.known_at && *update.known_at > input.as_at) continue;
        if (!newest || update.known_at >= newest->known_at) newest = &update;
    }
    return newest;
}

bool is_whole_council(const CheckInput& input) { return input.scorecard.area == input.content.settings.area; }

Finding about(const Measure& measure, FindingKind kind, const std::string& when, std::string message,
              std::string remedy) {
    return {kind,
            {SubjectKind::measure, measure.code.text()},
            short_name(measure) + (when.empty() ? "" : ", " + when),
            std::move(message),
            std::move(remedy)};
}

std::string place_of(const Statement& statement) {
    return statement.place.empty() ? "Statement " + statement.code.text() : statement.place;
}

std::string labelled(const Statement& statement, const std::string& text) {
    return capitalised(statement.label.empty() ? text : statement.label + ": " + text);
}

std::string print_stated(Decimal value) { return print_grouped(value, decimals_of(value)); }

std::string show_stated(const Measure& measure, Decimal value) {
    Measure as_stated = measure;
    as_stated.decimals = decimals_of(value);
    return show(as_stated, value);
}

std::string print_tally(const StatusTally& tally) { return in_words(words_of(tally, "without a status")); }

std::string print_window(const std::optional<Date>& from, const std::optional<Date>& to) {
    if (from && to) return print_long(*from) + " to " + print_long(*to);
    return from ? "from " + print_long(*from) : to ? "until " + print_long(*to) : std::string();
}

void guarded(const Subject& subject, const std::string& place, Findings& findings, const std::function<void()>& check) {
    try {
        check();
    } catch (const Error& error) {
        if (error.fault() != Fault::request) throw;
        findings.push_back({warning("not-computed"), subject, place,
                            "Its figures are too large, or too far apart, to be computed again."});
    }
}

int decimals_of(Decimal value) {
    int decimals = 0;
    while (decimals < 6 && value.rounded(decimals) != value) ++decimals;
    return decimals;
}

bool rounds_to(Decimal exact, Decimal stated) { return exact.rounded(decimals_of(stated)) == stated; }

int months_between(Date from, Date to) {
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    while (from.plus_months(months) > to) --months;
    const Date before = from.plus_months(months), after = from.plus_months(months + 1);
    return 2 * (to - before) >= after - before ? months + 1 : months;
}

} // namespace qd::inline checks
