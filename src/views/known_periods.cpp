#include "views/known_periods.hpp"

#include "domain/grain_months.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace qd::inline views {
namespace {

// Periods as they were written, each with the moment from which there is something for it.
using Since = std::map<Period, std::optional<Instant>>;

void add(Since& found, Period period, const std::optional<Instant>& known_at) {
    const auto [entry, is_new] = found.emplace(period, known_at);
    if (!is_new) entry->second = std::min(entry->second, known_at); // none comes before every moment
}

// The newest version of a cell decides whether it has anything, so the returns of a measure are read backwards from the last
// known.
class StandingFigures {
public:
    explicit StandingFigures(const Content& content) {
        std::unordered_map<MeasureCode, std::vector<const Return*>> by_measure;
        for (const Return& handed_in : content.returns)
            if (counts(handed_in.state)) by_measure[handed_in.measure].push_back(&handed_in);
        for (auto& [measure, returns] : by_measure) {
            std::ranges::stable_sort(returns, {}, &Return::known_at);
            gone_.clear();
            for (auto each = returns.rbegin(); each != returns.rend(); ++each) read(**each);
        }
    }

    Since take() { return std::move(found_); }

private:
    static bool holds(const ObservationColumns& columns, std::size_t row) {
        if (has(columns.flags[row], Flag::forecast)) return false;
        const std::uint8_t gap = columns.gaps[row];
        if (gap == 0) return true;
        const auto reason = static_cast<GapReason>(gap - 1);
        return reason == GapReason::suppressed || reason == GapReason::nothing_to_divide_by;
    }

    // What is known of a period from that moment on already needs no further row.
    bool is_settled(Period period, const Return& handed_in) const {
        const auto known = found_.find(period);
        return known != found_.end() && known->second <= handed_in.known_at;
    }

    void read(const Return& handed_in) {
        const ObservationColumns& columns = handed_in.observations.columns();
        const bool is_reported_elsewhere = !columns.reported_in.empty();
        std::vector<std::uint8_t> settled;
        for (const Period period : columns.period_list)
            settled.push_back(!is_reported_elsewhere && is_settled(period, handed_in));
        auto open = std::ranges::count(settled, 0);
        for (std::size_t row = 0; row < columns.periods.size() && open > 0; ++row) {
            const std::uint32_t place = columns.periods[row];
            if (settled[place] != 0) continue;
            const Period described = columns.period_list[place];
            const auto cell = std::pair(described, columns.area_codes[columns.areas[row]]);
            if (!holds(columns, row)) {
                gone_.insert(cell);
                continue;
            }
            if (gone_.contains(cell)) continue;
            const auto reported = columns.reported_in.find(row);
            add(found_, reported == columns.reported_in.end() ? described : reported->second, handed_in.known_at);
            if (is_reported_elsewhere) continue;
            settled[place] = 1;
            --open;
        }
    }

