#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/form_report.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

void shares(const Form& form, const FormResult& result, const std::string& place, Findings& findings) {
    const FormReturn& row = result.published;
    if (!row.green_percent || !row.amber_percent || !row.red_percent) return;
    const Decimal sum = *row.green_percent + *row.amber_percent + *row.red_percent;
    const Decimal off = (sum - Decimal(100)).abs(); // each may have been rounded by half a point
    if (off <= Decimal::from_millionths(1'500'000)) return;
    findings.push_back({error("form-shares"),
                        {SubjectKind::form, form.code.text()},
                        place,
                        "The shares of green, amber and red make " + print_stated(sum) + "%, not 100%."});
}

void response(const Form& form, const FormResult& result, const std::string& place, Findings& findings) {
    if (!result.response || !result.published.response_percent ||
        rounds_to(*result.response, *result.published.response_percent))
        return;
    findings.push_back({error("form-response"),
                        {SubjectKind::form, form.code.text()},
                        place,
                        print_stated(*result.received) + " of " + print_stated(*result.asked) + " are " +
                            print_fixed(*result.response, 1) + "%, not " +
                            print_stated(*result.published.response_percent) + "%."});
}

void red_sites(const CheckInput& input, const Form& form, const FormResult& result, const std::string& place,
               Findings& findings) {
    const bool has_action = std::ranges::any_of(input.content.actions, [&](const Action& action) {
        return action.subject == Subject{SubjectKind::form, form.code.text()};
    });
    if (has_action) return;
    std::vector<std::string> bare;
    for (const SiteRating& rating : result.red_sites)
        if (rating.followed_up.empty()) bare.push_back(rating.site);
    if (bare.empty()) return;
    findings.push_back({warning("red-not-followed-up"),
                        {SubjectKind::form, form.code.text()},
                        place,
                        "Rated red, and what was done about it is not reported: " + in_words(bare) + "."});
}

} // namespace

// Forms by which sites rate themselves, in the period in which their returns end.
Findings check_self_evaluation(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    const Calendar& calendar = input.content.settings.calendar;
    for (const Form& form : input.content.forms) {
        const FormReport report =
            form_report(form, input.content.form_returns, input.content.site_ratings, calendar, input.as_at);
        for (const FormResult& result : report.results) {
            const Date end = calendar.last_day(result.period);
            if (end < calendar.first_day(input.period) || end > calendar.last_day(input.period)) continue;
            const std::string place = form.title + ", " + calendar.label(result.period);
            shares(form, result, place, findings);
            response(form, result, place, findings);
            red_sites(input, form, result, place, findings);
        }
    }
    return findings;
}

} // namespace qd::inline checks