    Since found_;
    std::set<std::pair<Period, AreaCode>> gone_; // of the measure that is read: withdrawn, or never a figure
};

// What a store may have for a period, one at a time. A day is a span of one.
using Tell = std::function<void(Period, std::optional<Instant>)>;

void each_reported(const Content& content, const Tell& tell) {
    for (const auto& [period, since] : StandingFigures(content).take()) tell(period, since);
    for (const OfficerForecast& row : content.forecasts) tell(row.made_in, row.known_at);
    for (const Update& row : content.updates) tell(row.period, row.known_at);
    for (const Paper& row : content.papers) tell(row.period, {});
}

void each_in_registers(const Content& content, const Tell& tell) {
    for (const RiskReview& row : content.risk_reviews) tell(row.period, row.known_at);
    for (const Delivery& row : content.delivery) tell(row.period, row.known_at);
    for (const FormReturn& row : content.form_returns) tell(row.period, row.known_at);
    for (const SiteRating& row : content.site_ratings) tell(row.period, row.known_at);
    for (const TrajectoryPoint& row : content.trajectories) tell(row.period, row.known_at);
    for (const Escalation& row : content.escalations) tell(row.period, {});
    for (const Statement& row : content.statements) tell(row.period, {});
    for (const Printed& row : content.printed) tell(row.period, {});
    for (const RecoveryPlan& row : content.recovery_plans) tell(row.raised_in, {});
    for (const Wave& row : content.waves)
        if (row.period) tell(*row.period, {});
    for (const Funding& row : content.funding)
        if (row.period) tell(*row.period, {});
}

void each_day(const Content& content, const Tell& tell) {
    const auto day = [&](const std::optional<Date>& date) {
        if (date) tell(Period::span(*date, *date), {});
    };
    for (const Meeting& row : content.meetings) day(row.date);
    for (const Programme& row : content.programmes) day(row.runs_from), day(row.runs_to);
    for (const Phase& row : content.phases) day(row.started), day(row.due), day(row.completed);
    for (const ContractReview& row : content.contract_reviews) day(row.reviewed_on);
    for (const Milestone& row : content.milestones) day(row.due), day(row.forecast), day(row.completed);
    for (const Project& row : content.projects) day(row.start), day(row.due), day(row.completed), day(row.forecast);
    for (const PaymentClaim& row : content.payment_claims) day(row.claimed_on), day(row.paid_on);
    for (const Deliverable& row : content.deliverables) day(row.due);
    for (const Risk& row : content.risks) day(row.raised_on), day(row.closed_on);
    for (const Action& row : content.actions) {
        day(row.completed_on);
        for (const DueDate& due : row.due) day(due.date);
    }
}

// What may be asked for beyond that: what is aimed at, what is not approved yet, and what each figure describes.
void each_beside(const Content& content, const Tell& tell) {
    for (const Target& row : content.targets) tell(row.period, {});
    for (const OfficerForecast& row : content.forecasts) tell(row.period, {});
    for (const Return& handed_in : content.returns) {
        const ObservationColumns& columns = handed_in.observations.columns();
        if (!counts(handed_in.state) || !columns.reported_in.empty())
            for (const Period period : columns.period_list) tell(period, {});
        for (std::size_t row = 0; row < columns.flags.rows().size(); ++row)
            if (has(columns.flags[row], Flag::forecast)) tell(columns.period_list[columns.periods[row]], {});
    }
}

// A council reports by quarters; one that has none, by the next best grain that it has.
Grain reporting_grain(const Content& content, const Since& known) {
    for (const Grain grain : {Grain::quarter, Grain::month, Grain::half, Grain::year, Grain::academic_year})
        if (std::ranges::any_of(known, [&](const auto& entry) { return entry.first.grain() == grain; })) return grain;
    for (const Measure& measure : content.measures) // of spans alone: as often as it is measured
        if (measure.grain != Grain::span) return measure.grain;
    return Grain::quarter;
}

// The reporting period that a period makes known: the one it is in, or that it ends with as a year to date does.
std::optional<Period> reporting_period(const Calendar& calendar, Grain grain, Period period) {
    const Date first = calendar.first_day(period), last = calendar.last_day(period);
    const Period at = calendar.containing(grain, last);
    if (calendar.first_day(at) <= first) return at;
    const bool is_to_date = period.grain() == Grain::span && calendar.year_to_date(at) == period;
    return is_to_date ? std::optional(at) : std::nullopt;
}

// A half that ends with one of the council's periods: its figure is what that one shows. A year's is not what makes its last quarter
// known: a population is handed in when the year begins.
bool is_ended_by(const Calendar& calendar, Grain grain, Period period) {
    const bool is_longer = period.grain() == Grain::half && months_in(period.grain()) > months_in(grain);
    return is_longer &&
           calendar.last_day(calendar.containing(grain, calendar.last_day(period))) == calendar.last_day(period);
}

std::vector<KnownPeriod> listed(const Since& periods) {
    std::vector<KnownPeriod> list;
    for (const auto& [period, since] : periods) list.push_back({period, since});
    return list;
}

std::vector<KnownPeriod> offered_of(const Content& content, const Since& known) {
    const Calendar& calendar = content.settings.calendar;
    const Grain grain = reporting_grain(content, known);
    Since found, longer;
    for (const auto& [period, since] : known) {
        if (const auto at = reporting_period(calendar, grain, period))
            add(found, *at, since);
        else if (is_ended_by(calendar, grain, period))
            add(longer, calendar.containing(grain, calendar.last_day(period)), since);
    }
    // those of years before the council reported by this grain are asked for as such
    for (const auto& [period, since] : longer)
        if (found.empty() || found.rbegin()->first < period) add(found, period, since);
    return listed(found);
}

} // namespace

KnownPeriods::KnownPeriods(const Content& content) : calendar_(content.settings.calendar) {
    std::set<Period> dated;
    for (const auto each : {each_reported, each_in_registers, each_day, each_beside}) {
        Since known;
        each(content, [&](Period period, const std::optional<Instant>& since) {
            dated.insert(period);
            add(known, period, since);
        });
        if (offered_.empty() && !known.empty()) offered_ = offered_of(content, known);
    }
    dated_.assign(dated.begin(), dated.end());
}

std::optional<Period> KnownPeriods::last_ended(Instant as_at) const {
    const Date today = as_at.date();
    std::optional<Period> begun;
    for (auto each = offered_.rbegin(); each != offered_.rend(); ++each) {
        if (each->since && *each->since > as_at) continue;
        if (calendar_.last_day(each->period) < today) return each->period;
        if (!begun && calendar_.first_day(each->period) <= today) begun = each->period;
    }
    if (begun || offered_.empty()) return begun;
    return offered_.front().period;
}

bool KnownPeriods::holds(Period period) const {
    return std::ranges::any_of(offered_, [&](const KnownPeriod& each) {
        return calendar_.first_day(each.period) <= calendar_.last_day(period) &&
               calendar_.first_day(period) <= calendar_.last_day(each.period);
    });
}

bool KnownPeriods::answers(Period period, Date today) const {
    if (dated_.empty()) return false;
    const Date first = calendar_.first_day(period), last = calendar_.last_day(period);
    bool follows = false; // something known before its end
    for (const Period known : dated_) {
        const Date known_first = calendar_.first_day(known);
        follows = follows || known_first <= last;
        if (known_first <= last && first <= calendar_.last_day(known)) return true;
    }
    return follows && first <= today;
}

} // namespace qd::inline views
